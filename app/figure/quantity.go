package figure

import (
	"image/color"
	"math"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// quantityOf is the number that the colours show for an outcome, and whether it has one.
func quantityOf(shows string, o sweep.Outcome, least float64) (v float64, ok bool) {
	switch {
	case o.Kind == sweep.Diverged, o.Kind == sweep.Undefined, o.Kind == sweep.Stopped, o.Kind == sweep.Pending:
		return 0, false
	case shows == setup.PlaneShowsSteps:
		return math.Log10(max(float64(o.Steps), 1)), o.Kind == sweep.Arrived
	case shows == setup.PlaneShowsBest:
		v = o.Best
	default:
		v = o.Loss
	}
	v = math.Log10(max(v-least, 1e-16))
	return v, !math.IsNaN(v) && !math.IsInf(v, 0)
}

// Quantities are a sheet's cells coloured like heights, with their legend. What has no number keeps the colour of its end.
func (p outcomePainter) Quantities(
	s *sweep.Sheet, view plot.Rect, shows string, least float64,
) (*plot.Cells, []plot.LegendEntry) {
	lo, hi := math.Inf(1), math.Inf(-1)
	without := map[sweep.Kind]int{}
	for _, o := range s.Made() {
		if v, ok := quantityOf(shows, o, least); ok {
			lo, hi = min(lo, v), max(hi, v)
		} else {
			without[numberless(o)]++
		}
	}
	cells := cellsOf(s, view, func(o sweep.Outcome) color.RGBA {
		if v, ok := quantityOf(shows, o, least); ok {
			return p.palette.Height((v - lo) / max(hi-lo, 1e-12))
		}
		return p.Color(sweep.Outcome{Kind: numberless(o)})
	})
	var legend []plot.LegendEntry
	if lo <= hi {
		ramp := plot.LegendEntry{Colors: make([]color.RGBA, 9), From: words.Brief(lo), Text: words.Brief(hi)}
		for k := range ramp.Colors {
			ramp.Colors[k] = p.palette.Height(float64(k) / float64(len(ramp.Colors)-1))
		}
		legend = []plot.LegendEntry{{Text: quantityText(shows)}, ramp}
	}
	for _, end := range []sweep.Kind{sweep.Diverged, sweep.Undefined, notArrived, sweep.Stopped} {
		if without[end] > 0 {
			part := words.Percent(float64(without[end]) / float64(len(s.Made())))
			entry := plot.LegendEntry{Colors: []color.RGBA{p.Color(sweep.Outcome{Kind: end})}, Text: numberlessText(end, part)}
			legend = append(legend, entry)
		}
	}
	return cells, legend
}

// quantityText names what the colours show.
func quantityText(shows string) string {
	switch shows {
	case setup.PlaneShowsBest:
		return words.T("best loss − least")
	case setup.PlaneShowsSteps:
		return words.T("steps to arrive")
	}
	return words.T("final loss − least")
}

// notArrived stands, among runs without a number, for all that have neither arrived nor broken off.
const notArrived = sweep.Slow

// numberless is what a run counts as that has no number to show.
func numberless(o sweep.Outcome) sweep.Kind {
	switch o.Kind {
	case sweep.Pending, sweep.Diverged, sweep.Undefined, sweep.Stopped:
		return o.Kind
	}
	return notArrived
}

// numberlessText tells which part of the runs has an end without a number.
func numberlessText(end sweep.Kind, part string) string {
	if end == notArrived {
		return words.T("not arrived %s", part)
	}
	return words.Outcome(end) + " " + part
}
