package figure

import (
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
)

// Drawn are the racers of a document that are not hidden, as indices.
func Drawn(doc *setup.Experiment) []int {
	var list []int
	for i, r := range doc.Racers {
		if !r.Hidden {
			list = append(list, i)
		}
	}
	return list
}

// Subjects are the racers, as indices in the tape's document, whose basins a map shows: its own racer's, or in a map of all
// racers (-1) those of the one that was chosen; after it, for a difference, the one that it is compared with. There are none
// if all are hidden.
func Subjects(s lab.State, racer int) []int {
	doc, drawn := &s.TapeDoc, Drawn(&s.TapeDoc)
	if len(drawn) == 0 {
		return nil
	}
	own := racer
	if own < 0 {
		own = withSlot(doc, drawn, doc.Look.Subject)
	}
	if s.Doc.Look.Ground != setup.GroundDifference || len(drawn) < 2 {
		return []int{own}
	}
	other := withSlot(doc, drawn, doc.Look.Against)
	if other == own && racer < 0 {
		other = drawn[0]
		if other == own {
			other = drawn[1]
		}
	}
	if other == own {
		return []int{own}
	}
	return []int{own, other}
}

// withSlot is the one of some racers with a slot, or the first.
func withSlot(doc *setup.Experiment, racers []int, slot int) int {
	for _, i := range racers {
		if doc.Racers[i].Slot == slot {
			return i
		}
	}
	return racers[0]
}
