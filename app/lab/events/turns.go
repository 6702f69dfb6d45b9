package events

import (
	"math"
	"slices"

	"descentlab/app/lab"
	"descentlab/app/lab/chronicle"
	"descentlab/app/lab/motion"
	"descentlab/app/lab/stability"
	"descentlab/optim/race"
)

// turns are the stretches in which a racer goes to and fro, by the same measure as the table's: nearly all of the last dozen
// steps lead back. Where the sharpness is at the method's limit meanwhile, that is an event of its own; and so is the cycle in
// which it goes around to the end, which begins where it does so for the first time.
func (t *track) turns() (list []Event) {
	if t.run.Every() > 1 || len(t.step) == 0 {
		return nil
	}
	cycle, cycles := t.cycle()
	back := motion.Swaying(t.at)
	for _, s := range t.windows(func(k int) bool { return back[k] }) {
		to := t.step[s.to]
		if cycles {
			to = min(to, cycle.From)
		}
		size := t.longest(t.row(to))
		if from := t.step[s.from]; from < to && (size > t.Courses.Still() || t.bounces(to)) {
			list = append(list, Event{Kind: chronicle.Oscillation, From: from, To: to, Size: size})
		}
	}
	if limit, ok := limitOf(t.run); ok {
		ratio := make([]float64, len(t.step))
		for k, b := range t.bend {
			ratio[k] = b.high / limit(t.step[k])
		}
		for _, s := range t.windows(func(k int) bool { return back[k] && t.lasts(k) && atLimit(ratio[k-t.lately:k+1]) }) {
			e := Event{Kind: chronicle.Edge, From: t.step[s.from], To: t.step[s.to], Size: t.longest(s.to), Limit: limit(t.step[s.to])}
			e.Sharpness = mean(ratio[s.to-t.lately:s.to+1]) * e.Limit
			list = append(list, e)
		}
	}
	if cycles {
		list = append(list, cycle)
	}
	return list
}

// bounces tells whether a step is the last one of a run that goes to and fro by the table, however short its steps are: others
// that are as short as that count as standing.
func (t *track) bounces(step int) bool {
	return step == t.run.Steps && t.Courses.At(t.index, step).Kind == lab.Bouncing
}

// longest is the length of the longest of the dozen steps before a row.
func (t *track) longest(row int) (length float64) {
	for k := max(row-t.lately, 0); k < row; k++ {
		length = max(length, t.at[k].Distance(t.at[k+1]))
	}
	return length
}

// lasts tells whether the steps neither halve nor double over the dozen before a row: what swings below the limit dies out, and
// above it grows.
func (t *track) lasts(row int) bool {
	from := row - t.lately
	first, now := t.at[from].Distance(t.at[from+1]), t.at[row-1].Distance(t.at[row])
	return 2*now >= first && now <= 2*first
}

// atLimit tells whether the sharpness, in units of the limit, hovers about it: its mean is 1 to within a tenth (Cohen et al.,
// Gradient descent on neural networks typically occurs at the edge of stability, ICLR 2021: "at, or just above").
func atLimit(ratio []float64) bool { return math.Abs(mean(ratio)-1) <= 0.1 }

func mean(list []float64) float64 {
	sum := 0.0
	for _, v := range list {
		sum += v
	}
	return sum / float64(len(list))
}

// limitOf is the sharpness above which a step of a racer leads away from a minimum, at the scheduled rate of that step and with
// the settings that made it; NaN where none is known. Of methods that divide the gradient there is none here.
func limitOf(run *race.Run) (limit func(step int) float64, ok bool) {
	laws := make([]*stability.Law, 1+len(run.Changes)) // that hold at first, and from each change on
	for i := range laws {
		spec := run.Spec
		if i > 0 {
			spec = run.Changes[i-1].Spec
		}
		if law, known := stability.Of(spec); known && !law.Divides() {
			laws[i], ok = &law, true
		}
	}
	return func(step int) float64 {
		law := laws[1+run.Changes.Reached(step)]
		if law == nil {
			return math.NaN()
		}
		return law.Bears(run.Rate(step))
	}, ok
}

// cycle is that in which a run ends: the least number of steps, a dozen at most, after which it is where it was, to a millionth
// of the cycle's own size, for a dozen rows and twice around. It is one that can be seen: larger than what counts as standing.
func (t *track) cycle() (e Event, ok bool) {
	last := len(t.step) - 1
	if t.run.Every() > 1 || t.run.Verdict.Kind != race.Finished || t.Courses.Settled(t.index) >= 0 ||
		t.Courses.Left(t.index) >= 0 {
		return e, false
	}
	for period := 2; period <= t.lately && last >= 2*period; period++ {
		size := 0.0
		for k := last - period + 1; k <= last; k++ {
			size = max(size, t.at[k].Distance(t.at[k-1]))
		}
		if !(size > t.Courses.Still()) {
			return e, false
		}
		from := last
		for from >= period && t.at[from-period].Distance(t.at[last-(last-from)%period]) <= 1e-6*size {
			from--
		}
		from = max(from-period+1, 0)
		if last-from >= max(t.lately, 2*period) {
			return Event{Kind: chronicle.Cycle, From: t.step[from], To: t.step[last], Period: period, Size: size}, true
		}
	}
	return e, false
}

// crossed are the crossings of ridges; those of one saddle less than a dozen rows apart are one event.
func (t *track) crossed(crossings []crossing) (list []Event) {
	for _, c := range crossings {
		same := func(e Event) bool { return e.Place == c.saddle && c.row-t.row(e.To) < t.lately }
		if i := slices.IndexFunc(list, same); i >= 0 {
			list[i].To = t.step[c.row+1]
			list[i].Count++
			continue
		}
		list = append(list, Event{Kind: chronicle.CrossedRidge, Place: c.saddle, From: t.step[c.row], To: t.step[c.row+1], Count: 1})
	}
	return list
}
