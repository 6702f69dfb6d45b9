package figure

import (
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// SideText names a side of a saddle, and where its way down leads, in the fewest signs: "↑ B".
func SideText(e *lab.Escape, side int) string {
	text := e.Direction(side).Arrow()
	if to := e.To[side]; to != nil {
		text += " " + to.Name
	}
	return text
}

// Bars are a histogram without its groups.
func Bars(h lab.Histogram, what string, steps int, st plot.Style) plot.Chart {
	title := words.T("%s, step by step", what)
	if h.Width > 1 {
		title = words.T("%s, in bins of %d steps", what, h.Width)
	}
	return plot.Chart{Title: title, Steps: steps, Style: st, Bars: plot.Bars{Width: h.Width}}
}
