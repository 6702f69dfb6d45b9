package picture

import (
	"context"
	"image"
	"math"
	"slices"
	"strings"
	"testing"

	"descentlab/app/game"
	"descentlab/resources"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
	"descentlab/widgets/plot/record"
)

func style(t testing.TB, p *plot.Palette, scale float64) plot.Style {
	t.Helper()
	f, err := plot.NewFont(resources.Sans, resources.Symbols, resources.Mono)
	if err != nil {
		t.Fatal(err)
	}
	return plot.Style{Palette: p, Font: f, Scale: scale, TextSize: 11.5}
}

func level(t testing.TB, key string) *game.Level {
	t.Helper()
	l, err := game.Lookup(key)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func played(t testing.TB, l *game.Level, actions ...game.Action) game.State {
	t.Helper()
	s, err := l.Play(actions)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func pushes(by ...float64) (list []game.Action) {
	for _, b := range by {
		list = append(list, game.Action{Do: game.Push, By: b})
	}
	return list
}

// probes are some on the foggy map, the last of which finds a minimum.
func probes(n int) (list []game.Action) {
	at := [][2]float64{{0.1, -0.6}, {1.3, -0.9}, {2.5, 0.1}, {3.9, 1.1}, {2.7, 2.5}, {3.15, 1.75}, {3.01, 2.02}}
	for _, q := range at[:n] {
		list = append(list, game.Action{Do: game.Probe, X: q[0], Y: q[1]})
	}
	return list
}

const width, curveUp, mapUp = 922, 560, 677

// recorded are the marks that move over a curve.
func recorded(t *testing.T, c Curve, fog *Fog) record.Marks {
	on := record.New(width, curveUp)
	c.DrawOver(on, style(t, plot.LightPalette(), 1), fog)
	return on.Marks
}

func recordedMap(t *testing.T, m Map, fog *Fog) record.Marks {
	on := record.New(width, mapUp)
	m.DrawOver(on, style(t, plot.LightPalette(), 1), fog)
	return on.Marks
}

// TestCurve: heights stand by the spots, once for each, and the ball's is in the card; the lanes number the steps.
func TestCurve(t *testing.T) {
	l := level(t, "by_hand")
	s := played(t, l, pushes(-0.5, 1, 1, 1, 2, 2, -1, -1, 0.5)...)
	c := Curve{Level: l, State: s, Opening: 1, Lit: -1}
	marks := recorded(t, c, nil)
	texts := marks.Texts()
	for _, want := range []string{"3.76", "3.67", "2.72", "1.00", "0.777", "▼ 0.225 by this push", "5, 8", "9 steps", "you"} {
		if n := len(slices.DeleteFunc(slices.Clone(texts), func(s string) bool { return s != want })); n != 1 {
			t.Errorf("%q stands there %d times, in %q", want, n, texts)
		}
	}
	if slices.Contains(texts, "gradient descent") {
		t.Error("the lane of gradient descent is not hidden before the end")
	}
	follow := level(t, "follow_slope")
	stepped := played(t, follow, game.Action{Do: game.Step, By: 8})
	texts = recorded(t, Curve{Level: follow, State: stepped, Lit: -1}, nil).Texts()
	if !slices.Contains(texts, "▼ 0.377 by this step") {
		t.Errorf("the card of a step says %q", texts)
	}
	r := l.Descent()
	c.Rival = &r
	if texts = recorded(t, c, nil).Texts(); !slices.Contains(texts, "gradient descent") {
		t.Error("the lane of gradient descent is hidden")
	}
	c.Lit = 3
	lit := 0
	for _, m := range recorded(t, c, nil).Of(record.Stroke) {
		if m.Width > 3 {
			lit++
		}
	}
	if lit != 1 {
		t.Errorf("%d hops are lit", lit)
	}
}

// TestBallStandsOnTheCurve: where the ball is drawn the hidden ground has its height.
func TestBallStandsOnTheCurve(t *testing.T) {
	l := level(t, "by_hand")
	s := played(t, l, pushes(1, 2)...)
	marks := recorded(t, Curve{Level: l, State: s, Opening: 1, Lit: -1}, nil)
	here, _ := s.Here()
	v := l.Ground.View
	want := plot.Vec{X: (here.At.X - v.X0) / (v.X1 - v.X0) * width, Y: (v.Y1 - here.Height) / (v.Y1 - v.Y0) * (curveUp - Lanes)}
	found := slices.ContainsFunc(marks.Of(record.Circle), func(m record.Mark) bool {
		return m.Radius == 9 && m.At.Sub(want).Len() < 1e-9
	})
	if !found {
		t.Errorf("no ball is at %v", want)
	}
}

// TestFog: it covers all but the holes, which open; where the ball was, they stay.
func TestFog(t *testing.T) {
	l := level(t, "by_hand")
	fog := NewFog(width, curveUp, 1)
	s := played(t, l, pushes(2, 2)...)
	c := Curve{Level: l, State: s, Lit: -1}
	cover := func() func(at plot.Vec) uint8 {
		for _, m := range recorded(t, c, fog) {
			if m.Kind == record.Image {
				veil := m.Image.(*plot.Veil)
				return func(at plot.Vec) uint8 { return veil.Cover[int(at.Y)*width+int(at.X)] }
			}
		}
		t.Fatal("there is no fog")
		return nil
	}
	f := frame{l.Ground.View, width, curveUp - Lanes}
	first, last := f.at(s.Spots[0].At.X, s.Spots[0].Height), f.at(s.Spots[2].At.X, s.Spots[2].Height)
	closed := cover()
	c.Opening = 1
	open := cover()
	if closed(first) != 0 || closed(last) != 255 || open(last) != 0 {
		t.Errorf("the fog is %d at the start, %d before and %d after the hole has opened", closed(first), closed(last), open(last))
	}
	beside := last.Add(plot.Vec{X: 60})
	if far := last.Add(plot.Vec{X: 80}); open(far) != 255 || open(beside) == 0 || open(beside) == 255 {
		t.Errorf("at the hole's edge the fog is %d, beyond it %d", open(beside), open(far))
	}
	c.Lifted = true
	for _, m := range recorded(t, c, fog) {
		if m.Kind == record.Image {
			t.Error("lifted fog is drawn")
		}
	}
}

// TestFogIsNoise: it has light and dark parts, and is the same every time.
func TestFogIsNoise(t *testing.T) {
	a, b := NewFog(300, 200, 1), NewFog(300, 200, 1)
	if !slices.Equal(a.shade, b.shade) {
		t.Error("it is another one")
	}
	if lo, hi := slices.Min(a.shade), slices.Max(a.shade); lo > shades/4 || hi < shades*3/4 {
		t.Errorf("its shades go from %d to %d", lo, hi)
	}
}

// TestMap: every probe has its number and its height, the found minimum a star, and the arrows point downhill, longer where it is
// steeper.
func TestMap(t *testing.T) {
	l := level(t, "foggy_map")
	s := played(t, l, probes(7)...)
	m := Map{Level: l, State: s, Opening: 1, Lit: -1}
	m.Sights = []Sight{{At: surfaces.Point{X: -3, Y: 1.5}, Says: "click: probe here"}}
	marks := recordedMap(t, m, nil)
	texts := marks.Texts()
	for _, want := range []string{"1", "6", "177.1", "31.77", "1.072", "click: probe here"} {
		if !slices.Contains(texts, want) {
			t.Errorf("%q is not in %q", want, texts)
		}
	}
	pal := plot.LightPalette()
	if stars := marks.In(gold(pal)).Of(record.Fill); len(stars) != 1 || len(stars[0].Points) != 10 {
		t.Errorf("the stars are %v", stars)
	}
	arrows := marks.In(red(pal)).Of(record.Fill)
	if len(arrows) != 7 {
		t.Fatalf("there are %d arrows", len(arrows))
	}
	for i, a := range arrows {
		tip, spot := a.Points[0], s.Spots[i]
		at := plot.Vec{X: (spot.At.X + 6) / 12 * width, Y: (4.4 - spot.At.Y) / 8.8 * mapUp}
		along := tip.Sub(at)
		steep := math.Hypot(spot.Slope.X, spot.Slope.Y)
		if want := 9 + ArrowLength(steep); math.Abs(along.Len()-want) > 1e-6 {
			t.Errorf("arrow %d is %.1f long, want %.1f", i+1, along.Len(), want)
		}
		if dot := (along.X*-spot.Slope.X + along.Y*spot.Slope.Y) / along.Len() / steep; dot < 0.999 {
			t.Errorf("arrow %d does not point downhill: %.3f", i+1, dot)
		}
	}
	if got := ArrowLength(4); math.Abs(got-(10+13*math.Ln2)) > 1e-9 {
		t.Errorf("an arrow of slope 4 is %v long", got)
	}
}

// TestNamesKeepApart: the heights of probes do not lie over each other or over the discs.
func TestNamesKeepApart(t *testing.T) {
	l := level(t, "foggy_map")
	marks := recordedMap(t, Map{Level: l, State: played(t, l, probes(6)...), Opening: 1, Lit: -1}, nil)
	var names record.Marks
	for _, m := range marks.Of(record.Text) {
		if m.Text.Bold && strings.ContainsAny(m.Text.Text, ".") {
			names = append(names, m)
		}
	}
	if len(names) != 6 {
		t.Fatalf("the names are %v", names.Texts())
	}
	for i, a := range names {
		for _, b := range names[:i] {
			if a.Bounds.X0 < b.Bounds.X1 && b.Bounds.X0 < a.Bounds.X1 && a.Bounds.Y0 < b.Bounds.Y1 && b.Bounds.Y0 < a.Bounds.Y1 {
				t.Errorf("%q lies over %q", a.Text.Text, b.Text.Text)
			}
		}
	}
}

// TestProbed: a hole in the fog of the map is as wide as the disc of a probe; one that was taken back is closed.
func TestProbed(t *testing.T) {
	l := level(t, "foggy_map")
	fog := NewFog(width, mapUp, 1)
	s := played(t, l, append(probes(2), game.Action{Do: game.Back})...)
	marks := recordedMap(t, Map{Level: l, State: s, Opening: 1, Lit: -1}, fog)
	veil := marks.Of(record.Image)[0].Image.(*plot.Veil)
	at := func(x, y float64) uint8 {
		return veil.Cover[int((4.4-y)/8.8*mapUp)*width+int((x+6)/12*width)]
	}
	if at(0.1, -0.6) != 0 || at(0.1+0.8, -0.6) != 0 || at(0.1+1.05, -0.6) != 255 || at(1.9, -0.9) != 255 {
		t.Errorf("the fog is %d, %d, %d and %d", at(0.1, -0.6), at(0.9, -0.6), at(1.15, -0.6), at(1.9, -0.9))
	}
	if slices.Contains(marks.Texts(), "128.2") {
		t.Error("what was taken back is still told")
	}
	m := Map{Level: l}
	if p := m.Over(plot.Vec{X: width / 2, Y: 0}, width, mapUp); p != (surfaces.Point{X: 0, Y: 4.4}) {
		t.Errorf("the middle of the upper edge is %v", p)
	}
}

// TestRuns: the run of a try is drawn on the map, and the rivals that are watched.
func TestRuns(t *testing.T) {
	l := level(t, "off_the_saddle")
	w := l.Way.(game.Launch)
	s := played(t, l, w.Action("sgd", nil), w.Action("sgd", map[string]float64{game.Angle: 270, game.Length: 0.5}))
	for lit, ends := range map[int]surfaces.Point{0: {}, 1: l.Ground.Lowest().At} {
		m := Map{Level: l, State: s, Opening: 1, Lit: lit}
		want := m.at(record.New(width, mapUp), ends)
		if !slices.ContainsFunc(recordedMap(t, m, nil).In(plot.LightPalette().Accent), func(m record.Mark) bool {
			middle := plot.Vec{X: (m.Bounds.X0 + m.Bounds.X1) / 2, Y: (m.Bounds.Y0 + m.Bounds.Y1) / 2}
			return (m.Kind == record.Fill || m.Kind == record.Circle) && middle.Sub(want).Len() < 6
		}) {
			t.Errorf("try %d does not end at %v", lit+1, want)
		}
	}
	l = level(t, "foggy_map")
	s = played(t, l, probes(1)...)
	alone := recordedMap(t, Map{Level: l, State: s, Lifted: true, Lit: -1}, nil)
	watched := recordedMap(t, Map{Level: l, State: s, Lifted: true, Lit: -1, Rivals: l.Rivals(s.Spots[0].At), Head: 20}, nil)
	if len(watched) < len(alone)+6 {
		t.Error("the rivals are not seen")
	}
}

// TestExplodes: a run that leaves the picture ends with an arrow, and the lane says so.
func TestExplodes(t *testing.T) {
	l := level(t, "till_it_explodes")
	w := l.Way.(game.Brink)
	s := played(t, l, w.Action("sgd", map[string]float64{"lr": 7.1}))
	marks := recorded(t, Curve{Level: l, State: s, Lit: -1}, nil)
	if len(marks.In(red(plot.LightPalette())).Of(record.Fill)) != 1 || !slices.Contains(marks.Texts(), "explodes") {
		t.Errorf("the marks are\n%v", marks)
	}
}

// TestEveryLevelIsDrawn: before, while and after it is played, large and as a tile, in both palettes; every picture has
// other pixels than the one before.
func TestEveryLevelIsDrawn(t *testing.T) {
	for _, l := range append(game.Levels(), level(t, "2026-11-29")) {
		for _, pal := range []*plot.Palette{plot.DarkPalette(), plot.LightPalette()} {
			st := style(t, pal, 1)
			small, locked := image.NewRGBA(image.Rect(0, 0, TileWidth, TileHeight)), image.NewRGBA(image.Rect(0, 0, TileWidth, TileHeight))
			Tile(raster.New(small), st, l, false)
			Tile(raster.New(locked), st, l, true)
			if slices.Equal(small.Pix, locked.Pix) {
				t.Errorf("%s: a locked tile looks like an open one", l.Key)
			}
		}
		s := sketch(l)
		before, after := picture(t, l, l.Begin()), picture(t, l, s)
		if len(s.Actions) > 0 && slices.Equal(before.Pix, after.Pix) {
			t.Errorf("%s: what was played is not seen", l.Key)
		}
	}
}

func picture(t *testing.T, l *game.Level, s game.State) *image.RGBA {
	const w, h = 461, 338
	img, st := image.NewRGBA(image.Rect(0, 0, w, h)), style(t, plot.DarkPalette(), 0.5)
	if l.Ground.Flat {
		c := Curve{Level: l, State: s, Opening: 1, Lit: -1}
		c.DrawGround(raster.New(img), st)
		c.DrawOver(raster.New(img), st, NewFog(w, h, 0.5))
		return img
	}
	m := Map{Level: l, State: s, Opening: 1, Lit: -1, Field: NewField(context.Background(), l, w, h)}
	m.DrawGround(raster.New(img), st)
	m.DrawOver(raster.New(img), st, NewFog(w, h, 0.5))
	return img
}

// TestCard: so many stars are filled, the others hollow.
func TestCard(t *testing.T) {
	on, pal := record.New(width, curveUp), plot.LightPalette()
	Card{Title: "Valley found", Text: "within 0.02 of the lowest point", Stars: 2}.Draw(on, style(t, pal, 1))
	if full := on.Marks.In(gold(pal)).Of(record.Fill); len(full) != 2 {
		t.Errorf("%d stars are filled", len(full))
	}
	if _, ok := on.Marks.Find("Valley found"); !ok {
		t.Error("the title is missing")
	}
}
