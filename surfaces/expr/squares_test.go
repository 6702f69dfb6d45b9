package expr

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// sums are sums of squares with the number of their residuals and the constant beside them; a = 2, b = 3, c = 0.5.
var sums = []struct {
	formula string
	count   int
	beside  float64
}{
	{rosenbrock, 2, 0}, {beale, 3, 0}, {himmelblau, 2, 0}, {"x^2 + y^2", 2, 0}, {"0.5*(x^2 + 25*y^2)", 2, 0},
	{"x*x + y*y - 4", 2, -4}, {"7 - (1 - x^2)", 1, 6}, {"((x-1)^2/2 + (y+3)^4)/3 + b", 2, 3}, {"(x*y - 1)^2", 1, 0},
	{"a*(x-b)^2 + c*((y-x)^6 + b*y^2)/a", 3, 0}, {"(x + y)^100 + x^2", 2, 0}, {"-(-(x^2)) - 2*-y^2", 2, 0},
	{"(exp(x) - y)^2 + sin(x)**2", 2, 0}, {"abs(x)^2 + hypot(x, y)^2", 2, 0},
	{"(a-b)^2 + x^2/a^2", 1, 1}, {"(x+y)^2 + (x+y)^2", 2, 0},
}

func TestSumsOfSquares(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 9))
	for _, c := range sums {
		e := bind(t, c.formula, 2, 3, 0.5)
		for range 50 {
			x, y := 2*random.NormFloat64(), 2*random.NormFloat64()
			residuals, ok := e.Residuals(x, y)
			if !ok || len(residuals) != c.count {
				t.Errorf("%s: %d residuals, want %d", c.formula, len(residuals), c.count)
				break
			}
			sum := dual{F: c.beside}
			size := math.Abs(c.beside)
			for _, r := range residuals {
				sum.F += r.F * r.F
				sum.X += 2 * r.F * r.X
				sum.Y += 2 * r.F * r.Y
				size += r.F*r.F + 2*math.Abs(r.F*r.X) + 2*math.Abs(r.F*r.Y)
			}
			f, fx, fy := e.Grad(x, y)
			if off := math.Abs(sum.F-f) + math.Abs(sum.X-fx) + math.Abs(sum.Y-fy); !(off <= 1e-13*size) {
				t.Errorf("%s at (%v, %v): squares and 2J'r are %v, the formula is %v, %v, %v", c.formula, x, y, sum, f, fx, fy)
			}
		}
	}
}

// TestResiduals has the residuals of Rosenbrock's function by hand.
func TestResiduals(t *testing.T) {
	e := bind(t, rosenbrock)
	got, _ := e.Residuals(-1.2, 1)
	want := []Residual{{2.2, -1, 0}, {10 * (1 - 1.44), 24, 10}}
	for i, w := range want {
		if d := got[i]; math.Abs(d.F-w.F)+math.Abs(d.X-w.X)+math.Abs(d.Y-w.Y) > 1e-13 {
			t.Errorf("residual %d: %v, want %v", i, d, w)
		}
	}
}

func TestNoSumsOfSquares(t *testing.T) {
	for _, formula := range []string{
		"x", "x + y^2", "x^3", "x^2 - y^2", "-(x^2 + y^2)", "x^2*y^2 + x", "7", "a^2", "sin(x)", "x^2.5 + y^2", "x^-2",
		"3*(1-x)^2*exp(-x^2-(y+1)^2) - 10*(x/5-x^3-y^5)*exp(-x^2-y^2) - 1/3*exp(-(x+1)^2-y^2)",
		"x^2 + x*y + y^2", "x > 0 ? x^2 : y^2", "max(x^2, y^2)", "(x^2 + y^2)^0.5", "x^2/y", "2^x", "(a-b)*x^2", "x^2/(a-2)",
	} {
		if r, ok := bind(t, formula, 2, 3, 0.5).Residuals(1, 2); ok {
			t.Errorf("%s is taken for a sum of squares: %v", formula, r)
		}
	}
}

// TestSquaresFollowParameters: a factor may change its sign.
func TestSquaresFollowParameters(t *testing.T) {
	e := bind(t, "a*x^2 + (y-b)^2", 4, 1, 0)
	for _, a := range []float64{4, 0, -1, 9} {
		e.Set(a, 1, 0)
		r, ok := e.Residuals(2, 3)
		if ok != (a >= 0) {
			t.Fatalf("a = %v: %v", a, ok)
		}
		if ok && !slices.Equal(r, []Residual{{2 * math.Sqrt(a), math.Sqrt(a), 0}, {2, 0, 1}}) {
			t.Errorf("a = %v: %v", a, r)
		}
	}
}

// TestResidualsMend: where an infinity meets a derivative that is always 0, the residuals' derivatives are exact too.
func TestResidualsMend(t *testing.T) {
	r, ok := bind(t, "(sqrt(x) + y)^2").Residuals(0, 1)
	if want := (Residual{1, math.Inf(1), 1}); !ok || r[0] != want {
		t.Errorf("%v, want %v", r, want)
	}
	if r, ok := bind(t, "log(x)^2").Residuals(-1, 1); !ok || !math.IsNaN(r[0].F) {
		t.Errorf("outside the domain: %v", r)
	}
}

func TestResidualsAllocateNothing(t *testing.T) {
	e := bind(t, beale)
	if n := testing.AllocsPerRun(100, func() { e.Residuals(1, 2) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestMeanGaussNewton: examples add up, in batches too, and their columns may be factors.
func TestMeanGaussNewton(t *testing.T) {
	columns := [][]float64{{1, -2, 0.5, 3}, {0.5, 1, 0, 2}}
	formula := "a*w*(x*u + y - 1)^2"
	o, err := CompileMean(Identity, formula, []string{"u", "w"}, "a")
	if err != nil {
		t.Fatal(err)
	}
	whole := o.Over(columns, 3)
	batch := whole.Batch(2)
	batch.Pick([]int32{3, 1})
	for m, examples := range map[*Mean][]int{whole: {0, 1, 2, 3}, batch: {3, 1}} {
		xx, xy, yy, ok := m.GaussNewton(0.3, -0.7)
		var want [3]float64
		for _, i := range examples {
			u, w := columns[0][i], columns[1][i]
			for k, v := range [3]float64{u * u, u, 1} {
				want[k] += 2 * 3 * w * v / float64(len(examples))
			}
		}
		if !ok || math.Abs(xx-want[0])+math.Abs(xy-want[1])+math.Abs(yy-want[2]) > 1e-12 {
			t.Errorf("%v: %v %v %v, %v; want %v", examples, xx, xy, yy, ok, want)
		}
		if j := m.Jet(0.3, -0.7); math.Abs(j.XX-xx)+math.Abs(j.XY-xy)+math.Abs(j.YY-yy) > 1e-12 {
			t.Errorf("%v: straight residuals have the Hessian %v, got %v %v %v", examples, j, xx, xy, yy)
		}
		if n := testing.AllocsPerRun(20, func() { m.GaussNewton(1, 2) }); n != 0 {
			t.Errorf("%v allocations", n)
		}
	}
	columns[1][2] = -1
	if _, _, _, ok := o.Over(columns, 3).GaussNewton(1, 2); ok {
		t.Error("a negative weight passes")
	}
}
