package optim

import "math"

// InverseSqrt rises to Base in Warmup updates, at least one, and from there falls with the root of the update's number: with
// n = t+1 it is Base*min(n/Warmup, sqrt(Warmup/n)) (Vaswani et al. 2017, equation 3, with Base for its greatest rate).
type InverseSqrt struct {
	Base   float64
	Warmup int
}

func (s InverseSqrt) Rate(t int) float64 {
	n, w := float64(t+1), float64(s.Warmup)
	return s.Base * min(n/w, math.Sqrt(w/n))
}

var inverseSqrtKind = ScheduleKind{
	Key: "inverse_sqrt", Title: "Inverse square root",
	Cite: "Vaswani et al. 2017, Attention Is All You Need, arXiv:1706.03762; LambdaLR in PyTorch",
	Idea: "Warms up along a line, then falls with the root of time: fast at first, and never to zero.",
	Knobs: []Knob{
		whole("warmup", 0, 1, 1000, "Updates up to the full rate.").derivedFrom(tenth, share(1./10)),
	},
	Torch: "torch.optim.lr_scheduler.LambdaLR({optimizer}, lambda t: min((t + 1) / {warmup}, ({warmup} / (t + 1)) ** 0.5))",
	make:  func(k settings) Schedule { return InverseSqrt{k.num("lr"), k.int("warmup")} },
}
