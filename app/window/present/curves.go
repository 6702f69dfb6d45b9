package present

import (
	"context"

	"fyne.io/fyne/v2"

	"descentlab/app/figure/progress"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/widgets/graphic"
)

// Curves are the losses over the steps.
type curves struct {
	show  *Show
	of    progress.Curves
	alone int
	chart *graphic.Chart
}

func newCurves(s *Show) *curves {
	c := &curves{show: s, chart: graphic.NewChart(), alone: -2}
	c.chart.OnSeek = func(t float64) { s.of.Lab.Seek(t) }
	c.chart.OnHover = func(float64, bool) { s.hints.wake() }
	return c
}

func (c *curves) object() fyne.CanvasObject { return c.chart }

func (c *curves) update(change lab.Change) {
	s := c.show.state
	c.chart.Zoom = c.show.zoom()
	alone := s.View.Alone()
	if change&(lab.DocChanged|lab.TapeChanged|lab.FieldChanged) != 0 || alone != c.alone {
		c.alone = alone
		if s.Tape != nil {
			c.of, _ = progress.Of(context.Background(), s, setup.ChartLoss) // nothing ends it early
		}
		c.chart.SetChart(c.of.Chart(s, c.show.style(), nil))
	}
	c.chart.SetCursor(s.Head)
}
