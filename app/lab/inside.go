package lab

import "slices"

// What of a step the maps can show at its head, by the keys under which it is switched.
const (
	InsideSlope  = "slope"  // the gradient with the other sign
	InsidePull   = "pull"   // the first memory with the other sign
	InsideStep   = "step"   // the step, so many times as long
	InsideRates  = "rates"  // the ellipse of effective rates
	InsideModel  = "model"  // the quadratic model's rings
	InsideNewton = "newton" // the step to where that is level
	InsideUsual  = "usual"  // squares as wide as the slope is usually along each axis
)

// InsideMarks are all of them, in the order in which they are offered.
var InsideMarks = []string{InsideSlope, InsidePull, InsideStep, InsideRates, InsideModel, InsideNewton, InsideUsual}

// An Inside is how a step is looked into, on its pane and on the maps. Hidden is never changed in place.
type Inside struct {
	Hidden []string // of InsideMarks
	Stage  string   // key of the row that is pointed at, in the pane or by its mark on a map; "": none
	Pulse  float64  // seconds for which its mark has pulsed; 0: it does not
	Slow   float64  // seconds for which the step has been made in slow motion; 0: it is not
}

// Shows tells whether a mark is switched on.
func (i Inside) Shows(mark string) bool { return !slices.Contains(i.Hidden, mark) }

// Toggled is with a mark switched the other way.
func (i Inside) Toggled(mark string) Inside {
	hidden := slices.DeleteFunc(slices.Clone(i.Hidden), func(m string) bool { return m == mark })
	if i.Shows(mark) {
		hidden = append(hidden, mark)
	}
	i.Hidden = hidden
	return i
}

// newInside shows what a step is made of; the rest is switched on by hand.
func newInside() Inside { return Inside{Hidden: []string{InsideNewton, InsideUsual}} }
