package proof

import (
	"container/heap"
	"context"

	"descentlab/internal/geom"
	"descentlab/surfaces/interval"
)

// A bottom is a box with a bound below the values in it.
type bottom struct {
	box
	least float64
}

// queue is a heap of boxes, the one that may hold the lowest value on top.
type queue []bottom

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].least < q[j].least }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(v any)        { *q = append(*q, v.(bottom)) }
func (q *queue) Pop() any {
	last := len(*q) - 1
	v := (*q)[last]
	*q = (*q)[:last]
	return v
}

// Lowest returns a place where the formula is about the lowest in a window, spending so many evaluations at most: always the
// box is halved that may hold the lowest value (branch and bound). There may be none, or none that is found.
func Lowest(ctx context.Context, f Formula, view geom.Rect, evaluations int) (geom.Point, bool) {
	s := &search{ctx: ctx, f: f, view: view, budget: evaluations}
	q := queue{{box: boxOf(view)}}
	for len(q) > 0 && !s.spent() {
		top := heap.Pop(&q).(bottom)
		if s.small(top.box, 1.0/(1<<16)) {
			return geom.Point{X: top.box[0].Mid(), Y: top.box[1].Mid()}, true
		}
		a, b := part{box: top.box}.halves(view)
		for _, half := range []box{a.box, b.box} {
			if e := s.over(half); e.Doubt&interval.Void == 0 {
				heap.Push(&q, bottom{half, e.F.Lo})
			}
		}
	}
	return geom.Point{}, false
}
