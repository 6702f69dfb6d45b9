package optim

import (
	"math"

	"descentlab/internal/say"
)

// ReduceLROnPlateau begins with the rate Base and multiplies it by Factor, down to MinLR, when for more than Patience updates in
// a row no loss has been better than the best so far; then it waits for Cooldown updates before it counts again. It is PyTorch's,
// called once an update, after the step, with the loss at the point where the step began: update t has the rate that the losses
// of the updates before it have left. A loss is better if it is below best*(1-Threshold), or below best-Threshold if Absolute;
// with Max, above best*(1+Threshold) or best+Threshold. A fall of the rate of at most Eps is not made.
//
// It is a rule, the first of its plan, for it remembers: the direction stays as it is. The loss is that of the row, as it is,
// whatever is added to it by weight decay or turned by maximize.
type ReduceLROnPlateau struct {
	Base, Factor, Threshold, MinLR, Eps float64
	Patience, Cooldown                  int
	Absolute, Max                       bool
}

var plateauKind = ScheduleKind{
	Key: "reduce_on_plateau", Title: "On a plateau", Cite: "torch.optim.lr_scheduler.ReduceLROnPlateau",
	Idea: "Falls by a factor whenever the loss has not become better for a while.",
	Knobs: []Knob{
		choice("mode", "What is better: a smaller loss or a larger one.", "min", "max").
			derivedFrom("maximize", func(k settings) Value { return On(k.climbs) }),
		open(fraction("factor", 0.1, 0.05, 0.95, "Factor of each fall."), false, true, 1),
		countFromZero("patience", 10, 100, "So many steps without a better loss are borne before the rate falls."),
		better("threshold", 1e-4, "How much better a loss must be to count."),
		choice("threshold_mode", "Whether threshold is a part of the best loss or a number.", "rel", "abs"),
		countFromZero("cooldown", 0, 100, "Steps after a fall in which nothing is counted."),
		nonNegative("min_lr", 0, 0.1, "The rate does not fall below this."),
		better(smallestFall, 1e-8, "A fall by no more than this is not made: the eps of PyTorch's scheduler."),
	},
	Torch: `torch.optim.lr_scheduler.ReduceLROnPlateau(
    {optimizer},
    mode={mode},
    factor={factor},
    patience={patience},
    threshold={threshold},
    threshold_mode={threshold_mode},
    cooldown={cooldown},
    min_lr={min_lr},
    eps={lr_eps},
)`,
	make: func(k settings) Schedule { return Fixed(k.num("lr")) },
	check: func(k settings) error {
		if k.int("mode") == 0 && k.int("threshold_mode") == 0 && k.num("threshold") >= 1 {
			return say.Errorf("threshold must be less than 1 as a part of the best loss: no loss would be better; got %v",
				k.num("threshold"))
		}
		return nil
	},
	watch: func(k settings) Rule {
		return ReduceLROnPlateau{
			Base: k.num("lr"), Factor: k.num("factor"), Threshold: k.num("threshold"), MinLR: k.num("min_lr"),
			Eps: k.num(smallestFall), Patience: k.int("patience"), Cooldown: k.int("cooldown"),
			Absolute: k.int("threshold_mode") == 1, Max: k.int("mode") == 1,
		}
	},
}

// smallestFall is PyTorch's eps, which is also the name of a knob of most methods.
const smallestFall = "lr_eps"

// better is a number of any small size, or 0.
func better(name string, def float64, help string) Knob {
	k := nonNegative(name, def, 0.1, help)
	k.Min, k.Scale = 1e-9, Log
	return k
}

func (ReduceLROnPlateau) Name() string { return "reduce_on_plateau" }

func (ReduceLROnPlateau) Memory() []string {
	return []string{"next_lr", "best_loss", "num_bad_epochs", "cooldown_counter"}
}

func (r ReduceLROnPlateau) first() float64 { return r.Base }

func (r ReduceLROnPlateau) Apply(s *Step) {
	if s.T == 0 {
		fill(s.Mem[1], r.worst())
	}
	lr, best, bad, rest := s.Mem[0][0], s.Mem[1][0], s.Mem[2][0], s.Mem[3][0]
	s.LR = lr
	if loss := s.loss(); r.improves(loss, best) {
		best, bad = loss, 0
	} else {
		bad++
	}
	if rest > 0 {
		rest, bad = rest-1, 0
	}
	if bad > float64(r.Patience) {
		if next := max(lr*r.Factor, r.MinLR); lr-next > r.Eps {
			lr = next
		}
		rest, bad = float64(r.Cooldown), 0
	}
	for i, v := range [...]float64{lr, best, bad, rest} {
		fill(s.Mem[i], v)
	}
}

// worst is what every loss is better than.
func (r ReduceLROnPlateau) worst() float64 {
	if r.Max {
		return math.Inf(-1)
	}
	return math.Inf(1)
}

// improves tells whether a loss is better than the best so far.
func (r ReduceLROnPlateau) improves(loss, best float64) bool {
	switch {
	case r.Max && r.Absolute:
		return loss > best+r.Threshold
	case r.Max:
		return loss > best*(r.Threshold+1)
	case r.Absolute:
		return loss < best-r.Threshold
	}
	return loss < best*(1-r.Threshold)
}

// Explain writes the fall of the rate, and what has been counted.
func (r ReduceLROnPlateau) Explain(u Part) []Line {
	next := ``
	if u.After[0][0] < u.LR {
		next = `\eta \leftarrow \max(` + written(r.Factor) + ` \cdot ` + rounded(u.LR) + `, ` + written(r.MinLR) + `)`
	}
	return []Line{
		u.memory(1, Memory, `b`, ``), u.memory(2, Memory, `n`, ``), u.memory(3, Memory, `c`, ``), u.memory(0, Memory, `\eta`, next),
		u.hands(`g`),
	}
}
