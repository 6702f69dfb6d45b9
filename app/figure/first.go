package figure

import (
	"slices"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
)

// FirstSettings says which racers change on their way, where many runs are made with their first settings alone; "" if none does.
// Of one that is forked, and goes on as it began, these runs are the whole truth. Of racers, indices into the document's; nil are
// all of them.
func FirstSettings(doc *setup.Experiment, racers []int) string {
	changing, _ := Changing(doc)
	if racers != nil {
		names := doc.Names()
		changing = slices.DeleteFunc(changing, func(name string) bool {
			return !slices.ContainsFunc(racers, func(i int) bool { return names[i] == name })
		})
	}
	if len(changing) == 0 {
		return ""
	}
	return words.N(len(changing), "%s changes on its way; here it keeps its first settings.",
		"%s change on their way; here they keep their first settings.", words.And(changing))
}

// BasinsFirst is FirstSettings of the racers whose basins the maps show; "" where they show heights.
func BasinsFirst(s lab.State) string {
	if s.Tape == nil || s.Doc.Look.Ground == setup.GroundHeights {
		return ""
	}
	of := Subjects(s, -1)
	if s.Doc.Look.Aside() {
		of = Drawn(&s.TapeDoc)
	}
	if len(of) == 0 {
		return ""
	}
	return FirstSettings(&s.TapeDoc, of)
}

// Changing are the names of the racers that change on their way, and of those that are forked and go on as they began.
func Changing(doc *setup.Experiment) (changing, forked []string) {
	for i, name := range doc.Names() {
		switch r := &doc.Racers[i]; {
		case Changes(r):
			changing = append(changing, name)
		case len(r.Changes) > 0:
			forked = append(forked, name)
		}
	}
	return changing, forked
}

// Changes tells whether a racer is another one at some step than it began.
func Changes(r *setup.Racer) bool {
	return slices.ContainsFunc(r.Changes, func(c optim.Change) bool { return !c.Spec.Equal(r.Spec) })
}
