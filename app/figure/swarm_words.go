package figure

import (
	"slices"
	"strings"

	"descentlab/app/lab"
	"descentlab/app/words"
)

// sharesText tells where the runs of a swarm end, and how they leave a saddle.
func sharesText(run *lab.SwarmRun) string {
	var parts []string
	for _, s := range run.Shares {
		part := s.Label() + " " + s.Said
		if s.Place != nil {
			part = words.T("%s (by step %.0f)", part, s.Steps)
		}
		parts = append(parts, part)
	}
	text := strings.Join(parts, " · ")
	if run.Escape != nil {
		text += ". " + leavingText(run.Escape)
	}
	return text
}

// leavingText tells in few words how many runs leave their saddle, and when; the picture of escapes has the rest.
func leavingText(e *lab.Escape) string {
	left := slices.Concat(e.Steps[0], e.Steps[1])
	if len(left) == 0 {
		return words.T("None leaves %s.", e.Saddle.Label())
	}
	slices.Sort(left)
	return words.N(len(left), "%d leaves %s, by step %.0f.", "%d leave %s, half of them by step %.0f.", len(left), e.Saddle.Label(),
		left[(len(left)-1)/2])
}

// arrivalsText tells by when the runs have arrived, and what becomes of those that do not.
func arrivalsText(run *lab.SwarmRun) string {
	h := run.Arrivals()
	var parts []string
	for _, g := range h.Groups {
		parts = append(parts, words.T("%s: %s, median step %.0f", g.Label(), words.Runs(g.Size()), g.Quartiles()[1]))
	}
	if h.Never > 0 {
		var ends []string
		for _, s := range run.Shares {
			if s.Place == nil {
				ends = append(ends, s.Label()+" "+s.Said)
			}
		}
		parts = append(parts, words.T("never: %s (%s)", words.Runs(h.Never), strings.Join(ends, ", ")))
	}
	return strings.Join(parts, " · ")
}

// escapesText tells how the runs leave the saddle, in two lines of the narrowest pane, or how to let them begin at one.
func escapesText(run *lab.SwarmRun) string {
	if run.Escape == nil {
		return words.T("Escapes are counted where the runs begin near a saddle:" +
			" click on one, ✕, and choose Race from a ring, or paint over it.")
	}
	e := run.Escape
	if e.Left() == 0 {
		return e.String()
	}
	by := e.Quartiles()
	return words.T("%d of %d leave %s, half by step %.0f (quartiles %.0f to %.0f): %s %d, %s %d.", e.Left(), e.Near,
		e.Saddle.Label(), by[1], by[0], by[2], SideText(e, 0), len(e.Steps[0]), SideText(e, 1), len(e.Steps[1]))
}
