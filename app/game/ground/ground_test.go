package ground

import (
	"math"
	"testing"

	"descentlab/optim"
	"descentlab/surfaces"
)

// TestCurve: of a curve with two wells both minima and the hill between them are found, and descent comes to the nearer one.
func TestCurve(t *testing.T) {
	g := New(Ground{
		Formula: "(x^2 - 1)^2 + 0.1*x", Flat: true,
		View: surfaces.Rect{X0: -2, X1: 2, Y0: 0, Y1: 9}, Start: surfaces.Point{X: 1.5},
	})
	all := g.Critical()
	if len(all) != 3 || all[1].Kind != surfaces.Maximum || all[0].Kind != surfaces.Minimum {
		t.Fatalf("%+v", all)
	}
	if low := g.Lowest(); low.At.X > -1 || math.Abs(low.L1-(12*low.At.X*low.At.X-4)) > 1e-9 {
		t.Errorf("the lowest is %+v", low)
	}
	run, err := g.Run(optim.Spec{Method: "sgd"}.With("lr", optim.Num(0.05)), g.Start, 200, 0)
	if err != nil {
		t.Fatal(err)
	}
	if at := g.Place(run, run.Steps); math.Abs(at.X-all[2].At.X) > 1e-6 || g.Dim() != 1 {
		t.Errorf("descent comes to %v", at)
	}
	if height, slope := g.At(g.Start); height != 1.5625+0.15 || math.Abs(slope.X-7.6) > 1e-12 || slope.Y != 0 {
		t.Errorf("at the start it is %v, %v", height, slope)
	}
	if n := Settled(run, all[2].Value+0.001); n < 1 || run.Loss(n-1) < all[2].Value+0.001 || Settled(run, all[0].Value) != -1 {
		t.Errorf("it has settled at step %d", n)
	}
}

// TestExactExtremum: one that lies where the search looks is found once.
func TestExactExtremum(t *testing.T) {
	g := New(Ground{Formula: "x^2", Flat: true, View: surfaces.Rect{X0: -2, X1: 2, Y0: 0, Y1: 4}})
	if all := g.Critical(); len(all) != 1 || all[0].At.X != 0 {
		t.Errorf("%+v", all)
	}
}
