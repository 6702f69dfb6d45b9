package plot

import (
	"math"
	"testing"
)

// A curve is where its points are; a dashed one has gaps of the length of its dashes, and NaN leaves one too.
func TestCurves(t *testing.T) {
	st := styles(t)["dark"]
	level := Curve{Pts: []Point{{X: 0, Y: 0.505}, {X: 1, Y: 0.505}}, Color: white, Width: 2}
	s := Scene{View: Rect{X0: 0, X1: 1, Y0: 0, Y1: 1}, Curves: []Curve{level}}
	bright := func() (n int) {
		row := s.Image(st, 100, 100)
		for x := range 100 {
			if row.RGBAAt(x, 49).R > 128 {
				n++
			}
		}
		return n
	}
	if n := bright(); n != 100 {
		t.Errorf("%d of 100 pixels are on the line", n)
	}
	s.Curves[0].Dashed = true
	if n := bright(); n < 45 || n > 75 { // round ends make dashes longer
		t.Errorf("%d of 100 pixels are on the dashed line", n)
	}
	s.Curves[0].Dashed = false
	s.Curves[0].Pts = []Point{{X: 0, Y: 0.505}, {X: 0.3, Y: 0.505}, {X: math.NaN(), Y: 0}, {X: 0.7, Y: 0.505}, {X: 1, Y: 0.505}}
	if n := bright(); n < 58 || n > 64 {
		t.Errorf("%d of 100 pixels are on the line with a gap", n)
	}
	// Far away and enormous is no reason to take for ever.
	far := []Point{{X: -1e12, Y: 0.5}, {X: 1e12, Y: 0.5}, {X: 1e300, Y: 1e300}}
	s.Curves[0] = Curve{Pts: far, Color: white, Width: 1, Dashed: true}
	bright()
}

// The cells of a scene cover its field, each in its own colour, and leave open what has none.
func TestCells(t *testing.T) {
	st := styles(t)["dark"]
	red, green := rgb(0xff0000), rgb(0x00ff00)
	cells := &Cells{W: 2, H: 2, View: Rect{X0: 0, X1: 1, Y0: 0, Y1: 1}}
	cells.Colors = append(cells.Colors, red, green, green, faded(red, 0))
	s := Scene{View: Rect{X0: -0.5, X1: 1, Y0: 0, Y1: 1}, Cells: cells}
	got := s.Image(st, 150, 100)
	for at, want := range map[[2]int]any{{60, 10}: red, {140, 10}: green, {60, 90}: green, {140, 90}: st.Palette.Ground, {20, 50}: st.Palette.Ground} {
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

// Points of a cloud are seen alone, and stronger where they are many.
func TestClouds(t *testing.T) {
	st := styles(t)["dark"]
	cloud := &Cloud{Color: white}
	for range 60 {
		cloud.Pts = append(cloud.Pts, Point{X: 0.255, Y: 0.505})
	}
	cloud.Pts = append(cloud.Pts, Point{X: 0.755, Y: 0.505}, Point{X: math.NaN(), Y: 0}, Point{X: 1e300, Y: 0})
	got := Scene{View: Rect{X0: 0, X1: 1, Y0: 0, Y1: 1}, Clouds: []*Cloud{cloud}}.Image(st, 100, 100)
	many, one, none := got.RGBAAt(25, 49).R, got.RGBAAt(75, 49).R, got.RGBAAt(50, 49).R
	if !(many > one+20 && one > none+100) {
		t.Errorf("many points give %d, one %d, none %d", many, one, none)
	}
}

// Points of a size of their own are discs or rings, and lie over the curves or under them; a faint curve is half seen.
func TestDotsAndFaintCurves(t *testing.T) {
	st := styles(t)["dark"]
	red := rgb(0xff0000)
	at := func(c *Cloud, curves ...Curve) func(x, y int) uint8 {
		s := Scene{View: Rect{X0: 0, X1: 1, Y0: 0, Y1: 1}, Curves: curves}
		if c != nil {
			s.Clouds = []*Cloud{c}
		}
		pic := s.Image(st, 100, 100)
		return func(x, y int) uint8 { return pic.RGBAAt(x, y).G }
	}
	middle := []Point{{X: 0.505, Y: 0.505}}
	ground := at(nil)(50, 49)
	disc, ring := at(&Cloud{Pts: middle, Color: white, Dot: 6}), at(&Cloud{Pts: middle, Color: white, Dot: 6, Ring: true})
	if disc(50, 49) < 200 || disc(54, 49) < 200 || disc(60, 49) != ground {
		t.Errorf("a disc: %d, %d, %d", disc(50, 49), disc(54, 49), disc(60, 49))
	}
	if ring(50, 49) != ground || ring(56, 49) < 100 {
		t.Errorf("a ring: %d, %d", ring(50, 49), ring(56, 49))
	}
	line := Curve{Pts: []Point{{X: 0, Y: 0.505}, {X: 1, Y: 0.505}}, Color: red, Width: 2}
	over, under := at(&Cloud{Pts: middle, Color: white, Dot: 6}, line), at(&Cloud{Pts: middle, Color: white, Dot: 6, Below: true}, line)
	if over(50, 49) < 200 || under(50, 49) > 60 {
		t.Errorf("over the line %d, under it %d", over(50, 49), under(50, 49))
	}
	line.Color = white
	full, faint := at(nil, line), at(nil, Curve{Pts: line.Pts, Color: white, Width: 2, Faint: true})
	if full(20, 49) < 250 || faint(20, 49) > 200 || faint(20, 49) < ground+40 || faint(20, 47) != ground {
		t.Errorf("a line is %d, a faint one %d with %d beside it, the ground %d", full(20, 49), faint(20, 49), faint(20, 47), ground)
	}
}
