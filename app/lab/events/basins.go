package events

import (
	"descentlab/app/lab"
	"descentlab/app/lab/chronicle"
)

// basins are the entries into basins: the first row, and then rows from which the way down, that of the gradient flow, ends
// elsewhere than from the row before. It is asked for at the start, after each crossing of a ridge, and at the end; where two
// answers differ with no ridge between, the change is looked for by halves. An entry counts if the racer stays a dozen rows, or
// to the end; the first one always.
func (t *track) basins(crossings []crossing) []Event {
	last := len(t.step) - 1
	rows := []int{0}
	for _, c := range crossings {
		if c.row+1 > rows[len(rows)-1] {
			rows = append(rows, c.row+1)
		}
	}
	if rows[len(rows)-1] < last {
		rows = append(rows, last)
	}
	told := map[int]basin{}
	ask := func(row int) basin {
		b, ok := told[row]
		if !ok {
			b.Whereabouts, b.known = t.Courses.Below(t.index, t.step[row])
			told[row] = b
		}
		return b
	}
	var changes []change
	for i, row := range rows {
		now := ask(row)
		at := row
		if i > 0 && row-rows[i-1] > 1 && !ask(rows[i-1]).same(now) {
			at = t.between(rows[i-1], row, ask)
		}
		if n := len(changes); n == 0 || !changes[n-1].in.same(now) {
			changes = append(changes, change{at, now})
		}
	}
	return t.entries(changes)
}

// A basin is where the ground leads, if that is known.
type basin struct {
	lab.Whereabouts
	known bool
}

// same tells whether two ways down end alike: in one listed place, on a line, or at one point to a millionth of its size.
func (b basin) same(o basin) bool {
	switch {
	case b.known != o.known || b.Line != o.Line || b.Place != o.Place && !b.Line:
		return false
	case !b.known || b.Line || b.Place != nil:
		return true
	}
	return b.At.Distance(o.At) <= 1e-6*(1+max(b.At.X, -b.At.X)+max(b.At.Y, -b.At.Y))
}

// A change is the row from which the way down ends elsewhere.
type change struct {
	row int
	in  basin
}

// between is the row after lo, up to hi, from which the ground leads where it does from hi.
func (t *track) between(lo, hi int, ask func(row int) basin) int {
	goal := ask(hi)
	if !ask(hi - 1).same(goal) {
		return hi
	}
	for hi-lo > 1 {
		if middle := lo + (hi-lo)/2; ask(middle).same(goal) {
			hi = middle
		} else {
			lo = middle
		}
	}
	return hi
}

// entries are the changes that last.
func (t *track) entries(changes []change) (list []Event) {
	var in *basin // the one that has been told last
	for i := range changes {
		c := &changes[i]
		stays := i == len(changes)-1 || changes[i+1].row-c.row >= t.lately
		if !stays && i > 0 || in != nil && in.same(c.in) {
			continue
		}
		in = &c.in
		if c.in.known {
			step := t.step[c.row]
			list = append(list, Event{Kind: chronicle.InBasin, From: step, To: step, Where: c.in.Whereabouts, Place: c.in.Place})
		}
	}
	return list
}
