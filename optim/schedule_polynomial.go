package optim

import "math"

// PolynomialLR falls from Base to 0 as a power of what is left of Total updates, and stays at 0.
type PolynomialLR struct {
	Base, Power float64
	Total       int
}

func (s PolynomialLR) Rate(t int) float64 {
	return s.Base * math.Pow(1-ramp(t, s.Total), s.Power)
}

var polynomialKind = ScheduleKind{
	Key: "polynomial", Title: "Polynomial", Cite: "torch.optim.lr_scheduler.PolynomialLR",
	Idea: "Falls to zero as a power of the steps that are left.",
	Knobs: []Knob{
		whole("total_iters", 0, 1, 1000, "Updates until the rate is zero.").derivedFrom(raceLength, share(1)),
		nonNegative("power", 1, 5, "1 is a straight line; more falls faster at first."),
	},
	Torch: "torch.optim.lr_scheduler.PolynomialLR({optimizer}, total_iters={total_iters}, power={power})",
	make:  func(k settings) Schedule { return PolynomialLR{k.num("lr"), k.num("power"), k.int("total_iters")} },
}

const raceLength = "the race's length"
