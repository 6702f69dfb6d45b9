package optim

import "math"

// A spectrum is a matrix of second derivatives in its eigenbasis, where most second-order methods work coordinate by
// coordinate. It lies in the rule's room to work.
type spectrum struct {
	matrix  []float64 // to be filled in; decompose overwrites it
	vectors []float64 // the orthonormal eigenvectors, a row each
	values  []float64 // the eigenvalues, ascending
	slope   []float64 // the handed direction, which is the gradient, along the eigenvectors
	step    []float64 // the method's direction along them; it is subtracted, as all directions are
	point   []float64 // of a trial
}

func spectrumWork(dim int) int { return 2*dim*dim + 4*dim }

func spectrumOf(s *Step) spectrum {
	n := len(s.X)
	room := s.Work
	take := func(size int) []float64 {
		part := room[:size:size]
		room = room[size:]
		return part
	}
	return spectrum{take(n * n), take(n * n), take(n), take(n), take(n), take(n)}
}

// hessian decomposes the Hessian at x. If that cannot be done the result is false and the step is settled: the run has
// failed, or the direction is NaN because some second derivative is not finite.
func (e *spectrum) hessian(s *Step) bool {
	return s.Hessian(e.matrix, s.X) && e.decompose(s)
}

func (e *spectrum) decompose(s *Step) bool {
	if !eigen(e.values, e.vectors, e.matrix) {
		fill(s.Dir, math.NaN())
		return false
	}
	n := len(s.X)
	for k := range e.slope {
		e.slope[k] = dot(e.vectors[k*n:][:n], s.Dir)
	}
	return true
}

// direct hands the step on.
func (e *spectrum) direct(s *Step) {
	n := len(s.X)
	clear(s.Dir)
	for k, length := range e.step {
		for i, v := range e.vectors[k*n:][:n] {
			s.Dir[i] += length * v
		}
	}
}

// solve makes the step slope/(value + damping) and tells whether that is more than rounding.
func (e *spectrum) solve(damping float64) bool {
	least, most := math.Inf(1), 0.0
	for k, value := range e.values {
		value += damping
		least, most = min(least, math.Abs(value)), max(most, math.Abs(value))
		e.step[k] = e.slope[k] / value
	}
	return least > 0x1p-52*most
}

// settle hands the step slope/(value + damping) on, or fails the run where the matrix is singular.
func (e *spectrum) settle(s *Step, damping float64) {
	if !e.solve(damping) {
		s.Fail(SingularHessian)
		return
	}
	e.direct(s)
}

// try hands the step on and returns by how much the loss falls to its end, and what the quadratic model foretells. Falls
// below slack drown in the rounding of the loss.
func (e *spectrum) try(s *Step) (fall, model, slack float64) {
	e.direct(s)
	for i, d := range s.Dir {
		e.point[i] = math.FMA(-1, d, s.X[i])
	}
	for k, d := range e.step {
		model += (e.slope[k] - e.values[k]*d/2) * d
	}
	return s.F - s.Eval(nil, e.point), model, 10 * 0x1p-52 * math.Abs(s.F)
}

// decide keeps the step that was tried, or makes none, and remembers which: the factor of the direction is 1 or 0.
func (e *spectrum) decide(s *Step, keep bool, step []float64) {
	fill(step, 1)
	if !keep {
		fill(step, 0)
		clear(s.Dir)
	}
}

// gain is the fall of the loss over the one foretold. Where both drown in rounding it is about 1, so that a method at its
// goal rests (Conn, Gould & Toint 2000, Trust-Region Methods, section 17.4.2).
func gain(fall, model, slack float64) float64 {
	if model <= 0 && fall == 0 {
		return 1
	}
	return (fall + slack) / (model + slack)
}

// reach makes the step slope/(value + shift) with the shift >= 0, and >= -value of all, for which its length is
// base + slant*shift: a trust region has the base alone, the cubic model the slant alone. In the hard case, where the
// slope has no part along the least eigenvector to lengthen the step, that part is added (Nocedal & Wright 2006,
// section 4.3). Where no shift at all makes the step shorter than the base, there is none.
//
// What is sought is the distance of the shift from its pole, which stays exact beside the pole, by Newton's method on
// the reciprocals of the lengths between bounds.
func (e *spectrum) reach(base, slant float64) {
	least, total := e.values[0], norm(e.slope)
	low := max(least, 0)
	if e.at(low, true) <= base+slant*(low-least) {
		e.fillUp(base + slant*(low-least))
		return
	}
	high := low + math.Sqrt(total/slant)
	if base > 0 {
		high = low + total/base
	}
	for k, g := range e.slope {
		low = max(low, math.Abs(g)/(base+slant*(high-least))-e.gap(k))
	}
	mu := low
	for range 100 {
		length, goal := e.at(mu, false), base+slant*(mu-least)
		off := 1/length - 1/goal
		if math.Abs(length-goal) <= 0x1p-50*goal {
			return
		}
		if off < 0 {
			low = mu
		} else {
			high = mu
		}
		next := mu - off/(e.bend(mu)/(length*length*length)+slant/(goal*goal))
		if !(next > low && next < high) {
			next = low + (high-low)/2
		}
		if next == mu {
			return
		}
		mu = next
	}
}

// gap is how far an eigenvalue is above the least one; equal ones differ by rounding only.
func (e *spectrum) gap(k int) float64 {
	n := len(e.values)
	gap := e.values[k] - e.values[0]
	if gap <= 0x1p-50*max(math.Abs(e.values[0]), math.Abs(e.values[n-1])) {
		return 0
	}
	return gap
}

// at makes the step for the shift that is mu above the pole and returns its length. At the pole itself a slope of 0
// makes no step.
func (e *spectrum) at(mu float64, pole bool) float64 {
	for k, g := range e.slope {
		e.step[k] = g / (e.gap(k) + mu)
		if pole && g == 0 {
			e.step[k] = 0
		}
	}
	return norm(e.step)
}

// bend is the sum of slope^2/(value + shift)^3.
func (e *spectrum) bend(mu float64) float64 {
	sum := 0.0
	for k, g := range e.slope {
		d := e.step[k]
		if g != 0 {
			sum += d * d / (e.gap(k) + mu)
		}
	}
	return sum
}

// fillUp lengthens the step along the least eigenvector to a length, if the eigenvalue is negative beyond rounding.
func (e *spectrum) fillUp(length float64) {
	if e.values[0] >= -0x1p-48*math.Abs(e.values[len(e.values)-1]) {
		return
	}
	short := norm(e.step)
	e.step[0] -= math.Sqrt((length - short) * (length + short))
}
