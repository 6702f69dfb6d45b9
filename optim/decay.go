package optim

import "math"

// Decay adds Weight*x to the direction. Before a method's rule it is the gradient of the penalty Weight/2*|x|^2 (L2);
// after the rule and before Rate it is decoupled weight decay (Loshchilov & Hutter 2017).
type Decay struct{ Weight float64 }

func (Decay) Name() string     { return "decay" }
func (Decay) Memory() []string { return nil }

func (Decay) separable() {}
func (Decay) timeless()  {}

func (r Decay) Apply(s *Step) {
	for i, x := range s.X {
		s.Dir[i] = math.FMA(r.Weight, x, s.Dir[i])
	}
}

func (r Decay) penalty(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v * v
	}
	return r.Weight / 2 * sum
}

func (r Decay) curvature() float64 { return r.Weight }

// RatedDecay is decoupled weight decay behind a method that multiplies by its rate itself: it adds LR*Weight*x to the
// step.
type RatedDecay struct{ Weight float64 }

func (RatedDecay) Name() string     { return "decay" }
func (RatedDecay) Memory() []string { return nil }

func (RatedDecay) separable() {}
func (RatedDecay) timeless()  {}

func (r RatedDecay) Apply(s *Step) {
	for i, x := range s.X {
		s.Dir[i] = math.FMA(s.LR*r.Weight, x, s.Dir[i])
	}
}

// Explain writes the pull to the origin.
func (r Decay) Explain(u Part) []Line { return []Line{u.hands(`g + ` + weighted(r.Weight, `x`))} }

// Explain writes the pull to the origin, which holds the rate.
func (r RatedDecay) Explain(u Part) []Line {
	return []Line{u.hands(`g + ` + weighted(u.LR*r.Weight, `x`))}
}
