package plot

import (
	"image/color"
	"math"
	"math/rand/v2"
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
	c := &sceneChanger{rng: rand.New(rand.NewPCG(seed, 0)), w: 230, h: 210}
	c.fields = []*Field{
		nil,
		NewField(sampled(peaks, peaksView, 120, 90), 24, LogSpacing),
		NewField(sampled(rosenbrock, peaksView, 60, 60), 24, QuantileSpacing),
		NewField(sampled(func(x, y float64) float64 { return math.Log(x) + y*y }, Rect{X0: -1, X1: 4, Y0: -3, Y1: 2}, 80, 80),
			12, LinearSpacing),
		NewField(sampled(func(x, y float64) float64 { return 3 }, peaksView, 20, 20), 24, LogSpacing),
		NewField(sampled(func(x, y float64) float64 { return math.NaN() }, peaksView, 20, 20), 24, LogSpacing),
		NewField(sampled(func(x, y float64) float64 { return 1e300 * x * y }, peaksView, 40, 40), 24, LogSpacing),
		{Grid: &Grid{}},
	}
	c.styles = []Style{{DarkPalette(), f, 1, 13, 0}, {LightPalette(), f, 1.3, 11, 0}, {DarkPalette(), nil, 2, 13, 0}}
	c.scene, c.style = Scene{View: peaksView, Field: c.fields[1]}, c.styles[0]
	return c
}

func (c *sceneChanger) point() Point {
	if odd := []float64{math.NaN(), math.Inf(1), -1e300, 1e300, 40}; c.rng.IntN(8) == 0 {
		return Point{X: odd[c.rng.IntN(len(odd))], Y: odd[c.rng.IntN(len(odd))]}
	}
	return Point{X: 8*c.rng.Float64() - 4, Y: 8*c.rng.Float64() - 4}
}

func (c *sceneChanger) trace() Trace {
	p := c.style.Palette
	t := Trace{Color: p.Racer(c.rng.IntN(8)), Glyph: Glyph(c.rng.IntN(int(glyphs))), Diverged: c.rng.IntN(2) == 0,
		Step: c.rng.IntN(1000), Faint: c.rng.IntN(4) == 0, Left: c.rng.IntN(3)}
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
	switch c.rng.IntN(23) {
	case 0:
		s.Field = c.fields[c.rng.IntN(len(c.fields))]
	case 1:
		s.View = Rect{X0: -3 + c.rng.Float64(), X1: 3 - c.rng.Float64(), Y0: -3, Y1: 3 * c.rng.Float64()}
	case 2:
		s.View = []Rect{
			peaksView, {}, {X0: 1, X1: 0, Y0: 0, Y1: 1}, {X0: 0, X1: math.Inf(1), Y0: 0, Y1: 1},
			{X0: 0, X1: 1e-300, Y0: 0, Y1: 1e300}, {X0: -1e308, X1: 1e308, Y0: 0, Y1: 1},
		}[c.rng.IntN(6)]
	case 3:
		c.style = c.styles[c.rng.IntN(len(c.styles))]
	case 4:
		c.w, c.h = 1+c.rng.IntN(300), 1+c.rng.IntN(300)
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
			Arms: [2]Point{{X: 0.6, Y: 0.8}, {X: -0.8, Y: 0.6}}, Label: "S1", End: c.rng.IntN(2) == 0})
	case 15:
		s.Key = KeyLowerRight - s.Key
	case 16:
		s.Still, s.Silent = !s.Still, c.rng.IntN(2) == 0
	case 17:
		s.Linked, s.Note = !s.Linked, []string{"", "-3.05"}[c.rng.IntN(2)]
	case 18:
		s.Veiled = !s.Veiled
	case 19:
		s.Frame = []color.RGBA{{}, c.style.Palette.Racer(2)}[c.rng.IntN(2)]
	case 12:
		s.Region = []*Region{nil, c.region()}[c.rng.IntN(2)]
	case 14:
		a, b := c.point(), c.point()
		s.Within = []*Rect{nil, {X0: min(a.X, b.X), X1: max(a.X, b.X), Y0: min(a.Y, b.Y), Y1: math.Inf(1)}}[c.rng.IntN(2)]
	case 13:
		s.Clouds = []*Cloud{c.cloud()}[:c.rng.IntN(2)]
	default:
		if len(s.Marks) > 0 {
			m := &s.Marks[c.rng.IntN(len(s.Marks))]
			m.Strong = !m.Strong
		}
	}
}
