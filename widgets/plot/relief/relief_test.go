package relief

import (
	"context"
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/resources"
	"descentlab/widgets/plot"
)

// field samples a function in a window of three units about the origin.
func field(n int, s plot.Spacing, f func(x, y float64) float64) *plot.Field {
	view := plot.Rect{X0: -3, X1: 3, Y0: -3, Y1: 3}
	grid := plot.Sample(context.Background(), view, n, n, func() func(dst, xs []float64, y float64) {
		return func(dst, xs []float64, y float64) {
			for i, x := range xs {
				dst[i] = f(x, y)
			}
		}
	})
	return plot.NewField(grid, 22, s)
}

func peaks(x, y float64) float64 {
	return 3*(1-x)*(1-x)*math.Exp(-x*x-(y+1)*(y+1)) - 10*(x/5-x*x*x-math.Pow(y, 5))*math.Exp(-x*x-y*y) -
		math.Exp(-(x+1)*(x+1)-y*y)/3
}

func style(t testing.TB, p *plot.Palette) plot.Style {
	t.Helper()
	font, err := plot.NewFont(resources.Sans, resources.Symbols, resources.Mono)
	if err != nil {
		t.Fatal(err)
	}
	return plot.Style{Palette: p, Font: font, Scale: 1, TextSize: 11.5}
}

// race is a relief of Peaks with all that can be on it.
func race(f *plot.Field, p *plot.Palette) Scene {
	start := plot.Point{X: 0.3, Y: 0.9}
	m := plot.Scene{
		View: f.Grid.View, Field: f, Ticks: true, Start: &start, Cross: &plot.Point{X: 0.6, Y: 1.1},
		Within: &plot.Rect{X0: -2.5, X1: math.Inf(1), Y0: -2.5, Y1: 2.5},
		Marks: []plot.Mark{
			{Kind: plot.BestMark, At: plot.Point{X: 0.228, Y: -1.626}, Label: "A", Value: -6.551},
			{Kind: plot.MinimumMark, At: plot.Point{X: -1.347, Y: 0.205}, Label: "B", Value: -3.05, Strong: true},
			{Kind: plot.MaximumMark, At: plot.Point{X: -0.009, Y: 1.581}, Label: "M3", Value: 8.106},
			{Kind: plot.SaddleMark, At: plot.Point{X: -0.1, Y: 0.7}, Label: "S2", Value: 1},
		},
		Curves:  []plot.Curve{{Pts: []plot.Point{{X: -3, Y: -2}, {X: 3, Y: 2}}, Color: p.Accent, Width: 1.5}},
		Clouds:  []*plot.Cloud{{Pts: []plot.Point{{X: 1, Y: -1}, {X: 0, Y: 2.2}, {X: 9}}, Color: p.Error}},
		Handles: []plot.Handle{{At: plot.Point{X: 2, Y: -2}, Chosen: true}},
	}
	for i, end := range []plot.Point{{X: 0.228, Y: -1.626}, {X: -1.347, Y: 0.205}, {X: 0, Y: 2.9}, {X: 3.9, Y: 2}} {
		t := plot.Trace{Color: p.Racer(i), Glyph: plot.RacerGlyph(i), Head: 40}
		for k := range 41 {
			u := float64(k) / 40
			t.Pts = append(t.Pts, plot.Point{X: start.X + u*(end.X-start.X), Y: start.Y + u*(end.Y-start.Y)})
		}
		m.Traces = append(m.Traces, t)
	}
	m.Traces[3].Left = 31
	m.Traces[0].Shadow = m.Traces[1].Pts
	return Scene{Map: m, Camera: Usual()}
}

func draw(s Scene, st plot.Style, w, h int) *image.RGBA {
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	new(Painter).Draw(dst, s, st)
	return dst
}

func same(a, b *image.RGBA) bool {
	for i := range a.Pix {
		if a.Pix[i] != b.Pix[i] {
			return false
		}
	}
	return true
}

// cameras are some from all sides.
func cameras(n int) []Camera {
	random := rand.New(rand.NewPCG(1, 2))
	list := []Camera{Usual()}
	for range n {
		list = append(list, Camera{
			Yaw: random.Float64()*360 - 180, Tilt: LeastTilt + random.Float64()*(MostTilt-LeastTilt), Zoom: 0.5 + 2*random.Float64(),
			Pan: plot.Vec{X: random.Float64() - 0.5, Y: random.Float64() - 0.5}, Height: 0.2 + 2*random.Float64(),
		})
	}
	return list
}

func TestUnprojectIsTheInverseOfProject(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, c := range cameras(30) {
		l := newLens(c, 560, 720)
		x, y, z := random.Float64()-0.5, random.Float64()-0.5, random.Float64()*l.rise
		at, near := l.project(x, y, z)
		if a, b, d := l.unproject(at, near); math.Abs(a-x)+math.Abs(b-y)+math.Abs(d-z) > 1e-12 {
			t.Errorf("%+v: (%g, %g, %g) comes back as (%g, %g, %g)", c, x, y, z, a, b, d)
		}
	}
}

// TestCameraIsWithinLimits: whatever a file says.
func TestCameraIsWithinLimits(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	if got := (Camera{nan, nan, nan, plot.Vec{X: nan, Y: nan}, nan}).Limited(); got != Usual() {
		t.Errorf("without numbers it is %+v", got)
	}
	most := Camera{17, 85, 8, plot.Vec{X: 8, Y: -8}, 0.1}
	if got := (Camera{inf, inf, inf, plot.Vec{X: inf, Y: -inf}, -inf}).Limited(); got != most {
		t.Errorf("at infinity it is %+v", got)
	}
	if got := (Camera{Yaw: 170, Tilt: 80, Zoom: 1, Height: 1}).Turned(20, 20); got.Yaw != -170 || got.Tilt != 85 {
		t.Errorf("turned it is %+v", got)
	}
}

// TestZoomKeepsThePlace: what is under the pointer stays there, and a picture that is moved moves with the hand.
func TestZoomKeepsThePlace(t *testing.T) {
	for _, c := range cameras(20) {
		l := newLens(c, 560, 720)
		at, _ := l.project(0.2, -0.3, 0.1)
		closer := newLens(c.Zoomed(1.15, at, 560, 720), 560, 720)
		if got, _ := closer.project(0.2, -0.3, 0.1); got.Sub(at).Len() > 1e-9 {
			t.Errorf("%+v: %v is now at %v", c, at, got)
		}
		moved := newLens(c.Panned(plot.Vec{X: 30, Y: -20}, 560, 720), 560, 720)
		if got, _ := moved.project(0.2, -0.3, 0.1); got.Sub(at).Sub(plot.Vec{X: 30, Y: -20}).Len() > 1e-9 {
			t.Errorf("%+v: %v has moved to %v", c, at, got)
		}
	}
}

// TestHitIsWhatIsSeen: the point under a place of the picture is the one that is drawn there, by the nearness of its pixel, which
// was found in quite another way.
func TestHitIsWhatIsSeen(t *testing.T) {
	lengthy.Test(t)
	f := field(96, plot.LogSpacing, peaks)
	random := rand.New(rand.NewPCG(5, 6))
	for _, c := range cameras(12) {
		s := Scene{Map: plot.Scene{View: f.Grid.View, Field: f}, Camera: c}
		var p Painter
		p.prepare(s, style(t, plot.LightPalette()), 300, 300)
		g := &p.ground
		hits := 0
		for range 400 {
			x, y := random.IntN(g.w), random.IntN(g.h)
			at := plot.Vec{X: (float64(x) + 0.5) / float64(g.fine), Y: (float64(y) + 0.5) / float64(g.fine)}
			level := g.level[y*g.w+x]
			got, ok := p.At(s, at, 300, 300)
			if edge := g.edge(x, y); edge || ok != (level >= 0) {
				if !edge {
					t.Errorf("%+v: at %v a point is seen: %t, level %g", c, at, ok, level)
				}
				continue
			}
			if !ok {
				continue
			}
			hits++
			bx, by, _ := g.lens.unproject(at, float64(g.near[y*g.w+x]))
			if want := point(s.Map.View, bx, by); got.Distance(want) > 0.05 {
				t.Errorf("%+v: at %v there is %v, want %v", c, at, got, want)
			}
			seen, hidden, in := p.Place(s, got, 300, 300)
			if !in || hidden || seen.Sub(at).Len() > 0.01 {
				t.Errorf("%+v: %v is seen at %v, want %v; hidden %t", c, got, seen, at, hidden)
			}
		}
		if hits < 20 && c.Zoom >= 1 {
			t.Errorf("%+v: only %d hits", c, hits)
		}
	}
}

// edge tells whether a sample is beside something that is much nearer or farther off.
func (g *ground) edge(x, y int) bool {
	k := y*g.w + x
	for _, step := range [4][2]int{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
		i, j := x+step[0], y+step[1]
		if i < 0 || j < 0 || i >= g.w || j >= g.h {
			continue
		}
		if n := j*g.w + i; math.Abs(float64(g.near[n]-g.near[k])) > 0.01 || (g.level[n] >= 0) != (g.level[k] >= 0) {
			return true
		}
	}
	return false
}

// TestBehindTheHillIsHidden: from the south the ground north of the peak is, and from above nothing is.
func TestBehindTheHillIsHidden(t *testing.T) {
	f := field(128, plot.LogSpacing, peaks)
	s := Scene{Map: plot.Scene{View: f.Grid.View, Field: f}, Camera: Usual()}
	s.Camera.Yaw, s.Camera.Tilt = 0, 20
	var p Painter
	if _, hidden, ok := p.Place(s, plot.Point{X: 0, Y: 2.6}, 560, 560); !hidden || !ok {
		t.Error("what is behind the peak is seen")
	}
	s.Camera.Tilt = MostTilt
	for _, at := range []plot.Point{{X: 0, Y: 2.6}, {X: 0.228, Y: -1.626}, {X: 2, Y: 2}} {
		if _, hidden, ok := p.Place(s, at, 560, 560); hidden || !ok {
			t.Errorf("from above %v is hidden", at)
		}
	}
	if _, _, ok := p.Place(s, plot.Point{X: 4}, 560, 560); ok {
		t.Error("what is not in the window is seen")
	}
}

// TestLevelGroundHasTheMapsColour: shading changes nothing of it.
func TestLevelGroundHasTheMapsColour(t *testing.T) {
	pal := plot.LightPalette()
	f := field(64, plot.LinearSpacing, func(x, y float64) float64 { return 2 })
	s := Scene{Map: plot.Scene{View: f.Grid.View, Field: f}, Camera: Usual(), Bare: true}
	want, got := pal.Bands(0)[0], draw(s, style(t, pal), 300, 300).RGBAAt(150, 150)
	for _, d := range []int{int(got.R) - int(want.R), int(got.G) - int(want.G), int(got.B) - int(want.B)} {
		if max(d, -d) > 3 {
			t.Errorf("it is %v, want about %v", got, want)
		}
	}
}

// TestBasinsColourTheRelief: cells cover the bands, where they have a colour.
func TestBasinsColourTheRelief(t *testing.T) {
	f := field(64, plot.LinearSpacing, func(x, y float64) float64 { return 2 })
	view := f.Grid.View
	east := color.RGBA{200, 40, 40, 255}
	cells := &plot.Cells{W: 2, H: 1, View: view, Colors: []color.RGBA{{}, east}}
	s := Scene{Map: plot.Scene{View: view, Field: f, Cells: cells}, Camera: Usual(), Bare: true}
	picture := draw(s, style(t, plot.LightPalette()), 300, 300)
	var p Painter
	for x, want := range map[float64]bool{-1.5: false, 1.5: true} {
		at, _, _ := p.Place(s, plot.Point{X: x}, 300, 300)
		c := picture.RGBAAt(int(at.X), int(at.Y))
		if got := c.R > 150 && c.B < 80; got != want {
			t.Errorf("at x = %g it is %v", x, c)
		}
	}
}

// TestRegionTintsTheRelief: what is painted, and not what was rubbed out.
func TestRegionTintsTheRelief(t *testing.T) {
	f := field(64, plot.LinearSpacing, func(x, y float64) float64 { return 2 })
	red := color.RGBA{220, 30, 30, 255}
	region := &plot.Region{Color: red, Strokes: []plot.Stroke{
		{Pts: []plot.Point{{X: -2}, {X: 2}}, Radius: 0.5, Height: 0.5},
		{Pts: []plot.Point{{X: 2}, {X: 9}}, Radius: 0.5, Height: 0.5, Erase: true},
		{Pts: []plot.Point{{X: math.NaN()}}, Radius: 0.5, Height: 0.5},
	}}
	plain := Scene{Map: plot.Scene{View: f.Grid.View, Field: f}, Camera: Usual(), Bare: true}
	painted := plain
	painted.Map.Region = region
	st := style(t, plot.LightPalette())
	before, after := draw(plain, st, 300, 300), draw(painted, st, 300, 300)
	var p Painter
	for x, want := range map[float64]bool{-1.5: true, 0: true, 2: false, -2.8: false} {
		at, _ := p.Spot(plain, plot.Point{X: x}, 300, 300)
		if got := after.RGBAAt(int(at.X), int(at.Y)).R > before.RGBAAt(int(at.X), int(at.Y)).R; got != want {
			t.Errorf("at x = %g it is tinted: %t", x, got)
		}
	}
}

// TestHolesAreHatched: where the surface has no value there is nothing to be pointed at, and the ground is that of no band.
func TestHolesAreHatched(t *testing.T) {
	f := field(96, plot.LogSpacing, func(x, y float64) float64 {
		if x > 0 {
			return math.NaN()
		}
		return x*x + y*y
	})
	s := Scene{Map: plot.Scene{View: f.Grid.View, Field: f}, Camera: Usual(), Bare: true}
	s.Camera.Tilt = MostTilt
	var p Painter
	p.prepare(s, style(t, plot.LightPalette()), 300, 300)
	seen := map[float32]int{}
	for _, level := range p.ground.level {
		if level < 0 {
			seen[level]++
		}
	}
	if seen[hole] < 1000 || seen[cliff] == 0 {
		t.Errorf("hole: %d samples, its sides: %d", seen[hole], seen[cliff])
	}
	at, _, _ := p.Place(s, plot.Point{X: 1.5}, 300, 300)
	if _, ok := p.At(s, at, 300, 300); ok {
		t.Error("there is a point in the hole")
	}
	if at, _, _ = p.Place(s, plot.Point{X: -1.5}, 300, 300); true {
		if _, ok := p.At(s, at, 300, 300); !ok {
			t.Error("there is none beside it")
		}
	}
}

// TestNothingKnown: a scene without a field, or with one of nothing, is an empty picture and nothing worse.
func TestNothingKnown(t *testing.T) {
	st := style(t, plot.DarkPalette())
	none := field(16, plot.LogSpacing, func(x, y float64) float64 { return math.NaN() })
	huge := field(16, plot.LinearSpacing, func(x, y float64) float64 { return 1e308 * x * y })
	for what, f := range map[string]*plot.Field{"no field": nil, "no value": none, "huge values": huge} {
		s := race(field(32, plot.LogSpacing, peaks), st.Palette)
		s.Map.Field = f
		s.Map.Traces[1].Pts = []plot.Point{{X: math.NaN()}, {X: math.Inf(1)}}
		s.Map.Traces[2].Pts = nil
		if picture := draw(s, st, 200, 200); picture.RGBAAt(1, 1).A != 255 {
			t.Errorf("%s: the picture is not opaque", what)
		}
	}
	draw(race(none, st.Palette), st, 1, 1)
}

// TestPainterDrawsWhatANewOneDoes: whatever it has drawn before.
func TestPainterDrawsWhatANewOneDoes(t *testing.T) {
	lengthy.Test(t)
	st := style(t, plot.LightPalette())
	f := field(64, plot.LogSpacing, peaks)
	var p Painter
	s := race(f, st.Palette)
	var before *image.RGBA
	for i, change := range []func(){
		func() {}, func() { s.Map.Traces[0].Head = 12.5 }, func() { s.Camera = s.Camera.Turned(30, -20) }, func() { s.Coarse = true },
		func() { s.Map.Cross = nil }, func() { s.Map.Marks[1].Strong = false }, func() { s.Map.Ticks = false },
		func() { s.Map.Traces[1].Pts = s.Map.Traces[2].Pts }, func() { s.Camera.Height = 2 }, func() { s.Bare = true },
		func() { st.Palette = plot.DarkPalette() }, func() { st.Scale = 1.5 }, func() { s.Map.Start = nil },
		func() { s.Map.Field = field(64, plot.LinearSpacing, peaks) }, func() { s.Map.Within = nil }, func() { s.Map.Curves = nil },
		func() { s.Map.Key = plot.KeyLowerRight }, func() { s.Map.Key = plot.KeyLowerLeft },
		func() { s.Map.Arrows = lookedInto(f, st.Palette).Map.Arrows },
	} {
		change()
		got := image.NewRGBA(image.Rect(0, 0, 400, 380))
		p.Draw(got, s, st)
		if !same(got, draw(s, st, 400, 380)) {
			t.Errorf("change %d: the picture is another one than that of a new painter", i)
		}
		if before != nil && same(got, before) {
			t.Errorf("change %d changes nothing", i)
		}
		before = got
	}
}

// TestFrameAllocatesNothing: neither while it turns nor while it plays.
func TestFrameAllocatesNothing(t *testing.T) {
	lengthy.Test(t) // under the race detector a sync.Pool drops what it is given at random
	st := style(t, plot.LightPalette())
	s := lookedInto(field(128, plot.LogSpacing, peaks), st.Palette)
	s.Coarse = true
	dst := image.NewRGBA(image.Rect(0, 0, 400, 400))
	var p Painter
	for what, move := range map[string]func(){
		"a turn":   func() { s.Camera = s.Camera.Turned(1, 0) },
		"a moment": func() { s.Map.Traces[0].Head = math.Mod(s.Map.Traces[0].Head+0.3, 40) },
	} {
		for range 400 { // every place that a line can have in memory
			move()
			if what == "a moment" || int(s.Camera.Yaw)%12 == 5 {
				p.Draw(dst, s, st)
			}
		}
		if n := testing.AllocsPerRun(20, func() { move(); p.Draw(dst, s, st) }); n != 0 {
			t.Errorf("%s allocates %v times", what, n)
		}
	}
}
