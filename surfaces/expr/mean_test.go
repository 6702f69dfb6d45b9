package expr

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"descentlab/internal/lengthy"
)

// naive sums what the formula gives for each example, in the order of Mean.
type naive struct {
	e       *Eval
	params  []float64
	columns [][]float64
}

func (n *naive) example(i int) *Eval {
	args := slices.Clone(n.params)
	for _, c := range n.columns {
		args = append(args, c[i])
	}
	n.e.Set(args...)
	return n.e
}

func (n *naive) sum(term func(e *Eval) float64) float64 {
	total := 0.0
	for at := 0; at < len(n.columns[0]); at += sumLength {
		part := 0.0
		for i := at; i < min(at+sumLength, len(n.columns[0])); i++ {
			part += term(n.example(i))
		}
		total += part
	}
	return total / float64(len(n.columns[0]))
}

func (n *naive) jet(x, y float64) Jet {
	part := func(f func(Jet) float64) float64 { return n.sum(func(e *Eval) float64 { return f(e.Jet(x, y)) }) }
	j := Jet{
		part(func(j Jet) float64 { return j.F }), part(func(j Jet) float64 { return j.X }), part(func(j Jet) float64 { return j.Y }),
		part(func(j Jet) float64 { return j.XX }), part(func(j Jet) float64 { return j.XY }), part(func(j Jet) float64 { return j.YY }),
	}
	if math.IsNaN(j.F) {
		return undefined
	}
	return j
}

func sameJet(a, b Jet) bool {
	p, q := components(a), components(b)
	return slices.EqualFunc(p[:], q[:], sameNumber)
}

// compareMean checks a Mean against the naive one; if the formula says the same of all examples there is nothing to sum.
func compareMean(t *testing.T, m *Mean, n *naive, x, y float64) {
	t.Helper()
	text := m.o.Text()
	want := n.jet(x, y)
	if m.dataless() {
		want = n.example(0).Jet(x, y)
	}
	if got := m.Jet(x, y); !sameJet(got, want) {
		t.Errorf("%q at (%v, %v): jet %v, want %v", text, x, y, got, want)
	}
	f, fx, fy := m.Grad(x, y)
	if !m.dataless() && !(sameNumber(f, want.F) && sameNumber(fx, want.X) && sameNumber(fy, want.Y)) {
		t.Errorf("%q at (%v, %v): gradient %v %v %v, want %v", text, x, y, f, fx, fy, want)
	}
	if v := m.Value(x, y); !sameNumber(v, want.F) {
		t.Errorf("%q at (%v, %v): value %v, want %v", text, x, y, v, want.F)
	}
	values, gx, gy := make([]float64, m.Len()), make([]float64, m.Len()), make([]float64, m.Len())
	m.EachValue(values, x, y)
	for i, v := range values {
		if w := n.example(i).Value(x, y); !sameNumber(v, w) {
			t.Errorf("%q at (%v, %v), example %d: value %v, want %v", text, x, y, i, v, w)
		}
	}
	m.EachGrad(values, gx, gy, x, y)
	for i := range values {
		j := n.example(i).Jet(x, y)
		if !m.dataless() && !(sameNumber(values[i], j.F) && sameNumber(gx[i], j.X) && sameNumber(gy[i], j.Y)) {
			t.Errorf("%q at (%v, %v), example %d: gradient %v %v %v, want %v", text, x, y, i, values[i], gx[i], gy[i], j)
		}
	}
}

// TestMean checks, over all formulas of the tables and random ones, that means are what the examples' own values,
// gradients and Hessians add up to, bit for bit, at good and at bad numbers.
func TestMean(t *testing.T) {
	lengthy.Test(t)
	rng := rand.New(rand.NewPCG(13, 14))
	for i, formula := range append(formulas(t), polynomials...) {
		o, err := CompileMean(Identity, formula, []string{"b", "c"}, "a")
		if err != nil {
			t.Fatal(err)
		}
		size := []int{1, 3, sumLength, 2*sumLength + 9}[i%4]
		columns := [][]float64{make([]float64, size), make([]float64, size)}
		for k := range size {
			columns[0][k], columns[1][k] = 4*rng.Float64()-2, rng.Float64()
			if rng.IntN(20) == 0 {
				columns[0][k] = special[rng.IntN(len(special))]
			}
		}
		m := o.Over(columns, 2)
		n := &naive{bind(t, formula, 0, 0, 0), []float64{2}, columns}
		for range 3 {
			compareMean(t, m, n, 4*rng.Float64()-2, 4*rng.Float64()-2)
			compareMean(t, m.Fork(), n, special[rng.IntN(len(special))], rng.Float64())
		}
	}
}

func TestMeanRow(t *testing.T) {
	m := logistic(t, 100)
	xs := []float64{-1, 0, 0.5, math.NaN(), 1e9}
	dst := make([]float64, len(xs))
	m.Row(dst, xs, 0.25)
	for i, x := range xs {
		if v := m.Value(x, 0.25); !sameNumber(dst[i], v) {
			t.Errorf("at %v: row %v, value %v", x, dst[i], v)
		}
	}
}

// TestPick checks that a batch is the mean of the examples picked, and that picking leaves the rest alone.
func TestPick(t *testing.T) {
	o, err := CompileMean(Identity, "(x*(u - 1)/2 + y - t)^2 + (u > 1 ? log(t)*x : 0)", []string{"u", "t"})
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(15, 16))
	columns := [][]float64{make([]float64, 200), make([]float64, 200)}
	for i := range columns[0] {
		columns[0][i], columns[1][i] = 3*rng.Float64(), 3*rng.Float64()-0.1
	}
	m := o.Over(columns)
	before := m.Jet(0.3, 0.4)
	for _, size := range []int{1, 7, sumLength + 1} {
		b := m.Batch(size)
		for range 5 {
			picked := make([]int32, size)
			own := [][]float64{make([]float64, size), make([]float64, size)}
			for i := range picked {
				picked[i] = int32(rng.IntN(200))
				own[0][i], own[1][i] = columns[0][picked[i]], columns[1][picked[i]]
			}
			b.Pick(picked)
			want := o.Over(own)
			x, y := rng.Float64(), rng.Float64()
			if got := b.Jet(x, y); !sameJet(got, want.Jet(x, y)) {
				t.Errorf("%d examples: jet %v, want %v", size, got, want.Jet(x, y))
			}
			if got := b.Value(x, y); !sameNumber(got, want.Value(x, y)) {
				t.Errorf("%d examples: value %v, want %v", size, got, want.Value(x, y))
			}
			f, fx, fy := b.Grad(x, y)
			w, wx, wy := want.Grad(x, y)
			if !sameNumber(f, w) || !sameNumber(fx, wx) || !sameNumber(fy, wy) {
				t.Errorf("%d examples: gradient %v %v %v, want %v %v %v", size, f, fx, fy, w, wx, wy)
			}
		}
	}
	if after := m.Jet(0.3, 0.4); after != before && !math.IsNaN(before.F) {
		t.Errorf("picking changed the whole: %v, before %v", after, before)
	}
}

func TestMeanAllocatesNothing(t *testing.T) {
	m := logistic(t, 200)
	b := m.Batch(32)
	picked := make([]int32, 32)
	xs, dst := make([]float64, 16), make([]float64, 200)
	for name, f := range map[string]func(){
		"Value": func() { m.Value(1, 2) },
		"Grad":  func() { m.Grad(1, 2) },
		"NaN":   func() { m.Grad(math.NaN(), 2); m.Jet(math.Inf(1), 0) },
		"Jet":   func() { m.Jet(1, 2) },
		"Row":   func() { m.Row(dst[:16], xs, 2) },
		"Each":  func() { m.EachGrad(dst, dst, dst, 1, 2) },
		"Pick":  func() { b.Pick(picked); b.Grad(1, 2) },
	} {
		if n := testing.AllocsPerRun(100, f); n != 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
}

func TestCompileMeanRefuses(t *testing.T) {
	for _, names := range [][]string{{"x"}, {"u", "u"}, {"a"}, {"sin"}, {""}} {
		if _, err := CompileMean(Identity, "x", names, "a"); err == nil {
			t.Errorf("columns %q are accepted", names)
		}
	}
	_, err := CompileMean(Identity, "x*u + s", []string{"u", "t"})
	if err == nil || err.Error() != "column 7: unknown name s; known are x, y, pi, e, u, t" {
		t.Errorf("error %v", err)
	}
}

func logistic(t testing.TB, n int) *Mean {
	o, err := CompileMean(Identity, "softplus((t > 0 ? -1 : 1)*(x*u + y))", []string{"u", "t"})
	if err != nil {
		t.Fatal(err)
	}
	u, v := make([]float64, n), make([]float64, n)
	for i := range u {
		u[i], v[i] = float64(i%17)/8-1, float64(i%2)
	}
	return o.Over([][]float64{u, v})
}

func BenchmarkMeanGrad32(b *testing.B) {
	m := logistic(b, 32)
	b.ReportAllocs()
	for b.Loop() {
		f, fx, fy := m.Grad(0.3, 0.4)
		sink += f + fx + fy
	}
}

func BenchmarkMeanValue32(b *testing.B) {
	m := logistic(b, 32)
	b.ReportAllocs()
	for b.Loop() {
		sink += m.Value(0.3, 0.4)
	}
}

func BenchmarkMeanJet100(b *testing.B) {
	m := logistic(b, 100)
	b.ReportAllocs()
	for b.Loop() {
		sink += m.Jet(0.3, 0.4).XY
	}
}
