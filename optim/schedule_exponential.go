package optim

// ExponentialLR multiplies Base by Gamma with every update.
type ExponentialLR struct{ Base, Gamma float64 }

func (s ExponentialLR) Rate(t int) float64 { return s.Base * power(s.Gamma, t) }

var exponentialKind = ScheduleKind{
	Key: "exponential", Title: "Exponential", Cite: "torch.optim.lr_scheduler.ExponentialLR",
	Idea: "Falls by the same factor with every step.",
	Knobs: []Knob{
		{Name: "gamma", Help: "Factor of each step.", Default: 0.99, Min: 0.5, Max: 0.9999, Scale: Nines,
			High: 2, OpenLow: true},
	},
	Torch: "torch.optim.lr_scheduler.ExponentialLR({optimizer}, gamma={gamma})",
	make:  func(k settings) Schedule { return ExponentialLR{k.num("lr"), k.num("gamma")} },
}
