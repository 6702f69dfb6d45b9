package surfaces

import (
	"errors"
	"math"
	"strings"
	"sync"
	"testing"

	"descentlab/surfaces/expr"
)

// objective is what an optimizer asks of a loss.
type objective interface {
	Dim() int
	Eval(grad, x []float64, draw int) float64
}

var _ objective = (*Probe)(nil)

func TestProbeMeetsReference(t *testing.T) {
	const tol = 1e-9
	for _, ref := range references(t) {
		p, _ := lookup(t, ref.Surface)
		for _, pt := range ref.Points {
			x, y := pt.At[0], pt.At[1]
			j := p.Jet(x, y)
			got := [...]float64{p.Value(x, y), j.F, j.X, j.Y, j.XX, j.XY, j.XY, j.YY}
			want := [...]float64{pt.Value, pt.Value, pt.Gradient[0], pt.Gradient[1],
				pt.Hessian[0][0], pt.Hessian[0][1], pt.Hessian[1][0], pt.Hessian[1][1]}
			for i := range got {
				if !within(got[i], want[i], tol) {
					t.Errorf("%s at %v: value or derivative %d is %.17g, want %.17g", ref.Surface, pt.At, i, got[i], want[i])
				}
			}
			grad := make([]float64, p.Dim())
			if f := p.Eval(grad, []float64{x, y}, 7); !within(f, pt.Value, tol) ||
				!within(grad[0], pt.Gradient[0], tol) || !within(grad[1], pt.Gradient[1], tol) {
				t.Errorf("%s at %v: Eval gives %g, %v, want %g, %v", ref.Surface, pt.At, f, grad, pt.Value, pt.Gradient)
			}
			if f, fx, fy := p.Grad(x, y); f != p.Eval(grad, []float64{x, y}, 0) || fx != grad[0] || fy != grad[1] {
				t.Errorf("%s at %v: Grad and Eval differ", ref.Surface, pt.At)
			}
		}
	}
}

func TestProbeRowEqualsValue(t *testing.T) {
	xs := make([]float64, 257)
	dst := make([]float64, len(xs))
	for _, s := range Catalogue() {
		p := probe(t, s)
		for i := range xs {
			xs[i] = s.View.X0 + (s.View.X1-s.View.X0)*float64(i)/256
		}
		y := s.View.Y0 + 0.37*(s.View.Y1-s.View.Y0)
		p.Row(dst, xs, y)
		for i, x := range xs {
			if want := p.Value(x, y); dst[i] != want {
				t.Fatalf("%s: Row gives %.17g at (%g, %g), Value %.17g", s.Name, dst[i], x, y, want)
			}
		}
	}
}

func TestProbeAllocatesNothing(t *testing.T) {
	grad, x := make([]float64, 2), []float64{0.3, -0.2}
	xs, dst := make([]float64, 64), make([]float64, 64)
	for _, s := range Catalogue() {
		p := probe(t, s)
		for what, f := range map[string]func(){
			"Eval":            func() { p.Eval(grad, x, 3) },
			"Eval, no grad":   func() { p.Eval(nil, x, 3) },
			"Value, Jet, Row": func() { p.Value(1, 2); p.Jet(1, 2); p.Row(dst, xs, 1) },
		} {
			if n := testing.AllocsPerRun(100, f); n != 0 {
				t.Errorf("%s: %s allocates %g times", s.Name, what, n)
			}
		}
	}
}

func TestForksAreIndependent(t *testing.T) {
	p, view := lookup(t, "peaks")
	value := func(p *Probe, i int) float64 {
		return p.Jet(view.X0+float64(i)*0.006, 0.5).XY
	}
	want := make([]float64, 1000)
	for i := range want {
		want[i] = value(p, i)
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			fork := p.Fork()
			for i := range want {
				if got := value(fork, i); got != want[i] {
					t.Errorf("fork: point %d gives %g, want %g", i, got, want[i])
				}
			}
		})
	}
	group.Wait()
}

func TestProbeParams(t *testing.T) {
	s := Surface{Formula: "(a-x)^2 + b*(y-x^2)^2", Params: []Param{
		{Name: "a", Default: 1, Min: 0, Max: 2},
		{Name: "b", Default: 100, Min: 1, Max: 1000},
	}}
	for _, c := range []struct {
		params map[string]float64
		want   float64
	}{
		{nil, (1-3)*(1-3) + 100*(2-9)*(2-9)},
		{map[string]float64{"b": 10}, (1-3)*(1-3) + 10*(2-9)*(2-9)},
		{map[string]float64{"a": 5, "b": 0}, (5 - 3) * (5 - 3)},
	} {
		p, err := s.Probe(c.params)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Value(3, 2); got != c.want {
			t.Errorf("%v: value %g, want %g", c.params, got, c.want)
		}
		if got := p.Fork().Value(3, 2); got != c.want {
			t.Errorf("%v: a fork has the value %g, want %g", c.params, got, c.want)
		}
	}
	for _, c := range []struct {
		surface Surface
		params  map[string]float64
		want    string
	}{
		{s, map[string]float64{"c": 1}, `unknown parameter "c"`},
		{s, map[string]float64{"a": math.NaN()}, "parameter a is NaN"},
		{s, map[string]float64{"b": math.Inf(-1)}, "parameter b is -Inf"},
		{Surface{Formula: "x+y"}, map[string]float64{"a": 1}, `unknown parameter "a": there are none`},
	} {
		if _, err := c.surface.Probe(c.params); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: error %v, want %q", c.params, err, c.want)
		}
	}
}

func TestProbeReportsFormulaErrors(t *testing.T) {
	_, err := Surface{Formula: "x^2 + "}.Probe(nil)
	var e *expr.Error
	if !errors.As(err, &e) || e.Column == 0 {
		t.Errorf("error %v, want an *expr.Error with a column", err)
	}
}
