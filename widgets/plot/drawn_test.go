package plot_test

import (
	"image"
	"math"
	"slices"
	"strings"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

// What these tests ask is what is drawn and where, and not how it looks in pixels.

var unit = plot.Rect{X1: 1, Y1: 1}

// drawn records a scene on 100 by 100 device units.
func drawn(t *testing.T, s plot.Scene) record.Marks {
	return record.Scene(s, plot.Styles(t)["dark"], 100, 100)
}

// reach is how much of the picture's width pieces of a line cover, as long as they do not overlap.
func reach(m record.Mark) (sum float64) {
	for _, l := range m.Pieces {
		if a, b, ok := (plot.Box{X1: 100, Y1: 100}).Clip(l.A, l.B); ok {
			sum += b.X - a.X
		}
	}
	return sum
}

// A curve is where its points are; a dashed one has gaps of the length of its dashes, and NaN leaves one too.
func TestCurves(t *testing.T) {
	s := plot.Scene{View: unit, Curves: []plot.Curve{{Pts: []plot.Point{{X: 0, Y: 0.5}, {X: 1, Y: 0.5}}, Color: white, Width: 2}}}
	line := func() record.Mark {
		lines := drawn(t, s).Of(record.Stroke)
		if len(lines) != 1 || lines[0].Color != white || lines[0].Width != 2 {
			t.Fatalf("a curve is drawn as\n%s", lines)
		}
		return lines[0]
	}
	if m := line(); reach(m) != 100 || m.Bounds != (plot.Box{X0: 0, Y0: 50, X1: 100, Y1: 50}) {
		t.Errorf("a level line is %s", m)
	}
	s.Curves[0].Dashed = true
	if m := line(); math.Abs(reach(m)-50) > 1e-6 || len(m.Pieces) != 10 {
		t.Errorf("a dashed line covers %v in %d dashes", reach(m), len(m.Pieces))
	}
	s.Curves[0].Dashed = false
	s.Curves[0].Pts = []plot.Point{{X: 0, Y: 0.5}, {X: 0.3, Y: 0.5}, {X: math.NaN()}, {X: 0.7, Y: 0.5}, {X: 1, Y: 0.5}}
	if m := line(); math.Abs(reach(m)-60) > 1e-6 {
		t.Errorf("a line with a gap covers %v", reach(m))
	}
	// Far away and enormous is no reason to take for ever.
	s.Curves[0].Pts = []plot.Point{{X: -1e12, Y: 0.5}, {X: 1e12, Y: 0.5}, {X: 1e300, Y: 1e300}}
	s.Curves[0].Dashed = true
	if m := line(); len(m.Pieces) > 100 {
		t.Errorf("%d dashes of which a hundred device units are seen", len(m.Pieces))
	}
}

// Points of a cloud are seen alone, and stronger where they are many.
func TestClouds(t *testing.T) {
	cloud := &plot.Cloud{Color: white}
	for range 60 {
		cloud.Pts = append(cloud.Pts, plot.Point{X: 0.255, Y: 0.505})
	}
	cloud.Pts = append(cloud.Pts, plot.Point{X: 0.755, Y: 0.505}, plot.Point{X: math.NaN()}, plot.Point{X: 1e300})
	veils := drawn(t, plot.Scene{View: unit, Clouds: []*plot.Cloud{cloud}}).Of(record.Image)
	if len(veils) != 2 {
		t.Fatalf("halos and points are %d images", len(veils))
	}
	veil := veils[1].Image.(*plot.Veil)
	cover := func(x, y int) uint32 { _, _, _, a := veil.At(x, y).RGBA(); return a >> 8 }
	if many, one, none := cover(25, 49), cover(75, 49), cover(50, 49); many != 255 || one < 180 || one > 220 || none != 0 {
		t.Errorf("many points cover %d, one %d, none %d", many, one, none)
	}
}

// Points of a size of their own are discs or rings, and lie over the curves or under them.
func TestDots(t *testing.T) {
	line := plot.Curve{Pts: []plot.Point{{X: 0, Y: 0.5}, {X: 1, Y: 0.5}}, Color: plot.RGB(0xff0000), Width: 2}
	for _, c := range []struct {
		cloud plot.Cloud
		want  []record.Kind
	}{
		{plot.Cloud{Dot: 6}, []record.Kind{record.Stroke, record.Circle}},
		{plot.Cloud{Dot: 6, Ring: true}, []record.Kind{record.Stroke, record.Ring}},
		{plot.Cloud{Dot: 6, Below: true}, []record.Kind{record.Circle, record.Stroke}},
	} {
		c.cloud.Pts, c.cloud.Color = []plot.Point{{X: 0.5, Y: 0.5}}, white
		marks := drawn(t, plot.Scene{View: unit, Curves: []plot.Curve{line}, Clouds: []*plot.Cloud{&c.cloud}})
		var kinds []record.Kind
		for _, m := range marks.Of(record.Stroke, record.Circle, record.Ring) {
			kinds = append(kinds, m.Kind)
		}
		if !slices.Equal(kinds, c.want) {
			t.Errorf("%+v over a curve is drawn as\n%s", c.cloud, marks)
		}
		dot := marks.In(white)[0]
		if dot.Radius != 6 || dot.At != (plot.Vec{X: 50, Y: 50}) {
			t.Errorf("a dot is %s", dot)
		}
	}
}

// A faint curve is half seen, and has no halo.
func TestFaintCurves(t *testing.T) {
	curve := plot.Curve{Pts: []plot.Point{{X: 0, Y: 0.5}, {X: 1, Y: 0.5}}, Color: white, Width: 2}
	faint := curve
	faint.Faint = true
	lines := drawn(t, plot.Scene{View: unit, Curves: []plot.Curve{curve, faint}}).Of(record.Stroke)
	if full := lines[0]; full.Color.A != 255 || full.Pen.Reach <= 0 || full.Pen.Halo.A == 0 {
		t.Errorf("a curve is %s", full)
	}
	if half := lines[1]; half.Color.A < 120 || half.Color.A > 135 || half.Pen.Reach != 0 {
		t.Errorf("a faint one is %s", half)
	}
}

// The second way lies where its points are, up to the playhead, and below the first one.
func TestShadow(t *testing.T) {
	s := plot.Scene{View: unit, Traces: []plot.Trace{{
		Pts: []plot.Point{{X: 0, Y: 0.5}, {X: 1, Y: 0.5}, {X: 1, Y: 0.6}}, Color: white, Head: 1,
		Shadow: []plot.Point{{X: 0.25, Y: 0.75}, {X: 0.5, Y: 0.75}, {X: 0.5, Y: 0.25}},
	}}}
	ways := func() record.Marks { return drawn(t, s).In(white).Of(record.Stroke) }
	if got := ways(); len(got) != 2 || got[0].Bounds != (plot.Box{X0: 25, Y0: 25, X1: 50, Y1: 25}) || got[1].At.Y != 50 {
		t.Errorf("at step 1 there are\n%s", got)
	}
	s.Traces[0].Head = 2
	if got := ways(); got[0].Bounds != (plot.Box{X0: 25, Y0: 25, X1: 50, Y1: 75}) {
		t.Errorf("at step 2 the second way is %s", got[0])
	}
	s.Traces[0].Shadow = nil
	if got := ways(); len(got) != 1 {
		t.Errorf("without a second way there are\n%s", got)
	}
}

// The arrow to a start out of view says what that is.
func TestStartOutOfViewIsNamed(t *testing.T) {
	s := plot.Scene{View: plot.Rect{X0: -1, X1: 1, Y0: -1, Y1: 1}, Start: &plot.Point{X: 5}}
	for as, want := range map[string]string{"": "start", "setting": "setting"} {
		s.StartAs = as
		if got := drawn(t, s).Texts(); !slices.Equal(got, []string{want}) {
			t.Errorf("as %q it is named %q", as, got)
		}
	}
	s.Start.X = 0
	if got := drawn(t, s).Texts(); len(got) != 0 {
		t.Errorf("in view it is named %q", got)
	}
}

// A minimum among many is a dot, smaller than any sign.
func TestCrowdHasDots(t *testing.T) {
	crowd := plot.LatticeScene(5)
	last := crowd.Marks[len(crowd.Marks)-1] // a minimum in the corner
	about := func(marks []plot.Mark) (rings, dots record.Marks) {
		s := plot.Scene{View: crowd.View, Marks: marks}
		x, y := s.ToPixel(last.At, 400, 400)
		for _, m := range record.Scene(s, plot.Styles(t)["dark"], 400, 400) {
			switch {
			case m.At != plot.Vec{X: x, Y: y}:
			case m.Kind == record.Ring:
				rings = append(rings, m)
			case m.Kind == record.Circle:
				dots = append(dots, m)
			}
		}
		return rings, dots
	}
	alone, _ := about([]plot.Mark{last})
	if len(alone) != 2 || alone[0].Radius != 3.3 {
		t.Errorf("alone it is\n%s", alone)
	}
	if rings, dots := about(crowd.Marks); len(rings) != 0 || len(dots) != 2 || dots[1].Radius >= 2 {
		t.Errorf("among many it is\n%s%s", rings, dots)
	}
}

// Every isoline is a line of its level, every fifth is heavier and has its value.
func TestIsolinesAndTheirValues(t *testing.T) {
	s := plot.PeaksScene(plot.DarkPalette(), 300, 300)
	marks := record.Layer(plot.FurnitureLayer, plot.Scene{View: s.View, Field: s.Field}, plot.Styles(t)["dark"], 300, 300)
	widths := map[float64]int{}
	for _, m := range marks.Of(record.Stroke) {
		widths[m.Width]++
	}
	if levels := len(s.Field.Levels); widths[1]+widths[1.3] != levels || widths[1.3] < levels/5 || widths[1.3] > levels/5+1 {
		t.Errorf("%d levels are drawn in lines of these widths: %v", len(s.Field.Levels), widths)
	}
	for _, m := range marks.Of(record.Text) {
		known := slices.ContainsFunc(s.Field.Levels, func(level float64) bool { return plot.Number(level) == m.Text.Text })
		if !known || m.Text.Along == (plot.Vec{}) {
			t.Errorf("%s is no value along its line", m)
		}
	}
	if len(marks.Texts()) == 0 {
		t.Error("no line has its value")
	}
}

// The ground is a picture of a pixel for each device unit, or plain where there is no field.
func TestGroundIsAPicture(t *testing.T) {
	s := plot.PeaksScene(plot.DarkPalette(), 50, 50)
	ground := record.Layer(plot.GroundLayer, s, plot.Styles(t)["dark"], 120, 90)
	if len(ground) != 1 || ground[0].Kind != record.Image || ground[0].Image.Bounds() != image.Rect(0, 0, 120, 90) {
		t.Errorf("the ground is\n%s", ground)
	}
	s.Field = nil
	ground = record.Layer(plot.GroundLayer, s, plot.Styles(t)["dark"], 120, 90)
	if ground.String() != "box 0.0 0.0 to 120.0 90.0 #0e1522\n" {
		t.Errorf("without a field the ground is\n%s", ground)
	}
}

// Where there is no room for all groups, the first ones are named.
func TestLegendKeepsItsBeginning(t *testing.T) {
	c := plot.Arrivals(t, plot.DarkPalette(), 1)
	named := func(width int) (list string) {
		marks := record.Chart(c, width, 150, -1, -1)
		for _, g := range c.Bars.Groups {
			if m, ok := marks.Find(g.Short); ok && m.At.Y < 20 { // above the plot
				list += g.Short[:1]
			}
		}
		return list
	}
	for width, want := range map[int]string{400: "ABC", 310: "AB", 260: "A", 190: ""} {
		if got := named(width); got != want {
			t.Errorf("%d wide: %q are named, want %q", width, got, want)
		}
	}
}

// Every bar is as high as the axis says its count is, one group upon the other, and edges lie between pixels.
func TestBarsAreAsHighAsTheirCounts(t *testing.T) {
	for _, scale := range []float64{1, 2} {
		c := plot.Arrivals(t, plot.DarkPalette(), scale)
		on := record.New(420*scale, 200*scale)
		var d plot.DrawnChart
		d.Draw(on, c)
		for k := range c.Bars.Groups[0].Counts {
			middle, below := (float64(k)+0.4)*float64(c.Bars.Width), 0
			foot := math.Round(plot.PlaceOf(&d, middle, 0).Y)
			for _, g := range c.Bars.Groups {
				if g.Counts[k] == 0 {
					continue
				}
				bar, ok := barAt(on.Marks.In(g.Color), plot.PlaceOf(&d, middle, 0).X)
				below += g.Counts[k]
				top := plot.PlaceOf(&d, middle, float64(below)).Y
				switch b := bar.Bounds; {
				case !ok:
					t.Errorf("scale %v: bar %d of %s is not drawn", scale, k, g.Name)
				case b.Y1 != foot || math.Abs(b.Y0-top) > 1.01:
					t.Errorf("scale %v: bar %d of %s is %s, want it from %v up to %.1f", scale, k, g.Name, bar, foot, top)
				case b.X0 != math.Trunc(b.X0) || b.X1 != math.Trunc(b.X1) || b.Y0 != math.Trunc(b.Y0):
					t.Errorf("scale %v: bar %d of %s, %s, ends within a pixel", scale, k, g.Name, bar)
				}
				foot = bar.Bounds.Y0
			}
		}
	}
}

// barAt is the polygon that covers an abscissa.
func barAt(marks record.Marks, x float64) (record.Mark, bool) {
	for _, m := range marks.Of(record.Fill) {
		if len(m.Points) >= 4 && m.Bounds.X0 <= x && x <= m.Bounds.X1 && m.Bounds.Y0 > 20 { // below the legend
			return m, true
		}
	}
	return record.Mark{}, false
}

func TestSparkOfNothing(t *testing.T) {
	for _, ys := range [][]float64{nil, {math.NaN()}, {math.Inf(1), math.Inf(-1)}} {
		on := record.New(40, 20)
		plot.Spark(on, ys, white, 1)
		if len(on.Marks) != 0 {
			t.Errorf("of %v is drawn\n%s", ys, on.Marks)
		}
	}
	on := record.New(2, 2)
	plot.Spark(on, []float64{1, 2}, white, 1) // no room
	if len(on.Marks) != 0 {
		t.Errorf("without room is drawn\n%s", on.Marks)
	}
}

// The values under the pointer stand on a box of their own, over everything else.
func TestHoverListsTheValues(t *testing.T) {
	c := plot.RaceChart(t, plot.DarkPalette(), 1, 3)
	marks := record.Chart(c, 500, 190, -1, 70)
	i := slices.IndexFunc(marks, func(m record.Mark) bool { return m.Kind == record.Box && m.Radius > 0 })
	if i < 0 {
		t.Fatalf("no box with round corners in\n%s", marks)
	}
	list := marks[i:]
	texts := list.Texts()
	if texts[0] != "step 70" || len(texts) != 1+2*len(c.Series) {
		t.Errorf("listed is %q", texts)
	}
	for k, s := range c.Series {
		if texts[1+2*k] != s.Name || len(list.In(s.Color)) == 0 {
			t.Errorf("series %d is listed as %q", k, texts[1+2*k])
		}
	}
	for _, m := range list {
		if b, in := m.Bounds, list[0].Bounds; b.X0 < in.X0 || b.X1 > in.X1 || b.Y0 < in.Y0 || b.Y1 > in.Y1 {
			t.Errorf("%s is not on %s", m, list[0])
		}
	}
}

// Equal scenes give equal marks, and a scene is drawn in the order of its layers.
func TestSceneIsItsLayers(t *testing.T) {
	st := plot.Styles(t)["light"]
	s := plot.ValleyScene(st.Palette, 100, 100)
	var layers strings.Builder
	for l := plot.GroundLayer; l <= plot.LiveLayer; l++ {
		layers.WriteString(record.Layer(l, s, st, 200, 200).String())
	}
	if got := record.Scene(s, st, 200, 200).String(); got != layers.String() || got != record.Scene(s, st, 200, 200).String() {
		t.Errorf("the scene is\n%s\nand its layers\n%s", got, &layers)
	}
}
