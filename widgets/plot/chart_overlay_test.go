package plot

import (
	"image"
	"math"
	"strings"
	"testing"
)

// drawnFrame is the frame of c in a picture of w by h pixels.
func drawnFrame(c Chart, w, h int) *frame {
	var d DrawnChart
	d.Draw(&notes{w: float64(w), h: float64(h)}, c)
	return &d.frame
}

func TestHeadsLieOnTheDrawnLine(t *testing.T) {
	c := Chart{Log: true, Steps: 4, Style: chartStyle(t, DarkPalette(), 1)}
	ys := []float64{1, 100, math.NaN(), 1, 1e-2}
	c.Series = []Series{{Y: ys}}
	f := drawnFrame(c, 400, 200)
	tests := []struct {
		t, value float64 // NaN: no head
	}{
		{0, 1}, {0.5, 10}, {1, 100}, {1.5, math.NaN()}, {2, math.NaN()}, {3, 1}, {3.5, 0.1}, {4, 1e-2}, {4.01, math.NaN()},
		{9, math.NaN()},
	}
	for _, test := range tests {
		got, ok := f.between(Series{Y: ys}, test.t)
		if ok == math.IsNaN(test.value) {
			t.Errorf("step %v: head shown %v", test.t, ok)
		}
		if want := f.place(test.t, test.value); ok && got.Sub(want).Len() > 1e-9 {
			t.Errorf("step %v: head at %v, want that of %g, %v", test.t, got, test.value, want)
		}
	}
	if p, ok := f.between(Series{Y: []float64{1, math.Inf(1)}}, 1); ok {
		t.Errorf("a head at infinity is shown at %v", p)
	}
	if _, ok := f.between(Series{Y: []float64{1, math.Inf(1)}}, 0); !ok {
		t.Error("the head before infinity is not shown")
	}
}

// The list of values stays inside the picture at whatever step, and beside the
// step's line where there is room.
func TestListingStaysInside(t *testing.T) {
	for _, n := range []int{1, 4, 8, 24, 60} {
		for _, size := range []image.Point{{500, 190}, {300, 120}, {150, 80}} {
			c := raceChart(t, DarkPalette(), 1, n)
			f := drawnFrame(c, size.X, size.Y)
			look := newChartLook(c.Style)
			o := overlay{w: float64(size.X), h: float64(size.Y), chart: &c, look: &look, frame: f}
			for step := 0; step <= 140; step += 20 {
				l := o.layOut(step)
				w, h := l.size(look.label)
				x, y := o.besides(f.place(float64(step), 1).X, w, h)
				if x < 0 || y < 0 || x+w > float64(size.X) || y+h > float64(size.Y) {
					t.Errorf("%d series in %v at step %d: the list covers %.0f,%.0f to %.0f,%.0f", n, size, step, x, y, x+w, y+h)
				}
				if shown := l.rows * l.columns; l.hidden() == 0 && shown < n || l.hidden() != max(0, n-shown) {
					t.Errorf("%d series in %v: %d rows of %d and %d left out", n, size, l.rows, l.columns, l.hidden())
				}
			}
		}
	}
}

func TestListingIsWhole(t *testing.T) {
	c := raceChart(t, DarkPalette(), 1, 8)
	c.Series[2].Y = c.Series[2].Y[:10]
	c.Series[3].Y[50] = math.Inf(1)
	c.Series[4].Y[50] = math.NaN()
	c.Series[5].Y[50] = 1.23456e-5
	c.Series[6].Y[50] = 123456
	look := newChartLook(c.Style)
	o := overlay{w: 500, h: 190, chart: &c, look: &look, frame: drawnFrame(c, 500, 190)}
	l := o.layOut(50)
	var values []string
	for _, v := range l.values[2:7] {
		values = append(values, v.value)
	}
	if got, want := strings.Join(values, " "), "– +Inf NaN 1.235e-05 123456"; got != want {
		t.Errorf("values %q, want %q", got, want)
	}
	if l.columns != 1 || l.rows != 8 || l.name == 0 || l.hidden() != 0 {
		t.Errorf("8 series are listed as %+v, want them in one column with their names", l)
	}
}

func TestListingKeepsOffTheLine(t *testing.T) {
	o := overlay{w: 400, h: 200, look: &chartLook{scale: 1}, frame: &frame{top: 20}}
	for _, test := range []struct{ x, left float64 }{{50, 58}, {300, 192}, {200, 208}} {
		if left, top := o.besides(test.x, 100, 90); math.Abs(left-test.left) > 1 || top != 20 {
			t.Errorf("beside %v: at %v,%v, want %v,20", test.x, left, top, test.left)
		}
	}
}
