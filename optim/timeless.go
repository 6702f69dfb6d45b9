package optim

// timeless marks rules whose direction follows from the point and its gradient alone, if they remember nothing: neither the
// number of the update nor chance has a say. Each says so in its own file.
type timeless interface{ timeless() }

// Timeless says whether each update follows from the point alone, as long as the loss has no noise: nothing is remembered,
// and the rate is fixed. A run that comes to where it has been then goes round for ever.
func (p *Plan) Timeless() bool {
	if _, fixed := p.rate.(Fixed); !fixed {
		return false
	}
	for _, stage := range p.stages {
		if _, ok := stage.rule.(timeless); !ok || stage.count > 0 {
			return false
		}
	}
	return true
}
