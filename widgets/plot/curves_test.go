package plot

import (
	"math"
	"testing"
)

// The cells of a scene cover its field, each in its own colour, and leave open what has none.
func TestCells(t *testing.T) {
	st := styles(t)["dark"]
	red, green := rgb(0xff0000), rgb(0x00ff00)
	cells := &Cells{W: 2, H: 2, View: Rect{X0: 0, X1: 1, Y0: 0, Y1: 1}}
	cells.Colors = append(cells.Colors, red, green, green, faded(red, 0))
	s := Scene{View: Rect{X0: -0.5, X1: 1, Y0: 0, Y1: 1}, Cells: cells}
	got := groundOf(s, st, 150, 100)
	for at, want := range map[[2]int]any{{60, 10}: red, {140, 10}: green, {60, 90}: green, {140, 90}: st.Palette.Ground,
		{20, 50}: st.Palette.Ground} {
		if c := got.RGBAAt(at[0], at[1]); c != want {
			t.Errorf("at %v: %v, want %v", at, c, want)
		}
	}
}

func TestDecades(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		n      int
		want   []string
	}{
		{-4, 0, 5, []string{"1e-4", "0.001", "0.01", "0.1", "1"}},
		{-1, 1, 6, []string{"0.1", "0.2", "0.5", "1", "2", "5", "10"}},
		{-6, 6, 4, []string{"1e-6", "0.001", "1", "1000", "1e6"}},
		{0.1, 0.9, 4, []string{"2", "5"}},
		{0, 2, 4, []string{"1", "3", "10", "30", "100"}},
		{math.Log10(5.6), math.Log10(8.9), 4, []string{"6", "7", "8"}},
		{-5, 0, 5, []string{"1e-5", "1e-4", "0.001", "0.01", "0.1", "1"}},
	} {
		got := tickTexts(logTicks(c.lo, c.hi, c.n))
		if len(got) != len(c.want) {
			t.Errorf("%v to %v: %q, not %q", c.lo, c.hi, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%v to %v: %q, not %q", c.lo, c.hi, got, c.want)
			}
		}
	}
	for _, odd := range [][2]float64{{1, 0}, {math.NaN(), 1}, {0, math.Inf(1)}, {-1e9, 1e9}} {
		if n := len(logTicks(odd[0], odd[1], 5)); n > 0 {
			t.Errorf("%v: %d ticks", odd, n)
		}
	}
}
