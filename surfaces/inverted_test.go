package surfaces

import "testing"

// TestInverted: the surface upside down is that of the opposite formula, whichever way it is asked.
func TestInverted(t *testing.T) {
	ask := func(formula string) *Probe {
		p, err := (Surface{Formula: formula}).Probe(nil)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	p, want := ask("x^3 - 2*x*y + sin(y)").Inverted().Inverted().Fork(), ask("-(x^3 - 2*x*y + sin(y))")
	for _, at := range []Point{{X: 1, Y: 2}, {X: -0.3, Y: 0.7}, {X: 0, Y: 0}} {
		if got, want := p.Jet(at.X, at.Y), want.Jet(at.X, at.Y); got != want {
			t.Errorf("at %v it is %v, want %v", at, got, want)
		}
		f, x, y := p.Grad(at.X, at.Y)
		if v, vx, vy := want.Grad(at.X, at.Y); f != v || x != vx || y != vy || p.Value(at.X, at.Y) != v {
			t.Errorf("at %v it is %v, %v, %v, want %v, %v, %v", at, f, x, y, v, vx, vy)
		}
		var row, many, grad [1]float64
		var gy [1]float64
		p.Row(row[:], []float64{at.X}, at.Y)
		p.eval.Grads(many[:], grad[:], gy[:], []float64{at.X}, []float64{at.Y})
		if row[0] != f || many[0] != f || grad[0] != x || gy[0] != y {
			t.Errorf("at %v rows and many are %v, %v, %v, %v", at, row, many, grad, gy)
		}
	}
	top, ok := ask("1-x^2-3*y^2").Near(Point{X: 0.01, Y: 0.02}, 0.1)
	bottom, okay := ask("1-x^2-3*y^2").Inverted().Near(Point{X: 0.01, Y: 0.02}, 0.1)
	if !ok || !okay || top.Inverted() != bottom || bottom.Kind != Minimum || bottom.L1 != 2 || bottom.L2 != 6 {
		t.Errorf("the top %+v is upside down %+v, want %+v", top, top.Inverted(), bottom)
	}
}
