package figure

import (
	"slices"
	"strings"

	"descentlab/app/words"
	"descentlab/optim"
)

// OwnKnob tells whether a knob is the method's own, and neither the schedule's nor a stage's.
func OwnKnob(spec optim.Spec, name string) bool {
	m, err := optim.LookupMethod(spec.Method)
	return err == nil && contains(m.Knobs, name)
}

// StageKnob tells whether a knob belongs to a stage that goes with every method, and is not the method's own.
func StageKnob(spec optim.Spec, name string) bool { return optim.IsStage(name) && !OwnKnob(spec, name) }

// MainKnobs are the method's own knobs that matter most. They come first on a racer's card.
func MainKnobs(spec optim.Spec) []optim.Knob {
	return slices.DeleteFunc(slices.Clone(spec.Knobs()), func(k optim.Knob) bool { return !k.Main || !OwnKnob(spec, k.Name) })
}

// FirstKnob is the first of the method's own knobs that is a number: the one of a card that is folded to a line.
func FirstKnob(spec optim.Spec) (k optim.Knob, ok bool) {
	for _, k := range spec.Knobs() {
		if OwnKnob(spec, k.Name) && (k.Kind == optim.Real || k.Kind == optim.Integer) {
			return k, true
		}
	}
	return optim.Knob{}, false
}

// A KnobGroup are knobs of one kind behind the main ones.
type KnobGroup struct {
	Key, Title string // Key is one of the Group constants
	Knobs      []optim.Knob
}

// The kinds of knobs behind the main ones.
const (
	GroupMethod    = "method"
	GroupSchedule  = "schedule"
	GroupClipping  = "clipping"
	GroupDecay     = "decay"
	GroupNoise     = "noise"
	GroupAveraging = "averaging"
	GroupDirection = "direction"
)

// knobGroups are these, in the order of a card.
var knobGroups = []string{
	GroupMethod, GroupSchedule, GroupClipping, GroupDecay, GroupNoise, GroupAveraging, GroupDirection,
}

// groupTitle is the heading of a group.
func groupTitle(key string) string {
	switch key {
	case GroupSchedule:
		return words.T("schedule")
	case GroupClipping:
		return words.T("clipping")
	case GroupDecay:
		return words.T("weight decay")
	case GroupNoise:
		return words.T("noise")
	case GroupAveraging:
		return words.T("averaging")
	case GroupDirection:
		return words.T("direction")
	}
	return words.T("more of the method")
}

// groupOf is the kind of a knob behind the main ones: of the schedule's, of the method's own ones, or of those of the stages.
func groupOf(name string, scheduled, own bool) string {
	switch {
	case scheduled:
		return GroupSchedule
	case strings.HasPrefix(name, "clip_"):
		return GroupClipping
	case strings.HasSuffix(name, "decay") && optim.IsStage(name):
		return GroupDecay
	case strings.HasPrefix(name, "grad_noise"):
		return GroupNoise
	case strings.HasPrefix(name, "lookahead_"), name == "ema":
		return GroupAveraging
	case own:
		return GroupMethod
	}
	return GroupDirection
}

// MoreKnobs are the knobs of a racer behind its main ones, by kinds: all, or those that are set and those of its schedule. The
// group of the schedule is there for every method with a rate if all are shown.
func MoreKnobs(spec optim.Spec, all bool) (groups []KnobGroup) {
	m, err := optim.LookupMethod(spec.Method)
	if err != nil {
		return nil
	}
	kinds := map[string][]optim.Knob{}
	schedule := scheduleKnobs(spec)
	for _, k := range spec.Knobs() {
		own := contains(m.Knobs, k.Name)
		key := groupOf(k.Name, slices.Contains(schedule, k.Name), own)
		if _, set := spec.Set[k.Name]; !(own && k.Main) && (all || set || key == GroupSchedule) {
			kinds[key] = append(kinds[key], k)
		}
	}
	for _, key := range knobGroups {
		knobs := kinds[key]
		if len(knobs) > 0 || key == GroupSchedule && (spec.Schedule != "" || all && m.Rated()) {
			groups = append(groups, KnobGroup{Key: key, Title: groupTitle(key), Knobs: knobs})
		}
	}
	return groups
}

func contains(knobs []optim.Knob, name string) bool {
	return slices.ContainsFunc(knobs, func(k optim.Knob) bool { return k.Name == name })
}

// OnBesides names what is on of a racer behind its main knobs: its schedule, and knobs that are set to anything but off.
func OnBesides(spec optim.Spec) (names []string) {
	if spec.Schedule != "" {
		if s, err := optim.LookupSchedule(spec.Schedule); err == nil {
			names = append(names, words.T(s.Title))
		}
	}
	for _, g := range MoreKnobs(spec, false) {
		for _, k := range g.Knobs {
			if v, set := spec.Set[k.Name]; set && g.Key != GroupSchedule && !(k.Off && v.Num == 0) {
				names = append(names, k.Name)
			}
		}
	}
	return names
}

// scheduleKnobs are the names of the knobs of the racer's schedule.
func scheduleKnobs(spec optim.Spec) []string {
	if spec.Schedule == "" {
		return nil // without asking what may have been meant: this is asked at every move of a slider
	}
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
		if k.Kind == optim.Real {
			value = words.Decimal(value)
		}
		if k.Off && value == "0" {
			value = words.T("off")
		}
		told = append(told, KnobFact{k.Name, value, k.Domain().String(), words.T(k.Help)})
	}
	return told, atRest
}
