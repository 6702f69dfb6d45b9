package optim

// maximizeKnob is PyTorch's maximize.
var maximizeKnob = toggle("maximize", false,
	"Climbs instead of descending: the method sees the loss and its gradient with the other sign, as in PyTorch.").off()

// Climbs tells whether the racer goes uphill.
func (s Spec) Climbs() bool { return s.Set[maximizeKnob.Name].Num != 0 }

// turned is a loss with the other sign. Of it no least value is known, and it is no sum of squares.
type turned struct{ Objective }

// Eval is the objective's with the other sign.
func (o *turned) Eval(grad, x []float64, draw int) float64 {
	f := o.Objective.Eval(grad, x, draw)
	negate(grad)
	return -f
}

// Hessian is the objective's with the other sign.
func (o *turned) Hessian(h, x []float64, draw int) bool {
	curved, ok := o.Objective.(Curved)
	if !ok || !curved.Hessian(h, x, draw) {
		return false
	}
	negate(h)
	return true
}

// Stochastic is the objective's.
func (o *turned) Stochastic() bool { return Stochastic(o.Objective) }

// Sampled is the objective's.
func (o *turned) Sampled() bool { return Sampled(o.Objective) }

func negate(v []float64) {
	for i := range v {
		v[i] = -v[i]
	}
}

// loss is that at X as it is: without penalties, and with its own sign if the racer climbs.
func (s *Step) loss() float64 {
	if _, climbs := s.objective.(*turned); climbs {
		return -s.F
	}
	return s.F
}

// climb makes the plan go uphill, or down again. Its rows stay those of the loss as it is.
func (p *Plan) climb(up bool) *Plan {
	if p.climbs = up; up && p.uphill == nil {
		p.uphill = make([]float64, p.dim)
	}
	return p
}

// turn hands the rules of an update the loss with the other sign.
func (p *Plan) turn() {
	s := &p.step
	copy(p.uphill, s.Grad)
	negate(p.uphill)
	s.Grad, s.F = p.uphill, -s.F
	p.upside.Objective = s.objective
	s.objective = &p.upside
}

// origin is the loss as it is.
func origin(o Objective) Objective {
	if t, ok := o.(*turned); ok {
		return t.Objective
	}
	return o
}
