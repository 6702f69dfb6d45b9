package geom

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

// TestCheckBox: a box to stay in may be thin and open, but not empty.
func TestCheckBox(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for _, c := range []struct {
		rect Rect
		want string // part of the message; "" if the box is good
	}{
		{Rect{-1, 1, -2, 2}, ""},
		{Rect{0, inf, -inf, inf}, ""},
		{Rect{-inf, 3, 1e6, 1e6 + 1e-9}, ""},
		{Rect{0, 1e-200, -1e308, 1e308}, ""},
		{Rect{1, 1, 0, 1}, "x from 1 to 1: the first bound must be less"},
		{Rect{0, 1, 2, -2}, "y from 2 to -2: the first bound must be less"},
		{Rect{inf, inf, 0, 1}, "x from +Inf to +Inf: the first bound must be less"},
		{Rect{0, 1, -inf, -inf}, "y from -Inf to -Inf: the first bound must be less"},
		{Rect{inf, -inf, 0, 1}, "x from +Inf to -Inf: the first bound must be less"},
		{Rect{nan, 1, 0, 1}, "x from NaN to 1: both bounds must be numbers, or infinite"},
		{Rect{0, 1, 0, nan}, "y from 0 to NaN: both bounds must be numbers, or infinite"},
	} {
		if err := c.rect.CheckBox(); (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v, want %q", c.rect, err, c.want)
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

func TestRectCovers(t *testing.T) {
	r := Rect{-1, 2, 0, 3}
	for s, want := range map[Rect]bool{
		r: true, {0, 1, 1, 2}: true, {-1, 0, 2, 3}: true,
		{-1.1, 2, 0, 3}: false, {-1, 2.1, 0, 3}: false, {-1, 2, -0.1, 3}: false, {-1, 2, 0, 3.1}: false, {5, 6, 1, 2}: false,
	} {
		if got := r.Covers(s); got != want {
			t.Errorf("%v covers %v: %v, want %v", r, s, got, want)
		}
	}
}

func TestRectCentreAndDiagonal(t *testing.T) {
	for _, c := range []struct {
		rect     Rect
		centre   Point
		diagonal float64
	}{
		{Rect{-1, 2, 0, 4}, Point{0.5, 2}, 5},
		{Rect{-6, 6, -2.5, 2.5}, Point{0, 0}, 13},
		{Rect{1e308, 1.5e308, 0, 1}, Point{1.25e308, 0.5}, 0.5e308}, // the sum of whose bounds overflows
	} {
		if got := c.rect.Centre(); got != c.centre {
			t.Errorf("centre of %v: %v, want %v", c.rect, got, c.centre)
		}
		if got := c.rect.Diagonal(); got != c.diagonal {
			t.Errorf("diagonal of %v: %v, want %v", c.rect, got, c.diagonal)
		}
	}
}

func TestRectClamp(t *testing.T) {
	r := Rect{-1, 2, 0, 3}
	for p, want := range map[Point]Point{
		{0, 1}: {0, 1}, {-1, 3}: {-1, 3}, {-5, 1}: {-1, 1}, {5, 1}: {2, 1}, {1, -7}: {1, 0}, {1, 7}: {1, 3}, {9, -9}: {2, 0},
		{math.Inf(-1), math.Inf(1)}: {-1, 3},
	} {
		if got := r.Clamp(p); got != want {
			t.Errorf("%v brought into %v: %v, want %v", p, r, got, want)
		}
	}
}

func TestRectMiddle(t *testing.T) {
	r := Rect{-2, 2, 0, 8}
	for cell, want := range map[[2]int]Point{
		{0, 0}: {-1.5, 7}, {3, 0}: {1.5, 7}, {0, 3}: {-1.5, 1}, {2, 1}: {0.5, 5},
	} {
		if x, y := r.Middle(cell[0], cell[1], 4, 4); (Point{x, y}) != want {
			t.Errorf("middle of cell %v: %v, %v, want %v", cell, x, y, want)
		}
	}
}
