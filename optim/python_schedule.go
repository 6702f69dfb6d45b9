package optim

import (
	"strings"

	"descentlab/internal/say"

	"descentlab/internal/python"
)

// scheduler makes PyTorch's scheduler of the rate of that optimizer, if the racer has one.
func (w *pythonWriter) scheduler(optimizer string) {
	kind, err := LookupSchedule(w.spec.Schedule)
	if err != nil {
		return
	}
	text := kind.Torch
	if kind.torch != nil {
		text = kind.torch(w.settings)
	}
	text = strings.ReplaceAll(text, "{optimizer}", optimizer)
	w.lines("", split("scheduler = "+w.fill(text))...)
}

// follow lets the leg's rate follow its schedule, if it has one: holder is the name of the optimizer whose rate it moves. A
// schedule begins with the leg, or goes on from the leg before as that left it; or, where its settings are others now, it is made
// anew and led to where it is.
func (w *pythonWriter) follow(before *pythonLeg, old settings, holder string) error {
	leg := w.leg
	begins := before == nil || leg.plan.since == leg.from
	if !begins && before.paced && w.spec.Schedule != "" {
		leg.paced, holder = true, "pacer"
	}
	switch {
	case w.spec.Schedule == "":
		return nil
	case begins:
		w.hold()
		w.scheduler(holder)
		return nil
	case before.paced == leg.paced && !w.differs(old):
		return nil
	case w.spec.Watches() && before.paced == leg.paced:
		w.rewatch(holder, old)
		return nil
	case w.spec.Watches():
		return say.Errorf("at step %d %s counts on under another optimizer: that is not written as one program", leg.from,
			w.spec.Schedule)
	}
	leg.paced = true
	w.hold()
	w.scheduler("pacer")
	w.line("for _ in range(%d):  # up to where it is", leg.from-leg.plan.since)
	w.lines("    ", "pacer.step()")
	w.step("")
	return nil
}

// hold makes the pacer, where there is to be one.
func (w *pythonWriter) hold() {
	if w.leg.paced {
		w.line("pacer = torch.optim.SGD([torch.zeros(1)], lr=%s)  # moves nothing: it holds the rate",
			python.Float(w.settings.num("lr")))
	}
}

// differs tells whether lr or a setting of the schedule is another one than before.
func (w *pythonWriter) differs(old settings) bool {
	for _, k := range w.spec.schedules().Knobs {
		if !old.values[k.Name].equal(w.settings.values[k.Name]) {
			return true
		}
	}
	return old.num("lr") != w.settings.num("lr")
}

// rewatch gives a scheduler that looks at the loss other settings; what it has counted stays.
func (w *pythonWriter) rewatch(holder string, old settings) {
	if old.num("lr") != w.settings.num("lr") {
		w.line(`%s.param_groups[0]["lr"] = %s`, holder, python.Float(w.settings.num("lr")))
	}
	for _, k := range w.spec.schedules().Knobs {
		value := pythonValue(k, w.settings.values[k.Name])
		switch {
		case old.values[k.Name].equal(w.settings.values[k.Name]):
		case k.Name == "min_lr":
			w.line("scheduler.min_lrs = [%s]", value)
		default:
			w.line("scheduler.%s = %s", strings.TrimPrefix(k.Name, "lr_"), value)
		}
	}
}

// tick moves the scheduler on at the end of an update. An optimizer that only holds the rate makes a step first, without
// which PyTorch warns. One that looks at the loss is told it.
func (w *pythonWriter) tick(loss string) {
	if w.spec.Schedule == "" {
		return
	}
	if w.leg.paced {
		w.lines("    ", "pacer.step()")
	}
	if !w.spec.Watches() {
		loss = ""
	}
	w.step(loss)
}

// step is the scheduler's.
func (w *pythonWriter) step(loss string) {
	total, limited := w.settings.values["total_steps"]
	switch {
	case limited && w.alone && w.race.Steps > int(total.Num):
		w.lines("    ", "if t + 1 < scheduler.total_steps:  # past its end, the last rate stays", "    scheduler.step()")
	case limited && !w.alone:
		w.lines("    ", "if scheduler.last_epoch + 1 < scheduler.total_steps:  # past its end, the last rate stays",
			"    scheduler.step()")
	default:
		w.lines("    ", "scheduler.step("+loss+")")
	}
}
