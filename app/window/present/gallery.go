package present

import (
	"slices"

	"descentlab/app/gallery"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

// Race is the race of the window as it is presented: the experiments of the gallery come after it, in their order. Each takes
// the place of the one before, which Undo brings back.
func Race(l *lab.Lab) desk.Presented {
	last := -1
	return desk.Presented{
		Lab: l,
		Title: func(doc *setup.Experiment) string {
			if i := exhibit(doc); i >= 0 {
				return words.T(gallery.All()[i].Title)
			}
			return ""
		},
		Next: func(d int) {
			all, doc := gallery.All(), l.State().Doc
			if i := exhibit(&doc); i >= 0 {
				last = i
			}
			switch {
			case last < 0 && d < 0:
				last = len(all) - 1
			default:
				last = (last + d + len(all)) % len(all)
			}
			next := all[last].Doc
			if l.Edit("", func(e *setup.Experiment) { *e = next }) == nil {
				l.Look(func(v *lab.View) { v.Racer, v.Pinned = -1, -1 })
				l.Seek(0)
			}
		},
	}
}

// exhibit is which experiment of the gallery a document is; -1: none. What it looks like has no say.
func exhibit(doc *setup.Experiment) int {
	key := setup.KeyOf(setup.OfRace, doc)
	return slices.IndexFunc(gallery.All(), func(e gallery.Exhibit) bool { return setup.KeyOf(setup.OfRace, &e.Doc) == key })
}
