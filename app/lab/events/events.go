// Package events tells what happens to the racers of a race: where one overshoots, waits at a saddle, crosses a ridge, enters a
// basin, goes to and fro, comes to the edge of stability, settles or is lost. Events follow from the recorded run, the surface
// along it and its places alone; equal races have equal events. What an event says of an end agrees with what the table of
// standings says: both ask package motion and lab.Courses.
//
// Two measures are the lab's own: a motion is judged by a dozen rows (motion.Recent), and a racer has left a saddle that is a
// twentieth of the home window's diagonal away from it, as with a swarm (lab.Reach). Rising and falling is meant by more than
// rounding (motion.Higher). For who climbs, read height for depth and maxima for minima.
package events

import (
	"cmp"
	"context"
	"slices"

	"descentlab/app/lab"
	"descentlab/app/lab/chronicle"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// An Event is something that happens to a racer in the steps From to To, both of its run; From = To is one moment.
type Event struct {
	Kind     chronicle.Kind
	From, To int
	Loss     [2]float64 // exact, at From and at To
	Place    *lab.Place // that it is about, if it is listed
	// Where is what the table says of it: of InBasin, Settled, and Plateau if that is the end.
	Where lab.Whereabouts
	Up    bool // the racer climbs
	Count int  // how often: of CrossedRidge, Overshoot, Spike

	Top     int     // of Overshoot and Spike: the step of the highest loss
	TopLoss float64 // and that loss
	Lasts   bool    // of Overshoot: it never comes back as low

	Left     bool    // of AtSaddle: it is farther away than a twentieth of the window's diagonal after To
	Downhill bool    // of AtSaddle: it leaves nearer to the direction of the lowest curvature than to that of the highest
	Slope    float64 // of AtSaddle and Plateau: the least length of the gradient there
	Fallen   int     // of AtSaddle: the step by which nine tenths of the fall are done that begins there; To if there is none
	Below    float64 // the loss at that step

	Period    int          // of Cycle, in steps
	Size      float64      // of Oscillation, Edge and Cycle: the length of the longest of the last steps
	Sharpness float64      // of Edge: the mean of the Hessian's largest eigenvalue over the last dozen steps
	Limit     float64      // of Edge: above which the method is unstable at its rate then
	Verdict   race.Verdict // of Ended
}

// Of is what happens to each racer of a race, in the order of the steps. A race without places has no events of saddles, ridges
// and basins. Of a run of which not every row is kept, steps are those of kept rows, and nothing is said of turns and cycles.
// The error is the context's.
func Of(ctx context.Context, r lab.Run) ([][]Event, error) {
	var k Known
	return k.Of(ctx, r)
}

// events are those of one run.
func (t *track) events(ridges ridges) []Event {
	list := t.endings()
	if len(t.step) > 0 {
		waits := t.saddles()
		list = slices.Concat(list, waits, t.rises(), t.turns(), t.plateaus(waits))
	}
	if len(t.step) > 0 && t.Field.Known {
		crossings := t.crossings(ridges[t.climbs])
		list = slices.Concat(list, t.basins(crossings), t.crossed(crossings))
	}
	for k := range list {
		e := &list[k]
		e.Up = t.climbs
		e.Loss = [2]float64{t.run.Loss(e.From), t.run.Loss(e.To)}
	}
	slices.SortStableFunc(list, func(a, b Event) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.To, b.To))
	})
	return list
}

// endings are that it leaves the window, settles, or ends before its time.
func (t *track) endings() (list []Event) {
	if left := t.Courses.Left(t.index); left >= 0 {
		list = append(list, Event{Kind: chronicle.LeftWindow, From: left, To: left})
	}
	if from := t.Courses.Settled(t.index); from >= 0 {
		w := t.Courses.At(t.index, t.run.Steps)
		if t.run.Verdict.Kind != race.Finished {
			w = t.Courses.At(t.index, from)
		}
		list = append(list, Event{Kind: chronicle.Settled, From: from, To: from, Where: w, Place: w.Place})
	}
	if v := t.run.Verdict; v.Kind != race.Finished {
		list = append(list, Event{Kind: chronicle.Ended, From: v.Step, To: v.Step, Verdict: v})
	}
	return list
}

// plateaus are stretches of a dozen rows or more in which the gradient is less than a tenth of the greatest that the racer meets
// later where it is lower than ever before: it is slow, and gets faster again. Those near a saddle are the saddle's. One more is
// the end of a run that has come to rest on level ground, by the table.
func (t *track) plateaus(waits []Event) (list []Event) {
	later := t.steepestBelow()
	near := func(s span) bool {
		return slices.ContainsFunc(waits, func(e Event) bool { return e.From <= t.step[s.to] && e.To >= t.step[s.from] })
	}
	for _, s := range spans(len(t.step), func(k int) bool { return 10*t.slope[k] < later[k] }) {
		if s.to-s.from >= t.lately && !near(s) {
			list = append(list, Event{Kind: chronicle.Plateau, From: t.step[s.from], To: t.step[s.to],
				Slope: slices.Min(t.slope[s.from : s.to+1])})
		}
	}
	end := t.run.Steps
	if w := t.Courses.At(t.index, end); w.Kind == lab.LevelGround || w.Kind == lab.NoGradient {
		k := len(t.step) - 1
		for k > 0 && t.Courses.Level(t.index, t.step[k-1]) {
			k--
		}
		list = append(list, Event{Kind: chronicle.Plateau, From: t.step[k], To: end, Where: w, Slope: slices.Min(t.slope[k:])})
	}
	return list
}

// steepestBelow is for every row the greatest gradient of later rows that are lower than all before them.
func (t *track) steepestBelow() []float64 {
	lowest := make([]bool, len(t.step))
	least := t.height[0]
	for k, h := range t.height {
		if h < least {
			lowest[k], least = true, h
		}
	}
	list := make([]float64, len(t.step))
	most := 0.0
	for k := len(list) - 1; k >= 0; k-- {
		list[k] = most
		if lowest[k] {
			most = max(most, t.slope[k])
		}
	}
	return list
}

// placesOf are the places at which a racer may wait or be parted from others: saddles with two ways down.
func placesOf(r lab.Run) (list []*lab.Place) {
	if !r.Field.Known {
		return nil
	}
	for i := range r.Field.Places {
		if p := &r.Field.Places[i]; p.Kind == surfaces.Saddle && p.TwoWays() && !p.Flat && !p.Kink {
			list = append(list, p)
		}
	}
	return list
}
