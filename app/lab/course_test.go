package lab

import (
	"math"
	"strings"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/surfaces"
)

// carried is a race on a formula: "x0,y0" from where, in so many steps.
func carried(t *testing.T, formula string, start surfaces.Point, steps int, racers ...string) Run {
	t.Helper()
	doc := setup.Default()
	doc.SetFormula(formula)
	doc.Start, doc.Steps, doc.Racers = start, steps, nil
	for i, text := range racers {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		doc.Racers = append(doc.Racers, setup.Racer{Spec: spec, Slot: i})
	}
	r, err := Prepare(t.Context(), doc, WantAll)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestWhereRacersEnd holds what is said of racers at the end of their races.
func TestWhereRacersEnd(t *testing.T) {
	lengthy.Test(t)
	const needle = "(x^2+y^2)/100 - 1.5*exp(-5000*((x-1)^2+(y-1)^2))"
	for _, c := range []struct {
		name, formula string
		x, y          float64
		steps         int
		racer, want   string
	}{
		{"outside of the window", "(x-20)^2+2*(y-30)^2", 0, 0, 300, "sgd lr=0.1", "settled at A"},
		{"outside of the window", "(x-20)^2+2*(y-30)^2", 0, 0, 300, "bfgs", "settled at A"},
		{"outside of the window", "(x-20)^2+2*(y-30)^2", 0, 0, 300, "adam lr=0.5", "settled at A"},
		{"flat, outside of the window", "(x-20)^4+(y-30)^4", 0, 0, 300, "bfgs", "settled at A"},
		{"flat, outside of the window", "(x-20)^2+(x+y-30)^6", 0, 0, 300, "newton", "settled at A"},
		{"on its way there", "(x-20)^2+2*(y-30)^2", 0, 0, 10, "sgd lr=0.01", "left the map at step 3"},
		{"quartic", "x^4+y^4", 1, 1, 100, "newton", "settled at A"},
		{"quartic, far above rounding", "x^4+y^4", 1, 1, 30, "sgd lr=0.01", "heading for A"},
		{"small numbers", "1e-12*(x^2+2*y^2)", 1, 1, 10, "sgd lr=1e10", "heading for A"},
		{"small numbers", "1e-12*(x^2+2*y^2)", 1, 1, 3000, "sgd lr=1e10", "settled at A"},
		{"large numbers", "1e12*(x^2+2*y^2)", 1, 1, 3000, "sgd lr=1e-13", "settled at A"},
		{"far above zero", "1e9+x^2+2*y^2", 1, 1, 100, "sgd lr=0.2", "settled at A"},
		{"tail of a bump", "-exp(-9*x^2-9*y^2)", 2.9, 1, 100, "sgd lr=0.5", "stopped on level ground"},
		{"line, by rounding beside it", "0.0456477+1.912*(x*y-0.9757466)^2", 0.8981047155136526, 1.0864760087, 60,
			"sgd lr=0.1", "on a line of minima"},
		{"far out on level ground", "-exp(-x^2-y^2)", 2.6, 1, 100, "polyak", "left the map at step 1"},
		{"gradient zero", "max(0, x-1)^2+max(0, y-1)^2", -1, -1, 50, "sgd lr=0.1", "stopped: gradient 0"},
		{"clipped on its way", "(11-x-y)^2+(1+x+10*y-x*y)^2", 2, 2, 40, "sgd lr=0.25 clip_norm=1",
			"left the map at step 12"},
		{"line of minima", "(x*y-1)^2", 2, 1, 500, "sgd lr=0.05", "on a line of minima"},
		{"trough", "x^2", 1, 1, 500, "momentum lr=0.1 momentum=0.5", "on a line of minima"},
		{"circle", "(x^2+y^2-1)^2", 0.3, 0.2, 500, "sgd lr=0.05", "on a line of minima"},
		{"saddle", "x^2-y^2", 1, 0, 400, "sgd lr=0.1", "at saddle S1"},
		{"summit", "-x^2-y^2", 0, 0, 10, "sgd lr=0.1", "at maximum M1"},
		{"limit of stability", "x^2+25*y^2", 1, 1, 100, "sgd lr=0.04", "bouncing across a valley"},
		{"short steps about a minimum", "x^2+25*y^2", 1, 1, 3000, "rmsprop lr=0.001", "circling A"},
		{"short steps about a minimum", "(x-20)^2+2*(y-30)^2", 0.004, 0.003, 40000, "sign_sgd lr=0.01", "circling (20, 30)"},
		{"heavy ball", "x^2+2*y^2", 2, 1, 20, "momentum lr=0.05 momentum=0.9", "circling A"},
		{"noise of none", "x^2+2*y^2", 2, 1, 20, "sgd lr=0.05", "heading for A"},
		{"needle", needle, 1.001, 1.001, 2000, "sgd lr=1e-5", "settled at"},
		{"diverged", "x^4+y^4", 2, 2, 50, "sgd lr=1", "diverged at step"},
		{"downhill for ever", "x+y", 0, 0, 100, "sgd lr=0.1", "left the map at step"},
		{"inside", "x+y", 0, 0, 10, "sgd lr=0.1", "still moving"},
		{"quartic, stepped down to its bottom", "x^4+y^4", -2, 1.5, 5000, "sgd lr=0.05", "settled at A"},
		{"flat to the eighth", "x^8+y^8", 1, 1, 300, "sgd lr=0.1", "heading for A"},
		{"flat to the tenth, turned", "(x+y)^10+(x-y)^10", 0.6, 0.1, 300, "sgd lr=0.1", "heading for A"},
		{"saddle from which three ways lead down", "x^3-3*x*y^2", 0.5, 0, 60, "newton", "at saddle S1"},
		{"neither minimum nor maximum", "x^3+y^2", 0.5, 0.4, 500, "sgd lr=0.1", "heading for D1"},
		{"no minimum to step for", "x^4-y^4+7", 0.5, 1, 50, "polyak", "stopped at step 1: no minimum is known:"},
		{"a flat minimum to step for", "x^4+y^4+7", 0.5, 1, 50, "polyak", "settled at A"},
		{"starts on level ground outside", "-exp(-x^2-y^2)", 8, 8, 50, "sgd lr=0.1", "stopped on level ground"},
		{"starts on a plain outside", "-exp(-x^2-y^2)", 40, 40, 50, "sgd lr=0.1", "stopped: gradient 0"},
		{"starts outside, and moves", "x^2+y^2", 1e8, 1e8, 50, "adam lr=0.1", "outside the map"},
		{"slope without end", "atan(x)+y^2", 1, 1, 300, "bfgs", "left the map at step 3"},
		{"slope without end", "exp(x)+y^2", 1, 1, 300, "adam lr=1", "left the map at step"},
		{"slope without end", "1/(1+exp(-x))+y^2", 1, 1, 300, "sgd lr=0.9", "left the map at step"},
		{"cross of minima", "x^2*y^2", 1, 2, 300, "momentum lr=0.01", "on a line of minima"},
		{"flat cross of minima", "x^2*y^4", 1, 1, 300, "sgd lr=0.1", "heading for a line of minima"},
		{"border of a plain", "max(0,x)^2+max(0,y)^2", 2, 2, 300, "sgd lr=0.1", "stopped on level ground"},
		{"held by weight decay", "(x-1)^2+(y-1)^2", 3, 3, 300, "sgd lr=0.1 weight_decay=1", "at rest on a slope"},
		{"held by weight decay", "(x-1)^2+2*(y+1)^2", 0, 1, 3000, "momentum lr=0.01 weight_decay=0.1", "at rest on a slope"},
		{"held by weight decay, but for rounding", "(x-1)^2+(y-1)^2", 0, 0, 1000, "adam lr=0.1 weight_decay=1", "at rest on a slope"},
		{"held by weight decay, but for rounding", "(x-1)^2+2*(y+3)^2", 1, 0, 1500, "amsgrad lr=0.1 weight_decay=1",
			"at rest on a slope"},
		{"slower and slower, to the end", "(x-1)^2+(y-1)^2", 0, 0, 1000, "adamw lr=0.1 weight_decay=0.5", "heading for A"},
		{"too slow to see", "(x-1)^2+(y-1)^2", 3, 3, 300, "sgd lr=1e-9", "heading for A"},
		{"bounces out", "100*x^2+y^2", 1, 1, 300, "sgd lr=0.0101", "left the map at step"},
		{"too far away", "x^2+y^2", 1e154, 1, 30, "sgd lr=0.1", "too far away to start"},
		{"a minimum at a kink to step for", "hypot(x,y)", 1, 2, 30, "polyak", "settled at A"},
		{"a minimum at a kink to step for", "abs(x)+2*abs(y)+3", 1, 2, 300, "polyak", "settled at A"},
		{"infinite", "exp(exp(x^2))+y^2", 3, 1, 30, "sgd lr=0.1", "infinite at the start"},
		{"along a crease", "abs(x)+abs(y)", 1, 2, 300, "momentum lr=0.01", "circling A"},
		{"along a crease", "abs(x-y)+0.01*(x+y)^2", 1, 2, 300, "adam lr=0.1", "heading for A"},
		{"along a crease", "max(abs(x),abs(y))+x/4", 1, 2, 100, "sgd lr=0.01", "heading for A"},
		{"touched by the last step alone", "abs(x)+y^2", 1, 2, 140, "sgd lr=0.1", "bouncing across a valley"},
		{"up, to the top", "-x^2-2*y^2", 1, 2, 100, "sgd lr=0.1 maximize=true", "settled at M1"},
		{"up, flat top", "-x^4-y^4", 1, 1, 300, "newton maximize=true", "settled at M1"},
		{"up, outside of the window", "-(x-20)^2-2*(y-30)^2", 0, 0, 140, "sgd lr=0.1 maximize=true", "settled at M1"},
		{"up, on its way", "-x^4-y^4", 1, 1, 300, "sgd lr=0.1 maximize=true", "climbing"},
		{"up, for ever", "x^2+y^2", 1, 1, 140, "sgd lr=0.001 maximize=true", "climbing"},
		{"up, for ever", "x^2+y^2", 1, 1, 140, "sgd lr=0.1 maximize=true", "left the map at step"},
		{"up, to a ridge", "-(x-y)^2", 1, 2, 140, "sgd lr=0.1 maximize=true", "on a line of maxima"},
		{"up, to a ring", "-(x^2+y^2-1)^2", 2, 1, 100, "adam lr=0.1 maximize=true", "circling a line of maxima"},
		{"up, limit of stability", "-(x-y)^2", 1, 2, 140, "sgd lr=0.5 maximize=true", "bouncing across a ridge"},
		{"up, about a kink", "-abs(x)-y^2", 1, 2, 140, "adam lr=0.1 maximize=true", "circling M1"},
		{"up, about a kink", "-abs(x)-abs(y)", -2, 1.5, 140, "sgd lr=0.1 maximize=true", "bouncing across a ridge"},
		{"up, to a kink", "-abs(x-2)-abs(y-1)+0.1*x", 0.33, 0.17, 3000, "sgd lr=0.3 schedule=cosine maximize=true", "settled at M1"},
		{"up, to a saddle", "x^2-y^2", 0, 1, 140, "adam lr=0.1 maximize=true", "heading for S1"},
		{"up, to a saddle", "x^2-y^2", 0, 1, 140, "sgd lr=0.1 maximize=true", "at saddle S1"},
		{"up, on a plain", "exp(-x^2-y^2)", 2.9, 2.9, 100, "sgd lr=0.1 maximize=true", "stopped on level ground"},
	} {
		r := carried(t, c.formula, surfaces.Point{X: c.x, Y: c.y}, c.steps, c.racer)
		s := r.Standings(c.steps)[0]
		if got := s.Where.String(); got != c.want && !strings.HasPrefix(got, c.want+" ") {
			t.Errorf("%s: %s on %s is %q (loss %g, gradient %g), want %q", c.name, c.racer, c.formula, got, s.Loss, s.GradNorm, c.want)
		}
	}
}

// TestWhereBoxedRacersEnd holds what is said of racers that are kept in a box.
func TestWhereBoxedRacersEnd(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		name, formula string
		box           surfaces.Rect
		x, y          float64
		steps         int
		racer, want   string
	}{
		{"corner", "x^2+y^2", surfaces.Rect{X0: 1, X1: 2, Y0: 1, Y1: 2}, 1.5, 1.7, 100, "sgd lr=0.1", "settled at A"},
		{"side", "(x-3)^2+(y-0.2)^2", surfaces.Rect{X0: -1, X1: 1, Y0: -1, Y1: 1}, 0, -0.9, 400, "adam lr=0.1", "settled at A"},
		{"on its way along a side", "(x-3)^2+(y-0.2)^2", surfaces.Rect{X0: -1, X1: 1, Y0: -1, Y1: 1}, 1, -0.9, 3, "sgd lr=0.01",
			"heading for A"},
		{"level side", "x+0*y", surfaces.Rect{X0: -1, X1: 1, Y0: -1, Y1: 1}, 0, 0.3, 100, "sgd lr=0.1", "on a line of minima"},
		{"half a plane elsewhere", "(x-3)^2+y^2", surfaces.Rect{X0: 5, X1: inf, Y0: -inf, Y1: inf}, 7, 1, 100, "sgd lr=0.1",
			"settled at A"},
		{"half a plane far away", "x^2+y^2", surfaces.Rect{X0: 50, X1: inf, Y0: -inf, Y1: inf}, 60, 1, 200, "sgd lr=0.1",
			"settled at A"},
		{"on its way far away", "x^2+y^2", surfaces.Rect{X0: 50, X1: inf, Y0: -inf, Y1: inf}, 60, 1, 100, "sgd lr=0.01",
			"heading for A"},
		{"uphill", "-(x-3)^2-y^2", surfaces.Rect{X0: -1, X1: 1, Y0: -1, Y1: 1}, 0, 0.3, 200, "sgd lr=0.1 maximize=true",
			"at rest on a slope"},
	} {
		r := carried(t, c.formula, surfaces.Point{X: c.x, Y: c.y}, 1, c.racer)
		doc := r.Doc
		doc.Bounds, doc.Steps = &c.box, c.steps
		r, err := Prepare(t.Context(), doc, WantAll)
		if err != nil {
			t.Fatal(err)
		}
		s := r.Standings(c.steps)[0]
		if got := s.Where.String(); got != c.want {
			t.Errorf("%s: %s on %s in %v is %q (loss %g), want %q", c.name, c.racer, c.formula, c.box, got, s.Loss, c.want)
		}
	}
}

// TestWhereaboutsIgnoreTheView: zooming changes no word about a racer.
func TestWhereaboutsIgnoreTheView(t *testing.T) {
	lengthy.Test(t)
	doc := setup.Default()
	var want []string
	for _, view := range []surfaces.Rect{doc.View, {X0: 0, X1: 0.5, Y0: -0.5, Y1: 0}, {X0: -9, X1: 9, Y0: -9, Y1: 9}} {
		doc.View = view
		r, err := Prepare(t.Context(), doc, WantAll)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for at := range doc.Steps + 1 {
			for _, s := range r.Standings(at) {
				got = append(got, s.Where.String())
			}
		}
		if want == nil {
			want = got
		}
		for i := range got {
			if got[i] != want[i] {
				t.Fatalf("in %v racer %d is %q at step %d, and was %q", view, i%4, got[i], i/4, want[i])
			}
		}
	}
}

// TestSettledIsForGood: from the step that is told on a racer has settled, and not before; who only touches has not.
func TestSettledIsForGood(t *testing.T) {
	r := carried(t, "x^2+2*y^2", surfaces.Point{X: 2, Y: 1}, 200, "sgd lr=0.1", "momentum lr=0.05 momentum=0.9", "adam lr=0.1")
	for i, run := range r.Tape.Runs {
		from := r.Courses.Settled(i)
		for at := range run.Steps + 1 {
			if settled := r.Courses.At(i, at).Kind == Settled; settled != (from >= 0 && at >= from) {
				t.Errorf("racer %d has settled from step %d on, and is %q at %d", i, from, r.Courses.At(i, at), at)
			}
			if from >= 0 && at >= from && run.Loss(at) > 1e-6 {
				t.Errorf("racer %d has settled with loss %g at step %d", i, run.Loss(at), at)
			}
		}
	}
	touches := carried(t, "x^2+2*y^2", surfaces.Point{X: 2}, 40, "momentum lr=0.05 momentum=0.95")
	if got := touches.Courses.Settled(0); got != -1 {
		t.Errorf("a racer that swings through the minimum has settled at step %d", got)
	}
}

// TestPlacesAreSoughtAtTheStart: who starts beside the window sees the minimum there among the places.
func TestPlacesAreSoughtAtTheStart(t *testing.T) {
	const wells = "-exp(-x^2-y^2)-exp(-(x-6)^2-y^2)"
	for _, c := range []struct {
		x      float64
		minima int
	}{{1, 1}, {7, 2}, {700, 1}} {
		r := carried(t, wells, surfaces.Point{X: c.x}, 5, "sgd lr=0.01")
		n := 0
		for _, p := range r.Field.Places {
			if p.Kind == surfaces.Minimum {
				n++
			}
		}
		if n != c.minima {
			t.Errorf("from (%g, 0) %d minima are known, want %d", c.x, n, c.minima)
		}
	}
}

// TestManyExamplesHaveWords: a mean over so many examples that the way downhill is not followed still says where a run settles.
func TestManyExamplesHaveWords(t *testing.T) {
	lengthy.Test(t)
	doc := learner(t, "linear_regression", 0)
	r, err := Prepare(t.Context(), doc, WantAll)
	if err != nil {
		t.Fatal(err)
	}
	r.Courses.ground.steps = 1 // as of a hundred thousand examples
	for i, run := range r.Tape.Runs {
		w := r.Courses.At(i, 1)
		if settles := r.Courses.Settled(i) > 1; settles && w.Kind != Heading && w.Kind != Circling || !settles && w.Kind == Settled {
			t.Errorf("racer %d of %d steps is %q at step 1", i, run.Steps, w)
		}
	}
}

// TestWhereRacersOfLongRacesEnd holds the same where not all rows are kept.
func TestWhereRacersOfLongRacesEnd(t *testing.T) {
	lengthy.Test(t)
	for _, c := range []struct {
		formula, racer, want string
		steps                int
	}{
		{"x^2+y^2", "rmsprop", "circling A", 1000000},
		{"x^2+y^2", "sgd lr=0.1", "settled at A", 300000},
		{"x^2+y^2", "sgd lr=1e-9", "heading for A", 300000},
		{"(x-1)^2+100*y^2", "sign_sgd lr=0.0013", "circling A", 300001},
		{"x^2+25*y^2", "sgd lr=0.04", "bouncing across a valley", 250000},
		{"(1-x)^2+100*(y-x^2)^2", "rmsprop lr=0.011", "bouncing across a valley", 300000},
		{"x+y", "sgd lr=0.1", "left the map at step", 300000},
		{"x^2-y^2", "sgd lr=0.1", "diverged at step", 300000},
	} {
		r := carried(t, c.formula, surfaces.Point{X: -1.2, Y: 1.003}, 1, c.racer)
		doc := r.Doc
		doc.Steps = c.steps
		r, err := Prepare(t.Context(), doc, WantSeen)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Standings(c.steps)[0].Where.String(); got != c.want && !strings.HasPrefix(got, c.want+" ") {
			t.Errorf("%s: %s is %q, want %q", c.formula, c.racer, got, c.want)
		}
	}
}
