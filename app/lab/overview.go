package lab

import (
	"context"
	"time"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/surfaces"
)

// overlooking is how long the search for a window may take while somebody waits for a formula.
const overlooking = time.Second

// Overlook looks for the window of a formula that takes the place of the experiment's surface. The present window stays if some
// critical point lies in it, so that who edits a formula goes on seeing what he saw; else it is one that holds the critical
// points, if a short search finds any. The formula must be right. It may be called on any goroutine.
func Overlook(ctx context.Context, doc setup.Experiment, m setup.Meant) surfaces.Rect {
	ctx, cancel := context.WithTimeout(ctx, overlooking)
	defer cancel()
	doc = doc.Clone()
	doc.SetMeant(m)
	home := doc.Home
	s, err := doc.Landscape()
	if err != nil || s.Data != nil {
		return home
	}
	probe, err := s.Probe(doc.Params)
	if err != nil {
		return home
	}
	if points, err := probe.Critical(ctx, home); err != nil || len(points) > 0 {
		return home
	}
	view, err := s.Overview(ctx, doc.Params)
	if err != nil {
		return home
	}
	if points, err := probe.Critical(ctx, view); err == nil && len(points) > 0 {
		return view
	}
	return home
}

// SetFormula puts the experiment on what somebody has typed, in this home window. A start that is not to be seen there, that
// rests or that has no value gives way to the formula's own: told says so, and where that is. The racers take rates that suit the
// formula. All of it is one undo.
func (l *Lab) SetFormula(m setup.Meant, home surfaces.Rect) (told string, err error) {
	shown := l.state.Shown.Window
	err = l.Edit("", func(e *setup.Experiment) {
		e.SetMeant(m)
		if home != e.Home {
			e.Home, e.View, shown = home, home, home
		}
		told = replaceStart(e, shown)
		e.TakeRates()
	})
	return told, err
}

// replaceStart gives the experiment the start of its formula if nobody wants to start where it does, and says so. It is left
// alone where no other place is better.
func replaceStart(e *setup.Experiment, shown surfaces.Rect) (told string) {
	was, why := e.Start, startFault(e, shown)
	if why == "" {
		return ""
	}
	if e.PlaceStartIn(e.View) != nil || startFault(e, shown) != "" {
		e.Start = was
		return ""
	}
	return words.T("%s: it starts at (%s, %s) now.", why, words.Digits(e.Start.X, 4), words.Digits(e.Start.Y, 4))
}

// startFault says why nobody wants to start where the experiment does, whose maps show this window; "" if that is a good place.
func startFault(e *setup.Experiment, shown surfaces.Rect) string {
	switch {
	case !e.View.Contains(e.Start) && !shown.Contains(e.Start):
		return words.T("The race would start outside of the window")
	case !e.StartHasValue():
		return words.T("The function has no value where the race would start")
	case e.StartRests():
		return words.T("The race would start at rest, on a critical point")
	}
	return ""
}
