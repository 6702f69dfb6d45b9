package surfaces

import (
	"context"
	"errors"
	"math"
	"testing"
	"time"

	"descentlab/internal/geom"
	"descentlab/internal/lengthy"
)

// Whatever the formula and the window, a survey ends without panic, its points lie in the window, and the curves from
// its saddles stay there.
func FuzzSurvey(f *testing.F) {
	lengthy.Test(f)
	for _, s := range Catalogue()[:8] {
		if len(s.Params) == 0 {
			f.Add(s.Formula, s.View.X0, s.View.X1, s.View.Y0, s.View.Y1, 0.0, 0.0)
		}
	}
	for i, formula := range []string{ // few and brief, so that most of the time goes into others
		"7", "0/0", "1/0", "x*y*0", "log(-1-x^2)", "abs(x)*abs(y)", "1/(x*y)", "tan(9*x)*y", "floor(x)+y^2", "x^y", "exp(exp(x*y))",
		"(1-x*y)^2", "(x^2+y^2-1)^2", "sin(1e9*x*y)", "x > y ? x : -y", "sqrt(x)*sqrt(y)", "1e-300*(x^2-y^2)", "1e300*(x^2-y^2)",
		"max(x,y)^2",
		"x^3-3*x*y^2", "x^2*y^2", "atan2(y,x)", "hypot(x,y)^0.5",
	} {
		if i%4 > 0 {
			f.Add(formula, -2.0, 2.0, -2.0, 2.0, 30.0, 1.0)
		} else {
			f.Add(formula, 0.0, 1e6, -1e-6, 1e-6, 90.0, -3.0)
		}
	}
	f.Fuzz(func(t *testing.T, formula string, x0, x1, y0, y1, turn, stretch float64) {
		if len(formula) > 200 {
			return
		}
		view := Rect{X0: x0, X1: x1, Y0: y0, Y1: y1}
		s := Surface{Formula: formula, View: view}.Transformed(turn, stretch)
		p, err := s.Probe(nil)
		if err != nil {
			return
		}
		ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
		defer cancel()
		v, err := p.Survey(ctx, view)
		if err == nil {
			brief, stop := context.WithTimeout(ctx, 100*time.Millisecond)
			v, err = p.Prove(brief, v)
			stop()
		}
		if err != nil && view.Check() == nil {
			t.Fatalf("%s in %v: %v", formula, view, err)
		}
		if err != nil {
			return
		}
		_ = v.Remarks()
		for _, c := range v.Points {
			if !view.Contains(c.At) || !geom.Finite(c.Value) || math.IsNaN(c.L1) && !c.Kink {
				t.Errorf("%s in %v: %+v", formula, view, c)
			}
			if !c.TwoWays() || c.Kink {
				continue
			}
			x, err := p.Separatrix(ctx, c, view, v.Points)
			if err != nil && !errors.Is(err, context.DeadlineExceeded) {
				t.Fatal(err)
			}
			for _, b := range []Branch{x.Ridge[0], x.Ridge[1], x.Ways[0], x.Ways[1]} {
				for _, at := range b.Path {
					if !view.Contains(at) {
						t.Fatalf("%s in %v: a branch of %v runs over %v", formula, view, c.At, at)
					}
				}
			}
		}
	})
}
