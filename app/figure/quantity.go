package figure

import (
	"image/color"
	"math"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// quantityOf is the number that the colours show for an outcome, and whether it has one.
func quantityOf(shows string, o sweep.Outcome, least float64) (v float64, ok bool) {
	switch {
	case o.Kind == sweep.Diverged, o.Kind == sweep.Undefined, o.Kind == sweep.Stopped, o.Kind == sweep.Pending:
		return 0, false
	case shows == lab.PlaneShowsSteps:
		return math.Log10(max(float64(o.Steps), 1)), o.Kind == sweep.Arrived
	case shows == lab.PlaneShowsBest:
		v = o.Best
	default:
		v = o.Loss
	}
	v = math.Log10(max(v-least, 1e-16))
	return v, !math.IsNaN(v) && !math.IsInf(v, 0)
}

// Quantities are a sheet's cells coloured like heights, with their legend. What has no number keeps the colour of its end.
func (p outcomePainter) Quantities(s *sweep.Sheet, view plot.Rect, shows string, least float64) (
	*plot.Cells, []plot.LegendEntry,
) {
	lo, hi := math.Inf(1), math.Inf(-1)
	var without [notArrived + 1]int
	for _, o := range s.Made() {
		if v, ok := quantityOf(shows, o, least); ok {
			lo, hi = min(lo, v), max(hi, v)
		} else if o.Kind != sweep.Pending {
			without[missing(o)]++
		}
	}
	cells := cellsOf(s, view, func(o sweep.Outcome) color.RGBA {
		if v, ok := quantityOf(shows, o, least); ok {
			return p.palette.Height((v - lo) / max(hi-lo, 1e-12))
		}
		return p.ofMissing(missing(o))
	})
	var legend []plot.LegendEntry
	if lo <= hi {
		ramp := make([]color.RGBA, 9)
		for k := range ramp {
			ramp[k] = p.palette.Height(float64(k) / float64(len(ramp)-1))
		}
		legend = []plot.LegendEntry{{Text: quantityName(shows)}, {Colors: ramp, From: words.Brief(lo), Text: words.Brief(hi)}}
	}
	for _, end := range []sweep.Kind{sweep.Diverged, sweep.Undefined, notArrived, sweep.Stopped} {
		if without[end] == 0 {
			continue
		}
		name := words.T("not arrived")
		if end != notArrived {
			name = lab.End(end)
		}
		part := float64(without[end]) / float64(len(s.Made()))
		legend = append(legend, plot.LegendEntry{Colors: []color.RGBA{p.ofMissing(end)}, Text: name + " " + words.Percent(part)})
	}
	return cells, legend
}

// quantityName says what the colours are of.
func quantityName(shows string) string {
	switch shows {
	case lab.PlaneShowsSteps:
		return words.T("steps to arrive")
	case lab.PlaneShowsBest:
		return words.T("best loss − least")
	}
	return words.T("final loss − least")
}

// notArrived stands for all ends of a run that is sound and has no number to show: it has come to no place.
const notArrived = sweep.Stopped + 1

// missing is what has become of a run that has no number to show.
func missing(o sweep.Outcome) sweep.Kind {
	switch o.Kind {
	case sweep.Pending, sweep.Diverged, sweep.Undefined, sweep.Stopped:
		return o.Kind
	}
	return notArrived
}

// ofMissing is the colour of such a run.
func (p outcomePainter) ofMissing(end sweep.Kind) color.RGBA {
	if end == notArrived {
		return p.palette.Slow
	}
	return p.Color(sweep.Outcome{Kind: end})
}
