package optim

import (
	"slices"
	"strings"

	"descentlab/internal/python"
)

// torch writes a part of the race as a loop around an optimizer of PyTorch's; before is the part before it, and old are its
// settings.
func (w *pythonWriter) torch(before *pythonLeg, old settings) error {
	leg, construction := w.leg, w.method.Python.Torch
	w.define("f(p)", w.race.Loss...)
	w.apart()
	own := strings.Contains(construction, "{"+decayKnob.Name+"}")
	gradient, after := w.gradient("p", "p", !own), w.after("p.detach()", `optimizer.param_groups[0]["lr"]`)
	switch {
	case before == nil:
		w.line("p = torch.tensor(%s, requires_grad=True)", python.List(w.race.Start))
		w.begin()
	case !before.torch:
		w.line("p = p.clone().requires_grad_()")
	}
	w.generator()
	made := w.fill(construction)
	if w.alone && w.spec.Climbs() && len(gradient) == 1 && !slices.Contains([]string{"nadam", "radam"}, w.method.Key) {
		// PyTorch 1.13's NAdam and RAdam have no such argument.
		made, gradient = strings.TrimSuffix(made, ")")+", maximize=True)", nil
	}
	goesOn := before != nil && before.torch && before.method == leg.method
	switch {
	case goesOn && leg.restarts:
		w.line("optimizer.state.clear()  # what is remembered begins anew")
	case goesOn:
	case leg.carries:
		w.lines("", "state = optimizer.state[p]  # what is remembered goes on", "optimizer = "+made, "optimizer.state[p] = state")
	default:
		w.lines("", "optimizer = "+made)
	}
	if goesOn {
		w.renew(before, old)
	}
	if err := w.follow(before, old, "optimizer"); err != nil {
		return err
	}
	w.lines("", after.init...)
	w.changed(construction)
	w.line("\nfor t in %s:", leg.span())
	w.change("optimizer.param_groups[0]")
	if leg.paced {
		w.lines("    ", `optimizer.param_groups[0]["lr"] = pacer.param_groups[0]["lr"]`)
	}
	w.batch()
	w.lines("    ", "optimizer.zero_grad()")
	if w.spec.Watches() {
		w.lines("    ", "loss = f(p)", "loss.backward()")
	} else {
		w.lines("    ", "f(p).backward()")
	}
	w.lines("    ", gradient...)
	w.lines("    ", after.before...)
	w.lines("    ", "optimizer.step()")
	if len(after.after) > 0 {
		w.lines("    ", "with torch.no_grad():")
		w.lines("        ", after.after...)
	}
	w.tick("loss.item()")
	w.keep("    ")
	w.finish("f", after)
	return nil
}

// loop writes the update of a part of the race out; before is the part before it, and old are its settings.
func (w *pythonWriter) loop(before *pythonLeg, old settings) error {
	leg := w.leg
	init, step := split(w.method.Python.Init), split(w.method.Python.Step)
	code := strings.Join(append(init, step...), "\n")
	after := w.after("p", "lr")
	loss := w.losses(code)
	w.apart()
	switch {
	case before == nil:
		w.line("p = torch.tensor(%s)", python.List(w.race.Start))
		w.begin()
	case before.torch:
		w.line("p = p.detach().clone()")
	}
	w.generator()
	w.variables(w.method.Python.Init, w.method.Python.Step)
	leg.paced = w.spec.Schedule != ""
	if err := w.follow(before, old, "pacer"); err != nil {
		return err
	}
	if !leg.carries {
		w.lines("", init...)
	}
	w.lines("", after.init...)
	w.changed("")
	w.line("\nfor t in %s:", leg.span())
	w.change("globals()")
	if leg.paced {
		w.lines("    ", `lr = pacer.param_groups[0]["lr"]`)
	}
	w.batch()
	if w.spec.Watches() {
		w.lines("    ", "watched = "+loss+"(p).item()")
	}
	if mentions(code, "g") {
		slope := "g = grad(p)"
		if w.ahead() {
			slope = "g = slope(p)"
		}
		w.lines("    ", slope)
	}
	w.lines("    ", after.before...)
	w.lines("    ", step...)
	w.lines("    ", after.after...)
	w.tick("watched")
	w.keep("    ")
	w.finish(loss, after)
	return nil
}

// apart leaves the room of two lines behind functions that a later leg has defined.
func (w *pythonWriter) apart() {
	text := w.body.String()
	if last := text[strings.LastIndexByte(strings.TrimSuffix(text, "\n"), '\n')+1:]; w.leg.from > 0 && last[0] == ' ' {
		w.line("\n")
	}
}
