package figure

import (
	"slices"

	"descentlab/app/words"
	"descentlab/optim"
)

// OwnKnob tells whether a knob is the method's own, and neither the schedule's nor a stage's.
func OwnKnob(spec optim.Spec, name string) bool {
	m, err := optim.LookupMethod(spec.Method)
	return err == nil && slices.ContainsFunc(m.Knobs, func(k optim.Knob) bool { return k.Name == name })
}

// StageKnob tells whether a knob belongs to a stage that goes with every method, and is not the method's own.
func StageKnob(spec optim.Spec, name string) bool { return optim.IsStage(name) && !OwnKnob(spec, name) }

// ShownKnobs are the knobs of a racer that its card shows: all, or those that matter most, those of its schedule and
// those that are set.
func ShownKnobs(spec optim.Spec, all bool) []optim.Knob {
	knobs := spec.Knobs()
	if all {
		return knobs
	}
	schedule := scheduleKnobs(spec)
	return slices.DeleteFunc(slices.Clone(knobs), func(k optim.Knob) bool {
		_, set := spec.Set[k.Name]
		return !set && !k.Main && !slices.Contains(schedule, k.Name)
	})
}

// scheduleKnobs are the names of the knobs of the racer's schedule.
func scheduleKnobs(spec optim.Spec) []string {
	s, err := optim.LookupSchedule(spec.Schedule)
	if err != nil {
		return nil
	}
	var names []string
	for _, k := range s.Knobs {
		names = append(names, k.Name)
	}
	return names
}

// A KnobFact is what there is to know of a knob of a racer, as people read it.
type KnobFact struct {
	Name   string
	Value  string // what the racer's method, or the user, has set
	Domain string // of its values: "in [0, 1)"
	Help   string // its meaning
}

// KnobFacts are the facts of each knob that applies in a race of so many steps. Of the stages that go with every method,
// those that are set are told, and of the others, which are at rest, the names.
func KnobFacts(spec optim.Spec, steps int) (told []KnobFact, atRest []string) {
	for _, k := range spec.KnobsFor(steps) {
		if _, set := spec.Set[k.Name]; StageKnob(spec, k.Name) && !set {
			atRest = append(atRest, k.Name)
			continue
		}
		value := k.Format(spec.GetFor(k.Name, steps))
		if k.Off && value == "0" {
			value = words.T("off")
		}
		told = append(told, KnobFact{k.Name, value, words.T(k.Domain()), words.T(k.Help)})
	}
	return told, atRest
}
