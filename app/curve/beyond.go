package curve

import "math"

// before is the row from which w came to be what it is, infinite or no number at all.
func (r *Run) before(row Row) Row {
	same := math.IsNaN
	if !math.IsNaN(row.W) {
		same = func(w float64) bool { return math.IsInf(w, 0) }
	}
	t := row.Step
	for t > 0 && same(r.plan.X(r.row(t))[0]) {
		t--
	}
	return r.At(t)
}

// none is the insight where w is no number: why it came to that.
func none(r *Run, row Row) Sentence {
	from := r.before(row)
	head := sentence("Infinity minus infinity is no number: ")
	switch {
	case math.IsNaN(from.Slope):
		head = sentence("The curve has no slope at w = %s, so that the step from there is no number: ", in(Weight, Number(from.W)))
	case !r.Racer.Plain():
		head = sentence("%s comes from infinite numbers to none: ", r.Racer.Title())
	}
	return append(head, sentence("w is %s, and so is all that is computed from it. This is the NaN that people meet in training.",
		strong("NaN"))...)
}

// infinite is the insight where w is infinite: why, and what becomes of it.
func infinite(r *Run, row Row) Sentence {
	from := r.before(row)
	head := sentence("w has passed the largest number there is, 1.8e308, and is infinite. ")
	if math.IsInf(from.Slope, 0) {
		head = sentence("The slope is infinite at w = %s, and so is w after the step from there. ", in(Weight, Number(from.W)))
	}
	switch {
	case !math.IsNaN(row.New):
		return append(head, sentence("Where the slope is %s, one more step leaves it there.", in(Slope, Number(row.Slope)))...)
	case math.IsNaN(row.Slope):
		return append(head, sentence("The curve has no slope there: one more step is %s, the NaN that people meet in training.",
			strong("NaN"))...)
	}
	return append(head, sentence("One more step is infinity minus infinity: %s, the NaN that people meet in training.",
		strong("NaN"))...)
}
