package claim

import (
	"math"
	"strings"

	"descentlab/app/words"
)

// Said is the claim in the reader's language, of racers with these names. In English it is as it is written, but for the names.
func (c Claim) Said(names []string) string {
	said := c.says.said(names)
	if len(c.changes) == 0 {
		return said
	}
	list := make([]string, len(c.changes))
	for i, change := range c.changes {
		list[i] = change.said()
	}
	return strings.Join(list, ", ") + ": " + said
}

// Said is the quantity in the reader's language, of racers with these names.
func (q Quantity) Said(names []string) string {
	var b strings.Builder
	for i, term := range q.terms {
		switch {
		case q.minus[i]:
			b.WriteString(" - ")
		case i > 0:
			b.WriteString(" + ")
		}
		b.WriteString(term.said(names))
	}
	return b.String()
}

func (c comparison) said(names []string) string {
	var b strings.Builder
	for i, p := range c.terms {
		if i > 0 {
			b.WriteString(" " + c.relations[i-1] + " ")
		}
		b.WriteString(p.said(names))
	}
	if math.IsNaN(c.percent) {
		return b.String()
	}
	return words.T("%s within %s %%", b.String(), words.Digits(c.percent, 6))
}

func (p product) said(names []string) string {
	var b strings.Builder
	for i, f := range p.factors {
		switch {
		case f.divides:
			b.WriteString(" / ")
		case i > 0:
			b.WriteString(" * ")
		}
		if f.measure.what == "" {
			b.WriteString(words.Prose(strings.Replace(f.text, "-", "−", 1)))
		} else {
			b.WriteString(f.measure.said(names))
		}
	}
	return b.String()
}

// phrases are what is measured over time, and the highest, lowest and mean of it.
var phrases = map[string]string{
	"loss": "loss", "highest loss": "highest loss", "lowest loss": "lowest loss", "mean loss": "mean loss",
	"slope": "slope", "highest slope": "highest slope", "lowest slope": "lowest slope", "mean slope": "mean slope",
	"x": "x", "highest x": "highest x", "lowest x": "lowest x", "mean x": "mean x",
	"y": "y", "highest y": "highest y", "lowest y": "lowest y", "mean y": "mean y",
	"rate": "rate", "highest rate": "highest rate", "lowest rate": "lowest rate", "mean rate": "mean rate",
	"stride": "stride", "highest stride": "highest stride", "lowest stride": "lowest stride", "mean stride": "mean stride",
	"sharpness": "sharpness", "highest sharpness": "highest sharpness", "lowest sharpness": "lowest sharpness",
	"mean sharpness": "mean sharpness",
	"distance":       "distance", "highest distance": "highest distance", "lowest distance": "lowest distance",
	"mean distance": "mean distance",
	"angle":         "angle", "highest angle": "highest angle", "lowest angle": "lowest angle", "mean angle": "mean angle",
}

func (m measure) said(names []string) string {
	name := ""
	if m.racer >= 0 && m.racer < len(names) {
		name = names[m.racer]
	}
	switch m.what {
	case "steps":
		return words.T("steps of %s", name)
	case "rises":
		return m.span.said(true, words.T("rises of %s", name))
	case "evaluations":
		return words.T("evaluations of %s", name)
	case "reach":
		return words.T("reach of %s below %s", name, words.Prose(m.text))
	case "arrival":
		return words.T("arrival of %s below %s", name, words.Prose(m.text))
	case "height":
		return words.T("height of %s", m.place)
	case "limit":
		return words.T("limit of %s", m.place)
	}
	what := words.T(phrases[strings.TrimSpace(m.of+" "+m.what)])
	if m.place != nil {
		return m.span.said(m.of != "", words.T("%[1]s of %[2]s to %[3]s", what, name, m.place))
	}
	return m.span.said(m.of != "", words.T("%[1]s of %[2]s", what, name))
}

// said says of what is measured, over many steps or at one, when it is, unless that is as usual: over the whole race, or at its
// end.
func (s span) said(many bool, what string) string {
	switch {
	case many && s == span{0, last} || s == span{last, last}:
		return what
	case !many:
		return words.T("%s at step %d", what, s.from)
	case s.to == last:
		return words.T("%s from step %d", what, s.from)
	}
	return words.T("%s from step %d to step %d", what, s.from, s.to)
}

func (f fate) said(names []string) string {
	what := f.when.said(f.becomes())
	switch {
	case f.racer != all && f.step != last:
		return words.T("racer %s at step %d: %s", names[f.racer], f.step, what)
	case f.racer != all:
		return words.T("racer %s: %s", names[f.racer], what)
	case f.none && f.step != last:
		return words.T("no racer at step %d: %s", f.step, what)
	case f.none:
		return words.T("no racer: %s", what)
	case f.step != last:
		return words.T("every racer at step %d: %s", f.step, what)
	}
	return words.T("every racer: %s", what)
}

// said says of what happens when it does.
func (m moment) said(what string) string {
	switch m.is {
	case "at":
		return words.T("%s at step %d", what, m.step)
	case "before":
		return words.T("%s before step %d", what, m.step)
	case "after":
		return words.T("%s after step %d", what, m.step)
	}
	return what
}

// becomes is what becomes of the racers.
func (f fate) becomes() string {
	switch f.is {
	case "diverged":
		return words.T("diverged")
	case "left the map":
		return words.T("left the map")
	case "left the domain":
		return words.T("left the domain")
	case "stopped":
		return words.T("stopped")
	case "settles":
		if f.place != nil {
			return words.T("settles at %s", f.place)
		}
		return words.T("settles")
	case "never settles":
		return words.T("never settles")
	case "crosses":
		return words.T("crosses %s", f.line)
	case "never crosses":
		return words.T("never crosses %s", f.line)
	case "repeats every":
		return words.T("repeats every %d steps", f.period)
	case "heading for":
		return words.T("heading for %s", f.place)
	case "circling":
		return words.T("circling %s", f.place)
	case "at":
		return words.T("at %s", f.place)
	}
	return words.T(told[f.is])
}

// told are the situations that are told by a word.
var told = map[string]string{
	"at the start": "at the start", "on a line of minima": "on a line of minima", "on a line of maxima": "on a line of maxima",
	"bouncing across a valley": "bouncing across a valley", "bouncing across a ridge": "bouncing across a ridge",
	"stopped on level ground": "stopped on level ground", "stopped: gradient 0": "stopped: gradient 0",
	"at rest on a slope": "at rest on a slope", "outside the map": "outside the map", "outside the domain": "outside the domain",
	"climbing": "climbing", "still moving": "still moving",
}
