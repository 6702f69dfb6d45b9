// Package motion tells how a run moves about one of its steps, whatever the ground: whether it stands, or goes to and fro, or has
// risen.
package motion

import (
	"math"

	"descentlab/optim/race"
	"descentlab/surfaces"
)

// lately is the number of steps by which a motion is judged.
const lately = 12

// Recent is that number for a run: as many rows, where not all are kept.
func Recent(r *race.Run) int { return lately * r.Every() }

// At is where a run is after t updates.
func At(r *race.Run, t int) surfaces.Point {
	x := r.X(t)
	return surfaces.Point{X: x[0], Y: x[1]}
}

// Rose tells whether the loss of a run has risen within its last steps before a row, by more than rounding.
func Rose(r *race.Run, row int) bool {
	for t := max(row-Recent(r), 0); t < row; t++ {
		if r.Loss(t+1)-r.Loss(t) > 1e-12*(math.Abs(r.Loss(t))+math.Abs(r.Loss(t+1))) {
			return true
		}
	}
	return false
}

// Rests tells whether a run stands still, to such a distance: for the last steps before a row, or from its start on if there are
// none, and for the next ones.
func Rests(r *race.Run, row int, least float64) bool {
	here := At(r, row)
	for t := max(row-Recent(r), 0); t <= min(row+Recent(r), r.Steps); t++ {
		if !(At(r, t).Distance(here) <= least) {
			return false
		}
	}
	return true
}

// Slows tells whether the steps of a run get shorter and shorter before a row, or there are none beyond rounding.
func Slows(r *race.Run, row int) bool {
	n := Recent(r)
	if row < 2*n {
		return false
	}
	before := At(r, row-n)
	now, rounding := At(r, row).Distance(before), 1e-13*(math.Abs(before.X)+math.Abs(before.Y))
	return now <= rounding || now < 0.5*before.Distance(At(r, row-2*n))
}

// Nears tells whether the rest of a run after a row stays within reach of a place, and comes nearer to it about the row.
func Nears(r *race.Run, row int, place surfaces.Point, reach float64) bool {
	for t := row; t <= r.Steps; t++ {
		if At(r, t).Distance(place) > reach {
			return false
		}
	}
	n := Recent(r)
	return At(r, min(row+n, r.Steps)).Distance(place) < At(r, max(row-n, 0)).Distance(place)
}

// Bounces tells whether a run goes to and fro: nearly all of its last steps before a row lead back, and the loss has not got
// lower by them.
func Bounces(r *race.Run, row int) bool {
	n := Recent(r)
	from := row - n
	if from < 0 || !(r.Loss(row) >= r.Loss(from)-1e-3*math.Abs(r.Loss(from)-r.Loss(0))) {
		return false
	}
	back := 0
	if r.Every() > 1 {
		back = beside(r, row)
	}
	for t := from + 1; t < row && r.Every() == 1; t++ {
		a, b, c := At(r, t-1), At(r, t), At(r, t+1)
		ux, uy, vx, vy := b.X-a.X, b.Y-a.Y, c.X-b.X, c.Y-b.Y
		if ux*vx+uy*vy < -0.7*math.Hypot(ux, uy)*math.Hypot(vx, vy) {
			back++
		}
	}
	return back >= lately-3
}

// beside counts the last kept rows that lie beside one of the last two, which alone are one step apart: at its distance from
// their middle.
func beside(r *race.Run, row int) (count int) {
	if row < r.Steps {
		return 0
	}
	middle, hop := Sway(r, row)
	for t := row - Recent(r); t < row-1; t += r.Every() {
		if off := At(r, t).Distance(middle); off < 0.75*hop && off > 0.25*hop {
			count++
		}
	}
	return count
}

// Sway is the middle of the last step before a row, and its length.
func Sway(r *race.Run, row int) (middle surfaces.Point, length float64) {
	a, b := At(r, row-1), At(r, row)
	return surfaces.Point{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2}, a.Distance(b)
}
