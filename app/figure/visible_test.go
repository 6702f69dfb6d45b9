package figure

import (
	"testing"

	"descentlab/surfaces"
)

func TestVisibleKeepsUnitsEqual(t *testing.T) {
	for _, c := range []struct {
		view surfaces.Rect
		w, h float64
		want surfaces.Rect
	}{
		{surfaces.Rect{X0: -3, X1: 3, Y0: -3, Y1: 3}, 600, 600, surfaces.Rect{X0: -3, X1: 3, Y0: -3, Y1: 3}},
		{surfaces.Rect{X0: -3, X1: 3, Y0: -3, Y1: 3}, 600, 1200, surfaces.Rect{X0: -3, X1: 3, Y0: -6, Y1: 6}},
		{surfaces.Rect{X0: 0, X1: 4, Y0: 0, Y1: 2}, 100, 100, surfaces.Rect{X0: 0, X1: 4, Y0: -1, Y1: 3}},
		{surfaces.Rect{X0: 0, X1: 1000, Y0: 0, Y1: 1}, 100, 100, surfaces.Rect{X0: 0, X1: 1000, Y0: 0, Y1: 1}},
	} {
		got := Visible(c.view, c.w, c.h)
		if got != c.want {
			t.Errorf("%+v in %vx%v: %+v, want %+v", c.view, c.w, c.h, got, c.want)
		}
		if again := Visible(got, c.w, c.h); again != got {
			t.Errorf("%+v is not shown as itself but as %+v", got, again)
		}
	}
}
