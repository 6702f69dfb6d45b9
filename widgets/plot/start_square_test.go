package plot_test

import (
	"math"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

// Wherever the start is, also where a number of an isoline would stand, the ring can be seen and the numbers can be read.
func TestNumbersOfIsolinesKeepOffTheStart(t *testing.T) {
	const size = 600
	s := plot.PeaksScene(plot.DarkPalette(), size, size)
	s = plot.Scene{View: s.View, Field: s.Field}
	numbers := func() record.Marks {
		return record.Layer(plot.FurnitureLayer, s, plot.Styles(t)["dark"], size, size).Of(record.Text)
	}
	free := numbers()
	if len(free) < 4 {
		t.Fatalf("%d numbers", len(free))
	}
	for _, m := range free {
		at := s.FromPixel(m.At.X, m.At.Y, size, size)
		s.Start = &at
		for _, n := range numbers() {
			if d := math.Hypot(n.At.X-m.At.X, n.At.Y-m.At.Y); d < 30 {
				t.Errorf("a start at %v: %q is only %.0f off", at, n.Text.Text, d)
			}
		}
	}
}

// While the start is dragged the isolines are drawn anew only now and then.
func TestIsolinesStayWhileTheStartMovesALittle(t *testing.T) {
	at := func(x, y float64) plot.Scene {
		return plot.Scene{View: plot.Rect{X0: 0, X1: 16, Y0: 0, Y1: 32}, Start: &plot.Point{X: x, Y: y}}
	}
	none := at(0, 0)
	none.Start = nil
	for _, c := range []struct {
		a, b plot.Scene
		same bool
	}{
		{at(3.1, 4.1), at(3.9, 5.9), true},
		{at(3.9, 4.1), at(4.1, 4.1), false},
		{at(3.1, 5.9), at(3.1, 6.1), false},
		{at(-1, 5), at(17, 5), true}, // both are out of view
		{at(-1, 5), at(1, 5), false},
		{none, at(math.NaN(), 5), true},
		{none, at(1, 5), false},
	} {
		if plot.FurnitureLayer.Same(c.a, c.b) != c.same {
			t.Errorf("starts at %v and %v: want %v", c.a.Start, c.b.Start, c.same)
		}
	}
}
