package figure

import (
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
			part = words.T("%s (arrived by step %.0f)", part, s.Steps)
		}
		parts = append(parts, part)
	}
	text := strings.Join(parts, " · ")
	if run.Escape != nil {
		text += "\n" + run.Escape.String()
	}
	return text
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

// escapesText tells how the runs leave the saddle, or how to let them begin at one.
func escapesText(run *lab.SwarmRun) string {
	if run.Escape == nil {
		return words.T("Escapes are counted where the runs begin near a saddle:" +
			" click on one, ✕, and choose Race from a ring, or paint over it.")
	}
	return run.Escape.String()
}
