package lab

import (
	"context"

	"descentlab/app/lab/motion"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// withEnds is the field with the minima, and for who climbs the maxima, in which the runs of a race end outside of where places
// were looked for. They are named after those, and no survey knows them: that follows from the surface alone.
func (f *Field) withEnds(tape *race.Tape, home surfaces.Rect) *Field {
	if !f.Known {
		return f
	}
	var found []surfaces.Critical
	for _, r := range tape.Runs {
		x := motion.At(r, r.Steps)
		if r.Verdict.Kind == race.Diverged || r.Verdict.Kind == race.Undefined || f.Region.Contains(x) {
			continue
		}
		c, ok := f.Probe.Fork().Near(x, home.Diagonal()/100)
		if !ok {
			continue
		}
		c = f.Probe.Fork().Told(context.Background(), c, home.Diagonal()/100)
		sought, value := surfaces.Minimum, c.Value
		if r.Spec.Climbs() {
			sought, value = surfaces.Maximum, -c.Value
		}
		if c.Kind != sought || motion.Settles(r, value, motion.Nearness(value, motion.Highest(r))) < 0 {
			continue
		}
		if f.lists(c.At, found, home) {
			continue
		}
		found = append(found, c)
	}
	if len(found) == 0 {
		return f
	}
	more := *f
	points := make([]surfaces.Critical, 0, len(f.Searched)+len(found))
	for _, p := range f.Searched {
		points = append(points, p.Critical)
	}
	more.Places = name(append(points, found...), home)
	return &more
}

// lists tells whether a point is among the field's places or the others found.
func (f *Field) lists(at surfaces.Point, found []surfaces.Critical, home surfaces.Rect) bool {
	same := home.Diagonal() * 1e-6
	for _, c := range found {
		if c.At.Distance(at) <= same {
			return true
		}
	}
	return Nearest(f.Searched, at, same) != nil
}
