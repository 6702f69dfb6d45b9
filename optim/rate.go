package optim

// Rate scales the update by the scheduled learning rate: it leaves the direction as it is and tells the plan by
// Step.Factor. A rule after it sees a direction that the rate has not touched.
type Rate struct{}

func (Rate) Name() string     { return "rate" }
func (Rate) Memory() []string { return nil }

func (Rate) separable() {}
func (Rate) timeless()  {}

func (Rate) Apply(s *Step) { s.Factor *= s.LR }
