package optim

import "strings"

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

// tick moves the scheduler on at the end of an update. An optimizer that only holds the rate makes a step first, without
// which PyTorch warns. One that looks at the loss is told it.
func (w *pythonWriter) tick(holder, loss string) {
	if w.spec.Schedule == "" {
		return
	}
	if holder != "" {
		w.lines("    ", holder+".step()")
	}
	total, limited := w.settings.values["total_steps"]
	if limited && w.race.Steps > int(total.Num) {
		w.lines("    ", "if t + 1 < scheduler.total_steps:  # past its end, the last rate stays", "    scheduler.step()")
		return
	}
	if !w.spec.Watches() {
		loss = ""
	}
	w.lines("    ", "scheduler.step("+loss+")")
}
