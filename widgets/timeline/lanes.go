// Package timeline shows what happens over the steps of a race: a lane for each racer, with ticks beside the slider of the time
// or with discs, of which each names itself under the pointer and is gone to by a click. Like all widgets it knows no race.
package timeline

import (
	"image/color"
	"math"

	"descentlab/widgets/plot"
)

// A Mark is something that happens in a lane.
type Mark struct {
	Step, To int // that it spans
	Sign     plot.Sign
	Rank     int    // those of a lower rank are left out where there is no room for all
	Hint     string // says what it is
}

// A Lane is a racer's.
type Lane struct {
	Name  string
	Color color.RGBA
	Glyph plot.Glyph
	Last  int // step of its run
	Faint bool
	Marks []Mark // by Step
}

// A seat is where a mark stands.
type seat struct {
	lane, mark int
	x, y       float64 // of its middle, in units
	at         float64 // where its step is
}

// Sizes of the two forms, in units.
const (
	tickWidth  = 2.4
	tickGap    = 1.6  // between ticks of a lane, and between lanes
	tickPitch  = 6.5  // of lanes, if there is room
	tickLeast  = 3.0  // and at least: more lanes than fit share rows
	lanePitch  = 23.0 // of lanes with discs
	discRadius = 7.8
	discApart  = 16.0 // middles of discs
	discMoved  = 8.0  // by which a disc is moved before a line leads to its place
	discFar    = 24.0 // and at most: before that the least of its neighbours is left out
)

// A frame is where steps stand.
type frame struct {
	x0, x1 float64 // of the first and the last step
	steps  int
}

// x is where a step is.
func (f frame) x(step float64) float64 {
	if f.steps <= 0 {
		return f.x0
	}
	return f.x0 + (f.x1-f.x0)*min(max(step/float64(f.steps), 0), 1)
}

// step is the one at a place.
func (f frame) step(x float64) float64 {
	if f.x1 <= f.x0 {
		return 0
	}
	return float64(f.steps) * min(max((x-f.x0)/(f.x1-f.x0), 0), 1)
}

// ticks gives the marks of all lanes their places between top and bottom: those of a lane in a row, by step. Of those that would
// touch the one of the higher rank stays, and of equal ones the first.
func ticks(lanes []Lane, f frame, top, bottom float64) (seats []seat, pitch float64) {
	rows := max(len(lanes), 1)
	pitch = min(tickPitch, (bottom-top)/float64(rows))
	if pitch < tickLeast {
		rows = max(int((bottom-top)/tickLeast), 1)
		pitch = (bottom - top) / float64(rows)
	}
	first := bottom - pitch*float64(rows)
	for i, lane := range lanes {
		row := i
		if rows < len(lanes) {
			row = i * rows / len(lanes)
		}
		from := len(seats)
		for k, m := range lane.Marks {
			next := seat{i, k, f.x(float64(m.Step)), first + pitch*(float64(row)+0.5), f.x(float64(m.Step))}
			if last := len(seats) - 1; last >= from && next.x-seats[last].x < tickWidth+tickGap {
				if m.Rank > lane.Marks[seats[last].mark].Rank {
					seats[last] = next
				}
				continue
			}
			seats = append(seats, next)
		}
	}
	return seats, pitch
}

// discs gives the marks of all lanes their places: those of a lane on its line, discApart from each other, as near to their steps
// as that lets them. A mark that would have to stand too far away is left out if it is the least of those that push each other,
// and so is one for which there is no room at all.
func discs(lanes []Lane, f frame, top float64) (seats []seat) {
	room := 1 + int((f.x1-f.x0)/discApart)
	for i, lane := range lanes {
		y := top + lanePitch*(float64(i)+0.5)
		kept := make([]int, len(lane.Marks))
		for k := range kept {
			kept[k] = k
		}
		for {
			at := make([]float64, len(kept))
			for j, k := range kept {
				at[j] = f.x(float64(lane.Marks[k].Step))
			}
			x, blocks := spread(at, discApart, f.x0, f.x1)
			out := least(lane.Marks, kept, at, x, blocks)
			if len(kept) > room {
				out = lowest(lane.Marks, kept, func(int) bool { return true })
			}
			if out < 0 {
				for j, k := range kept {
					seats = append(seats, seat{i, k, x[j], y, at[j]})
				}
				break
			}
			kept = append(kept[:out:out], kept[out+1:]...)
		}
	}
	return seats
}

// least is which of the kept marks is to be left out, the lowest of those that push one too far away; -1 if none is pushed so.
func least(marks []Mark, kept []int, at, x []float64, blocks []int) int {
	for j := range kept {
		if math.Abs(x[j]-at[j]) > discFar {
			return lowest(marks, kept, func(o int) bool { return blocks[o] == blocks[j] })
		}
	}
	return -1
}

// lowest is the last one of the lowest rank among those of the kept marks that count.
func lowest(marks []Mark, kept []int, counts func(int) bool) int {
	out := -1
	for o := range kept {
		if counts(o) && (out < 0 || marks[kept[o]].Rank <= marks[kept[out]].Rank) {
			out = o
		}
	}
	return out
}

// spread moves places, which are in order, so that they are apart by a distance and between lo and hi, as little as it can by the
// sum of the squares (pool adjacent violators, Ayer and others 1955). Those that push each other have the number of their block
// in common. Without room for all they run beyond hi.
func spread(at []float64, apart, lo, hi float64) (x []float64, block []int) {
	type pool struct {
		sum   float64 // of places less what those before take
		n     int
		first int
	}
	var pools []pool
	mean := func(p pool) float64 { return p.sum / float64(p.n) }
	for i, v := range at {
		p := pool{v - apart*float64(i), 1, i}
		for len(pools) > 0 && mean(pools[len(pools)-1]) >= mean(p) {
			last := pools[len(pools)-1]
			pools = pools[:len(pools)-1]
			p = pool{p.sum + last.sum, p.n + last.n, last.first}
		}
		pools = append(pools, p)
	}
	x, block = make([]float64, len(at)), make([]int, len(at))
	for b, p := range pools {
		for i := p.first; i < p.first+p.n; i++ {
			most := hi - apart*float64(len(at)-1)
			x[i], block[i] = max(min(mean(p), most), lo)+apart*float64(i), b
		}
	}
	return x, block
}
