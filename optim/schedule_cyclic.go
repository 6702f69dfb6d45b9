package optim

import "math"

// CyclicLR goes up from Low to High in Up updates, down in Down, and again (Smith 2015). The height of cycle n, from
// 1, is halved n-1 times in the mode Triangular2; in ExpRange it is multiplied by Gamma^t, t being the update's number.
// The momentum is not cycled.
type CyclicLR struct {
	Low, High, Gamma float64
	Up, Down         int
	Mode             CyclicMode
}

// A CyclicMode says what becomes of the height of the cycles.
type CyclicMode int

const (
	Triangular  CyclicMode = iota // it stays
	Triangular2                   // each cycle has half the height of the one before
	ExpRange                      // it shrinks by a factor with every update
)

func (s CyclicLR) Rate(t int) float64 {
	length := s.Up + s.Down
	cycle, at := t/length, t%length
	height := s.High - s.Low
	if at <= s.Up {
		height *= float64(at) / float64(s.Up)
	} else {
		height *= float64(length-at) / float64(s.Down)
	}
	switch s.Mode {
	case Triangular2:
		height = math.Ldexp(height, -cycle)
	case ExpRange:
		height *= power(s.Gamma, t)
	}
	return s.Low + height
}

var cyclicKind = ScheduleKind{
	Key: "cyclic", Title: "Cyclic",
	Cite: "torch.optim.lr_scheduler.CyclicLR; Smith 2015, Cyclical Learning Rates for Training Neural Networks, arXiv:1506.01186",
	Idea: "Goes up and down between two rates.",
	Knobs: []Knob{
		positive("max_lr", 0, 1e-4, 1, "The highest rate.").derivedFrom("lr", sameAs("lr")),
		positive("base_lr", 0, 1e-5, 1, "The lowest rate.").
			derivedFrom("a tenth of max_lr", func(k settings) Value { return Num(k.num("max_lr") / 10) }),
		whole("step_size_up", 0, 1, 1000, "Updates of the way up.").derivedFrom(tenth, share(1./10)),
		whole("step_size_down", 0, 1, 1000, "Updates of the way down.").derivedFrom("step_size_up", sameAs("step_size_up")),
		choice("mode", "Whether the cycles keep their height, halve it, or shrink with every step.",
			"triangular", "triangular2", "exp_range"),
		decayFactor(1, "Factor of each step in the mode exp_range."),
	},
	Torch: `torch.optim.lr_scheduler.CyclicLR(
    {optimizer},
    base_lr={base_lr},
    max_lr={max_lr},
    step_size_up={step_size_up},
    step_size_down={step_size_down},
    mode={mode},
    gamma={gamma},
    cycle_momentum=False,
)`,
	make: func(k settings) Schedule {
		return CyclicLR{k.num("base_lr"), k.num("max_lr"), k.num("gamma"), k.int("step_size_up"),
			k.int("step_size_down"), CyclicMode(k.int("mode"))}
	},
	frozen: "cycle_momentum",
}
