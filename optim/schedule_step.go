package optim

// StepLR multiplies Base by Gamma after every Size updates, at least one.
type StepLR struct {
	Base, Gamma float64
	Size        int
}

func (s StepLR) Rate(t int) float64 { return s.Base * power(s.Gamma, t/s.Size) }

var stepKind = ScheduleKind{
	Key: "step", Title: "Step decay", Cite: "torch.optim.lr_scheduler.StepLR",
	Idea: "Falls by a factor at regular intervals.",
	Knobs: []Knob{
		whole("step_size", 0, 1, 1000, "Updates between two falls.").derivedFrom("a third of the race's length", share(1./3)),
		decayFactor(0.1, "Factor of each fall."),
	},
	Torch: "torch.optim.lr_scheduler.StepLR({optimizer}, step_size={step_size}, gamma={gamma})",
	make:  func(k settings) Schedule { return StepLR{k.num("lr"), k.num("gamma"), k.int("step_size")} },
}

// MultiStepLR multiplies Base by Gamma at each of the milestones, which are numbers of updates in any order; one that is
// listed twice counts twice.
type MultiStepLR struct {
	Base, Gamma float64
	Milestones  []float64
}

func (s MultiStepLR) Rate(t int) float64 {
	passed := 0
	for _, m := range s.Milestones {
		if float64(t) >= m {
			passed++
		}
	}
	return s.Base * power(s.Gamma, passed)
}

var multistepKind = ScheduleKind{
	Key: "multistep", Title: "Milestones", Cite: "torch.optim.lr_scheduler.MultiStepLR",
	Idea: "Falls by a factor at chosen steps.",
	Knobs: []Knob{
		Knob{Name: "milestones", Help: "The steps at which the rate falls.", Kind: List, Max: 1000, High: maxCount}.
			derivedFrom("half and three quarters of the race's length", func(k settings) Value {
				return Nums(share(1./2)(k).Num, share(3./4)(k).Num)
			}),
		decayFactor(0.1, "Factor of each fall."),
	},
	Torch: "torch.optim.lr_scheduler.MultiStepLR({optimizer}, milestones={milestones}, gamma={gamma})",
	make:  func(k settings) Schedule { return MultiStepLR{k.num("lr"), k.num("gamma"), k.list("milestones")} },
}
