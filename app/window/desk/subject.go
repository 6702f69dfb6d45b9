package desk

import (
	"slices"
	"strconv"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/widgets/picker"
)

// RacerItems are a document's racers as choices of a picker, by slot.
func RacerItems(doc *setup.Experiment) []picker.Item {
	names := doc.Names()
	items := make([]picker.Item, len(names))
	for i, name := range names {
		items[i] = picker.Item{Key: RacerKey(doc, i), Title: name}
	}
	return items
}

// RacerKey is the key of a racer among RacerItems.
func RacerKey(doc *setup.Experiment, racer int) string { return strconv.Itoa(doc.Racers[racer].Slot) }

// LookAt makes the racer of a name of the tape stand out everywhere, or none if there is no such.
func LookAt(d Desk) func(name string) {
	return func(name string) {
		slot, doc := -1, d.Lab().State().TapeDoc
		if i := slices.Index(doc.Names(), name); i >= 0 {
			slot = doc.Racers[i].Slot
		}
		d.Lab().Look(func(v *lab.View) { v.Racer = slot })
	}
}

// PickRacer is what a picker of RacerItems does: the racer is the one that is looked at alone.
func PickRacer(d Desk) func(key string) {
	return func(key string) {
		slot, err := strconv.Atoi(key)
		if err != nil {
			return // the list was made of slots
		}
		d.Edit("", func(e *setup.Experiment) { e.Look.Subject = slot })
	}
}
