package optim

import "math"

// Decay adds Weight*x to the direction. Before a method's rule it is the gradient of the penalty Weight/2*|x|^2 (L2);
// after the rule and before Rate it is decoupled weight decay (Loshchilov & Hutter 2017).
type Decay struct{ Weight float64 }

func (Decay) Name() string     { return "decay" }
func (Decay) Memory() []string { return nil }

func (r Decay) Apply(s *Step) {
	for i, x := range s.X {
		s.Dir[i] = math.FMA(r.Weight, x, s.Dir[i])
	}
}
