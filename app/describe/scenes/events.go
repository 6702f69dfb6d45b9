package scenes

import (
	"descentlab/app/describe"
	"descentlab/app/figure/story"
	"descentlab/app/lab"
	"descentlab/app/words"
)

// Events describes what happens in the race: the signs along the time, their lanes, and the list of them. It is of the racer that
// is looked at alone, or else of all that are not hidden.
func Events(s lab.State) describe.Description {
	title := words.T("Events of the race on %s", surface(s))
	c := s.Chronicle()
	switch {
	case s.Tape == nil || len(s.Tape.Runs) == 0:
		return nothing(title, standing(s))
	case c == nil:
		return nothing(title, words.T("What happens in the race is still being found out."))
	}
	names := s.TapeDoc.Names()
	var from, to, x, y, loss, slope []float64
	var who, what, says []string
	so := 0
	for k := range c.Moments {
		m := &c.Moments[k]
		if !s.Listens(m.Racer) {
			continue
		}
		if m.From <= s.Step() {
			so++
		}
		from, to, x, y = append(from, float64(m.From)), append(to, float64(m.To)), append(x, m.At.X), append(y, m.At.Y)
		loss, slope = append(loss, m.Loss), append(slope, m.Slope)
		kind := story.Name(m.Kind)
		if m.Begins() {
			kind = words.T("begins")
		}
		who, what, says = append(who, names[m.Racer]), append(what, kind), append(says, m.Says)
	}
	n := len(from)
	said := []string{happened(n, so)}
	if line := story.At(s, c, s.Step()); line.Moment != nil {
		said = append(said, lately(line.Moment, s.Step()), line.Around)
	} else {
		said = append(said, line.Around)
	}
	var ends []string
	for i := range names {
		if s.Listens(i) && c.End(i) != "" {
			ends = append(ends, c.End(i))
		}
	}
	if len(ends) > few {
		ends = append(ends[:few:few], words.T("Of %d more racers the ends are in the list of events.", len(ends)-few))
	}
	said = append(said, ends...)
	return describe.Description{Title: title, Text: describe.Paragraph(append(said, standing(s))...),
		Table: describe.Table{Columns: []describe.Column{
			describe.Numbers(words.T("from step"), "", from), describe.Numbers(words.T("to step"), "", to),
			describe.Texts(words.T("racer"), who), describe.Texts(words.T("kind"), what),
			describe.Texts(words.T("what happens"), says), describe.Numbers("x", "", x), describe.Numbers("y", "", y),
			describe.Numbers(words.T("loss"), "", loss), describe.Numbers("|∇f|", "", slope),
		}}}
}

// happened counts what happens, and how much of it has by now.
func happened(n, so int) string {
	switch {
	case n == 0:
		return words.T("Nothing happens.")
	case so == 0:
		return words.N(n, "%d thing happens, later than now.", "%d things happen, all of them later than now.", n)
	case so == n:
		return words.N(n, "%d thing happens, and has happened by now.", "%d things happen, all of them by now.", n)
	}
	return words.T("%d things happen, %d of them by now.", n, so)
}
