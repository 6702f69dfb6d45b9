package optim

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// checkChanges says which changes of the racer have no Python: another method or schedule, and settings of stages.
func (w *pythonWriter) checkChanges() error {
	if len(w.race.Changes) == 0 {
		return nil
	}
	if err := w.race.Changes.Check(w.spec); err != nil {
		return err
	}
	if w.spec.Schedule != "" {
		return errors.New("changes on the way are not written together with a schedule")
	}
	for _, c := range w.race.Changes {
		if c.Spec.Method != w.spec.Method || c.Spec.Schedule != "" {
			return fmt.Errorf("at step %d it gets another method or a schedule: that is not written as one program", c.At)
		}
		for _, k := range stageKnobs {
			own := slices.ContainsFunc(w.method.Knobs, func(m Knob) bool { return m.Name == k.Name })
			if !own && !c.Spec.GetFor(k.Name, w.race.Steps).equal(w.spec.GetFor(k.Name, w.race.Steps)) {
				return fmt.Errorf("at step %d %s changes: that is not written as one program", c.At, k.Name)
			}
		}
	}
	return nil
}

// changed writes a table of what changes at which update: of the arguments of an optimizer of PyTorch's that is constructed so,
// or, without one, of the variables of the written-out update.
func (w *pythonWriter) changed(construction string) {
	if len(w.race.Changes) == 0 {
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
				if names[k.Name] {
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
	if len(w.race.Changes) > 0 {
		w.line("    %s.update(changes.get(t, {}))", of)
	}
}

// allInTorch tells whether PyTorch's optimizer has all that the racer becomes.
func (w *pythonWriter) allInTorch() bool {
	for _, c := range w.race.Changes {
		at := *w
		if _, at.settings = c.Spec.resolve(w.race.Steps); at.missing() != "" {
			return false
		}
	}
	return true
}
