package surfaces

import (
	"context"
	"fmt"
	"testing"
)

func BenchmarkCritical(b *testing.B) {
	for _, c := range []struct {
		name string
		view Rect
	}{
		{"himmelblau", square(6)},
		{"peaks", square(3)},
		{"rosenbrock", square(2)},
		{"rastrigin", square(2.2)},
		{"rastrigin", square(5.12)},
	} {
		p, _ := lookup(b, c.name)
		b.Run(fmt.Sprintf("%s±%g", c.name, c.view.X1), func(b *testing.B) {
			for b.Loop() {
				if _, err := p.Critical(context.Background(), c.view); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// All separatrices of Müller-Brown, with the critical points known: at most 50 ms.
func BenchmarkSeparatrices(b *testing.B) {
	for _, name := range []string{"muller_brown", "himmelblau", "rastrigin"} {
		p, view := lookup(b, name)
		points := survey(b, p, view).Points
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := p.Separatrices(context.Background(), view, points); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkIndex(b *testing.B) {
	p, view := lookup(b, "himmelblau")
	for b.Loop() {
		if _, err := p.Index(view); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkProbeEval(b *testing.B) {
	for _, name := range []string{"rosenbrock", "himmelblau", "peaks", "rastrigin"} {
		p, _ := lookup(b, name)
		grad, x := make([]float64, 2), []float64{0.3, -0.7}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p.Eval(grad, x, 0)
			}
		})
	}
}

// A row of a picture, as the formula says and turned.
func BenchmarkTurnedRow(b *testing.B) {
	for _, name := range []string{"himmelblau", "peaks", "rastrigin"} {
		for _, turn := range []float64{0, 90, 30} {
			s, err := Lookup(name)
			if err != nil {
				b.Fatal(err)
			}
			p := probe(b, s.Transformed(turn, 0))
			xs, dst := make([]float64, 700), make([]float64, 700)
			for i := range xs {
				xs[i] = s.View.X0 + float64(i)/700*(s.View.X1-s.View.X0)
			}
			b.Run(fmt.Sprintf("%s/%g", name, turn), func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					p.Row(dst, xs, float64(i%700)/700)
				}
			})
		}
	}
}

func BenchmarkEigen(b *testing.B) {
	p, _ := lookup(b, "peaks")
	j := p.Jet(0.3, -0.7)
	for b.Loop() {
		Eigen(j)
	}
}

// surveyed are surfaces whose critical points are many.
var surveyed = []struct {
	name, formula string
	view          Rect
}{
	{"easom", easom, square(12)},
	{"schaffer", schaffer, square(100)},
	{"rastrigin", "20 + x^2 + y^2 - 10*(cos(2*pi*x) + cos(2*pi*y))", square(5.12)},
}

func BenchmarkSurvey(b *testing.B) {
	for _, s := range surveyed {
		p := probe(b, Surface{Formula: s.formula})
		b.Run(s.name, func(b *testing.B) {
			for b.Loop() {
				survey(b, p, s.view)
			}
		})
	}
}

// The search and the proof.
func BenchmarkProve(b *testing.B) {
	for _, s := range surveyed {
		p := probe(b, Surface{Formula: s.formula})
		b.Run(s.name, func(b *testing.B) {
			for b.Loop() {
				proven(b, p, s.view)
			}
		})
	}
}
