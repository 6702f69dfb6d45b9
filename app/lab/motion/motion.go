// Package motion tells how a run moves about one of its steps, whatever the ground: whether it stands, or goes to and fro, or has
// risen.
package motion

import (
	"math"

	"descentlab/internal/geom"
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

// Height is what a run lowers: its loss after t updates, or the opposite of that if it climbs.
func Height(r *race.Run, t int) float64 {
	if r.Spec.Climbs() {
		return -r.Loss(t)
	}
	return r.Loss(t)
}

// Highest is the greatest height at which a run has been.
func Highest(r *race.Run) float64 {
	top := math.Inf(-1)
	for t := range r.Steps + 1 {
		if f := Height(r, t); geom.Finite(f) {
			top = max(top, f)
		}
	}
	return top
}

// settling is how near a minimum's value a run has settled: in units of the loss, or as a part of the way down that it had to go
// if that is less.
const settling = 1e-6

// Nearness is how near a minimum's value a run has settled that has been as high as that: and near enough for rounding.
func Nearness(value, highest float64) float64 {
	return settling*min(1, max(highest-value, 0)) + 1e-15*math.Abs(value)
}

// staying is how many steps a run has stayed near a value that has settled there.
const staying = 3

// Settles is the first step from which a run stays as near to a value as that; -1 if there is none. Who has come there only with
// its last few steps has settled if the ground is level under it: else it may be passing, or going to and fro.
func Settles(r *race.Run, value, near float64) int {
	from := -1
	for t := r.Steps; t >= 0 && math.Abs(Height(r, t)-value) <= near; t-- {
		from = t
	}
	touches := from > r.Steps-staying*r.Every() && !(r.GradNorm(r.Steps) <= near)
	if touches || from > r.Steps-Recent(r) && Bounces(r, r.Steps) {
		return -1
	}
	return from
}

// Rose tells whether a run has risen within its last steps before a row.
func Rose(r *race.Run, row int) bool {
	for t := max(row-Recent(r), 0); t < row; t++ {
		if rises(r, t) {
			return true
		}
	}
	return false
}

// rises tells whether a run rises with the step after t, by more than rounding.
func rises(r *race.Run, t int) bool { return Higher(Height(r, t), Height(r, t+1)) }

// Higher tells whether one height is higher than another, by more than rounding.
func Higher(from, to float64) bool { return to-from > 1e-12*(math.Abs(from)+math.Abs(to)) }

// Circles tells whether a run goes around a place: it has come within reach of it and has passed it, has not been farther away
// than twice that since, and has risen there within its last steps before a row.
func Circles(r *race.Run, row int, place surfaces.Point, reach float64) bool {
	rose, after := false, math.Inf(1)
	for t := row; t >= 0; t-- {
		here := At(r, t).Distance(place)
		switch {
		case !(here <= 2*reach):
			return false
		case t < row && t >= row-Recent(r) && rises(r, t):
			rose = true
		case t < row-Recent(r) && !rose:
			return false
		}
		if t < row && rose && here <= reach && here < after && (t == 0 || At(r, t-1).Distance(place) >= here) {
			return true
		}
		after = here
	}
	return false
}

// Leaves is the first step from which a run is outside of a window to its end; -1 if it ends inside. A last row that is not a
// number is nowhere, and counts as neither.
func Leaves(r *race.Run, window surfaces.Rect) int {
	left, last := -1, r.Steps
	if x := At(r, last); math.IsNaN(x.X) || math.IsNaN(x.Y) {
		last--
	}
	for t := last; t >= 0 && !window.Contains(At(r, t)); t-- {
		left = t
	}
	return left
}

// Lowest is the least finite loss of all runs; +Inf if there is none.
func Lowest(tape *race.Tape) float64 {
	lowest := math.Inf(1)
	for _, r := range tape.Runs {
		for t := range r.Steps + 1 {
			if f := r.Loss(t); geom.Finite(f) {
				lowest = min(lowest, f)
			}
		}
	}
	return lowest
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

// Bounces tells whether a run goes to and fro: nearly all of its last steps before a row lead back, and it has not got lower
// by them.
func Bounces(r *race.Run, row int) bool {
	from := row - Recent(r)
	return from >= 0 && Height(r, row) >= Height(r, from)-1e-3*math.Abs(r.Loss(from)-r.Loss(0)) && Sways(r, row)
}

// Sways tells whether nearly all of a run's last steps before a row lead back, whether or not it gets lower by them.
func Sways(r *race.Run, row int) bool {
	from := row - Recent(r)
	if from < 0 {
		return false
	}
	back := 0
	if r.Every() > 1 {
		back = beside(r, row)
	}
	for t := from + 1; t < row && r.Every() == 1; t++ {
		if turnsBack(At(r, t-1), At(r, t), At(r, t+1)) {
			back++
		}
	}
	return back >= lately-3
}

// Swaying is Sways for each of the first rows of a run of which all are kept; at is where it is at them.
func Swaying(at []surfaces.Point) []bool {
	list, turns := make([]bool, len(at)), make([]bool, len(at))
	back := 0 // turns in the last steps before a row
	for row := range at {
		if t := row - 1; t >= 1 {
			if turns[t] = turnsBack(at[t-1], at[t], at[row]); turns[t] {
				back++
			}
		}
		if t := row - lately; t >= 0 {
			if turns[t] {
				back--
			}
			list[row] = back >= lately-3
		}
	}
	return list
}

// turnsBack tells whether the step from b to c leads back from where that from a to b has come.
func turnsBack(a, b, c surfaces.Point) bool {
	ux, uy, vx, vy := b.X-a.X, b.Y-a.Y, c.X-b.X, c.Y-b.Y
	return ux*vx+uy*vy < -0.7*math.Hypot(ux, uy)*math.Hypot(vx, vy)
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
