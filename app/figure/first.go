package figure

import (
	"slices"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
)

// FirstSettings says which racers change on their way, where many runs are made with their first settings alone; "" if none does.
// Of one that is forked, and goes on as it began, these runs are the whole truth.
func FirstSettings(doc *setup.Experiment) string {
	var changing []string
	for i, name := range doc.Names() {
		r := &doc.Racers[i]
		if slices.ContainsFunc(r.Changes, func(c optim.Change) bool { return !c.Spec.Equal(r.Spec) }) {
			changing = append(changing, name)
		}
	}
	if len(changing) == 0 {
		return ""
	}
	return words.N(len(changing), "%s changes on its way; here it keeps its first settings.",
		"%s change on their way; here they keep their first settings.", words.And(changing))
}

// Changing are the names of the racers that change on their way, or are forked to do so.
func Changing(doc *setup.Experiment) (list []string) {
	for i, name := range doc.Names() {
		if len(doc.Racers[i].Changes) > 0 {
			list = append(list, name)
		}
	}
	return list
}
