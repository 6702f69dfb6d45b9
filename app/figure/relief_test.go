package figure

import (
	"math"
	"testing"

	"descentlab/app/lab"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/relief"
)

// TestReliefCamera: the lab's usual camera is the picture's, both are the same number for number, and what a file says wrongly is
// kept within limits.
func TestReliefCamera(t *testing.T) {
	if got := ReliefCamera(lab.UsualCamera()); got != relief.Usual() || ReliefCamera(lab.Camera{}) != got {
		t.Errorf("the usual camera is %+v", got)
	}
	c := lab.Camera{Yaw: -40, Tilt: 60, Zoom: 2, PanX: 0.5, PanY: -0.25, High: 1.5}
	if got := LabCamera(ReliefCamera(c)); got != c {
		t.Errorf("%+v comes back as %+v", c, got)
	}
	if got := ReliefCamera(lab.Camera{Yaw: 1, Tilt: -400, Zoom: math.Inf(1), High: -1}); got != got.Limited() {
		t.Errorf("beyond all limits it is %+v", got)
	}
}

// TestReliefGround: it is square, as fine as the picture asks, and finer when that is zoomed, up to a limit.
func TestReliefGround(t *testing.T) {
	c := lab.UsualCamera()
	j := ReliefGround(Ground{}, 560, 720, c)
	if j.W != j.H || j.W < 192 || j.W > 320 {
		t.Errorf("it is of %d by %d", j.W, j.H)
	}
	c.Zoom = 8
	if k := ReliefGround(Ground{}, 560, 720, c); k.W <= j.W || k.W > 512 {
		t.Errorf("zoomed it is of %d", k.W)
	}
	if k := ReliefGround(Ground{}, 1, 1, c); k.W != 128 {
		t.Errorf("of no size it is of %d", k.W)
	}
	if v := ReliefView(plot.Rect{X0: -2, X1: 2, Y0: -1, Y1: 1}); v != (plot.Rect{X0: -2, X1: 2, Y0: -2, Y1: 2}) {
		t.Errorf("it shows %v", v)
	}
}
