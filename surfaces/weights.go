package surfaces

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"descentlab/internal/say"

	"descentlab/internal/geom"
	"descentlab/internal/near"
)

// A logistic regression of two inputs has three weights: one of each input and the intercept. Two of them are shown as x and y;
// the third is a parameter, whose default is its value where the loss over all three is lowest, so that the minimum in the
// plane is that of the whole. Where there is no such place, as of classes that a line separates, the default is 0.

// A Weighing says which two of three weights are x and y; it is "" for surfaces without a third one.
type Weighing string

// The weighings, of which the first is that of the catalogue.
const (
	Inputs          Weighing = "u,v"         // x weighs u, y weighs v; the intercept is a parameter
	FirstIntercept  Weighing = "u,intercept" // x weighs u, y is the intercept
	SecondIntercept Weighing = "v,intercept" // x weighs v, y is the intercept
)

// Weighings are all of them, in the order in which they are shown.
var Weighings = []Weighing{Inputs, FirstIntercept, SecondIntercept}

// terms are what the weights of u and of v and the intercept are called in the formula, the last one of the three being the
// parameter. It is false for no weighing.
func (w Weighing) terms() (names [3]string, third int, ok bool) {
	switch w {
	case Inputs:
		return [3]string{"x", "y", "intercept"}, 2, true
	case FirstIntercept:
		return [3]string{"x", "weight_v", "y"}, 1, true
	case SecondIntercept:
		return [3]string{"weight_u", "x", "y"}, 0, true
	}
	return names, 0, false
}

// Weigh returns the surface with other weights shown. Framed gives it a window that suits them. It is an error if the surface
// has no third weight, or if there is no such weighing.
func (s Surface) Weigh(w Weighing) (Surface, error) {
	if s.Weighing == "" {
		return s, say.Errorf("weights: %s has no third weight to choose from; logistic has one", cmp.Or(s.Name, s.Title))
	}
	names, third, ok := w.terms()
	if !ok {
		return s, noWeighing(w)
	}
	if w != s.Weighing {
		s.weigh(w, names, third)
	}
	return s, nil
}

// noWeighing says which ones there are.
func noWeighing(w Weighing) error {
	known := make([]string, len(Weighings))
	for i, k := range Weighings {
		known[i] = string(k)
	}
	if meant := near.Prefix(string(w), known); meant != "" {
		return say.Errorf("weights: unknown pair %q: did you mean %s?", string(w), meant)
	}
	return say.Errorf("weights: unknown pair %q: known are %s", string(w), strings.Join(known, " "))
}

// weigh writes formula, model and parameter for its data.
func (s *Surface) weigh(w Weighing, names [3]string, third int) {
	score := fmt.Sprintf("%s*(u - mean_u)/std_u + %s*(v - mean_v)/std_v + %s", names[0], names[1], names[2])
	s.Weighing, s.Formula, s.Model.Predict = w, "softplus("+minusClass+"*("+score+"))", score
	all, ok := s.Data.fit()
	best := 0.0
	if s.Fitted = ok; ok {
		best = geom.Digits(all[third], 9) // the same on all machines
	}
	reach := max(5, math.Ceil(2*math.Abs(best)))
	s.Params = []Param{{Name: names[third], Default: best, Min: -reach, Max: reach}}
}

// weighed completes an entry of the catalogue.
func weighed(s Surface) Surface {
	names, third, _ := Inputs.terms()
	s.Model = Model{Kind: Classification, Classes: true}
	s.weigh(Inputs, names, third)
	return s
}

// lastFit keeps what was found for the examples that were asked about last: they are asked about in every frame.
var lastFit struct {
	sync.Mutex
	of *Dataset
	w  [3]float64
	ok bool
}

// fit is logistic, remembered.
func (d *Dataset) fit() (w [3]float64, ok bool) {
	lastFit.Lock()
	defer lastFit.Unlock()
	if lastFit.of != d {
		lastFit.of = d
		lastFit.w, lastFit.ok = d.logistic()
	}
	return lastFit.w, lastFit.ok
}

// logistic are the weights of the normalised inputs and the intercept with the lowest mean loss, by Newton's method from 0, with
// steps that are halved until the loss falls. It is false if there are none, or if they are so far out that the classes are as
// good as separated.
func (d *Dataset) logistic() (w [3]float64, ok bool) {
	rows := d.normalised()
	loss, grad, hess := d.likelihood(rows, w)
	for range 50 {
		step, solved := solve3(hess, grad)
		if !solved {
			return w, false
		}
		size := math.Abs(step[0]) + math.Abs(step[1]) + math.Abs(step[2])
		if size <= 1e-13*(1+math.Abs(w[0])+math.Abs(w[1])+math.Abs(w[2])) {
			return w, true
		}
		for part := 1.0; ; part /= 2 {
			next := [3]float64{w[0] - part*step[0], w[1] - part*step[1], w[2] - part*step[2]}
			f, g, h := d.likelihood(rows, next)
			if f <= loss+1e-15*float64(len(rows)) {
				w, loss, grad, hess = next, f, g, h
				break
			}
			if part < 1e-9 {
				return w, false
			}
		}
	}
	return w, false
}

// likelihood is the sum of the logarithmic losses of rows under the weights, with its derivatives.
func (d *Dataset) likelihood(rows [][3]float64, w [3]float64) (loss float64, grad [3]float64, hess [3][3]float64) {
	for i, row := range rows {
		z, t := w[0]*row[0]+w[1]*row[1]+w[2], 0.0
		if d.target().Values[i] > 0 {
			t = 1
		}
		p := 1 / (1 + math.Exp(-z))
		loss += max(z, 0) + math.Log1p(math.Exp(-math.Abs(z))) - t*z
		for a := range 3 {
			grad[a] += (p - t) * row[a]
			for b := range 3 {
				hess[a][b] += p * (1 - p) * row[a] * row[b]
			}
		}
	}
	return loss, grad, hess
}

// normalised are the two inputs of every example, with mean 0 and deviation 1, and a 1.
func (d *Dataset) normalised() [][3]float64 {
	rows := make([][3]float64, d.Len())
	for k, c := range d.inputs() {
		mean, std := c.moments()
		for i, v := range c.Values {
			rows[i][k], rows[i][2] = (v-mean)/std, 1
		}
	}
	return rows
}

// solve3 solves a*x = b by elimination with the largest pivots. It is false if a is singular to working precision.
func solve3(a [3][3]float64, b [3]float64) (x [3]float64, ok bool) {
	largest := 0.0
	for _, row := range a {
		for _, v := range row {
			largest = max(largest, math.Abs(v))
		}
	}
	for k := range 3 {
		pivot := k
		for i := k + 1; i < 3; i++ {
			if math.Abs(a[i][k]) > math.Abs(a[pivot][k]) {
				pivot = i
			}
		}
		if !(math.Abs(a[pivot][k]) > 1e-13*largest) {
			return x, false
		}
		a[k], a[pivot], b[k], b[pivot] = a[pivot], a[k], b[pivot], b[k]
		for i := k + 1; i < 3; i++ {
			f := a[i][k] / a[k][k]
			for j := k; j < 3; j++ {
				a[i][j] -= f * a[k][j]
			}
			b[i] -= f * b[k]
		}
	}
	for k := 2; k >= 0; k-- {
		x[k] = b[k]
		for j := k + 1; j < 3; j++ {
			x[k] -= a[k][j] * x[j]
		}
		x[k] /= a[k][k]
	}
	return x, slices.IndexFunc(x[:], func(v float64) bool { return !geom.Finite(v) }) < 0
}
