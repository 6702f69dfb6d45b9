package surfaces

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"descentlab/internal/lengthy"
)

// without lists the surfaces without examples for which no least value is given, with the reason.
var without = map[string]string{
	"saddle":        "falls for ever",
	"saddle_chain":  "falls for ever",
	"monkey_saddle": "falls for ever",
	"wolfe":         "falls for ever",
	"sombrero":      "the minimum moves with a parameter",
	"cusp":          "the minimum moves with a parameter",
	"random_waves":  "nobody has published it",
}

// settings returns parameters to try: the defaults, both ends of every slider, and some in between.
func settings(s Surface) []map[string]float64 {
	all := []map[string]float64{nil}
	rng := rand.New(rand.NewPCG(7, 8))
	for i := range 6 {
		m := map[string]float64{}
		for _, p := range s.Params {
			m[p.Name] = [...]float64{p.Min, p.Max, p.Min + rng.Float64()*(p.Max-p.Min)}[min(i, 2)]
		}
		if len(m) > 0 {
			all = append(all, m)
		}
	}
	return all
}

// The minima of the literature are where the surface takes the value given, are stationary or on the border or at a
// kink, and no random point of the window lies lower.
func TestKnownMinima(t *testing.T) {
	lengthy.Test(t)
	for _, s := range Catalogue() {
		if _, _, ok := s.Known(nil); s.Data == nil && ok == (without[s.Name] != "") {
			t.Errorf("%s: a least value is known: %v; reason why not: %q", s.Name, ok, without[s.Name])
		}
		for _, params := range settings(s) {
			least, at, ok := s.Known(params)
			if !ok {
				continue
			}
			p, err := s.Probe(params)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range at {
				if got := p.Value(m.X, m.Y); !within(got, least, 1e-12) && !(s.Name == "bukin_6" && got < 1e-6) {
					t.Errorf("%s %v: value at %v is %.18g, want %.18g", s.Name, params, m, got, least)
				}
				if !s.View.Contains(m) {
					t.Errorf("%s: minimum %v is outside the window", s.Name, m)
				}
			}
			rng := rand.New(rand.NewPCG(9, 10))
			for range 20000 {
				x := s.View.X0 + rng.Float64()*(s.View.X1-s.View.X0)
				y := s.View.Y0 + rng.Float64()*(s.View.Y1-s.View.Y0)
				if f := p.Value(x, y); f < least-1e-12*(1+math.Abs(least)) {
					t.Errorf("%s %v: value at (%g, %g) is %g, below %g", s.Name, params, x, y, f, least)
					break
				}
			}
		}
	}
}

// kinked lists the surfaces whose least value is taken at a kink or on the border, where the gradient does not vanish.
var kinked = []string{"ackley", "bukin_6", "nesterov_crease", "eggholder"}

// Where the surface is smooth, Newton's method does not move from a published minimum, and the search finds it and
// nothing below.
func TestKnownMinimaAreFound(t *testing.T) {
	lengthy.Test(t)
	for _, s := range searched() {
		least, at, ok := s.Known(nil)
		if !ok || slices.Contains(kinked, s.Name) {
			continue
		}
		p := probe(t, s)
		for _, m := range at {
			j := p.Jet(m.X, m.Y)
			if du, dv := newtonStep(j); math.Hypot(du, dv) > 1e-9 && math.Hypot(j.X, j.Y) > 1e-12 {
				t.Errorf("%s: Newton's step at %v is (%g, %g)", s.Name, m, du, dv)
			}
		}
		points := found(t, s)
		lowest, isolated := math.Inf(1), false
		for _, c := range points {
			lowest = math.Min(lowest, c.Value)
			isolated = isolated || c.Kind == Minimum
		}
		if !within(lowest, least, 1e-12) {
			t.Errorf("%s: the search finds %.17g, the literature %.17g", s.Name, lowest, least)
		}
		for _, m := range at {
			if c := points[nearest(points, m)]; isolated && math.Hypot(c.At.X-m.X, c.At.Y-m.Y) > 1e-6 {
				t.Errorf("%s: nothing found at %v", s.Name, m)
			}
		}
	}
}

func TestKnownBeyondASlider(t *testing.T) {
	s, err := Lookup("banana")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, ok := s.Known(map[string]float64{"walls": -1}); ok {
		t.Error("with walls turned over the minimum is still known")
	}
	s = s.Transformed(90, 0)
	if _, at, ok := s.Known(nil); !ok || len(at) != 1 || !within(at[0].X, 0, 1e-15) || !within(at[0].Y, 2, 1e-15) {
		t.Errorf("after a quarter turn about (0, 1) the minimum is at %v, want (0, 2)", at)
	}
}
