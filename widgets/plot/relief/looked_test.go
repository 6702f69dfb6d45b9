package relief

import (
	"image"
	"image/color"
	"math"
	"slices"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

// lookedInto is the relief of a race with all that can lie on it while a step is looked into: arrows, signs of events, a fork
// with its old future, and the key of heights.
func lookedInto(f *plot.Field, p *plot.Palette) Scene {
	s := race(f, p)
	m := &s.Map
	from := plot.Point{X: 0.25, Y: -0.7}
	m.Cross, m.Key, m.Marks[1].Strong = nil, plot.KeyLowerRight, false
	m.Arrows = []plot.Arrow{
		{At: from, Along: plot.Point{X: 0.3, Y: -1}, Long: 90, Off: 9, Label: "−g", Color: p.Racer(1), Strong: true},
		{At: from, Along: plot.Point{X: 1, Y: 0.4}, Long: 60, Off: 9, Label: "step × 3", Color: p.Racer(3), Faint: true},
		{At: plot.Point{X: -0.2, Y: 2.6}, Along: plot.Point{X: 1}, Long: 50, Label: "behind", Color: p.Racer(4)},
		{At: from, Along: plot.Point{X: -1, Y: 1}, Off: 27, Label: "rates", Color: p.Racer(2)},
		{At: from, Label: "none", Long: 50, Color: p.Racer(5)},
		{At: from, Along: plot.Point{Y: -1}, Long: 1e6, Label: "far", Color: p.Racer(6)},
		{At: plot.Point{X: 9}, Along: plot.Point{Y: -1}, Long: 10, Label: "beside", Color: p.Racer(6)},
	}
	m.Events = []plot.EventMark{
		{At: plot.Point{X: 1.6, Y: 1.2}, Step: 20, Sign: plot.RidgeSign, Color: p.Racer(3)},
		{At: plot.Point{X: 1.62, Y: 1.2}, Step: 21, Sign: plot.BasinSign, Color: p.Racer(3)},
		{At: plot.Point{X: 0.9, Y: 2.2}, Step: 30, Sign: plot.OvershootSign, Color: p.Racer(2)},
		{At: plot.Point{X: 2.4, Y: 1.8}, Step: 41, Sign: plot.LeftSign, Color: p.Racer(3)},
		{At: plot.Point{X: 2.4, Y: -9}, Step: 1, Sign: plot.LeftSign, Color: p.Racer(3)},
	}
	m.Tags = []plot.Tag{
		{At: plot.Point{X: -0.8, Y: 0.45}, Text: "0.5, to C", Color: p.Racer(1), Fork: true},
		{At: plot.Point{X: -2, Y: -1}, Text: "old future: 0.9, to A", Color: p.Racer(1), Faint: true},
	}
	m.Curves = append(m.Curves, plot.Curve{Pts: []plot.Point{{X: -0.8, Y: 0.45}, {X: -2, Y: -1}, {X: -1, Y: -2.4}},
		Color: plot.Faded(p.Racer(1), 0.55), Width: 1.6, Dashed: true, Dash: 3.2})
	return s
}

// seen is what is drawn of a relief, 560 by 560.
func seen(s Scene, st plot.Style) record.Marks {
	on := record.New(560, 560)
	s.Draw(on, st)
	return on.Marks
}

// TestArrowsLieOnTheSurface: the tip is where the surface is seen at the arrow's end, what is hidden is faint and without a halo,
// and labels keep off one another and off the names of places; what has no direction, or begins beside the window, is left out.
func TestArrowsLieOnTheSurface(t *testing.T) {
	st := style(t, plot.LightPalette())
	s := lookedInto(field(128, plot.LogSpacing, peaks), st.Palette)
	marks := seen(s, st)
	var p Painter
	p.prepare(s, st, 560, 560)
	unit := 6 / p.ground.lens.k // of the plane
	a := s.Map.Arrows[0]
	long := 90 * unit / math.Hypot(a.Along.X, a.Along.Y)
	at, _ := p.Spot(s, plot.Point{X: a.At.X + long*a.Along.X, Y: a.At.Y + long*a.Along.Y}, 560, 560)
	heads := marks.Of(record.Fill).In(a.Color)
	heads = slices.DeleteFunc(heads, func(m record.Mark) bool { return len(m.Points) != 3 }) // the racer's square in the key
	if len(heads) != 1 || heads[0].Points[0].Sub(at).Len() > 2 {
		t.Fatalf("%d heads, want one at %v: %v", len(heads), at, heads)
	}
	hidden := marks.Of(record.Stroke).In(s.Map.Arrows[2].Color)
	if len(hidden) != 1 || hidden[0].Pen.Reach > 0 || hidden[0].Color != plot.Faded(s.Map.Arrows[2].Color, hiddenPart) {
		t.Errorf("behind the hill: %v", hidden)
	}
	var boxes []record.Mark
	for _, text := range []string{"−g", "step × 3", "rates", "A", "B", "M3", "0.5, to C"} {
		mark, ok := marks.Find(text)
		if !ok {
			t.Errorf("%s is not written", text)
			continue
		}
		for _, o := range boxes {
			if a, b := mark.Bounds, o.Bounds; a.X0 < b.X1 && b.X0 < a.X1 && a.Y0 < b.Y1 && b.Y0 < a.Y1 {
				t.Errorf("%s, at %v, lies over %s, at %v", text, a, o.Text.Text, b)
			}
		}
		boxes = append(boxes, mark)
	}
	for _, text := range []string{"none", "beside"} {
		if _, ok := marks.Find(text); ok {
			t.Errorf("%s is written", text)
		}
	}
	if n := len(marks.Of(record.Fill).In(st.Palette.Racer(6))); n != 0 {
		t.Errorf("an arrow that leads out of the window has %d heads", n)
	}
}

// TestEventsOnTheRelief: the signs of what has happened so far, the first of two that would touch, and faintly what is hidden.
func TestEventsOnTheRelief(t *testing.T) {
	st := style(t, plot.LightPalette())
	s := lookedInto(field(128, plot.LogSpacing, peaks), st.Palette)
	discs := func() (list []float64) {
		for _, m := range seen(s, st).Of(record.Circle) {
			if m.Radius == eventRadius {
				list = append(list, math.Round(100*float64(m.Color.A)/255)/100)
			}
		}
		return list
	}
	if got := discs(); len(got) != 2 || got[0] != 1 || got[1] != hiddenSign {
		t.Errorf("discs of %v", got)
	}
	for i := range s.Map.Traces {
		s.Map.Traces[i].Head = 19
	}
	if got := discs(); len(got) != 0 {
		t.Errorf("before they happen there are %d", len(got))
	}
}

// TestDashesOnTheRelief: a dashed curve is drawn about half, and its dashes are as long as it says.
func TestDashesOnTheRelief(t *testing.T) {
	st := style(t, plot.LightPalette())
	s := lookedInto(field(128, plot.LogSpacing, peaks), st.Palette)
	long := func(ink color.RGBA) (sum, most float64) {
		for _, m := range seen(s, st).Of(record.Stroke).In(ink) {
			for _, piece := range m.Pieces {
				d := piece.B.Sub(piece.A).Len()
				sum, most = sum+d, max(most, d)
			}
		}
		return sum, most
	}
	c := &s.Map.Curves[1]
	dotted, most := long(c.Color)
	c.Dashed, c.Dash = false, 0
	if whole, _ := long(c.Color); dotted < 0.15*whole || dotted > 0.6*whole || most > 3.2 {
		t.Errorf("%v of %v is drawn, in dashes up to %v", dotted, whole, most)
	}
}

// TestKeyOnTheRelief: the key of heights with the racers that are in the window, where there is room for it.
func TestKeyOnTheRelief(t *testing.T) {
	st := style(t, plot.LightPalette())
	s := lookedInto(field(128, plot.LogSpacing, peaks), st.Palette)
	marks := seen(s, st)
	if _, ok := marks.Find("height"); !ok {
		t.Error("there is no key")
	}
	panel, _ := s.Map.KeyPanel(560, 560, st)
	riders := 0
	for _, m := range marks.Of(record.Circle).In(st.Palette.Racer(0)) {
		if at := m.At; at.X > panel.X0 && at.X < panel.X1 && at.Y > panel.Y0 {
			riders++
		}
	}
	if riders != 1 {
		t.Errorf("the first racer rides %d times", riders)
	}
	s.Map.Key = plot.NoKey
	if _, ok := seen(s, st).Find("height"); ok {
		t.Error("there is a key unasked")
	}
}

// TestArmsOnTheRelief: a still picture shows in which directions saddles lead up and down, those that are known.
func TestArmsOnTheRelief(t *testing.T) {
	st := style(t, plot.LightPalette())
	s := race(field(64, plot.LogSpacing, peaks), st.Palette)
	saddle := &s.Map.Marks[3]
	strokes := func() int { return len(seen(s, st).Of(record.Stroke)) }
	saddle.Arms = [2]plot.Point{{X: 0.8, Y: 0.6}, {X: -0.6, Y: 0.8}}
	moving := strokes()
	if s.Map.Still = true; strokes() != moving+2 {
		t.Errorf("%d lines, and %d in a moving picture", strokes(), moving)
	}
	if saddle.Arms = [2]plot.Point{}; strokes() != moving {
		t.Error("arms that are not known are drawn")
	}
}

// TestCrowdOfBalls: 64 racers at one place stand beside one another, smaller than a few do, and near to it.
func TestCrowdOfBalls(t *testing.T) {
	st := style(t, plot.LightPalette())
	s := race(field(64, plot.LogSpacing, peaks), st.Palette)
	few := s.Map.Traces[0]
	s.Map.Traces = nil
	for i := range 64 {
		few.Color, few.Glyph = st.Palette.Racer(i), plot.RacerGlyph(i)
		s.Map.Traces = append(s.Map.Traces, few)
	}
	var p Painter
	p.Draw(image.NewRGBA(image.Rect(0, 0, 560, 560)), s, st)
	if r := p.radius(); math.Abs(r-leastBall*ballRadius) > 1e-9 {
		t.Errorf("a ball has a radius of %v", r)
	}
	for i, a := range p.heads {
		for _, b := range p.heads[:i] {
			if apart := a.at.Sub(b.at).Len(); apart < 1.5*p.radius() {
				t.Errorf("two balls are %v apart", apart)
			}
		}
		if off := a.at.Sub(a.place).Len(); off > 190 {
			t.Errorf("a ball is %v off its place", off)
		}
	}
}

// TestAxesKeepOffTheKey: however the block is turned, both axes are named, and the key covers neither names nor numbers.
func TestAxesKeepOffTheKey(t *testing.T) {
	lengthy.Test(t)
	st := style(t, plot.LightPalette())
	s := race(field(64, plot.LogSpacing, peaks), st.Palette)
	s.Map.Ticks, s.Map.Key, s.Map.Across, s.Map.Up = true, plot.KeyLowerRight, "here", "there"
	key, shown := s.Map.KeyPanel(560, 560, st)
	if !shown {
		t.Fatal("there is no key")
	}
	for yaw := 0.0; yaw < 360; yaw += 15 {
		s.Camera.Yaw = yaw
		marks := record.New(560, 560)
		s.Draw(marks, st)
		for _, m := range marks.Marks.Of(record.Text) {
			if m.Text.Size == tickSize && meetsAny(key, []plot.Box{m.Bounds}) {
				t.Errorf("turned by %g, %s is at %v, under the key at %v", yaw, m.Text.Text, m.Bounds, key)
			}
		}
		named := 0
		for _, name := range []string{"here", "there"} {
			if _, ok := marks.Marks.Find(name); ok {
				named++
			}
		}
		if named < 2 && math.Mod(yaw, 90) != 0 { // seen from its end an axis has none
			t.Errorf("turned by %g, %d axes are named", yaw, named)
		}
	}
}

// TestAxesStandBesideTheBlock: nothing of them is written over the ground, also where the wall below it is not seen.
func TestAxesStandBesideTheBlock(t *testing.T) {
	lengthy.Test(t)
	st := style(t, plot.LightPalette())
	s := race(field(64, plot.LogSpacing, peaks), st.Palette)
	s.Map.Ticks = true
	for _, yaw := range []float64{0, 2, 8, 11, 14, 17, 88, 92, 178, 200, 271} {
		for _, tilt := range []float64{20, 55, 85} {
			s.Camera.Yaw, s.Camera.Tilt = yaw, tilt
			marks, n := record.New(560, 560), 0
			s.Draw(marks, st)
			var p Painter
			for _, m := range marks.Marks.Of(record.Text) {
				if m.Text.Size != tickSize {
					continue
				}
				n++
				middle := plot.Vec{X: (m.Bounds.X0 + m.Bounds.X1) / 2, Y: (m.Bounds.Y0 + m.Bounds.Y1) / 2}
				if on, over := p.At(s, middle, 560, 560); over {
					t.Errorf("turned by %g and %g, %s is written over %v", yaw, tilt, m.Text.Text, on)
				}
			}
			if n < 3 {
				t.Errorf("turned by %g and %g, %d texts", yaw, tilt, n)
			}
		}
	}
}
