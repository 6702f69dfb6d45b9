package pointer

import (
	"context"
	"fmt"

	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/window/desk"
)

// A tracer follows the curves through the selected saddle, in the background, for all who show them.
type tracer struct {
	desk desk.Desk
	work *job.Job[*lab.Traced]
}

func newTracer(d desk.Desk) *tracer {
	t := &tracer{desk: d}
	t.work = job.New[*lab.Traced](d.Post, t.traced)
	d.Keep(desk.Quiet(t.work))
	return t
}

func (t *tracer) update(s lab.State, c lab.Change) {
	place, f := s.View.Selected, s.Field
	if place == nil || !place.TwoWays() {
		t.work.Forget()
		return
	}
	if c&(lab.FieldChanged|lab.DocChanged|lab.ViewChanged) == 0 || !f.Found() {
		return
	}
	saddle := *place
	key := fmt.Sprintf("%p %v %v %t", f.Probe, saddle.At, f.Region, f.Known)
	t.work.Ask(key, func(ctx context.Context, r *job.Report[*lab.Traced]) error {
		curves, err := lab.Separate(ctx, f.Probe, saddle, f.Region, f.Places)
		if err == nil {
			r.Publish(&lab.Traced{Separatrix: curves, Places: f.Places})
		}
		return err // cancelled: the place is a saddle in the region, with two ways down
	})
}

// traced shows the newest curves.
func (t *tracer) traced() {
	l := t.desk.Lab()
	if curves, made := t.work.Result(); made && t.work.Fresh() && l.State().View.Traced != curves {
		l.Look(func(v *lab.View) { v.Traced = curves })
	}
}
