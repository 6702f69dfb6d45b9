package optim

import (
	"fmt"
	"slices"
	"strings"
)

// changed writes a table of what changes at which update: of the arguments of an optimizer of PyTorch's that is constructed so,
// or, without one, of the variables of the written-out update.
func (w *pythonWriter) changed(construction string) {
	if !w.table {
		return
	}
	w.line("changes = {  # from which update on")
	before := w.settings
	for _, c := range w.race.Changes {
		if c.At >= w.race.Steps {
			break
		}
		_, now := c.Spec.resolve(w.race.Steps)
		names := map[string]bool{}
		for _, k := range w.method.Knobs {
			names[k.Name] = !before.values[k.Name].equal(now.values[k.Name])
		}
		at := *w
		at.settings, before = now, now
		var entries []string
		if construction == "" {
			for _, k := range w.method.Knobs {
				if names[k.Name] && !assigns(w.method.Python.Step, k.Name) {
					entries = append(entries, fmt.Sprintf("%q: %s", k.Name, pythonValue(k, now.values[k.Name])))
				}
			}
		} else {
			_, inner, _ := strings.Cut(construction, "(")
			for _, arg := range arguments(strings.TrimSuffix(inner, ")")) {
				name, value, _ := strings.Cut(arg, "=")
				touched := slices.ContainsFunc(w.method.Knobs, func(k Knob) bool {
					return names[k.Name] && strings.Contains(value, "{"+k.Name+"}")
				})
				if touched {
					entries = append(entries, fmt.Sprintf("%q: %s", name, at.fill(value)))
				}
			}
		}
		w.line("    %d: {%s},", c.At, strings.Join(entries, ", "))
	}
	w.line("}")
}

// change makes the changes of an update.
func (w *pythonWriter) change(of string) {
	if w.table {
		w.line("    %s.update(changes.get(t, {}))", of)
	}
}

// renew gives PyTorch's optimizer the arguments that are others than before, and its rate where a schedule has moved it or
// begins.
func (w *pythonWriter) renew(before *pythonLeg, old settings) {
	_, inner, _ := strings.Cut(w.method.Python.Torch, "(")
	var entries []string
	for _, arg := range arguments(strings.TrimSuffix(inner, ")")) {
		name, value, _ := strings.Cut(arg, "=")
		other := slices.ContainsFunc(w.method.Knobs, func(k Knob) bool {
			return strings.Contains(value, "{"+k.Name+"}") && !old.values[k.Name].equal(w.settings.values[k.Name])
		})
		switch {
		case name != "lr" && other:
			entries = append(entries, fmt.Sprintf("%q: %s", name, w.fill(value)))
		case name == "lr" && w.spec.Schedule == "" && (other || before.spec.Schedule != ""):
			entries = append(entries, `"lr": `+w.fill(value))
		case name == "lr" && w.spec.Schedule != "" && w.leg.plan.since == w.leg.from:
			entries = append(entries, `"lr": `+w.fill(value), `"initial_lr": `+w.fill(value))
		}
	}
	if len(entries) > 0 {
		w.line("optimizer.param_groups[0].update({%s})", strings.Join(entries, ", "))
	}
}
