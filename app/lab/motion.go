package lab

import (
	"math"

	"descentlab/optim/race"
	"descentlab/surfaces"
)

const (
	lately     = 12   // steps by which a racer's motion is judged
	levelSlope = 1e-6 // below that the ground is called level
)

// roseLately tells whether the loss of a run has risen within its last steps, by more than rounding.
func roseLately(r *race.Run, row int) bool {
	for t := max(row-lately, 0); t < row; t++ {
		if r.Loss(t+1)-r.Loss(t) > 1e-12*(math.Abs(r.Loss(t))+math.Abs(r.Loss(t+1))) {
			return true
		}
	}
	return false
}

// rests tells whether a run stands still: for the last steps, or from its start on if there are none, and for the next ones.
func rests(r *race.Run, row int, home surfaces.Rect) bool {
	here, least := point(r.X(row)), home.Diagonal()*1e-7
	for t := max(row-lately, 0); t <= min(row+lately, r.Steps); t++ {
		if !(point(r.X(t)).Distance(here) <= least) {
			return false
		}
	}
	return true
}

// bounces tells whether a run goes to and fro: nearly all of its last steps lead back, and the loss has not got lower by them.
func bounces(r *race.Run, row int) bool {
	from := row - lately
	if from < 0 || !(r.Loss(row) >= r.Loss(from)-1e-3*math.Abs(r.Loss(from)-r.Loss(0))) {
		return false
	}
	back := 0
	for t := from + 1; t < row; t++ {
		a, b, c := point(r.X(t-1)), point(r.X(t)), point(r.X(t+1))
		ux, uy, vx, vy := b.X-a.X, b.Y-a.Y, c.X-b.X, c.Y-b.Y
		if ux*vx+uy*vy < -0.7*math.Hypot(ux, uy)*math.Hypot(vx, vy) {
			back++
		}
	}
	return back >= lately-3
}
