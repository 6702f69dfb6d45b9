package lab

import (
	"context"
	"time"

	"descentlab/app/lab/setup"
)

// overlooking is how long the search for a window may take while somebody waits for a formula.
const overlooking = 500 * time.Millisecond

// SetFormula puts the experiment on a formula, as people write it: an error is what is wrong with it, or the readings of an
// ambiguous one. The window stays if some critical point lies in it, so that who edits a formula goes on seeing what he saw;
// else it becomes one that holds the critical points, if a short search finds any.
func (l *Lab) SetFormula(text string) error {
	ctx, cancel := context.WithTimeout(context.Background(), overlooking)
	defer cancel()
	return l.setFormula(ctx, text)
}

func (l *Lab) setFormula(ctx context.Context, text string) error {
	meant, err := l.state.Doc.ReadFormula(text)
	if err != nil {
		return err
	}
	return l.Edit("", func(e *setup.Experiment) {
		e.SetMeant(meant)
		overlook(ctx, e)
	})
}

// overlook gives a formula another window, if none of its critical points lies in the present one. What is wrong with a formula
// is said by others.
func overlook(ctx context.Context, e *setup.Experiment) {
	s, err := e.Landscape()
	if err != nil || s.Data != nil {
		return
	}
	probe, err := s.Probe(e.Params)
	if err != nil {
		return
	}
	if points, err := probe.Critical(ctx, e.Home); err != nil || len(points) > 0 {
		return
	}
	view, err := s.Overview(ctx, e.Params)
	if err != nil {
		return
	}
	if points, err := probe.Critical(ctx, view); err == nil && len(points) > 0 {
		e.Home, e.View = view, view
	}
}
