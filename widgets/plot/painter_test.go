package plot

import (
	"image"
	"math"
	"math/rand/v2"
	"runtime"
	"testing"
)

// A sceneChanger makes sequences of scenes, each one change away from the last.
type sceneChanger struct {
	rng    *rand.Rand
	fields []*Field
	styles []Style
	scene  Scene
	style  Style
	w, h   int
}

func newSceneChanger(t *testing.T, seed uint64) *sceneChanger {
	f := testFont(t)
	c := &sceneChanger{rng: rand.New(rand.NewPCG(seed, 0)), w: 120, h: 90}
	c.fields = []*Field{
		nil,
		NewField(sampled(peaks, peaksView, 120, 90), 24, LogSpacing),
		NewField(sampled(rosenbrock, peaksView, 60, 60), 24, QuantileSpacing),
		NewField(sampled(func(x, y float64) float64 { return math.Log(x) + y*y }, Rect{-1, 4, -3, 2}, 80, 80), 12, LinearSpacing),
		NewField(sampled(func(x, y float64) float64 { return 3 }, peaksView, 20, 20), 24, LogSpacing),
		NewField(sampled(func(x, y float64) float64 { return math.NaN() }, peaksView, 20, 20), 24, LogSpacing),
		NewField(sampled(func(x, y float64) float64 { return 1e300 * x * y }, peaksView, 40, 40), 24, LogSpacing),
		{Grid: &Grid{}},
	}
	c.styles = []Style{{DarkPalette(), f, 1, 13}, {LightPalette(), f, 1.3, 11}, {DarkPalette(), nil, 2, 13}}
	c.scene, c.style = Scene{View: peaksView, Field: c.fields[1]}, c.styles[0]
	return c
}

func (c *sceneChanger) point() Point {
	if odd := []float64{math.NaN(), math.Inf(1), -1e300, 1e300, 40}; c.rng.IntN(8) == 0 {
		return Point{odd[c.rng.IntN(len(odd))], odd[c.rng.IntN(len(odd))]}
	}
	return Point{8*c.rng.Float64() - 4, 8*c.rng.Float64() - 4}
}

func (c *sceneChanger) trace() Trace {
	p := c.style.Palette
	t := Trace{Color: p.Racer(c.rng.IntN(8)), Glyph: Glyph(c.rng.IntN(int(glyphs))), Diverged: c.rng.IntN(2) == 0,
		Step: c.rng.IntN(1000), Faint: c.rng.IntN(4) == 0}
	for range c.rng.IntN(20) {
		t.Pts = append(t.Pts, c.point())
	}
	for range c.rng.IntN(20) - 8 {
		t.Shadow = append(t.Shadow, c.point())
	}
	t.Head = []float64{math.NaN(), -3, 0, 30, math.Inf(1), 20 * c.rng.Float64()}[c.rng.IntN(6)]
	return t
}

func (c *sceneChanger) region() *Region {
	r := &Region{Color: c.style.Palette.Accent}
	for i := range 1 + c.rng.IntN(6) {
		s := Stroke{Radius: c.rng.Float64(), Height: 2 * c.rng.Float64(), Erase: i%3 == 1}
		for range c.rng.IntN(5) {
			s.Pts = append(s.Pts, c.point())
		}
		r.Strokes = append(r.Strokes, s)
	}
	return r
}

func (c *sceneChanger) cloud() *Cloud {
	cloud := &Cloud{Color: c.style.Palette.Racer(1), Dot: float64(c.rng.IntN(2))}
	for range c.rng.IntN(50) {
		cloud.Pts = append(cloud.Pts, c.point())
	}
	return cloud
}

// change changes one thing. Marks are changed in place sometimes, as a caller
// might who reuses a slice between two draws.
func (c *sceneChanger) change() {
	s := &c.scene
	switch c.rng.IntN(16) {
	case 0:
		s.Field = c.fields[c.rng.IntN(len(c.fields))]
	case 1:
		s.View = Rect{-3 + c.rng.Float64(), 3 - c.rng.Float64(), -3, 3 * c.rng.Float64()}
	case 2:
		s.View = []Rect{peaksView, {}, {1, 0, 0, 1}, {0, math.Inf(1), 0, 1}, {0, 1e-300, 0, 1e300}, {-1e308, 1e308, 0, 1}}[c.rng.IntN(6)]
	case 3:
		c.style = c.styles[c.rng.IntN(len(c.styles))]
	case 4:
		c.w, c.h = 1+c.rng.IntN(150), 1+c.rng.IntN(150)
	case 5:
		s.Ticks = !s.Ticks
	case 6:
		s.Title = []string{"", "Peaks", "Rosenbrock"}[c.rng.IntN(3)]
	case 7:
		s.Busy = !s.Busy
	case 8:
		p := c.point()
		s.Start = &p
	case 9:
		p := c.point()
		s.Cross = &p
	case 10:
		s.Traces = append(s.Traces[:min(len(s.Traces), 3):min(len(s.Traces), 3)], c.trace())
	case 11:
		s.Marks = append(s.Marks[:min(len(s.Marks), 4):min(len(s.Marks), 4)], Mark{Kind: MarkKind(c.rng.IntN(5)), At: c.point(),
			Arms: [2]Point{{0.6, 0.8}, {-0.8, 0.6}}, Label: "S1"})
	case 12:
		s.Region = []*Region{nil, c.region()}[c.rng.IntN(2)]
	case 13:
		s.Clouds = []*Cloud{c.cloud()}[:c.rng.IntN(2)]
	default:
		if len(s.Marks) > 0 {
			m := &s.Marks[c.rng.IntN(len(s.Marks))]
			m.Strong = !m.Strong
		}
	}
}

// What a Painter keeps never shows: each picture of a sequence is the one drawn
// from nothing.
func TestPainterDrawsWhatImageDraws(t *testing.T) {
	for seed := range uint64(6) {
		c := newSceneChanger(t, seed)
		var p Painter
		var dst *image.RGBA
		for step := range 70 {
			c.change()
			if dst == nil || dst.Rect.Dx() != c.w || dst.Rect.Dy() != c.h {
				dst = image.NewRGBA(image.Rect(0, 0, c.w, c.h))
			}
			p.Draw(dst, c.scene, c.style)
			want := c.scene.Image(c.style, c.w, c.h)
			if _, wrong, worst := comparePictures(dst, want); wrong > 0 {
				t.Fatalf("seed %d, step %d: %d pixels differ, by up to %d", seed, step, wrong, worst)
			}
			for i := 3; i < len(dst.Pix); i += 4 {
				if dst.Pix[i] != 255 {
					t.Fatalf("seed %d, step %d: pixel %d is not opaque", seed, step, i/4)
				}
			}
		}
	}
}

func TestPainterKeepsWhatStays(t *testing.T) {
	st := styles(t)["dark"]
	s := peaksScene(st.Palette, 100, 100)
	var p Painter
	dst := blank(100, 100, black)
	p.Draw(dst, s, st)
	// Marked, so that it shows whether it is drawn anew.
	p.ground.pic.SetRGBA(3, 3, white)
	p.furnished.pic.SetRGBA(5, 5, white)
	p.labelled.pic.SetRGBA(7, 7, white)
	s.Traces[0].Head = 5
	p.Draw(dst, s, st)
	if dst.RGBAAt(7, 7) != white {
		t.Error("the labels were drawn anew when only a head moved")
	}
	s.Traces[0].Head, s.Start, s.Cross, s.Busy = 3, nil, &Point{0, 0}, true
	p.Draw(dst, s, st)
	if dst.RGBAAt(5, 5) != white {
		t.Error("the furniture was drawn anew when only a head moved")
	}
	s.Marks = append([]Mark(nil), s.Marks...)
	s.Marks[0].Strong = true
	p.Draw(dst, s, st)
	if dst.RGBAAt(5, 5) == white || dst.RGBAAt(3, 3) != white {
		t.Error("a hovered mark should renew the furniture and keep the ground")
	}
}

func TestPictureWithoutPixels(t *testing.T) {
	st := styles(t)["dark"]
	s := peaksScene(st.Palette, 20, 20)
	for _, size := range [][2]int{{0, 0}, {0, 5}, {5, 0}, {1, 1}} {
		pic := s.Image(st, size[0], size[1])
		if pic.Rect.Dx() != size[0] || pic.Rect.Dy() != size[1] {
			t.Errorf("asked for %v, got %v", size, pic.Rect)
		}
	}
}

// A racer out of view is told by an arrow at the edge, never by a head there as
// if it were on the map; one that diverged has its step beside it.
func TestLeavingTheMap(t *testing.T) {
	st := styles(t)["dark"]
	s := Scene{View: Rect{0, 1, 0, 1}}
	run := Trace{Pts: []Point{{0.5, 0.5}, {0.6, 0.5}, {1e200, 0.5}}, Head: 2, Color: st.Palette.Racer(0), Glyph: Disc}
	c := canvas{blank(200, 200, black), s, st}
	w := c.wayOf(run)
	if !w.leaves || math.Abs(w.edge.at.X-200) > 1e-9 || math.Abs(w.edge.at.Y-100) > 1e-9 || w.edge.along != (Vec{1, 0}) {
		t.Errorf("the run leaves at %+v, not at (200, 100) to the right", w.edge)
	}
	arrow := func(t Trace) *image.RGBA {
		with := s
		with.Traces = []Trace{t}
		return with.Image(st, 200, 200)
	}
	plain := arrow(run)
	run.Diverged, run.Step = true, 2
	_, written, _ := comparePictures(arrow(run), plain)
	if written < 40 {
		t.Errorf("only %d pixels tell the step", written)
	}
	run.Head = 1
	before := arrow(run)
	run.Diverged = false
	if _, wrong, _ := comparePictures(arrow(run), before); wrong > 0 {
		t.Error("the verdict is shown before the run ended")
	}
}

// Racers that leave side by side are all told about, apart from one another and
// from heads, arrows and ways.
func TestVerdictsKeepApart(t *testing.T) {
	for name, st := range styles(t) {
		size := int(300 * st.Scale)
		for _, end := range []Point{{40, 0}, {40, 35}, {-3, 60}, {0.4, 0.1}} {
			s := Scene{View: Rect{-1, 1, -1, 1}}
			for i := range 5 {
				off := 0.03 * float64(i)
				s.Traces = append(s.Traces, Trace{Pts: []Point{{-0.5, -0.5}, {0, off}, {end.X, end.Y + off}}, Head: 2,
					Diverged: true, Step: 7 + i, Color: white})
			}
			c := canvas{blank(size, size, black), s, st}
			var ways []way
			var taken []Box
			for _, tr := range s.Traces {
				w := c.wayOf(tr)
				ways = append(ways, w)
				taken = append(taken, c.head(tr, w)...)
			}
			o := c.verdictObstacles(ways, taken)
			written := c.verdicts(ways, taken)
			if len(written) != len(s.Traces) {
				t.Fatalf("%s, to %v: something is said of %d racers only", name, end, len(written))
			}
			for i, b := range written {
				if o.block(b) || b.meetsAny(written[:i]) || !b.within(c.frame(0)) {
					t.Errorf("%s, to %v: what is said of racer %d lies on something else", name, end, i)
				}
			}
		}
	}
}

func TestHeadIsInterpolated(t *testing.T) {
	c := canvas{blank(100, 100, black), Scene{View: Rect{0, 1, 0, 1}}, styles(t)["dark"]}
	run := Trace{Pts: []Point{{0, 0}, {0.4, 0.2}, {0.8, 1}}, Head: 1.25}
	w := c.wayOf(run)
	if got, want := w.shown, (Vec{50, 60}); got.Sub(want).Len() > 1e-9 {
		t.Errorf("the head is at %v, not %v", got, want)
	}
	if len(w.pts) != 3 || w.ended {
		t.Errorf("the way has %d points, ended %t", len(w.pts), w.ended)
	}
	run.Pts[2].X = math.NaN()
	if w = c.wayOf(run); w.shown != (Vec{40, 80}) || !w.ended {
		t.Errorf("towards NaN the head is at %v, ended %t", w.shown, w.ended)
	}
}

// The cores share a picture out; how many there are does not show.
func TestPictureDoesNotDependOnTheCores(t *testing.T) {
	st := styles(t)["dark"]
	s := raceScene(st.Palette, 150, 5000)
	want := s.Image(st, 150, 150)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, cores := range []int{1, 3, 8} {
		runtime.GOMAXPROCS(cores)
		if _, wrong, _ := comparePictures(s.Image(st, 150, 150), want); wrong > 0 {
			t.Errorf("%d cores draw %d pixels differently", cores, wrong)
		}
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
			t.Pts = append(t.Pts, Point{r*cos + 0.05*float64(i), r * sin})
		}
		s.Traces = append(s.Traces, t)
	}
	return s
}

func benchmarkPainter(b *testing.B, scale, length float64) {
	st := Style{DarkPalette(), testFont(b), scale, 13}
	size := int(900 * scale)
	s := raceScene(st.Palette, size, length)
	var p Painter
	dst := blank(size, size, black)
	p.Draw(dst, s, st)
	b.ReportAllocs()
	for b.Loop() {
		p.Draw(dst, s, st)
	}
}

func BenchmarkPainterDraw(b *testing.B)      { benchmarkPainter(b, 1, 1200) }
func BenchmarkPainterDrawWild(b *testing.B)  { benchmarkPainter(b, 1, 5000) }
func BenchmarkPainterDrawHiDPI(b *testing.B) { benchmarkPainter(b, 2, 1200) }
