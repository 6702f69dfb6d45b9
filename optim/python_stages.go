package optim

import (
	"fmt"
	"math"
	"strings"

	"descentlab/internal/python"
)

// gradient are the statements that change the gradient of the tensor of that name before the method sees it, in the
// order of before. Position is the tensor whose size counts.
func (w *pythonWriter) gradient(name, position string, l2 bool) (lines []string) {
	k := w.settings
	add := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	if w.spec.Climbs() {
		add("%s.grad.neg_()  # maximize", name)
	}
	normal := fmt.Sprintf("torch.randn(%d, generator=rng)", len(w.race.Start))
	if w.race.Noise > 0 {
		add("%s.grad += %s * %s  # the experiment's noise", name, python.Float(w.race.Noise), normal)
	}
	if sigma := k.num(gradNoiseKnob.Name); sigma > 0 {
		fade := ""
		if gamma := k.num(noiseDecayKnob.Name); gamma > 0 {
			fade = fmt.Sprintf(" * (%s) ** -%s", w.leg.counted(GradNoise{}.Name()), python.Float(gamma/2))
		}
		add("%s.grad += %s%s * %s", name, python.Float(sigma), fade, normal)
	}
	if c := k.num(clipNormKnob.Name); c > 0 {
		add("torch.nn.utils.clip_grad_norm_([%s], %s)", name, python.Float(c))
	}
	if c := k.num(clipValueKnob.Name); c > 0 {
		add("torch.nn.utils.clip_grad_value_([%s], %s)", name, python.Float(c))
	}
	if c := k.num(clipElemKnob.Name); c > 0 {
		add("clip_limit = %s * %s.detach().abs().clamp(min=1e-3)  # clip_adaptive", python.Float(c), position)
		add("%s.grad.clamp_(-clip_limit, clip_limit)", name)
	}
	if weight := k.num(decayKnob.Name); weight > 0 && l2 {
		add("%s.grad += %s * %s.detach()  # weight_decay", name, python.Float(weight), position)
	}
	return lines
}

// pythonAfter are the statements of the stages that follow a method: before the loop, in it before and after the
// method's step, and at the end.
type pythonAfter struct{ init, before, after, finish []string }

// after writes the stages of around. Position is how the position is read, rate how the learning rate of the update is.
func (w *pythonWriter) after(position, rate string) (a pythonAfter) {
	k := w.settings
	add := func(to *[]string, format string, args ...any) { *to = append(*to, fmt.Sprintf(format, args...)) }
	if weight := k.num(decoupledKnob.Name); weight > 0 {
		lr, rated := k.values["lr"]
		switch {
		case !rated:
			rate = "1.0"
		case w.spec.Schedule == "":
			rate = python.Float(lr.Num)
		}
		add(&a.before, "old_p = %s.clone()", position)
		add(&a.after, "p -= %s * %s * old_p  # decoupled_decay", rate, python.Float(weight))
	}
	if n := k.int(lookaheadKnob.Name); n > 0 {
		move := "p - anchor"
		begins := w.leg.begins(Lookahead{}.Name())
		if begins {
			add(&a.init, "anchor = %s.clone()  # lookahead's slow copy", position)
		}
		add(&a.after, "if (%s) %% %d == 0:", w.leg.counted(Lookahead{}.Name()), n)
		if keep := k.num(outerKeepKnob.Name); keep > 0 {
			if begins {
				add(&a.init, "drift = torch.zeros_like(anchor)")
			}
			add(&a.after, "    drift = %s * drift + p - anchor", python.Float(keep))
			move = "drift"
		} else {
			move = "(" + move + ")"
		}
		add(&a.after, "    anchor += %s * %s", python.Float(k.num(outerRateKnob.Name)), move)
		add(&a.after, "    p.copy_(anchor)")
	}
	a.after = append(a.after, w.project()...)
	if keep := k.num(emaKnob.Name); keep > 0 {
		if w.leg.begins(EMA{}.Name()) {
			add(&a.init, "mean_p = %s.clone()  # ema", position)
		}
		add(&a.after, "mean_p = %s * mean_p + (1 - %s) * p", python.Float(keep), python.Float(keep))
		add(&a.finish, `print("average =", mean_p.tolist())`)
	}
	return a
}

// project are the statements that keep the position in its box; none if it has no sides.
func (w *pythonWriter) project() (lines []string) {
	box := w.race.Box
	if box.Everywhere() {
		return nil
	}
	follow := split(w.method.Python.Follow)
	if len(follow) > 0 {
		lines = append(lines, "landed = p.clone()")
	}
	for i := range box.Lo {
		var sides []string
		if lo := box.Lo[i]; !math.IsInf(lo, 0) {
			sides = append(sides, "min="+python.Float(lo))
		}
		if hi := box.Hi[i]; !math.IsInf(hi, 0) {
			sides = append(sides, "max="+python.Float(hi))
		}
		if len(sides) > 0 {
			lines = append(lines, fmt.Sprintf("p[%d].clamp_(%s)  # project", i, strings.Join(sides, ", ")))
		}
	}
	return append(lines, follow...)
}
