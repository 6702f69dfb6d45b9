package trainings

import (
	"math"

	"descentlab/optim"
)

// A net is the mean loss of a network with two layers of weights over the examples, and a penalty on large weights: from two
// inputs to some hidden units of tanh to one output, whose sign is the class. The penalty sees to it that there are minima at
// all; without it weights grow without end as soon as all examples are told apart.
//
// Its coordinates are, unit after unit, the two weights from the inputs, the bias and the weight to the output, and at the end
// the bias of the output.
type net struct {
	hidden int
	active []float64 // of the hidden units, for one example
}

var _ optim.Objective = (*net)(nil)

const (
	perUnit = 4
	decay   = 1e-3 // half of it times the sum of all squares is the penalty
)

func newNet(hidden int) *net { return &net{hidden: hidden, active: make([]float64, hidden)} }

// Dim is the number of weights.
func (n *net) Dim() int { return perUnit*n.hidden + 1 }

// output is what the network makes of an example; the hidden units keep what they have made of it.
func (n *net) output(x []float64, e example) float64 {
	sum := x[perUnit*n.hidden]
	for j := range n.active {
		w := x[perUnit*j:][:perUnit]
		a := math.Tanh(w[0]*e.u + w[1]*e.v + w[2])
		n.active[j] = a
		sum += w[3] * a
	}
	return sum
}

// Eval is the loss and, by propagation backwards, its gradient. There is but one draw: all examples.
func (n *net) Eval(grad, x []float64, _ int) float64 {
	clear(grad)
	loss, last := 0.0, perUnit*n.hidden
	for _, e := range examples {
		out := n.output(x, e)
		loss += softplus(-e.class * out)
		if grad == nil {
			continue
		}
		back := -e.class / (1 + math.Exp(e.class*out)) // by the output
		grad[last] += back
		for j, a := range n.active {
			g, into := grad[perUnit*j:][:perUnit], back*x[perUnit*j+3]*(1-a*a) // by what goes into the unit
			g[0] += into * e.u
			g[1] += into * e.v
			g[2] += into
			g[3] += back * a
		}
	}
	each, squares := 1/float64(len(examples)), 0.0
	for i, w := range x {
		squares += w * w
		if grad != nil {
			grad[i] = each*grad[i] + decay*w
		}
	}
	return each*loss + decay/2*squares
}

// mistakes is how many examples the network puts into the wrong class.
func (n *net) mistakes(x []float64) int {
	wrong := 0
	for _, e := range examples {
		if !(e.class*n.output(x, e) > 0) {
			wrong++
		}
	}
	return wrong
}

// softplus is log(1 + exp(v)).
func softplus(v float64) float64 { return max(v, 0) + math.Log1p(math.Exp(-math.Abs(v))) }
