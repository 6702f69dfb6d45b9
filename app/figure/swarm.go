package figure

import (
	"fmt"

	"descentlab/app/lab"
	"descentlab/widgets/plot"
)

// SideText names a side of a saddle, and where its way down leads, in the fewest signs: "↑ B".
func SideText(e *lab.Escape, side int) string {
	text := map[string]string{"upwards": "↑", "downwards": "↓", "to the left": "←", "to the right": "→"}[e.Direction(side)]
	if to := e.To[side]; to != nil {
		text += " " + to.Name
	}
	return text
}

// Bars are a histogram without its groups.
func Bars(h lab.Histogram, what string, steps int, st plot.Style) plot.Chart {
	title := what + ", step by step"
	if h.Width > 1 {
		title = fmt.Sprintf("%s, in bins of %d steps", what, h.Width)
	}
	return plot.Chart{Title: title, Steps: steps, Style: st, Bars: plot.Bars{Width: h.Width}}
}
