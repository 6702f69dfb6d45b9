package surfaces

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"

	"descentlab/surfaces/expr"
)

func TestEigenMeetsGonum(t *testing.T) {
	const tol = 4e-15
	rng := rand.New(rand.NewPCG(1, 2))
	entry := func() float64 {
		return rng.NormFloat64() * math.Pow(10, float64(rng.IntN(13)-6))
	}
	for range 2000 {
		j := expr.Jet{XX: entry(), XY: entry(), YY: entry()}
		switch rng.IntN(6) {
		case 0:
			j.XY = 0
		case 1:
			j.YY = j.XX
		case 2:
			j.YY = -j.XX
		}
		var es mat.EigenSym
		if !es.Factorize(mat.NewSymDense(2, []float64{j.XX, j.XY, j.XY, j.YY}), true) {
			t.Fatalf("gonum fails on %+v", j)
		}
		want := es.Values(nil)
		norm := math.Max(math.Abs(want[0]), math.Abs(want[1]))
		l1, l2, v1, v2 := Eigen(j)
		if math.Abs(l1-want[0]) > tol*norm || math.Abs(l2-want[1]) > tol*norm || l1 > l2 {
			t.Errorf("%+v: eigenvalues %g, %g, want %g", j, l1, l2, want)
		}
		var vectors mat.Dense
		es.VectorsTo(&vectors)
		for i, v := range []Point{v1, v2} {
			l := []float64{l1, l2}[i]
			if r := math.Hypot(j.XX*v.X+j.XY*v.Y-l*v.X, j.XY*v.X+j.YY*v.Y-l*v.Y); r > tol*norm {
				t.Errorf("%+v: |H v%d - l v%d| = %g", j, i+1, i+1, r)
			}
			if math.Abs(math.Hypot(v.X, v.Y)-1) > tol {
				t.Errorf("%+v: |v%d| = %g", j, i+1, math.Hypot(v.X, v.Y))
			}
			if v.X < 0 || v.X == 0 && v.Y <= 0 {
				t.Errorf("%+v: v%d = %v has the wrong sign", j, i+1, v)
			}
			cos := math.Abs(v.X*vectors.At(0, i) + v.Y*vectors.At(1, i))
			if gap := (l2 - l1) / norm; gap > 1e-6 && 1-cos > 1e-9 {
				t.Errorf("%+v: v%d = %v, gonum has (%g, %g)", j, i+1, v, vectors.At(0, i), vectors.At(1, i))
			}
		}
		if dot := v1.X*v2.X + v1.Y*v2.Y; math.Abs(dot) > tol {
			t.Errorf("%+v: v1 and v2 are not orthogonal: %g", j, dot)
		}
	}
}

func TestEigenOfSpecialMatrices(t *testing.T) {
	h := math.Sqrt(0.5)
	for _, c := range []struct {
		a, b, c float64
		l1, l2  float64
		v1, v2  Point
	}{
		{0, 0, 0, 0, 0, Point{X: 1, Y: 0}, Point{X: 0, Y: 1}},
		{3, 0, 3, 3, 3, Point{X: 1, Y: 0}, Point{X: 0, Y: 1}},
		{1, 0, 2, 1, 2, Point{X: 1, Y: 0}, Point{X: 0, Y: 1}},
		{2, 0, 1, 1, 2, Point{X: 0, Y: 1}, Point{X: 1, Y: 0}},
		{-2, 0, 1, -2, 1, Point{X: 1, Y: 0}, Point{X: 0, Y: 1}},
		{0, 1, 0, -1, 1, Point{X: h, Y: -h}, Point{X: h, Y: h}},
		{0, -1, 0, -1, 1, Point{X: h, Y: h}, Point{X: h, Y: -h}},
		{1, 1, 1, 0, 2, Point{X: h, Y: -h}, Point{X: h, Y: h}},
		{-1, 1, -1, -2, 0, Point{X: h, Y: -h}, Point{X: h, Y: h}},
	} {
		l1, l2, v1, v2 := Eigen(expr.Jet{XX: c.a, XY: c.b, YY: c.c})
		near := func(p, q Point) bool { return math.Hypot(p.X-q.X, p.Y-q.Y) < 1e-15 }
		if l1 != c.l1 || l2 != c.l2 || !near(v1, c.v1) || !near(v2, c.v2) {
			t.Errorf("((%g, %g), (%g, %g)): %g %g %v %v, want %g %g %v %v",
				c.a, c.b, c.b, c.c, l1, l2, v1, v2, c.l1, c.l2, c.v1, c.v2)
		}
	}
}

// The smaller eigenvalue must not be lost in the difference of two large numbers.
func TestEigenIsRelativelyAccurate(t *testing.T) {
	l1, l2, _, _ := Eigen(expr.Jet{XX: 1, XY: 1, YY: 1e17})
	if l1 != 1 || l2 != 1e17 {
		t.Errorf("eigenvalues %.17g and %.17g, want 1 and 1e17", l1, l2)
	}
}

func TestEigenOfNonFinite(t *testing.T) {
	for _, bad := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		for _, j := range []expr.Jet{{XX: bad}, {XY: bad}, {YY: bad}} {
			l1, l2, v1, v2 := Eigen(j)
			if !math.IsNaN(l1) || !math.IsNaN(l2) || v1 != (Point{}) || v2 != (Point{}) {
				t.Errorf("%+v: %g %g %v %v, want NaN and zero vectors", j, l1, l2, v1, v2)
			}
		}
	}
}

func TestClassify(t *testing.T) {
	for _, c := range []struct {
		formula string
		x, y    float64
		want    Kind
	}{
		{"x^2+y^2", 0, 0, Minimum},
		{"x^2+y^2", 1e-9, 0, Minimum},
		{"x^2+y^2", 0.1, 0, Slope},
		{"x*y", 0, 0, Saddle},
		{"-x^2-3*y^2", 0, 0, Maximum},
		{"(1-x)^2 + 100*(y-x^2)^2", 1, 1, Minimum},
		{"(x^2+y-11)^2 + (x+y^2-7)^2", 3.58442834, -1.84812653, Minimum},
		{"x^3-3*x*y^2", 0, 0, Degenerate},
		{"(1-x*y)^2", 1, 1, Degenerate},
		{"7", 1, 2, Degenerate},
		{"2*x+y", 1, 2, Slope},
		{"x^2+y", 0, 1, Slope},
		{"exp(-x^2-y^2)", 5, 5, Slope},
		{"log(x)", -1, 0, Undefined},
		{"1/x", 0, 0, Undefined},
	} {
		j := probe(t, Surface{Formula: c.formula}).Jet(c.x, c.y)
		if got := Classify(j); got != c.want {
			t.Errorf("%s at (%g, %g): %v, want %v (%+v)", c.formula, c.x, c.y, got, c.want, j)
		}
	}
}

func TestKindString(t *testing.T) {
	for k, want := range map[Kind]string{
		Minimum: "minimum", Saddle: "saddle", Maximum: "maximum", Degenerate: "degenerate",
		Slope: "slope", Undefined: "undefined", -1: "Kind(-1)", 99: "Kind(99)",
	} {
		if got := k.String(); got != want {
			t.Errorf("kind %d: %q, want %q", int(k), got, want)
		}
	}
}
