package optim

// OneCycleLR rises from Max/Div to Max in the first part Rise of Total updates and falls to Max/Div/FinalDiv in the
// rest, along half cosine waves or straight lines (Smith & Topin 2017, as PyTorch's two phases). Past Total, where
// PyTorch raises an error, the last rate stays. The momentum is not cycled.
type OneCycleLR struct {
	Max, Rise, Div, FinalDiv float64
	Total                    int
	Straight                 bool
}

func (s OneCycleLR) Rate(t int) float64 {
	first := s.Max / s.Div
	last := first / s.FinalDiv
	top, end := s.Rise*float64(s.Total)-1, float64(s.Total-1)
	now := min(float64(t), end)
	if now < top {
		return s.between(first, s.Max, now/top)
	}
	if top >= end {
		return s.Max
	}
	return s.between(s.Max, last, (now-top)/(end-top))
}

// between goes from a to b as p goes from 0 to 1.
func (s OneCycleLR) between(a, b, p float64) float64 {
	if s.Straight {
		return a + (b-a)*p
	}
	return b + (a-b)*halfWave(p)
}

var onecycleKind = ScheduleKind{
	Key: "onecycle", Title: "One cycle",
	Cite: "torch.optim.lr_scheduler.OneCycleLR; Smith & Topin 2017, Super-Convergence, arXiv:1708.07120",
	Idea: "Climbs to a high rate, then comes down far below where it began.",
	Knobs: []Knob{
		positive("max_lr", 0, 1e-4, 1, "The highest rate.").derivedFrom("lr", sameAs("lr")),
		whole("total_steps", 0, 1, 1000, "Updates of the whole cycle.").derivedFrom(raceLength, share(1)),
		fraction("pct_start", 0.3, 0, 1, "The part of the cycle that climbs."),
		positive("div_factor", 25, 1, 100, "How many times lower the first rate is than the highest."),
		positive("final_div_factor", 1e4, 1, 1e6, "How many times lower the last rate is than the first."),
		choice("anneal_strategy", "The shape of the climb and of the fall.", "cos", "linear"),
	},
	Torch: `torch.optim.lr_scheduler.OneCycleLR(
    {optimizer},
    max_lr={max_lr},
    total_steps={total_steps},
    pct_start={pct_start},
    anneal_strategy={anneal_strategy},
    cycle_momentum=False,
    div_factor={div_factor},
    final_div_factor={final_div_factor},
)`,
	make: func(k settings) Schedule {
		return OneCycleLR{k.num("max_lr"), k.num("pct_start"), k.num("div_factor"), k.num("final_div_factor"),
			k.int("total_steps"), k.int("anneal_strategy") == 1}
	},
	frozen: "cycle_momentum",
}
