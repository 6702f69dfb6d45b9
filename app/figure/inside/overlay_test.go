package inside_test

import (
	"math"
	"slices"
	"testing"

	"descentlab/app/figure/inside"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/lab/xray"
	"descentlab/internal/geom"
	"descentlab/widgets/plot"
)

// unit is how much of the plane a unit of the window is, in the tests.
const unit = 0.01

// open is a state with the pane open, and a map of 100 units for one of the plane.
func open(s lab.State) lab.State {
	s.Doc.Look.Panel = setup.PanelStep
	s.Shown.UnitX, s.Shown.UnitY = unit, unit
	return s
}

// shown are the marks of a state on the map of all racers.
func shown(s lab.State) plot.Scene {
	var scene plot.Scene
	o := inside.OnMap(s, plot.DarkPalette())
	o.Onto(&scene, &s, -1)
	return scene
}

// labelled is the arrow whose label is that, or begins with it and a factor.
func labelled(t *testing.T, scene plot.Scene, label string) plot.Arrow {
	t.Helper()
	i := slices.IndexFunc(scene.Arrows, func(a plot.Arrow) bool { return a.Label == label })
	if i < 0 {
		t.Fatalf("there is no arrow %q in %v", label, scene.Arrows)
	}
	return scene.Arrows[i]
}

// TestArrowsOfAdam: slope and memory share a scale, the step is as many times as long as it says, and the rates' ellipse has the
// ratio of the rates.
func TestArrowsOfAdam(t *testing.T) {
	s := open(raced(t, "peaks", 140, 23, "adam lr=0.06"))
	step, scene := xray.Of(s, 0), shown(s)
	g, m := labelled(t, scene, "−g"), labelled(t, scene, "−m̂")
	if g.Along != step.Downhill || m.Along != *step.Momentum || g.At != step.From {
		t.Errorf("slope and memory point to %v and %v", g.Along, m.Along)
	}
	long := func(v geom.Point) float64 { return math.Hypot(v.X, v.Y) }
	if got, want := g.Long/m.Long, long(step.Downhill)/long(*step.Momentum); math.Abs(got-want) > 1e-12 {
		t.Errorf("they are as %v, their vectors as %v", got, want)
	}
	if a := labelled(t, scene, "step × 10"); math.Abs(a.Long-10*long(step.Shift)/unit) > 1e-9 || a.Along != step.Shift {
		t.Errorf("ten times the step is %v long, the step %v", a.Long, long(step.Shift)/unit)
	}
	ring := scene.Curves[slices.IndexFunc(scene.Curves, func(c plot.Curve) bool { return !c.Dashed })]
	wide, high := ring.Pts[0].X-step.From.X, ring.Pts[16].Y-step.From.Y
	if math.Abs(high/wide-step.Rates.Y/step.Rates.X) > 1e-12 {
		t.Errorf("the ellipse is %v by %v, the rates %v by %v", wide, high, step.Rates.X, step.Rates.Y)
	}
}

// TestRingsAreLevel: on each ring of the quadratic model it has one value, but for the rings being polygons; none is farther from
// the head than they are cut off.
func TestRingsAreLevel(t *testing.T) {
	s := open(raced(t, "peaks", 140, 23, "adam lr=0.06"))
	step := xray.Of(s, 0)
	rings := 0
	for _, c := range shown(s).Curves {
		if !c.Dashed {
			continue
		}
		rings++
		low, high := math.Inf(1), math.Inf(-1)
		for _, p := range c.Pts {
			d := geom.Point{X: p.X - step.From.X, Y: p.Y - step.From.Y}
			f := step.Model.At(d)
			low, high = math.Min(low, f), math.Max(high, f)
			if math.Hypot(d.X, d.Y) > 128.01*unit {
				t.Errorf("a ring is %v units away", math.Hypot(d.X, d.Y)/unit)
			}
		}
		if high-low > 0.02*(1+math.Abs(high)) {
			t.Errorf("on a ring the model goes from %v to %v", low, high)
		}
	}
	if rings < 4 {
		t.Errorf("%d rings", rings)
	}
}

// TestMarksAreSwitched: what is switched off is not there, nothing is while the pane is closed, and slow motion adds one thing
// after the other.
func TestMarksAreSwitched(t *testing.T) {
	s := open(raced(t, "peaks", 140, 23, "adam lr=0.06"))
	count := func(change func(*lab.State)) (arrows, curves int) {
		c := s
		change(&c)
		scene := shown(c)
		return len(scene.Arrows), len(scene.Curves)
	}
	arrows, curves := count(func(*lab.State) {})
	for _, key := range lab.InsideMarks {
		a, c := count(func(s *lab.State) { s.View.Inside = s.View.Inside.Toggled(key) })
		if on := s.View.Inside.Shows(key); a+c == arrows+curves || (a+c < arrows+curves) != on {
			t.Errorf("%s toggled: %d arrows and %d curves, before %d and %d", key, a, c, arrows, curves)
		}
	}
	if a, c := count(func(s *lab.State) { s.Doc.Look.Panel = setup.PanelCharts }); a != 0 || c != 0 {
		t.Errorf("with the pane closed there are %d arrows and %d curves", a, c)
	}
	before := -1
	for phase := range xray.Phases {
		a, _ := count(func(s *lab.State) { s.View.Inside.Slow = (float64(phase) + 0.5) * xray.PhaseTime })
		if a <= before {
			t.Errorf("in phase %d there are %d arrows, before %d", phase, a, before)
		}
		before = a
	}
	if before != arrows {
		t.Errorf("at the end there are %d arrows, want %d", before, arrows)
	}
	var scene plot.Scene
	o := inside.OnMap(s, plot.DarkPalette())
	two := open(raced(t, "peaks", 140, 23, "adam lr=0.06", "sgd lr=0.01"))
	if o.Onto(&scene, &two, 1); len(scene.Arrows) != 0 {
		t.Error("the map of another racer has arrows")
	}
}

// TestArrowsArePointedAt: the pointer at an arrow finds its stage, which sets the arrow off.
func TestArrowsArePointedAt(t *testing.T) {
	s := open(raced(t, "peaks", 140, 23, "adam lr=0.06"))
	o, scene := inside.OnMap(s, plot.DarkPalette()), shown(s)
	for label, key := range map[string]string{"−g": xray.KeySlope, "−m̂": "adam.unbiased/0"} {
		a := labelled(t, scene, label)
		part := 0.8 * a.Long * unit / math.Hypot(a.Along.X, a.Along.Y)
		at := geom.Point{X: a.At.X + part*a.Along.X, Y: a.At.Y + part*a.Along.Y}
		if got := o.At(at); got != key {
			t.Errorf("at %s the pointer finds %q, want %q", label, got, key)
		}
	}
	if got := o.At(geom.Point{X: 3, Y: 3}); got != "" {
		t.Errorf("elsewhere it finds %q", got)
	}
	s.View.Inside.Stage = xray.KeySlope
	scene = shown(s)
	if g, m := labelled(t, scene, "−g"), labelled(t, scene, "−m̂"); !g.Strong || g.Faint || m.Strong || !m.Faint {
		t.Errorf("slope pointed at: %+v, %+v", g, m)
	}
}

// TestNothingThatCannotBeDrawn: whatever the method and however its run goes, nothing without a finite place is drawn, and no
// arrow is beyond the set length but steps that are so long.
func TestNothingThatCannotBeDrawn(t *testing.T) {
	s := open(raced(t, "rosenbrock", 50, 0, "sgd lr=1", "adam", "newton", "nelder_mead", "heavy_ball", "prodigy", "random_search"))
	s.View.Inside = s.View.Inside.Toggled(lab.InsideNewton)
	for slot, run := range s.Tape.Runs {
		s.View.Pinned = slot
		for k := range run.Steps + 1 {
			s.Head = float64(k)
			scene := shown(s)
			for _, a := range scene.Arrows {
				if !geom.Finite(a.Long) || !xray.Finite(a.At) || !xray.Finite(a.Along) || a.Label == "" {
					t.Errorf("racer %d, step %d: %+v", slot, k, a)
				}
			}
		}
	}
}

// TestSquares: one for each axis on the slope's scale, with the ratio of what the method divides by; their edges are pointed at.
func TestSquares(t *testing.T) {
	s := open(raced(t, "peaks", 140, 0, "adam lr=0.06"))
	s.View.Inside = s.View.Inside.Toggled(lab.InsideUsual)
	step, scene := xray.Of(s, 0), shown(s)
	var wide []float64
	for _, c := range scene.Curves {
		if c.Fill.A == 0 {
			continue
		}
		x, y := math.Abs(c.Pts[2].X-step.From.X), math.Abs(c.Pts[2].Y-step.From.Y)
		if wide = append(wide, x); math.Abs(x-y) > 1e-12 || c.Pts[0] != step.From {
			t.Errorf("a square is %v by %v, at %v", x, y, c.Pts[0])
		}
	}
	if len(wide) != 2 || math.Abs(wide[0]/wide[1]-step.Usual.X/step.Usual.Y) > 1e-9 {
		t.Fatalf("squares of %v for %v", wide, *step.Usual)
	}
	g := labelled(t, scene, "−g")
	labelled(t, scene, "√v̂")
	if got, want := wide[0]/unit/g.Long, step.Usual.X/math.Hypot(step.Downhill.X, step.Downhill.Y); math.Abs(got-want) > 1e-9 {
		t.Errorf("to the slope they are as %v, want %v", got, want)
	}
	o := inside.OnMap(s, plot.DarkPalette())
	if got := o.At(geom.Point{X: step.From.X + wide[0], Y: step.From.Y - 0.8*wide[0]}); got != "adam.unbiased/1" {
		t.Errorf("the edge of a square is %q", got)
	}
	if ring := o.At(geom.Point{X: step.From.X - 27*unit, Y: step.From.Y}); ring != xray.KeyRates {
		t.Errorf("the edge of the ellipse is %q", ring)
	}
	far := open(raced(t, "rosenbrock", 30, 25, "rmsprop lr=0.001"))
	far.View.Inside = far.View.Inside.Toggled(lab.InsideUsual)
	for _, c := range shown(far).Curves {
		if x := math.Abs(c.Pts[0].X-c.Pts[len(c.Pts)/2].X) / unit; c.Fill.A > 0 && x > 93 {
			t.Errorf("a square is %v wide", x)
		}
	}
}

// TestMarksPulse: that of the row which is pointed at swells and comes back, the others are faint and do not.
func TestMarksPulse(t *testing.T) {
	s := open(raced(t, "peaks", 140, 23, "adam lr=0.06"))
	s.View.Inside.Stage = "adam.exp_avg"
	most := 0.0
	for _, part := range []float64{0, 0.1, 0.25, 0.5, 0.75, 1, 2} {
		s.View.Inside.Pulse = part * xray.PulseTime
		scene := shown(s)
		m, g := labelled(t, scene, "−m̂"), labelled(t, scene, "−g")
		if most = max(most, m.Swell); g.Swell != 0 || !g.Faint || !m.Strong || m.Faint || m.Swell < 0 || m.Swell > 1 {
			t.Errorf("after %v of a pulse: %+v, %+v", part, m, g)
		}
		if part != 0.1 && part != 0.25 && part != 0.75 && m.Swell > 1e-9 {
			t.Errorf("after %v of a pulse it is wider by %v", part, m.Swell)
		}
	}
	if most < 0.99 {
		t.Errorf("it swells by %v at most", most)
	}
	s.View.Inside = s.View.Inside.Toggled(lab.InsidePull)
	if g := labelled(t, shown(s), "−g"); g.Faint {
		t.Error("where the mark is switched off the others are faint")
	}
}
