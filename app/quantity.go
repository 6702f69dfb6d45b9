package main

import (
	"fmt"
	"image/color"
	"math"

	"descentlab/optim/sweep"
	"descentlab/widgets"
	"descentlab/widgets/plot"
)

// planeColours are what the colours of a plane may tell, as the document names them; "end" stands for the empty name.
var planeColours = []widgets.PickerItem{
	{Key: "end", Title: "where it ends", Note: "the minimum that the run ends in; paler: it takes longer"},
	{Key: "loss", Title: "final loss", Note: "how far above the least loss the run ends, by its logarithm"},
	{Key: "best", Title: "best loss", Note: "how far above the least loss it ever comes, by its logarithm"},
	{Key: "steps", Title: "steps to arrive", Note: "until it is at a minimum for good, by their logarithm"},
}

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

// quantities are a sheet's cells coloured like heights, and what the darkest and the lightest colour stand for. What has no
// number keeps the colour of its end.
func (p outcomePainter) quantities(s *sweep.Sheet, view plot.Rect, shows string, least float64) (cells *plot.Cells, legend string) {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, o := range s.Made() {
		if v, ok := quantityOf(shows, o, least); ok {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	cells = cellsOf(s, view, func(o sweep.Outcome) color.RGBA {
		if v, ok := quantityOf(shows, o, least); ok {
			return p.palette.Height((v - lo) / max(hi-lo, 1e-12))
		}
		c := p.color(o)
		if shows == "steps" && c.A > 0 && c != p.palette.Lost {
			c = p.palette.Slow
		}
		return c
	})
	if lo > hi {
		return cells, "no run has a number to show"
	}
	what := map[string]string{"loss": "loss − least at the end", "best": "best loss − least", "steps": "steps to arrive"}[shows]
	return cells, fmt.Sprintf("%s: dark %s, light %s", what, short(math.Pow(10, lo)), short(math.Pow(10, hi)))
}
