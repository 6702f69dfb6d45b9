package surfaces

import (
	"math"
	"testing"

	"descentlab/internal/lengthy"
)

// flatAt surveys a window with a proof, and returns the point at a place.
func flatAt(t *testing.T, formula string, view Rect, at Point) (Survey, Critical) {
	t.Helper()
	p, err := Surface{Formula: formula, View: view}.Probe(nil)
	if err != nil {
		t.Fatal(err)
	}
	v, err := p.Survey(t.Context(), view)
	if err == nil {
		v, err = p.Prove(t.Context(), v)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range v.Points {
		if c.At.Distance(at) <= 1e-8*view.Diagonal() {
			return v, c
		}
	}
	t.Fatalf("%s: nothing at %v among %+v", formula, at, v.Points)
	return v, Critical{}
}

// TestFlatKinds: where the Hessian does not tell what kind a critical point is, the surface around it does.
func TestFlatKinds(t *testing.T) {
	lengthy.Test(t)
	for _, c := range []struct {
		formula string
		x, y    float64
		want    Kind
		index   int // of saddles
	}{
		// Minima.
		{"x^4+y^4", 0, 0, Minimum, 0},
		{"(x^2+y^2)^3", 0, 0, Minimum, 0},
		{"x^4+y^2", 0, 0, Minimum, 0},
		{"(x-1)^4+y^6", 1, 0, Minimum, 0},
		{"(x+y)^4+(x-y)^4", 0, 0, Minimum, 0},
		{"(x-0.5+y)^2+(x-0.5-y)^4+7", 0.5, 0, Minimum, 0},
		{"x^4+y^4+1000", 0, 0, Minimum, 0},
		{"cosh(x^2)+cosh(y^2)", 0, 0, Minimum, 0},
		{"-exp(-x^4-y^4)", 0, 0, Minimum, 0},
		{"x^8+y^8+x^2*y^2", 0, 0, Minimum, 0},
		{"(x^2-2)^4+y^4", math.Sqrt2, 0, Minimum, 0},
		{"sin(x)^4+sin(y)^4", 0, 0, Minimum, 0},
		{"log(1+x^4)+y^4/(1+y^2)", 0, 0, Minimum, 0},
		{"abs(x)^3+y^4", 0, 0, Minimum, 0},
		{"(x-0.5+y)^2+(x-0.5-y)^8+7", 0.5, 0, Minimum, 0}, // so flat that rounding leaves a line of zeros
		{"(y-x^2)^2+x^6", 0, 0, Minimum, 0},
		{"(x-1)^2+100*(y-x^2)^4", 1, 1, Minimum, 0},
		{"x^100+y^100", 0, 0, Minimum, 0},
		{"x^4-x^2*y^2+y^4", 0, 0, Minimum, 0}, // 3 quarters of a square are more than it takes away
		// Maxima.
		{"-(x^4+y^4)", 0, 0, Maximum, 0},
		{"3-(x-1)^6-y^2", 1, 0, Maximum, 0},
		{"cos(x)^3-y^4", 0, 0, Maximum, 0},
		{"-x^4-(x-y)^4", 0, 0, Maximum, 0},
		// Saddles.
		{"x^4-y^4", 0, 0, Saddle, -1},
		{"x^2-y^4", 0, 0, Saddle, -1},
		{"x^2-y^4+5", 0, 0, Saddle, -1},
		{"x^2+2*x*y+y^2-(x-y)^4", 0, 0, Saddle, -1},
		{"(x+2*y)^2-(x-y)^6", 0, 0, Saddle, -1},
		{"(y-x^2)*(y-3*x^2)", 0, 0, Saddle, -1}, // lowest on every straight line through it
		{"x^4-3*x^2*y^2+y^4", 0, 0, Saddle, -3},
		{"x^3-3*x*y^2", 0, 0, Saddle, -2},
		{"(x-1)^3-3*(x-1)*(y+0.5)^2", 1, -0.5, Saddle, -2},
		{"x^3*y-x*y^3", 0, 0, Saddle, -3},
		{"x^6-15*x^4*y^2+15*x^2*y^4-y^6", 0, 0, Saddle, -5},
		// Neither.
		{"x^3+y^2", 0, 0, Degenerate, 0},
		{"x^3+y^4", 0, 0, Degenerate, 0},
		{"y^2-(x-0.25)^5", 0.25, 0, Degenerate, 0},
		{"1.2*(0.8*x+0.6*y)^5-1.3*(0.6*x-0.8*y)^2", 0, 0, Degenerate, 0}, // in zeros that are scattered by rounding
		{"x^3+x*y^2", 0, 0, Degenerate, 0},                               // higher on the right, lower on the left
	} {
		v, got := flatAt(t, c.formula, Usual, Point{X: c.x, Y: c.y})
		if got.Kind != c.want || got.Index != c.index || !got.Flat || !got.Proven {
			t.Errorf("%s: %+v, want %v of index %d", c.formula, got, c.want, c.index)
		}
		for i, lowest := range v.Lowest() {
			if lowest != (v.Points[i].Kind == Minimum) {
				t.Errorf("%s: lowest is %v of %+v", c.formula, lowest, v.Points[i])
			}
		}
		p, _ := Surface{Formula: c.formula, View: Usual}.Probe(nil)
		if kind := p.KindAt(t.Context(), got.At, Usual.Diagonal()/100); kind != c.want &&
			(kind != Degenerate || v.Check.Proof.Reach < 1e-6) && Classify(p.Jet(got.At.X, got.At.Y)) == Degenerate {
			t.Errorf("%s: at %v it is a %v", c.formula, got.At, kind)
		}
		if k := v.Check; k.Verdict != Complete || !k.Counted || k.Turns != k.Sum || len(k.Proof.Near) > 0 || len(k.Proof.Told) == 0 {
			t.Errorf("%s: %+v", c.formula, k)
		}
	}
}

// TestFlatKindsAreNotGuessed: what lies around a point seems to tell its kind in all of these, and proves nothing.
func TestFlatKindsAreNotGuessed(t *testing.T) {
	lengthy.Test(t)
	for _, c := range []struct {
		why, formula string
	}{
		{"it is one of a line of minima", "x^4"},
		{"there are points of a line of minima as near as one likes", "x^2*y^2"},
		{"minima form a small circle", "(x^2+y^2-1e-4)^2"},
		{"rounding hides whether the ring is higher", "(x^8+y^8)*1e-12+1e9"},
		{"so much is taken away from each other that little is left", "x^6-6*x^5+15*x^4-20*x^3+15*x^2-6*x+1+y^4"},
	} {
		p, err := Surface{Formula: c.formula, View: Usual}.Probe(nil)
		if err != nil {
			t.Fatal(err)
		}
		v, err := p.Survey(t.Context(), Usual)
		if err == nil {
			v, err = p.Prove(t.Context(), v)
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, got := range v.Points {
			if got.Flat && (got.Kind != Degenerate || got.Proven) {
				t.Errorf("%s: %s, but it says %+v", c.formula, c.why, got)
			}
		}
	}
}

// TestFlatProofsFail: each of the rules by which a kind is proven says no where its condition does not hold.
func TestFlatProofsFail(t *testing.T) {
	at := func(formula string) *merging {
		p, err := Surface{Formula: formula, View: Usual}.Probe(nil)
		if err != nil {
			t.Fatal(err)
		}
		return &merging{search: newSearch(p.eval, Usual), probe: p, over: p.program.Encloser(), left: 1e6}
	}
	origin, wide := Point{}, Rect{X0: -0.5, X1: 0.5, Y0: -0.5, Y1: 0.5}
	if _, ok := at("x^2*(x^2-0.01)+y^2").alone(t.Context(), origin, wide, 1e-3); ok {
		t.Error("two minima beside a saddle are taken for one point")
	}
	if _, ok := at("x+y^4").alone(t.Context(), origin, wide, 1e-3); ok {
		t.Error("a slope is taken for a critical point")
	}
	for _, formula := range []string{
		"x^4-y^4",                // higher on two sides, lower on the others
		"x^4+y^4-floor(2*x+0.7)", // may jump inside
		"x^4+y^4+0*log(0.2+x)",   // no value on the left
		"x^4",                    // as high on the border
		"x^4+y^4+0*sqrt(x^2+1e-9)+1e9*(x-y)^0*0-1/(x-0.3)", // a pole
	} {
		if kind, ok := at(formula).peaks(origin, wide); ok {
			t.Errorf("%s is taken for a %v", formula, kind)
		}
	}
	for _, formula := range []string{"x^4", "abs(x)-y^2", "x*y/(x^2+y^2)"} {
		if n, ok := at(formula).winds(wide); ok {
			t.Errorf("the gradient of %s is said to turn %d times", formula, n)
		}
	}
	for formula, want := range map[string]int{"x^2+y^2": 1, "-x^2-y^2": 1, "x*y": -1, "5-x*y": -1, "x+y": 0, "x^3-3*x*y^2": -2} {
		if n, ok := at(formula).winds(wide); n != want || !ok {
			t.Errorf("the gradient of %s turns %d times (%v), want %d", formula, n, ok, want)
		}
	}
}

// TestFlatSaddlesLead: the ways down from a flat saddle are followed although no eigenvalue is negative, and where there are more
// than two that is said.
func TestFlatSaddlesLead(t *testing.T) {
	for _, c := range []struct {
		formula string
		ends    [2]Point
	}{
		{"x^2-y^4", [2]Point{{Y: -3}, {Y: 3}}},
		{"x^2-y^8", [2]Point{{Y: -3}, {Y: 3}}},
		{"x^4-y^4+1000", [2]Point{{Y: -3}, {Y: 3}}},
		{"(x^2-2)^4+y^4", [2]Point{{X: -math.Sqrt2}, {X: math.Sqrt2}}},
	} {
		v, saddle := flatAt(t, c.formula, Usual, Point{})
		p, _ := Surface{Formula: c.formula, View: Usual}.Probe(nil)
		s, err := p.Separatrix(t.Context(), saddle, Usual, v.Points)
		if err != nil {
			t.Fatal(err)
		}
		for i, way := range s.Ways {
			if end := way.Path[len(way.Path)-1]; end.Distance(c.ends[i]) > 1e-6 {
				t.Errorf("%s: a way down ends %v at %v, want %v", c.formula, way.End, end, c.ends[i])
			}
		}
	}
	v, saddle := flatAt(t, "x^3-3*x*y^2", Usual, Point{})
	p, _ := Surface{Formula: "x^3-3*x*y^2", View: Usual}.Probe(nil)
	if _, err := p.Separatrix(t.Context(), saddle, Usual, v.Points); err == nil || saddle.Ways() != 3 {
		t.Errorf("a saddle with %d ways down: %v", saddle.Ways(), err)
	}
	if all, err := p.Separatrices(t.Context(), Usual, v.Points); len(all) != 0 || err != nil {
		t.Errorf("%v, %v", all, err)
	}
}
