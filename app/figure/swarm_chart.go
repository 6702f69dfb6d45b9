package figure

import (
	"image/color"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// SwarmChart is the picture of a swarm that a state's document chooses, without its cursor, and what it tells in words. Bands
// are those of the swarm's losses.
func SwarmChart(s lab.State, swarm *lab.Swarmed, bands []sweep.Band, st plot.Style) (chart plot.Chart, text string) {
	switch s.Doc.Look.SwarmShows {
	case setup.SwarmShowsArrivals:
		return swarmArrivals(swarm, st), arrivalsText(swarm.SwarmRun)
	case setup.SwarmShowsEscapes:
		return swarmEscapes(swarm, st), escapesText(swarm.SwarmRun)
	}
	best, _ := lab.Best(s.Tape, s.Field.Places)
	return swarmLosses(swarm, bands, best, st), sharesText(swarm.SwarmRun)
}

// swarmLosses are the bands of the losses above the best one.
func swarmLosses(swarm *lab.Swarmed, bands []sweep.Band, best float64, st plot.Style) plot.Chart {
	chart := plot.Chart{Title: words.T("loss of all runs above the lowest"), Log: true, Style: st}
	chart.Steps, chart.Floor = swarm.Steps, Resolution(best)
	hue := st.Palette.Racer(swarm.Slot)
	pale := plot.Mix(hue, st.Palette.Panel, 0.45)
	for _, line := range []struct {
		name  string
		short string
		ink   color.RGBA
		of    func(sweep.Band) float64
	}{
		{words.T("9 of 10 are lower"), words.T("9 of 10"), pale, func(b sweep.Band) float64 { return b.High }},
		{words.T("1 of 10 is lower"), words.T("1 of 10"), pale, func(b sweep.Band) float64 { return b.Low }},
		{words.T("mean"), words.T("mean"), pale, func(b sweep.Band) float64 { return b.Mean }},
		{words.T("half are lower"), words.T("half"), hue, func(b sweep.Band) float64 { return b.Median }},
	} {
		y := make([]float64, swarm.Steps+1)
		for t := range y {
			y[t] = line.of(bands[min(t/swarm.Every, len(bands)-1)]) - best
		}
		series := plot.Series{Y: y, Color: line.ink, Glyph: plot.RacerGlyph(swarm.Slot), Name: line.name}
		chart.Series = append(chart.Series, series)
		chart.Ends = append(chart.Ends, plot.EndLabel{Text: line.name, Short: line.short, At: y[len(y)-1], Color: line.ink})
	}
	return chart
}

// swarmArrivals count when the runs come to where they end, in the colours of the basins.
func swarmArrivals(swarm *lab.Swarmed, st plot.Style) plot.Chart {
	h := swarm.Arrivals()
	chart := swarmBars(h, words.T("arrivals"), swarm.Steps, st)
	chart.Empty = words.T("No run has arrived at a minimum.")
	for _, g := range h.Groups {
		chart.Bars.Groups = append(chart.Bars.Groups, plot.BarGroup{
			Name:  words.Place(g.Place.Kind, g.Place.Name, false),
			Short: g.Place.Name + " " + swarm.Said(g.Place),
			Color: placeColor(swarm, g.Place, st.Palette), Counts: g.Counts,
		})
	}
	return chart
}

// swarmEscapes count when the runs leave the saddle at which they begin, and to which side.
func swarmEscapes(swarm *lab.Swarmed, st plot.Style) plot.Chart {
	h := swarm.Escapes()
	chart := swarmBars(h, words.T("escapes"), swarm.Steps, st)
	if swarm.Escape == nil {
		chart.Empty = words.T("The runs do not begin near a saddle.")
		return chart
	}
	chart.Empty = words.T("No run has left the saddle.")
	for side, g := range h.Groups {
		hue := placeColor(swarm, g.Place, st.Palette)
		if side > 0 && hue == chart.Bars.Groups[0].Color { // both ways lead to one place, or nobody knows where
			hue = plot.Mix(hue, st.Palette.Panel, 0.5)
		}
		group := plot.BarGroup{Name: g.Label(), Short: SideText(swarm.Escape, side), Color: hue, Counts: g.Counts}
		chart.Bars.Groups = append(chart.Bars.Groups, group)
	}
	return chart
}

// swarmBars are a histogram without its groups.
func swarmBars(h lab.Histogram, what string, steps int, st plot.Style) plot.Chart {
	title := words.T("%s, step by step", what)
	if h.Width > 1 {
		title = words.T("%s, in bins of %d steps", what, h.Width)
	}
	return plot.Chart{Title: title, Steps: steps, Style: st, Bars: plot.Bars{Width: h.Width}}
}

// placeColor is that of a place on the maps of basins; a quiet one if it is not known.
func placeColor(swarm *lab.Swarmed, place *lab.Place, palette *plot.Palette) color.RGBA {
	if place != nil {
		paint := NewPainter(palette, swarm.Places, swarm.Steps)
		for i, p := range swarm.Places {
			if p.Name == place.Name {
				return paint.Color(sweep.Outcome{Kind: sweep.Arrived, Target: int32(i)})
			}
		}
	}
	return palette.Muted
}
