package surfaces

import (
	"math"
	"strings"
	"testing"
)

func TestRectCheck(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for _, c := range []struct {
		rect Rect
		want string // part of the message; "" if the window is good
	}{
		{Rect{-1, 1, -2, 2}, ""},
		{Rect{-1e6, 1e6, -1e-6, 1e-6}, ""},
		{Rect{1, 1 + 1e-9, 1, 1 + 1e-9}, ""},
		{Rect{1, 1, 0, 1}, "x from 1 to 1: the first bound must be less"},
		{Rect{0, 1, 2, -2}, "y from 2 to -2: the first bound must be less"},
		{Rect{nan, 1, 0, 1}, "x from NaN to 1: both bounds must be finite"},
		{Rect{0, 1, 0, inf}, "y from 0 to +Inf: both bounds must be finite"},
		{Rect{1e6, 1e6 + 1e-9, 0, 1}, "the width must be at least 1e-06"},
		{Rect{0, 1e-200, 0, 1}, "the width must be at least 1e-100"},
		{Rect{-1e308, 1e308, 0, 1}, "the width must be at most 1e+100"},
	} {
		err := c.rect.Check()
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%v: unexpected error %v", c.rect, err)
		case c.want != "" && err == nil:
			t.Errorf("%v: no error, want one with %q", c.rect, c.want)
		case c.want != "" && (!strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n")):
			t.Errorf("%v: error %q, want one line with %q", c.rect, err, c.want)
		}
	}
}

func TestRectContains(t *testing.T) {
	r := Rect{-1, 2, 0, 3}
	for p, want := range map[Point]bool{
		{0, 1}: true, {-1, 0}: true, {2, 3}: true,
		{-1.01, 1}: false, {2.01, 1}: false, {0, -0.01}: false, {0, 3.01}: false,
		{math.NaN(), 1}: false,
	} {
		if got := r.Contains(p); got != want {
			t.Errorf("%v contains %v: %v, want %v", r, p, got, want)
		}
	}
}

func TestRectUnion(t *testing.T) {
	a, b := Rect{-1, 2, 0, 3}, Rect{0, 5, -4, 1}
	want := Rect{-1, 5, -4, 3}
	if a.Union(b) != want || b.Union(a) != want {
		t.Errorf("union of %v and %v: %v and %v, want %v", a, b, a.Union(b), b.Union(a), want)
	}
}
