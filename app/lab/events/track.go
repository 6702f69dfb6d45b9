package events

import (
	"slices"

	"descentlab/app/lab"
	"descentlab/app/lab/motion"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// A track is one run of a race row by row, up to where it settles, leaves the window or is no longer sound: of
// what comes after, its ends tell.
type track struct {
	lab.Run
	index  int
	run    *race.Run
	climbs bool
	lately int // rows by which a motion is judged

	step   []int // of the rows
	at     []surfaces.Point
	height []float64 // what the racer lowers: the loss, or its opposite
	slope  []float64 // length of the gradient
	bend   []curvature
}

// A curvature is the Hessian of what a racer lowers: NaN where there is none.
type curvature struct {
	low, high float64        // eigenvalues
	down, up  surfaces.Point // unit vectors that belong to them
}

func newTrack(r lab.Run, i int) *track {
	run := r.Tape.Runs[i]
	t := &track{Run: r, index: i, run: run, climbs: run.Spec.Climbs(), lately: motion.Recent(run) / run.Every()}
	last := run.LastSound()
	for _, end := range [...]int{r.Courses.Settled(i), r.Courses.Left(i)} {
		if end >= 0 {
			last = min(last, end)
		}
	}
	rows := max(last/run.Every()+2, 0)
	t.step, t.at, t.bend = make([]int, 0, rows), make([]surfaces.Point, 0, rows), make([]curvature, 0, rows)
	t.height, t.slope = make([]float64, 0, rows), make([]float64, 0, rows)
	probe := r.Field.Probe.Fork()
	for k := range run.Kept() {
		if k > last {
			break
		}
		at := motion.At(run, k)
		l1, l2, v1, v2 := surfaces.Eigen(probe.Jet(at.X, at.Y))
		c := curvature{l1, l2, v1, v2}
		if t.climbs {
			c = curvature{-l2, -l1, v2, v1}
		}
		t.step, t.at, t.bend = append(t.step, k), append(t.at, at), append(t.bend, c)
		t.height, t.slope = append(t.height, motion.Height(run, k)), append(t.slope, run.GradNorm(k))
	}
	return t
}

// row is the row of a step that is kept.
func (t *track) row(step int) int {
	k, _ := slices.BinarySearch(t.step, step)
	return k
}

// A span is a stretch of rows, both ends included.
type span struct{ from, to int }

// spans are the longest stretches of n rows of which something is true.
func spans(n int, is func(k int) bool) (list []span) {
	for k := 0; k < n; k++ {
		if !is(k) {
			continue
		}
		s := span{k, k}
		for s.to+1 < n && is(s.to+1) {
			s.to++
		}
		list, k = append(list, s), s.to
	}
	return list
}

// windows are the stretches of rows that belong to a dozen rows before one of which something is true.
func (t *track) windows(is func(k int) bool) (list []span) {
	for _, s := range spans(len(t.step), is) {
		from := max(s.from-t.lately, 0)
		if n := len(list); n > 0 && from <= list[n-1].to {
			list[n-1].to = s.to
			continue
		}
		list = append(list, span{from, s.to})
	}
	return list
}
