package events

import (
	"descentlab/app/lab"
	"descentlab/app/lab/chronicle"
	"descentlab/app/lab/motion"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// Why tells in a sentence why the i-th racer, of that name and with these events, is where it is at the end of the race: by its
// last event, and the Hessian where it is or, if the run has ended there, by the last sound one.
func Why(r lab.Run, i int, name string, list []Event) string {
	run, w := r.Tape.Runs[i], r.Courses.At(i, r.Tape.Steps)
	row := min(r.Courses.Row(i, r.Tape.Steps), run.LastSound())
	if row < 0 {
		return words.T("%s is %s: there is nothing to go down by.", name, w)
	}
	x := motion.At(run, row)
	l1, l2, _, _ := surfaces.Eigen(r.Field.Probe.Fork().Jet(x.X, x.Y))
	because := reason(w, run, last(list))
	if over, ok := unstable(r, i, w); ok {
		because = over
	}
	if rateless(w, run) {
		because = words.T("its learning rate was not finite there")
	}
	return words.T("%s: %s; at step %d the gradient is %s long and the Hessian has the eigenvalues %s and %s.",
		subject(name, w), because, row, words.Short(run.GradNorm(row)), words.Short(l1), words.Short(l2))
}

// subject says where a racer is.
func subject(name string, w lab.Whereabouts) string {
	switch w.Kind {
	case lab.LeftMap, lab.EndedOtherwise:
		return words.T("%s %s", name, w)
	}
	return words.T("%s is %s", name, w)
}

// last is the latest event: the one that goes on longest; of equal ones that which begins last.
func last(list []Event) (e Event) {
	for _, next := range list {
		if next.To >= e.To {
			e = next
		}
	}
	return e
}

// reason is why a racer is where it is.
func reason(w lab.Whereabouts, run *race.Run, e Event) string {
	switch w.Kind {
	case lab.Settled, lab.OnLine:
		return words.T("the gradient fades there, and so do its steps")
	case lab.AtPlace, lab.NoGradient, lab.LevelGround:
		return words.T("without a gradient there is no step")
	case lab.LeftMap:
		if run.Spec.Climbs() {
			return words.T("no way uphill to a known place leads back")
		}
		return words.T("no way downhill to a known place leads back")
	case lab.EndedOtherwise:
		if w.Verdict.Kind == race.Diverged {
			return words.T("its steps got longer and longer")
		}
		return words.T("there is no further step")
	}
	switch {
	case e.Kind == chronicle.Cycle && e.To == run.Steps:
		return words.T("each %s lead back to where they began", words.Steps(e.Period))
	case (e.Kind == chronicle.Edge || e.Kind == chronicle.Oscillation) && e.To == run.Steps:
		return words.T("its steps lead to and fro and are still %s long", words.Short(e.Size))
	case w.Kind == lab.Circling && e.Kind == chronicle.Overshoot && e.To == run.Steps:
		return words.T("its steps still overshoot")
	case e.Kind == chronicle.AtSaddle && !e.Left:
		return words.T("near a saddle the gradient is small, and so are its steps")
	}
	return words.T("its steps are used up")
}

// rateless tells whether a run was lost by a learning rate that is no finite number, as a schedule's formula can be.
func rateless(w lab.Whereabouts, run *race.Run) bool {
	return w.Kind == lab.EndedOtherwise && w.Verdict.Kind == race.Diverged && w.Verdict.Step > 0 &&
		!geom.Finite(run.Rate(w.Verdict.Step-1))
}

// unstable tells that the sharpness was above the limit of the method, of a racer that is lost or goes to and fro.
func unstable(r lab.Run, i int, w lab.Whereabouts) (said string, ok bool) {
	lost := w.Kind == lab.LeftMap || w.Kind == lab.EndedOtherwise && w.Verdict.Kind == race.Diverged
	limit, known := limitOf(r.Tape.Runs[i])
	if !lost || !known {
		return "", false
	}
	t := newTrack(r, i)
	for k, b := range t.bend {
		if b.high > limit(t.step[k]) {
			return words.T("at step %d the sharpness is %s, and %s is the most that its rate bears", t.step[k], words.Short(b.high),
				words.Short(limit(t.step[k]))), true
		}
	}
	return "", false
}
