package present

import (
	"slices"

	"descentlab/app/figure"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
)

// telling is what tells racers of one method apart, which have a number for a name: by the racer's index the first of the
// settings in which they differ, with its value.
func telling(doc *setup.Experiment) map[int]string {
	alike := map[string][]int{}
	for _, i := range figure.Drawn(doc) {
		method := doc.Racers[i].Spec.Method
		alike[method] = append(alike[method], i)
	}
	notes := map[int]string{}
	for _, racers := range alike {
		if len(racers) < 2 {
			continue
		}
		if scheduled(doc, racers, notes) {
			continue
		}
		for _, k := range doc.Racers[racers[0]].Spec.KnobsFor(doc.Steps) {
			values, differ := make([]string, len(racers)), false
			for at, i := range racers {
				values[at] = valueOf(k, doc.Racers[i].Spec, doc.Steps)
				differ = differ || values[at] != values[0]
			}
			if !differ {
				continue
			}
			for at, i := range racers {
				notes[i] = words.T("%s %s", k.Name, values[at])
			}
			break
		}
	}
	return notes
}

// scheduled says which schedules some racers have, if these differ, and tells whether they do.
func scheduled(doc *setup.Experiment, racers []int, notes map[int]string) bool {
	first := doc.Racers[racers[0]].Spec.Schedule
	if !slices.ContainsFunc(racers, func(i int) bool { return doc.Racers[i].Spec.Schedule != first }) {
		return false
	}
	for _, i := range racers {
		notes[i] = words.T("no schedule")
		if s, err := optim.LookupSchedule(doc.Racers[i].Spec.Schedule); err == nil {
			notes[i] = words.T(s.Title)
		}
	}
	return true
}

// valueOf is a setting as people read it.
func valueOf(k optim.Knob, spec optim.Spec, steps int) string {
	v := spec.GetFor(k.Name, steps)
	switch {
	case k.Off && v.Num == 0:
		return words.T("off")
	case k.Kind == optim.Real && v.List == nil:
		return words.Digits(v.Num, 4)
	}
	return k.Format(v)
}
