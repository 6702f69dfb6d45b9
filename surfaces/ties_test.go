package surfaces

import (
	"slices"
	"testing"
)

// TestLowestIsInTheWindow: a deeper minimum beyond the window is not its lowest, unless there is none in there.
func TestLowestIsInTheWindow(t *testing.T) {
	minimum := func(x, value float64) Critical { return Critical{At: Point{X: x}, Value: value, Kind: Minimum} }
	view := rect(-1, 1, -1, 1)
	points := []Critical{minimum(-0.5, 1), minimum(0.5, 1), minimum(0, 2), minimum(3, -4), {Kind: Saddle, Value: -9}}
	if got := Lowest(points, view); !slices.Equal(got, []bool{true, true, false, false, false}) {
		t.Errorf("with minima in the window: %v", got)
	}
	if got := Lowest(points[3:], view); !slices.Equal(got, []bool{true, false}) {
		t.Errorf("with none in the window: %v", got)
	}
}
