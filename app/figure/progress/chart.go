package progress

import (
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// Chart is how the curves are drawn, without a cursor. While one racer is looked at the others stand back; curves that are
// hidden (see Toggled) are not drawn.
func (c Curves) Chart(s lab.State, st plot.Style, hidden []string) plot.Chart {
	chart := plot.Chart{Style: st, Title: c.Title, Log: c.Log, Floor: c.Floor, Empty: c.Empty, Steps: s.Doc.Steps}
	if s.Tape == nil {
		return chart
	}
	chart.Steps = s.TapeDoc.Steps
	names, alone := s.TapeDoc.Names(), s.View.Alone()
	for _, one := range c.List {
		series := plot.Series{
			Y: one.Y, X: one.X, Color: st.Palette.Racer(one.Slot), Glyph: plot.RacerGlyph(one.Slot), Name: one.Name(names),
			Aside: alone >= 0 && alone != one.Slot, Hidden: one.Hidden(hidden),
			Between: c.Kind == setup.ChartRate, Dashed: one.Part == axisY || one.Part == limit,
		}
		chart.Series = append(chart.Series, series)
	}
	if c.Kind == setup.ChartEvaluations && len(c.List) > 0 {
		chart.Steps, chart.Head = 1, words.T("%d gradient evaluations")
		for _, one := range c.List {
			chart.Steps = max(chart.Steps, int(one.X[len(one.X)-1]))
		}
	}
	chart.Ends = c.ends(s, chart)
	return chart
}

// Name is what a curve is called, of racers with these names: "Adam", "Adam y", "Adam, limit".
func (c Curve) Name(racers []string) string {
	switch c.Part {
	case axisX, axisY:
		return words.T("%s %s", racers[c.Racer], c.Part)
	case limit:
		return words.T("%s, limit", racers[c.Racer])
	}
	return racers[c.Racer]
}

// Align lets the axes of charts above one another begin and end alike, however wide their labels are.
func Align(font *plot.Font, charts ...*plot.Chart) {
	widest, width := "", 0.0
	for _, c := range charts {
		for _, e := range c.Ends {
			if w := font.Width(e.Text, 12); w > width {
				widest, width = e.Text, w
			}
		}
	}
	for _, c := range charts {
		c.Beside = widest
	}
}
