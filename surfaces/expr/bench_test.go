package expr

import "testing"

const (
	rosenbrock = "(1-x)^2 + 100*(y-x^2)^2"
	peaks      = "3*(1-x)^2*exp(-x^2-(y+1)^2) - 10*(x/5-x^3-y^5)*exp(-x^2-y^2) - exp(-(x+1)^2-y^2)/3"
)

var sink float64

func BenchmarkValue(b *testing.B) {
	e := bind(b, rosenbrock)
	for b.Loop() {
		sink += e.Value(-1.2, 1)
	}
}

func BenchmarkGrad(b *testing.B) {
	e := bind(b, rosenbrock)
	for b.Loop() {
		f, fx, fy := e.Grad(-1.2, 1)
		sink += f + fx + fy
	}
}

// BenchmarkGrads takes 128 gradients at a time.
func BenchmarkGrads(b *testing.B) {
	const n = 128
	e := bind(b, himmelblau)
	xs, ys, f, fx, fy := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range xs {
		xs[i], ys[i] = float64(i)/n, 1-float64(i)/n
	}
	for b.Loop() {
		e.Grads(f, fx, fy, xs, ys)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/point")
}

func BenchmarkJet(b *testing.B) {
	e := bind(b, rosenbrock)
	for b.Loop() {
		sink += e.Jet(-1.2, 1).XY
	}
}

func BenchmarkPeaksJet(b *testing.B) {
	e := bind(b, peaks)
	for b.Loop() {
		sink += e.Jet(-1.2, 1).XY
	}
}

// BenchmarkRow draws a picture of 512 by 512 values.
func BenchmarkRow(b *testing.B) {
	const size = 512
	e := bind(b, peaks)
	xs, dst := make([]float64, size), make([]float64, size)
	for i := range xs {
		xs[i] = -3 + 6*float64(i)/size
	}
	for b.Loop() {
		for i := range size {
			e.Row(dst, xs, -3+6*float64(i)/size)
		}
	}
}

func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		bind(b, peaks)
	}
}

func bind(t testing.TB, formula string, params ...float64) *Eval {
	t.Helper()
	names := []string{"a", "b", "c"}[:len(params)]
	p, err := Compile(formula, names...)
	if err != nil {
		t.Fatalf("%s: %v", formula, err)
	}
	return p.Bind(params...)
}
