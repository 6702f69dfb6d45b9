package pace

import (
	"context"
	"math"
	"strings"
	"testing"

	"descentlab/internal/geom"
	"descentlab/optim"
	"descentlab/surfaces"
)

// on is a ground on a formula, in the window from -5 to 5.
func on(t *testing.T, formula string, start geom.Point) *Ground {
	t.Helper()
	probe, err := surfaces.Surface{Formula: formula}.Probe(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &Ground{Loss: probe, Start: start, Window: geom.Rect{X0: -5, X1: 5, Y0: -5, Y1: 5}, Steps: 140}
}

func racer(t *testing.T, text string) optim.Spec {
	t.Helper()
	spec, err := optim.ParseSpec(text)
	if err != nil {
		t.Fatal(err)
	}
	return spec
}

// TestStoredSettings: every surface of the catalogue has them, and from its own start they diverge neither in the race that a
// newcomer sees nor in one of ten times the steps, and end lower than they began.
func TestStoredSettings(t *testing.T) {
	for _, s := range surfaces.Catalogue() {
		probe, err := s.Probe(nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, method := range Methods() {
			spec, known := Stored(s.Name, method)
			if !known || spec.Method != method || !usable(rate(spec)) {
				t.Errorf("%s: %s has %v", s.Name, method, spec)
				continue
			}
			g := &Ground{Loss: probe, Start: s.Start, Window: s.View, Steps: 140}
			if !g.comesThrough(context.Background(), spec, g.Steps) {
				t.Errorf("%s: %v diverges or climbs", s.Name, spec)
			}
			if falls := !math.IsInf(lowest(probe, s), -1); falls {
				g.Steps *= 10
				if !g.comesThrough(context.Background(), spec, g.Steps) {
					t.Errorf("%s: %v diverges or climbs in ten times the steps", s.Name, spec)
				}
			}
			if got := g.Suit(s.Name, optim.Spec{Method: method}, Checked); !got.Equal(spec) {
				t.Errorf("%s: %s gets %v, stored is %v", s.Name, method, got, spec)
			}
		}
	}
}

// TestRateDoesNotBounce: between two wells in which the loss curves twice as much as at the start, plain descent would swing for
// ever at one over the curvature there; it gets half of that and settles. A method whose steps are as long at any rate keeps its.
func TestRateDoesNotBounce(t *testing.T) {
	g := on(t, "x^2 - y^2 + 0.1*y^4", geom.Point{X: -0.1, Y: 1})
	at, _ := g.local(racer(t, "sgd"))
	if at != 0.5 || !g.bounces(racer(t, "sgd lr=0.5"), g.Steps) {
		t.Fatalf("the rate by what is at the start is %v", at)
	}
	got := g.Suit("", racer(t, "sgd"), Checked)
	if rate(got) != 0.25 || g.bounces(got, g.Steps) || !(g.after(t, got, g.Steps) < -2.5+1e-12) {
		t.Errorf("%v ends at %v", got, g.after(t, got, g.Steps))
	}
	at, _ = g.local(racer(t, "sign_sgd"))
	if got := g.Suit("", racer(t, "sign_sgd"), Checked); rate(got) != at {
		t.Errorf("%v, by what is at the start it has %v", got, at)
	}
}

// TestNotesOfSlowSurfaces: where the stored settings leave racers far up after the race that a newcomer sees, the surface's
// sentence says so, and this is what it says of each.
func TestNotesOfSlowSurfaces(t *testing.T) {
	type part struct{ from, to float64 } // that is left of the height of the start above the lowest loss
	// The lowest loss is known to some digits.
	whole, stopped, down := part{0.5, 1}, part{0.15, 0.3}, part{-1e-9, 0.1}
	for name, want := range map[string]map[string]part{
		"plateau":         {"sgd": whole, "momentum": down, "rmsprop": down, "adam": down},
		"nesterov_crease": {"sgd": whole, "momentum": down, "rmsprop": whole, "adam": down},
		"levy_13":         {"sgd": whole, "momentum": down, "rmsprop": stopped, "adam": stopped},
		"michalewicz":     {"sgd": whole, "momentum": whole, "rmsprop": down, "adam": down},
	} {
		s, err := surfaces.Lookup(name)
		if err != nil {
			t.Fatal(err)
		}
		probe, err := s.Probe(nil)
		if err != nil {
			t.Fatal(err)
		}
		g := &Ground{Loss: probe, Start: s.Start, Window: s.View, Steps: 140}
		for method, want := range want {
			spec, _ := Stored(name, method)
			left := (g.after(t, spec, g.Steps) - s.Least) / (probe.Value(s.Start.X, s.Start.Y) - s.Least)
			if !(left >= want.from && left <= want.to) {
				t.Errorf("%s: of %v %.3f is left, not %.2f to %.2f", name, spec, left, want.from, want.to)
			}
		}
		if spec, _ := Stored(name, "sgd"); name == "michalewicz" && !(g.after(t, spec, 5000)-s.Least < 1e-9) {
			t.Errorf("%s: %v does not come to the crossing", name, spec)
		}
	}
}

// after is the loss after so many updates.
func (g *Ground) after(t *testing.T, spec optim.Spec, updates int) float64 {
	t.Helper()
	plan, err := spec.Plan(2, updates)
	if err != nil {
		t.Fatal(err)
	}
	row := make([]float64, plan.Width())
	plan.Start(row, g.Loss, []float64{g.Start.X, g.Start.Y})
	for t := range updates {
		plan.Next(row, row, g.Loss, t)
	}
	return g.Loss.Eval(nil, plan.X(row), optim.Exact)
}

// lowest is minus infinity where the loss falls for ever: far out on a ray it lies below all that the window has.
func lowest(p *surfaces.Probe, s surfaces.Surface) float64 {
	least, inside := math.Inf(1), math.Inf(1)
	for k := range 64 * 64 {
		inside = min(inside, p.Value(s.View.Middle(k%64, k/64, 64, 64)))
	}
	for k := range 360 {
		sin, cos := math.Sincos(float64(k) * math.Pi / 180)
		least = min(least, p.Value(1e6*cos, 1e6*sin))
	}
	if least < inside-1e3 {
		return math.Inf(-1)
	}
	return inside
}

// TestRateOfCurvature: plain descent gets one over the largest curvature, however the bowl is turned, and heavy-ball momentum
// that times sqrt(1-momentum); a method that divides by the gradient's size gets a part of the window, which the loss's unit does
// not change; what is tried is rounded down to two digits.
func TestRateOfCurvature(t *testing.T) {
	for _, c := range []struct {
		formula, racer string
		want           float64
	}{
		{"x^2 + 40*y^2", "sgd", 1. / 80},
		{"20.5*x^2 + 39*x*y + 20.5*y^2", "sgd", 1. / 80},
		{"x^2 + 40*y^2", "momentum", math.Sqrt(0.1) / 80},
		{"x^2 + 40*y^2", "momentum momentum=0.5", math.Sqrt(0.5) / 80},
		{"x^2 + 40*y^2", "adam", 0.2 * 10 * math.Sqrt2 / (30 * math.Sqrt2)},
		{"1e6*x^2 + 40e6*y^2", "adam", 0.2 * 10 * math.Sqrt2 / (30 * math.Sqrt2)},
		{"x^2 + 40*y^2", "sign_sgd", 0.2 * 10 * math.Sqrt2 / (30 * math.Sqrt2)},
	} {
		got, ok := on(t, c.formula, geom.Point{X: 0.5, Y: 0.45}).local(racer(t, c.racer))
		if !ok || !(got <= c.want*1.03) || got < 0.9*c.want {
			t.Errorf("%s on %s: %v, want a little less than %v", c.racer, c.formula, got, c.want)
		}
	}
	far, _ := on(t, "x^2 + y^2", geom.Point{X: 3, Y: 4}).local(racer(t, "sgd"))
	if stride := far * 10; !(stride <= 0.1*10*math.Sqrt2) || stride < 0.09*10*math.Sqrt2 {
		t.Errorf("from far out the first step is %v long", stride)
	}
	for _, flat := range []string{"0*x", "1/0*x", "x < 0 ? x : 7"} {
		if got, ok := on(t, flat, geom.Point{X: 1, Y: 1}).local(racer(t, "adam")); ok {
			t.Errorf("on %s there is a rate: %v", flat, got)
		}
	}
}

// TestNothingDivergesOnQuadratics: every method with a rate, on bowls of many shapes, in races longer than what was tried.
func TestNothingDivergesOnQuadratics(t *testing.T) {
	bowls := []string{
		"x^2 + y^2", "x^2 + 25*y^2", "1e-3*x^2 + 1e-4*y^2", "1e6*x^2 + 3e3*y^2", "50.5*x^2 - 99*x*y + 50.5*y^2",
		"x^2 + 1e4*y^2 + 3*x - 50*y", "0.5*(x-1)^2 + 8*(y+2)^2 + 3*(x-1)*(y+2)",
	}
	for _, formula := range bowls {
		for _, start := range []geom.Point{{X: -4, Y: 3}, {X: 0.1, Y: 0.01}} {
			const long = 1000
			g := on(t, formula, start)
			g.Steps = long
			for _, m := range optim.Methods() {
				comes := optim.Spec{Method: m.Key}
				spec := g.Suit("", comes, 140)
				if spec.Equal(comes) || m.Key == "adabound" {
					continue // it has no rate, or keeps its own, or comes to the rate that another of its knobs is
				}
				long := long
				if m.Key == "ranger" {
					long *= 2 // half of its way is taken back: it is still on it, round a corner of the window
				}
				plan, _ := spec.Plan(2, long)
				row := make([]float64, plan.Width())
				plan.Start(row, g.Loss, []float64{start.X, start.Y})
				far := 0.0
				for t := range long {
					plan.Next(row, row, g.Loss, t)
					far = math.Max(far, math.Hypot(plan.X(row)[0], plan.X(row)[1]))
				}
				if end := plan.X(row); !(far < 50) || !g.Window.Contains(geom.Point{X: end[0], Y: end[1]}) {
					t.Errorf("%s from %v: %v comes as far as %v, and ends at %v", formula, start, spec, far, end)
				}
			}
		}
	}
}

// TestWhatIsKept: what a racer has beside the settings that are stored.
func TestWhatIsKept(t *testing.T) {
	s, err := surfaces.Lookup("rosenbrock")
	if err != nil {
		t.Fatal(err)
	}
	probe, err := s.Probe(nil)
	if err != nil {
		t.Fatal(err)
	}
	g := &Ground{Loss: probe, Start: s.Start, Window: s.View, Steps: 140}
	stored, _ := Stored("rosenbrock", "momentum")
	for text, want := range map[string]string{
		"momentum lr=0.3 momentum=0.5":                  stored.String(),
		"momentum lr=0.3 clip_norm=100 schedule=cosine": stored.String() + " clip_norm=100",
		"newton":                        "newton",
		"prodigy d_coef=2":              "prodigy d_coef=2",
		"nelder_mead":                   "nelder_mead",
		"momentum lr=0.3 nesterov=true": "nesterov=true",
		"adam lr=3 beta1=0.5":           "beta1=0.5",
		"sgd lr=1 maximize=true":        "maximize=true",
		"momentum lr=0.3 momentum=0.5 weight_decay=0.0001": "weight_decay=0.0001",
	} {
		got := g.Suit("rosenbrock", racer(t, text), Checked)
		if !strings.Contains(got.String(), want) && got.String() != want {
			// a schedule stands before the settings
			if plain := got.WithSchedule(""); plain.String() != want {
				t.Errorf("%s becomes %v, want %s", text, got, want)
			}
		}
		if got.Schedule != racer(t, text).Schedule {
			t.Errorf("%s has lost its schedule: %v", text, got)
		}
		if before := racer(t, text); rated(before) && got.Equal(before) && before.Get(lr).Num != 1 {
			t.Errorf("%s keeps its rate", text)
		}
	}
}

// TestStable: on a quadratic it is what lies below 2/λ for plain descent and below 2(1+momentum)/λ for the heavy ball, in two
// digits; it has been run; where no rate holds there is none, nor when the search is given up.
func TestStable(t *testing.T) {
	for _, c := range []struct {
		racer string
		want  float64
	}{
		{"sgd lr=0.3", 0.019}, {"sgd lr=1000", 0.019},
		{"momentum lr=0.5 momentum=0.9", 0.037}, {"momentum lr=1 momentum=0.5", 0.029},
	} {
		g := on(t, "x^2 + 50*y^2", geom.Point{X: 2, Y: 3})
		g.Steps = 400
		got, ok := g.Stable(t.Context(), racer(t, c.racer))
		if !ok || got != c.want {
			t.Errorf("%s: %v, want %v", c.racer, got, c.want)
		}
		if !g.comesThrough(t.Context(), racer(t, c.racer).With(lr, optim.Num(got)), g.Steps) || short(got) != got {
			t.Errorf("%s: %v does not hold, or has more digits than two", c.racer, got)
		}
	}
	steep := on(t, "sqrt(x) + y^2", geom.Point{X: 0, Y: 1})
	if got, ok := steep.Stable(t.Context(), racer(t, "sgd lr=0.1")); ok {
		t.Errorf("at an infinite slope %v is said to be stable", got)
	}
	over, cancel := context.WithCancel(t.Context())
	cancel()
	if got, ok := on(t, "x^2", geom.Point{X: 1}).Stable(over, racer(t, "sgd lr=9")); ok {
		t.Errorf("given up, the search tells %v", got)
	}
}
