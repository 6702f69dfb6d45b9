package plot

// A ChartEvent is the sign of something that happens at a step of a series. Where two would touch, the first one of a chart's
// list stays.
type ChartEvent struct {
	Series, Step int
	Sign         Sign
}

// Sizes of an event's sign on a chart, in units.
const (
	chartEventRadius = 5.5
	chartEventApart  = 13.0
)

// drawEvents draws the signs on their curves. One whose value has no place in the chart is left out.
func (c Chart) drawEvents(s *sketch, look *chartLook, f *frame) {
	var seats []Vec
	apart := chartEventApart * look.scale
events:
	for _, e := range c.Events {
		if e.Series < 0 || e.Series >= len(c.Series) {
			continue
		}
		series := c.Series[e.Series]
		at, ok := f.along(series, float64(e.Step))
		if !ok || !at.Finite() {
			continue
		}
		for _, o := range seats {
			if o.Sub(at).Len() < apart {
				continue events
			}
		}
		seats = append(seats, at)
		s.disc(e.Sign, at, chartEventRadius*look.scale, look.scale, series.Color, look.ground, series.Color)
	}
}
