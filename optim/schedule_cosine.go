package optim

// CosineAnnealingLR falls from Base to Min along half a cosine wave in Half updates, at least one. Further on it rises
// and falls along the same wave, as PyTorch's does (Loshchilov & Hutter 2016, equation 5, without restarts).
type CosineAnnealingLR struct {
	Base, Min float64
	Half      int
}

func (s CosineAnnealingLR) Rate(t int) float64 {
	return s.Min + (s.Base-s.Min)*halfWave(float64(t%(2*s.Half))/float64(s.Half))
}

var cosineKind = ScheduleKind{
	Key: "cosine", Title: "Cosine",
	Cite: "torch.optim.lr_scheduler.CosineAnnealingLR; Loshchilov & Hutter 2016, SGDR, arXiv:1608.03983",
	Idea: "Falls along half a cosine wave: slowly, fast, slowly.",
	Knobs: []Knob{
		whole("T_max", 0, 1, 1000, "Updates from the top of the wave to its bottom.").derivedFrom(raceLength, share(1)),
		floorRate(),
	},
	Torch: "torch.optim.lr_scheduler.CosineAnnealingLR({optimizer}, T_max={T_max}, eta_min={eta_min})",
	make:  func(k settings) Schedule { return CosineAnnealingLR{k.num("lr"), k.num("eta_min"), k.int("T_max")} },
}

// CosineAnnealingWarmRestarts falls from Base to Min along half a cosine wave and starts again; the first wave takes
// First updates, each further one Mult times as many, both being at least 1 (Loshchilov & Hutter 2016).
type CosineAnnealingWarmRestarts struct {
	Base, Min   float64
	First, Mult int
}

func (s CosineAnnealingWarmRestarts) Rate(t int) float64 {
	length := s.First
	if s.Mult == 1 {
		t %= length
	}
	for t >= length {
		t -= length
		length *= s.Mult
	}
	return s.Min + (s.Base-s.Min)*halfWave(float64(t)/float64(length))
}

var cosineRestartsKind = ScheduleKind{
	Key: "cosine_restarts", Title: "Restarts",
	Cite: "torch.optim.lr_scheduler.CosineAnnealingWarmRestarts; Loshchilov & Hutter 2016, SGDR, arXiv:1608.03983",
	Idea: "Falls along a cosine, jumps back to the top, and again.",
	Knobs: []Knob{
		whole("T_0", 0, 1, 1000, "Updates before the first restart.").derivedFrom("a quarter of the race's length", share(1./4)),
		whole("T_mult", 1, 1, 4, "How many times longer each round is than the last."),
		floorRate(),
	},
	Torch: "torch.optim.lr_scheduler.CosineAnnealingWarmRestarts({optimizer}, T_0={T_0}, T_mult={T_mult}, eta_min={eta_min})",
	make: func(k settings) Schedule {
		return CosineAnnealingWarmRestarts{k.num("lr"), k.num("eta_min"), k.int("T_0"), k.int("T_mult")}
	},
}

// WarmupCosine is a LinearLR up to the full rate and then a CosineAnnealingLR that counts from the end of the warm-up.
type WarmupCosine struct {
	Warm LinearLR
	Cool CosineAnnealingLR
}

func (s WarmupCosine) Rate(t int) float64 {
	if t < s.Warm.Total {
		return s.Warm.Rate(t)
	}
	return s.Cool.Rate(t - s.Warm.Total)
}

var warmupCosineKind = ScheduleKind{
	Key: "warmup_cosine", Title: "Warm-up",
	Cite: "torch.optim.lr_scheduler.SequentialLR of LinearLR and CosineAnnealingLR; Goyal et al. 2017, arXiv:1706.02677",
	Idea: "Starts small while little is known, then falls along a cosine.",
	Knobs: []Knob{
		whole("warmup", 0, 1, 1000, "Updates of the warm-up.").derivedFrom(tenth, share(1./10)),
		factor("start_factor", 0.1, "The first rate, as a part of lr."),
		whole("T_max", 0, 1, 1000, "Updates from the end of the warm-up to the bottom of the wave.").
			derivedFrom("what the warm-up leaves of the race", func(k settings) Value {
				return Num(max(1, float64(k.steps)-k.num("warmup")))
			}),
		floorRate(),
	},
	Torch: `torch.optim.lr_scheduler.SequentialLR(
    {optimizer},
    [
        torch.optim.lr_scheduler.LinearLR({optimizer}, start_factor={start_factor}, end_factor=1.0, total_iters={warmup}),
        torch.optim.lr_scheduler.CosineAnnealingLR({optimizer}, T_max={T_max}, eta_min={eta_min}),
    ],
    milestones=[{warmup}],
)`,
	make: func(k settings) Schedule {
		return WarmupCosine{
			LinearLR{k.num("lr"), k.num("start_factor"), 1, k.int("warmup")},
			CosineAnnealingLR{k.num("lr"), k.num("eta_min"), k.int("T_max")},
		}
	},
}
