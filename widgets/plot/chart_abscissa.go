package plot

import (
	"math"
	"sort"
)

// x is the abscissa of the i-th value.
func (s Series) x(i int) float64 {
	if s.X == nil {
		return float64(i)
	}
	return s.X[i]
}

// n is the number of values that have a place.
func (s Series) n() int {
	if s.X == nil {
		return len(s.Y)
	}
	return min(len(s.Y), len(s.X))
}

// last is the index of the last value that has been reached at an abscissa; -1 if none has.
func (s Series) last(x float64) int {
	if s.X == nil {
		return min(int(math.Floor(x)), s.n()-1)
	}
	return sort.Search(s.n(), func(i int) bool { return s.X[i] > x }) - 1
}

// between returns where the curve of a series passes at an abscissa: on the straight line, in the picture, between the two values
// about it. It is not ok where nothing is drawn.
func (f frame) between(s Series, x float64) (p Vec, ok bool) {
	i := s.last(x)
	if s.Hidden || i < 0 || math.IsNaN(x) {
		return Vec{}, false
	}
	part := 0.0
	if more := x - s.x(i); more > 0 {
		if i+1 >= s.n() {
			return Vec{}, false
		}
		part = more / (s.x(i+1) - s.x(i))
	}
	return f.along(s, float64(i)+part)
}

// along returns where the curve of a series is at a step, perhaps between two.
func (f frame) along(s Series, t float64) (p Vec, ok bool) {
	i := int(t)
	if s.Hidden || i >= s.n() {
		return Vec{}, false
	}
	p = f.place(s.x(i), s.Y[i])
	if part := t - float64(i); part > 0 {
		if i+1 >= s.n() {
			return Vec{}, false
		}
		next := f.place(s.x(i+1), s.Y[i+1])
		p.X += part * (next.X - p.X)
		p.Y += part * (next.Y - p.Y)
	}
	return p, p.Y >= f.top-0.5 && p.Y <= f.bottom+0.5
}

// Timed tells whether the abscissa is the step: else each series has its own place at a time.
func (c Chart) Timed() bool {
	for _, s := range c.Series {
		if s.X != nil {
			return false
		}
	}
	return true
}

// AbscissaAt returns what stands at an abscissa of the picture drawn last, in device units: a step, perhaps between two, or what
// else the series' X count. It is held within the chart's, and 0 if there is no plot.
func (d *DrawnChart) AbscissaAt(x float64) float64 {
	f := d.frame
	if f.x == nil || !(f.right > f.left) {
		return 0
	}
	return f.x.Max * max(0, min((x-f.left)/(f.right-f.left), 1))
}

// StepAt returns the step, perhaps between two whole ones, at an abscissa of the picture drawn last, in device units. It is held
// within 0..Steps, and 0 if there is no plot. Where each series has an abscissa of its own, it is the step of the one picked, or
// of the one that goes farthest.
func (d *DrawnChart) StepAt(x float64) float64 {
	at := d.AbscissaAt(x)
	if d.chart.Timed() {
		return at
	}
	var of Series
	for i, s := range d.chart.Series {
		if s.Hidden || s.n() == 0 {
			continue
		}
		if i == d.picked-1 {
			of = s
			break
		}
		if of.n() == 0 || s.x(s.n()-1) > of.x(of.n()-1) {
			of = s
		}
	}
	i := max(of.last(at), 0)
	if i+1 >= of.n() {
		return float64(i)
	}
	return float64(i) + max((at-of.x(i))/(of.x(i+1)-of.x(i)), 0)
}

// Pick lets what is under the pointer be the value of one series alone, by its index; -1: of all.
func (d *DrawnChart) Pick(series int) { d.picked = series + 1 }

// EndAt returns the index of the label, beside the picture drawn last, that is at a place in device units; -1 if none is.
func (d *DrawnChart) EndAt(at Vec) int {
	for _, e := range d.frame.ends {
		if at.X >= e.box.X0 && at.X <= e.box.X1 && at.Y >= e.box.Y0 && at.Y <= e.box.Y1 {
			return e.index
		}
	}
	return -1
}
