package figure

import (
	"image/color"
	"maps"
	"math"
	"slices"

	"descentlab/app/words"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// quantityOf is the number that the colours show for an outcome, and whether it has one.
func quantityOf(shows string, o sweep.Outcome, least float64) (v float64, ok bool) {
	switch {
	case o.Kind == sweep.Diverged, o.Kind == sweep.Undefined, o.Kind == sweep.Stopped, o.Kind == sweep.Pending:
		return 0, false
	case shows == "steps":
		return math.Log10(max(float64(o.Steps), 1)), o.Kind == sweep.Arrived
	case shows == "best":
		v = o.Best
	default:
		v = o.Loss
	}
	v = math.Log10(max(v-least, 1e-16))
	return v, !math.IsNaN(v) && !math.IsInf(v, 0)
}

// Quantities are a sheet's cells coloured like heights, with their legend. What has no number keeps the colour of its end.
func (p outcomePainter) Quantities(s *sweep.Sheet, view plot.Rect, shows string, least float64) (*plot.Cells, []plot.LegendEntry) {
	lo, hi := math.Inf(1), math.Inf(-1)
	without := map[string]int{}
	for _, o := range s.Made() {
		if v, ok := quantityOf(shows, o, least); ok {
			lo, hi = min(lo, v), max(hi, v)
		} else if o.Kind != sweep.Pending {
			without[numberless(o)]++
		}
	}
	cells := cellsOf(s, view, func(o sweep.Outcome) color.RGBA {
		if v, ok := quantityOf(shows, o, least); ok {
			return p.palette.Height((v - lo) / max(hi-lo, 1e-12))
		}
		return p.ofNumberless(numberless(o))
	})
	var legend []plot.LegendEntry
	if lo <= hi {
		ramp := make([]color.RGBA, 9)
		for k := range ramp {
			ramp[k] = p.palette.Height(float64(k) / float64(len(ramp)-1))
		}
		what := map[string]string{"loss": "final loss − least", "best": "best loss − least", "steps": "steps to arrive"}[shows]
		legend = []plot.LegendEntry{{Text: what}, {Colors: ramp, From: words.Brief(lo), Text: words.Brief(hi)}}
	}
	for _, end := range slices.Sorted(maps.Keys(without)) {
		part := float64(without[end]) / float64(len(s.Made()))
		legend = append(legend, plot.LegendEntry{Colors: []color.RGBA{p.ofNumberless(end)}, Text: end + " " + words.Percent(part)})
	}
	return cells, legend
}

// numberless says what has become of a run that has no number to show.
func numberless(o sweep.Outcome) string {
	switch o.Kind {
	case sweep.Pending, sweep.Diverged, sweep.Undefined, sweep.Stopped:
		return o.Kind.String()
	}
	return "not arrived"
}

// ofNumberless is the colour of what numberless says.
func (p outcomePainter) ofNumberless(end string) color.RGBA {
	switch end {
	case sweep.Pending.String():
		return color.RGBA{}
	case "not arrived":
		return p.palette.Slow
	case sweep.Undefined.String():
		return p.Color(sweep.Outcome{Kind: sweep.Undefined})
	}
	return p.palette.Lost
}
