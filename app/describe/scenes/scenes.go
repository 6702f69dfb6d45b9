// Package scenes describes the pictures of a race: the maps, the charts, and those of many runs. Each of its functions takes the
// state, and what has been computed for a picture beside it, and nothing else: equal ones are described alike.
package scenes

import (
	"descentlab/app/describe"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// few is how many things a paragraph names; the table has the others.
const few = 8

// doc is the document that the pictures are of: the race's, while the present one is of another surface.
func doc(s lab.State) *setup.Experiment {
	if s.Tape != nil && s.Stale() {
		return &s.TapeDoc
	}
	return &s.Doc
}

// surface is what the surface of the pictures is called.
func surface(s lab.State) string {
	d := doc(s)
	l, err := d.Landscape()
	if err != nil {
		return words.T("a surface that cannot be computed")
	}
	return figure.SurfaceTitle(d, l)
}

// standing says how far a race is and that it may be another one soon; it ends with why there is none, if there is none.
func standing(s lab.State) string {
	switch {
	case s.Tape == nil && s.Err != nil:
		return words.T("There is no race: %s.", s.Err)
	case s.Tape == nil:
		return words.T("The race is still being computed.")
	case len(s.Tape.Runs) == 0:
		return words.T("Nobody races.")
	case s.Err != nil:
		return words.T("What is shown is the race before the last change, which cannot be raced: %s.", s.Err)
	case s.Halted:
		return words.T("What is shown is older than the last change: the work on that has been stopped.")
	case s.Stale():
		return words.T("What is shown is the race before the last change; the new one is being computed.")
	}
	return ""
}

// moment says at which step the playhead is.
func moment(s lab.State) string {
	if s.Tape == nil {
		return ""
	}
	at, last := s.Step(), s.TapeDoc.Steps
	switch {
	case at <= 0:
		return words.T("At the start, before the first of %s", words.Steps(last))
	case at >= last:
		return words.T("At the end, after %s", words.Steps(last))
	}
	return words.T("At step %d of %d", at, last)
}

// nothing is the description of a picture that is empty.
func nothing(title, why string) describe.Description {
	return describe.Description{Title: title, Text: why}
}
