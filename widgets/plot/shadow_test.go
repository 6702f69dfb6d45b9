package plot

import "testing"

// The second way lies where its points are, up to the playhead, and below the first one.
func TestShadow(t *testing.T) {
	st := styles(t)["dark"]
	s := Scene{View: Rect{X0: 0, X1: 1, Y0: 0, Y1: 1}, Traces: []Trace{{
		Pts: []Point{{X: 0, Y: 0.5}, {X: 1, Y: 0.5}}, Color: white, Head: 1,
		Shadow: []Point{{X: 0.1, Y: 0.905}, {X: 0.505, Y: 0.905}, {X: 0.505, Y: 0.1}},
	}}}
	bright := func(s Scene, x, y int) bool {
		at := s.Image(st, 100, 100).RGBAAt(x, y)
		return at.R > 150 && at.G > 150 && at.B > 150
	}
	if !bright(s, 30, 9) || bright(s, 50, 70) {
		t.Error("at step 1 the second way reaches neither (0.3, 0.9) only")
	}
	s.Traces[0].Head = 2
	if !bright(s, 50, 70) {
		t.Error("at step 2 the second way does not go down to (0.5, 0.3)")
	}
	s.Traces[0].Shadow = nil
	if bright(s, 30, 9) {
		t.Error("a second way without points")
	}
}
