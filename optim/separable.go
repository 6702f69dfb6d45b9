package optim

// A separable rule treats every coordinate by itself, all in the same way, or every one of Step.points by itself, and does not
// look at the loss. Then many runs are one run of a longer point: what becomes of each is, to the last bit, what becomes of it
// alone.
type separable interface{ separable() }

// Separable says whether all rules treat every coordinate by itself, or every point of a Resized plan.
func (p *Plan) Separable() bool {
	for _, stage := range p.stages {
		if _, ok := stage.rule.(separable); !ok {
			return false
		}
	}
	return true
}
