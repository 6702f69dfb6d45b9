package expr

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestCompileOver compares programs over a map of the plane with the formula at the image and the chain rule.
func TestCompileOver(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	maps := []Affine{Identity, {XX: -1, YY: -1}, {XY: 1, YX: -1}, {XX: 1, YY: 1, X0: 2, Y0: -3}, {YX: 1, YY: 2, Y0: 0.5}}
	for range 20 {
		maps = append(maps, Affine{rng.NormFloat64(), rng.NormFloat64(), rng.NormFloat64(),
			rng.NormFloat64(), rng.NormFloat64(), rng.NormFloat64()})
	}
	for _, formula := range []string{
		"7", "x", "y", "x*y", "(1-x)^2 + 100*(y-x^2)^2", "exp(-x^2)*sin(3*y) + x", "a*cos(x+y)/(1+y^2)", "x > y ? x^3 : tanh(y)",
	} {
		plain, err := Compile(formula, "a")
		if err != nil {
			t.Fatal(err)
		}
		inner := plain.Bind(1.5)
		for _, m := range maps {
			p, err := CompileOver(m, formula, "a")
			if err != nil {
				t.Fatal(err)
			}
			outer := p.Bind(1.5)
			for range 20 {
				x, y := rng.NormFloat64(), rng.NormFloat64()
				j := inner.Jet(m.At(x, y))
				want := components(Jet{
					F: j.F, X: m.XX*j.X + m.YX*j.Y, Y: m.XY*j.X + m.YY*j.Y,
					XX: m.XX*m.XX*j.XX + 2*m.XX*m.YX*j.XY + m.YX*m.YX*j.YY,
					XY: m.XX*m.XY*j.XX + (m.XX*m.YY+m.XY*m.YX)*j.XY + m.YX*m.YY*j.YY,
					YY: m.XY*m.XY*j.XX + 2*m.XY*m.YY*j.XY + m.YY*m.YY*j.YY,
				})
				got := components(outer.Jet(x, y))
				for i := range got {
					if !(math.Abs(got[i]-want[i]) <= 1e-10*(1+math.Abs(want[i]))*1e3) {
						t.Errorf("%s over %+v at (%g, %g): %s is %g, want %g", formula, m, x, y, componentNames[i], got[i], want[i])
					}
				}
				f, fx, fy := outer.Grad(x, y)
				if !(math.Abs(f-got[0])+math.Abs(fx-got[1])+math.Abs(fy-got[2]) <= 1e-9*(1+math.Abs(fx)+math.Abs(fy)+math.Abs(f))) {
					t.Errorf("%s over %+v: Grad and Jet differ", formula, m)
				}
			}
		}
	}
}

// TestCompileOverKeepsColumns: a map that only swaps or scales the coordinates leaves rows as cheap as they were.
func TestCompileOverKeepsColumns(t *testing.T) {
	for _, m := range []Affine{{XX: 2, YY: 0.5}, {XY: 1, YX: -1, X0: 3}} {
		p, err := CompileOver(m, "exp(sin(x)) + y")
		if err != nil {
			t.Fatal(err)
		}
		if both, _ := p.part(onX | onY); len(both) != 1 {
			t.Errorf("over %+v %d instructions depend on both coordinates, want the sum alone", m, len(both))
		}
	}
}
