package surfaces

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// batched returns a learning problem whose Eval sees batches.
func batched(t testing.TB, name string, size int, seed uint64) *Probe {
	t.Helper()
	p, _ := lookup(t, name)
	b, err := p.Batched(size, seed)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestBatchesArePure checks that a batch depends on seed and number alone, whatever was evaluated before, and that
// other seeds and numbers give other batches.
func TestBatchesArePure(t *testing.T) {
	x, grad := []float64{0.3, -0.7}, make([]float64, 2)
	type answer struct{ f, x, y float64 }
	ask := func(p *Probe, draw int) answer {
		f := p.Eval(grad, x, draw)
		return answer{f, grad[0], grad[1]}
	}
	a := batched(t, "logistic", 16, 3)
	seen := map[answer]bool{}
	var want [200]answer
	for draw := range want {
		want[draw] = ask(a, draw)
		seen[want[draw]] = true
	}
	if len(seen) != len(want) {
		t.Errorf("%d different batches in %d draws", len(seen), len(want))
	}
	b, fork := batched(t, "logistic", 16, 3), a.Fork()
	for draw := len(want) - 1; draw >= 0; draw-- {
		if got := ask(b, draw); got != want[draw] {
			t.Fatalf("draw %d: backwards %v, want %v", draw, got, want[draw])
		}
		if got := ask(fork, draw); got != want[draw] {
			t.Fatalf("draw %d: fork %v, want %v", draw, got, want[draw])
		}
		ask(b, -1)
		if f, fx, fy := a.Batch(draw).Grad(x[0], x[1]); (answer{f, fx, fy}) != want[draw] {
			t.Fatalf("draw %d: as a surface %v, want %v", draw, answer{f, fx, fy}, want[draw])
		}
	}
	if other := batched(t, "logistic", 16, 4); ask(other, 0) == want[0] {
		t.Error("another seed gives the same batch")
	}
	if !a.Stochastic() || !fork.Stochastic() || a.Batch(0).Stochastic() {
		t.Error("Stochastic is wrong")
	}
}

// TestFullBatchIsTheLoss checks that the draw -1, and batches of all examples, give the loss bit for bit.
func TestFullBatchIsTheLoss(t *testing.T) {
	for _, s := range learning {
		p := probe(t, s)
		full, err := p.Batched(p.Examples(), 7)
		if err != nil {
			t.Fatal(err)
		}
		some, err := p.Batched(1, 7)
		if err != nil {
			t.Fatal(err)
		}
		if full.Stochastic() {
			t.Errorf("%s: a batch of all examples is stochastic", s.Name)
		}
		x := []float64{s.Start.X, s.Start.Y}
		want, got, h, hw := make([]float64, 2), make([]float64, 2), make([]float64, 4), make([]float64, 4)
		f := p.Eval(want, x, -1)
		p.Hessian(hw, x, -1)
		for _, c := range []struct {
			p    *Probe
			draw int
		}{{full, 0}, {full, 99}, {full, -1}, {some, -1}, {full.Batch(3), 5}} {
			g := c.p.Eval(got, x, c.draw)
			c.p.Hessian(h, x, c.draw)
			if g != f || fmt.Sprint(got, h) != fmt.Sprint(want, hw) || c.p.Eval(nil, x, c.draw) != f {
				t.Errorf("%s, draw %d: %v %v %v, want %v %v %v", s.Name, c.draw, g, got, h, f, want, hw)
			}
		}
	}
}

// TestBatchesAreFair draws many batches: without replacement, and every example, and every pair, as often as any other.
func TestBatchesAreFair(t *testing.T) {
	const n, size, draws = 20, 6, 60_000
	d := Dataset{Columns: []Column{{Name: "u", Values: make([]float64, n)}, {Name: "t", Values: make([]float64, n)}}}
	p := probe(t, Surface{Formula: "u", Data: &d})
	b := newBatches(p.mean, size, 11)
	var once [n]int
	var twice [n][n]int
	for draw := range draws {
		b.draw(draw)
		for i, k := range b.picked {
			once[k]++
			for _, other := range b.picked[:i] {
				if other == k {
					t.Fatalf("draw %d has example %d twice", draw, k)
				}
				twice[min(k, other)][max(k, other)]++
			}
		}
	}
	expect := func(what string, got int, probability float64) {
		t.Helper()
		mean, sigma := draws*probability, math.Sqrt(draws*probability*(1-probability))
		if math.Abs(float64(got)-mean) > 5*sigma {
			t.Errorf("%s was drawn %d times, want %.0f ± %.0f", what, got, mean, sigma)
		}
	}
	for i := range n {
		expect(fmt.Sprint("example ", i), once[i], float64(size)/n)
		for k := i + 1; k < n; k++ {
			expect(fmt.Sprint("pair ", i, " ", k), twice[i][k], float64(size*(size-1))/(n*(n-1)))
		}
	}
}

func TestCheckBatch(t *testing.T) {
	p, _ := lookup(t, "logistic")
	for _, size := range []int{0, -1, 101} {
		if _, err := p.Batched(size, 0); err == nil || !strings.Contains(err.Error(), "from 1 to 100") {
			t.Errorf("batch %d: error %v", size, err)
		}
	}
	plain, _ := lookup(t, "peaks")
	if _, err := plain.Batched(1, 0); err == nil || !strings.Contains(err.Error(), "no examples") {
		t.Errorf("error %v", err)
	}
	if plain.Stochastic() || plain.Examples() != 0 {
		t.Error("a plain formula has examples")
	}
}

// TestGradientNoise compares the covariance with that over all batches there are.
func TestGradientNoise(t *testing.T) {
	const n = 7
	d := Dataset{Columns: []Column{
		{Name: "u", Values: []float64{1, -2, 0.5, 3, 1.5, -1, 0}}, {Name: "t", Values: []float64{2, 1, 0, -1, 1, 3, 0.5}},
	}}
	p := probe(t, Surface{Formula: "(x*u + y - t)^2", Data: &d})
	const x, y = 0.4, -0.3
	_, mx, my := p.Grad(x, y)
	for size := 1; size <= n; size++ {
		var xx, xy, yy, count float64
		for set := range 1 << n {
			var picked []int32
			for i := range n {
				if set>>i&1 != 0 {
					picked = append(picked, int32(i))
				}
			}
			if len(picked) != size {
				continue
			}
			b := p.mean.Batch(size)
			b.Pick(picked)
			_, gx, gy := b.Grad(x, y)
			dx, dy := gx-mx, gy-my
			xx, xy, yy, count = xx+dx*dx, xy+dx*dy, yy+dy*dy, count+1
		}
		gotXX, gotXY, gotYY := p.GradientNoise(x, y, size)
		if !within(gotXX, xx/count, 1e-12) || !within(gotXY, xy/count, 1e-12) || !within(gotYY, yy/count, 1e-12) {
			t.Errorf("size %d: covariance %v %v %v, want %v %v %v", size, gotXX, gotXY, gotYY, xx/count, xy/count, yy/count)
		}
	}
}

func TestBatchAllocatesNothing(t *testing.T) {
	b := batched(t, "logistic", 32, 1)
	grad, x, h := make([]float64, 2), []float64{0.3, -0.2}, make([]float64, 4)
	draw := 0
	if n := testing.AllocsPerRun(100, func() {
		draw++
		b.Eval(grad, x, draw)
		b.Eval(nil, x, draw)
		b.Hessian(h, x, draw)
		b.Eval(grad, x, -1)
	}); n != 0 {
		t.Errorf("a step allocates %v times", n)
	}
}

// BenchmarkBatch32 is a step's gradient: another batch of 32 of 100 examples each time.
func BenchmarkBatch32(b *testing.B) {
	for _, name := range []string{"logistic", "linear_regression", "tanh_neuron", "robust_regression"} {
		b.Run(name, func(b *testing.B) {
			p := batched(b, name, 32, 1)
			grad, x := make([]float64, 2), []float64{0.3, -0.7}
			b.ReportAllocs()
			draw := 0
			for b.Loop() {
				p.Eval(grad, x, draw)
				draw++
			}
		})
	}
}

// BenchmarkPicture draws the ground of a learning problem, 512 by 512, on one goroutine.
func BenchmarkPicture(b *testing.B) {
	for _, name := range []string{"linear_regression", "logistic"} {
		p, view := lookup(b, name)
		xs, dst := make([]float64, 512), make([]float64, 512)
		for i := range xs {
			xs[i] = view.X0 + (view.X1-view.X0)*float64(i)/511
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				for i := range 512 {
					p.Row(dst, xs, view.Y0+(view.Y1-view.Y0)*float64(i)/511)
				}
			}
		})
	}
}

// Picked names the examples whose mean a batch is.
func TestPicked(t *testing.T) {
	s, err := Lookup("logistic")
	if err != nil {
		t.Fatal(err)
	}
	whole := probe(t, s)
	if whole.Picked(0) != nil {
		t.Error("the whole loss has a batch")
	}
	p, err := whole.Batched(7, 3)
	if err != nil {
		t.Fatal(err)
	}
	losses := make([]float64, whole.Examples())
	whole.Losses(losses, 1, 2)
	for draw := range 20 {
		picked := p.Picked(draw)
		sum := 0.0
		for _, i := range picked {
			sum += losses[i]
		}
		if got := p.Eval(nil, []float64{1, 2}, draw); len(picked) != 7 || !within(sum/7, got, 1e-12) {
			t.Errorf("draw %d: %d examples of mean %g, the batch's loss is %g", draw, len(picked), sum/7, got)
		}
	}
}
