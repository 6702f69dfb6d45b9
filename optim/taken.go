package optim

import "math"

// A Strider is a rule that finds its step by itself, whatever the scheduled rate: by a line search, by an estimate of the
// distance to go, by the size of the point.
type Strider interface {
	// Stride names the memory that holds the step of the update that led to the row: the factor of the rule's direction.
	// A Rate after the rule multiplies it by the scheduled rate; without one the step is the whole of it. It is "" for a
	// rule that has no one step, such as one with a stride for each coordinate.
	Stride() string
}

// unstepped is the place of the step of a rule that has none.
const unstepped = -1

// Taken is the step that the update which led to the row took: the scheduled rate, or what the rules have found in its
// place (see Strider). It is 0 for an update that could not be made, and NaN in row 0, to which none
// has led, and for a method that has no one step. t is the row's number.
func (p *Plan) Taken(row []float64, t int) float64 {
	switch {
	case t == 0:
		return math.NaN()
	case p.Failure(row) != Sound:
		return 0
	}
	step, own, rated := 1.0, false, false
	for _, s := range p.stages {
		switch {
		case s.stride == unstepped:
			return math.NaN()
		case s.stride > 0:
			step, own = step*row[s.stride], true
		}
		if _, is := s.rule.(Rate); is {
			rated = true
		}
	}
	if rated || !own {
		step *= p.LR(row)
	}
	return step
}

// strides is the place of a rule's step in the row, 0 if it takes the scheduled rate as it is.
func (p *Plan) strides(r Rule, name string) int {
	strider, ok := r.(Strider)
	if !ok {
		return 0
	}
	if f, ok := p.Field(name + "." + strider.Stride()); ok {
		return f.At
	}
	return unstepped
}
