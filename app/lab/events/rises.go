package events

import (
	"descentlab/app/lab/chronicle"
	"descentlab/app/lab/motion"
	"descentlab/optim/race"
)

// rises are the stretches in which a racer is higher than where it came from: each begins with the row before it rises and ends
// with the first one that is no higher than that, or with the run. One from which it comes back, and in which more than half is
// lost of what had been won since the start, is a spike. Overshoots less than a dozen rows apart are one event. The last rise of
// a run that diverges or leaves the window is no event of its own, nor are those of a cycle.
func (t *track) rises() (list []Event) {
	last := len(t.step) - 1
	lost := t.run.Verdict.Kind == race.Diverged || t.run.Verdict.Kind == race.Undefined || t.Courses.Left(t.index) >= 0
	if cycle, ok := t.cycle(); ok {
		last = t.row(cycle.From)
	}
	for k := 0; k < last; k++ {
		if !motion.Higher(t.height[k], t.height[k+1]) {
			continue
		}
		top, to := k+1, k+1
		for ; to <= last && motion.Higher(t.height[k], t.height[to]); to++ {
			if t.height[to] > t.height[top] {
				top = to
			}
		}
		back := to <= last
		if !back && lost {
			break
		}
		e := Event{Kind: chronicle.Overshoot, From: t.step[k], To: t.step[min(to, last)], Count: 1, Top: t.step[top],
			TopLoss: t.run.Loss(t.step[top]), Lasts: !back && to == len(t.step)}
		if won := t.height[0] - t.height[k]; back && won > 0 && 2*(t.height[top]-t.height[k]) > won {
			e.Kind = chronicle.Spike
		}
		list = t.joined(list, e)
		k = min(to, last) - 1
	}
	return list
}

// joined adds a rise to those before, or to the last one, if that is near.
func (t *track) joined(list []Event, e Event) []Event {
	n := len(list)
	if n == 0 || list[n-1].Kind != e.Kind || t.row(e.From)-t.row(list[n-1].To) >= t.lately {
		return append(list, e)
	}
	before := &list[n-1]
	before.Count++
	before.To, before.Lasts = e.To, e.Lasts
	if motion.Height(t.run, e.Top) > motion.Height(t.run, before.Top) {
		before.Top, before.TopLoss = e.Top, e.TopLoss
	}
	return list
}
