package optim

import (
	"math"
	"slices"
)

// A Box is where a plan keeps the point: Lo[i] <= x[i] <= Hi[i], sides of which may be infinite. Both are as long as a point; the
// zero Box is everywhere.
//
// Keeping it there is the stage "project", which comes after all others: when the update has been made, each coordinate that is
// beyond a side is put on it, to the last bit, as torch.Tensor.clamp_ does (projected gradient descent: Goldstein 1964, Convex
// programming in Hilbert space; Levitin & Polyak 1966). The start is projected, too. What the rules remember is left as it is:
// a momentum may go on to push against the wall. A moving average of the positions takes in the projected ones.
//
// Points at which a rule looks on the way, such as the trials of a line search, may lie outside of the box; the loss is asked
// there. A method of gonum's begins a new path from where it has been put: see Gonum.
type Box struct{ Lo, Hi []float64 }

// Everywhere tells whether the box keeps nothing in.
func (b Box) Everywhere() bool {
	out := func(v float64) bool { return !math.IsInf(v, 0) }
	return !slices.ContainsFunc(b.Lo, out) && !slices.ContainsFunc(b.Hi, out)
}

// clamp is v on coordinate i, kept in the box. NaN stays NaN.
func (b *Box) clamp(i int, v float64) float64 {
	switch {
	case b.Lo == nil:
	case v < b.Lo[i]:
		return b.Lo[i]
	case v > b.Hi[i]:
		return b.Hi[i]
	}
	return v
}

// project puts a point into the box.
func (b *Box) project(x []float64) {
	if b.Lo == nil {
		return
	}
	for i, v := range x {
		x[i] = b.clamp(i, v)
	}
}

// resized is the box of points of dim coordinates, each of the old ones standing for as many in a row.
func (b Box) resized(from, dim int) Box {
	if b.Lo == nil {
		return b
	}
	wide := Box{make([]float64, dim), make([]float64, dim)}
	for i := range dim {
		wide.Lo[i], wide.Hi[i] = b.Lo[i*from/dim], b.Hi[i*from/dim]
	}
	return wide
}

// Within makes the plan keep its points in a box, and returns it. The box must have as many coordinates as the points, and must
// not change after that.
func (p *Plan) Within(b Box) *Plan {
	p.box = b
	return p
}

// lands is where the update leads coordinate i with the direction d, if no rule follows.
func (s *Step) lands(i int, d float64) float64 {
	return s.box.clamp(i, math.FMA(-s.Factor, d, s.X[i]))
}
