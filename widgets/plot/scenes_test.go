package plot

import (
	"math"
	"math/rand/v2"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
)

const glyphs = Ring + 1

// descend is plain gradient descent with momentum by numerical differences:
// something to draw.
func descend(f func(x, y float64) float64, from Point, lr, momentum float64, steps int) []Point {
	const h = 1e-5
	pts := []Point{from}
	var v Point
	for range steps {
		p := pts[len(pts)-1]
		g := Point{X: (f(p.X+h, p.Y) - f(p.X-h, p.Y)) / (2 * h), Y: (f(p.X, p.Y+h) - f(p.X, p.Y-h)) / (2 * h)}
		v = Point{X: momentum*v.X + g.X, Y: momentum*v.Y + g.Y}
		pts = append(pts, Point{X: p.X - lr*v.X, Y: p.Y - lr*v.Y})
	}
	return pts
}

var peaksMarks = []Mark{
	{Kind: BestMark, At: Point{X: 0.2283, Y: -1.6255}, Label: "A"},
	{Kind: MinimumMark, At: Point{X: -1.3474, Y: 0.2045}, Label: "B"},
	{Kind: MinimumMark, At: Point{X: 0.2964, Y: 0.3202}, Label: "C"},
	{Kind: SaddleMark, At: Point{X: -0.2657, Y: 0.4668}, Label: "S1", Strong: true,
		Arms: [2]Point{{X: 0.9, Y: -0.436}, {X: 0.436, Y: 0.9}}},
	{Kind: SaddleMark, At: Point{X: 1.0984, Y: 0.8546}, Label: "S2", Arms: [2]Point{{X: 0.6, Y: 0.8}, {X: -0.8, Y: 0.6}}},
	{Kind: SaddleMark, At: Point{X: 0.4158, Y: -0.3953}, Label: "S3", Arms: [2]Point{{X: 1, Y: 0}, {X: 0, Y: 1}}},
	{Kind: MaximumMark, At: Point{X: -0.0093, Y: 1.5814}},
	{Kind: MaximumMark, At: Point{X: 1.2857, Y: -0.0048}},
	{Kind: MaximumMark, At: Point{X: -0.46, Y: -0.6292}},
}

// peaksScene is a race over Peaks.
func peaksScene(p *Palette, w, h int) Scene {
	start := Point{X: -0.1, Y: 1}
	s := Scene{View: peaksView, Field: NewField(sampled(peaks, peaksView, w, h), 24, LogSpacing),
		Marks: peaksMarks, Start: &start, Ticks: true}
	for i, run := range []struct{ lr, momentum float64 }{{0.012, 0}, {0.008, 0.9}, {0.03, 0.3}, {0.06, 0}} {
		from := Point{X: start.X + 0.01*float64(i), Y: start.Y}
		s.Traces = append(s.Traces, Trace{Pts: descend(peaks, from, run.lr, run.momentum, 140), Head: 86.5,
			Color: p.Racer(i), Glyph: RacerGlyph(i)})
	}
	return s
}

// logScene has no values where x <= 0 nor in a disc, and a run that leaves there.
func logScene(p *Palette, w, h int) Scene {
	f := func(x, y float64) float64 {
		if math.Hypot(x-2.2, y-1) < 0.45 {
			return math.NaN()
		}
		return math.Log(x) + x*x/4 + y*y/2
	}
	view := Rect{X0: -1, X1: 3, Y0: -2, Y1: 2}
	lost := []Point{
		{X: 2, Y: -1.2}, {X: 1.6, Y: -0.9}, {X: 1.2, Y: -0.6}, {X: 0.75, Y: -0.35}, {X: 0.25, Y: -0.1}, {X: math.NaN(), Y: 0},
	}
	return Scene{View: view, Field: NewField(sampled(f, view, w, h), 24, LogSpacing), Ticks: true,
		Start: &Point{X: 2, Y: -1.2}, Busy: true,
		Traces: []Trace{{Pts: lost, Head: 5, Color: p.Racer(2), Glyph: RacerGlyph(2), Diverged: true, Step: 5}}}
}

// valleyScene has runs that leave the map, one of them for good, and a start
// out of view.
func valleyScene(p *Palette, w, h int) Scene {
	view := Rect{X0: -2, X1: 2, Y0: -1, Y1: 3}
	wild := []Point{
		{X: -1.2, Y: 1}, {X: -0.9, Y: 1.4}, {X: -1.5, Y: 0.4}, {X: 0.2, Y: 2.1}, {X: 8, Y: -3},
		{X: -4e5, Y: 2e9}, {X: 1e300, Y: -1e300},
	}
	return Scene{View: view, Field: NewField(sampled(rosenbrock, view, w, h), 24, LogSpacing),
		Ticks: true, Start: &Point{X: 3, Y: 4.1}, Cross: &Point{X: 0.6, Y: -0.4}, Title: "Rosenbrock",
		Marks: []Mark{
			{Kind: BestMark, At: Point{X: 1, Y: 1}, Label: "A"}, {Kind: MinimumMark, At: Point{X: 1.97, Y: -0.96}, Label: "edge"},
			{Kind: DegenerateMark, At: Point{X: -1.5, Y: -0.5}, Label: "D1"},
		},
		Traces: []Trace{
			{Pts: wild, Head: 6, Color: p.Racer(0), Glyph: RacerGlyph(0), Diverged: true, Step: 7},
			{Pts: descend(rosenbrock, Point{X: -1.2, Y: 1}, 0.0015, 0.5, 300), Head: 300, Color: p.Racer(1), Glyph: RacerGlyph(1)},
			{Pts: []Point{{X: -1.2, Y: 1}, {X: -0.5, Y: 0}, {X: 0.5, Y: -2}}, Head: 1.9, Color: p.Racer(3), Glyph: RacerGlyph(3)},
			{Pts: []Point{{X: -1.2, Y: 1}, {X: -1.4, Y: 2}, {X: -1.3, Y: 2.4}}, Head: 2,
				Color: p.Racer(4), Glyph: RacerGlyph(4), Faint: true},
		}}
}

// zoomedScene shows a part of the field, and beyond it, before a newer one came.
func zoomedScene(p *Palette, w, h int) Scene {
	s := peaksScene(p, w, h)
	s.View = Rect{X0: -0.5, X1: 4, Y0: -2.6, Y1: 1.9}
	return s
}

// testFont is a font that every machine with the module cache has.
func testFont(t testing.TB) *Font {
	t.Helper()
	f, err := NewFont(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// styles are those of the golden pictures.
func styles(t testing.TB) map[string]Style {
	f := testFont(t)
	return map[string]Style{
		"dark":       {DarkPalette(), f, 1, 13, 0},
		"light":      {LightPalette(), f, 1, 13, 0},
		"dark-hidpi": {DarkPalette(), f, 2, 13, 0},
	}
}

// raceScene is a race of eight over 500 steps. Each way is length pixels long,
// at 900 x 900, and winds around the map.
func raceScene(p *Palette, size int, length float64) Scene {
	s := peaksScene(p, size, size)
	s.Traces = nil
	for i := range 8 {
		t := Trace{Head: 499.5, Color: p.Racer(i), Glyph: RacerGlyph(i)}
		for k := range 500 {
			sin, cos := math.Sincos(length/500/187*float64(k) + float64(i))
			r := 2.5 * float64(500-k) / 500
			t.Pts = append(t.Pts, Point{X: r*cos + 0.05*float64(i), Y: r * sin})
		}
		s.Traces = append(s.Traces, t)
	}
	return s
}

// swarmScene is a swarm over Peaks that has come together in places, and the region where it began.
func swarmScene(p *Palette, w, h, runs int) Scene {
	s := Scene{View: peaksView, Field: NewField(sampled(peaks, peaksView, w, h), 24, LogSpacing), Marks: peaksMarks, Ticks: true}
	random := rand.New(rand.NewPCG(3, 4))
	cloud := &Cloud{Color: p.Racer(3)}
	for i := range runs {
		at, wide := peaksMarks[i%3].At, 0.15
		if i%4 == 3 {
			at, wide = Point{X: 1.5, Y: 1}, 0.8
		}
		cloud.Pts = append(cloud.Pts, Point{X: at.X + wide*random.NormFloat64(), Y: at.Y + wide*random.NormFloat64()})
	}
	s.Clouds = []*Cloud{cloud}
	s.Region = &Region{Color: p.Accent, Strokes: []Stroke{
		{Pts: []Point{{X: -2, Y: 2}, {X: -1.5, Y: 1.2}, {X: -0.5, Y: 1.8}, {X: 0, Y: 2.4}}, Radius: 0.4, Height: 0.4},
		{Pts: []Point{{X: 2, Y: -2}}, Radius: 0.8, Height: 0.3},
		{Pts: []Point{{X: -1.2, Y: 3}, {X: -1, Y: 0}}, Radius: 0.15, Height: 0.15, Erase: true},
		{Pts: []Point{{X: 1.6, Y: -2}}, Radius: 0.2, Height: 0.2, Erase: true},
	}}
	return s
}
