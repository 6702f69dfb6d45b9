package surfaces

import (
	"testing"

	"descentlab/internal/lengthy"
)

// TestOverviewHoldsThePoints: who types a formula without a window sees its critical points, if there are not too many.
func TestOverviewHoldsThePoints(t *testing.T) {
	lengthy.Test(t)
	for _, c := range []struct {
		formula string
		view    Rect
	}{
		{"2*x^3+6*x*y^2-3*y^3-150*x", Rect{X0: -7.5, X1: 7.5, Y0: -7.5, Y1: 7.5}},
		{"(x-20)^2+2*(y-30)^2", Rect{X0: -13, X1: 33, Y0: -8, Y1: 38}},
		{"(x-1)^2*(x-9)^2+y^2", Rect{X0: -2.3, X1: 11.3, Y0: -6.8, Y1: 6.8}},
		{"x^2+y^2", Usual},
		{"x+y", Usual},
		{"sin(x)*sin(y)", Usual},
		{"(x*y-1)^2", Usual},
		{"exp(x)+exp(-x)+y^2", Usual},
		{"log(x)+y^2", Usual},
		{"exp(x)+y^2", Usual},
		{"(y-x^2)^2", Usual},
		{"(x^2+y^2-1)^2", Usual},
		{"abs(x)-x+y", Usual},
		{"abs(x-20)+abs(y-30)", Rect{X0: -13, X1: 33, Y0: -8, Y1: 38}},
		{"max(abs(x-20),abs(y-30))", Rect{X0: -13, X1: 33, Y0: -8, Y1: 38}},
		{"sqrt(abs(x-20))+abs(y-30)", Rect{X0: -13, X1: 33, Y0: -8, Y1: 38}},
		{"tan(x)+y^2", Usual},
		{"log(abs(x-20))+abs(y)", Usual},
		{"sin(x)^4+sin(y)^4", Usual},
		{"(x-1000)^2+(y-2000)^2", Rect{X0: -1100, X1: 2100, Y0: -600, Y1: 2600}},
		{"cos((x-9)/10)+y^2/100", Rect{X0: -12, X1: 12, Y0: -12, Y1: 12}},
	} {
		got, err := Surface{Formula: c.formula}.Overview(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if !alike(got, c.view) {
			t.Errorf("%s: %v, want %v", c.formula, got, c.view)
		}
	}
	if _, err := (Surface{Formula: "x+"}).Overview(t.Context(), nil); err == nil {
		t.Error("no error of a formula that is none")
	}
}

func alike(a, b Rect) bool {
	return within(a.X0, b.X0, 1e-9) && within(a.X1, b.X1, 1e-9) && within(a.Y0, b.Y0, 1e-9) && within(a.Y1, b.Y1, 1e-9)
}
