package optim

// LinearLR goes from Start*Base to End*Base in Total updates, and stays there.
type LinearLR struct {
	Base, Start, End float64
	Total            int
}

func (s LinearLR) Rate(t int) float64 {
	return s.Base * (s.Start + (s.End-s.Start)*ramp(t, s.Total))
}

var linearKind = ScheduleKind{
	Key: "linear", Title: "Linear", Cite: "torch.optim.lr_scheduler.LinearLR",
	Idea: "Warms up, or cools down, along a straight line.",
	Knobs: []Knob{
		factor("start_factor", 1./3, "The first rate, as a part of lr."),
		nonNegative("end_factor", 1, 1, "The last rate, as a part of lr."),
		whole("total_iters", 0, 1, 1000, "Updates from the first rate to the last.").derivedFrom(tenth, share(1./10)),
	},
	Torch: "torch.optim.lr_scheduler.LinearLR({optimizer}, start_factor={start_factor}, end_factor={end_factor}, " +
		"total_iters={total_iters})",
	make: func(k settings) Schedule {
		return LinearLR{k.num("lr"), k.num("start_factor"), k.num("end_factor"), k.int("total_iters")}
	},
}

// ConstantLR holds Factor*Base for Total updates and Base from then on.
type ConstantLR struct {
	Base, Factor float64
	Total        int
}

func (s ConstantLR) Rate(t int) float64 {
	if t < s.Total {
		return s.Base * s.Factor
	}
	return s.Base
}

var constantKind = ScheduleKind{
	Key: "constant", Title: "Held back", Cite: "torch.optim.lr_scheduler.ConstantLR",
	Idea: "Holds a part of the rate for some steps, then all of it.",
	Knobs: []Knob{
		factor("factor", 1./3, "The rate at first, as a part of lr."),
		whole("total_iters", 0, 1, 1000, "Updates before the full rate.").derivedFrom(tenth, share(1./10)),
	},
	Torch: "torch.optim.lr_scheduler.ConstantLR({optimizer}, factor={factor}, total_iters={total_iters})",
	make:  func(k settings) Schedule { return ConstantLR{k.num("lr"), k.num("factor"), k.int("total_iters")} },
}

// factor is a part of the learning rate to begin with; PyTorch refuses 0 and more than 1.
func factor(name string, def float64, help string) Knob {
	k := fraction(name, def, 0.01, 1, help)
	k.OpenLow = true
	return k
}

const tenth = "a tenth of the race's length"
