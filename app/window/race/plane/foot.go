package plane

import (
	"descentlab/app/figure"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// explain says what is under the pointer, or how far the work is, or else what the colours stand for.
func (p *Pane) explain() {
	var legend []plot.LegendEntry
	if p.job.Stopped() {
		legend = append(legend, plot.LegendEntry{Text: words.T("stopped; any change maps it anew")})
	}
	legend = append(legend, figure.PlaneRemarks(p.state)...)
	_, colours := p.colours.Of(p.plane(), p.state, p.desk.Palette())
	p.foot.Set(p.told(), append(legend, colours...))
}

// told is what is to be said in the place of the legend; "" if nothing is.
func (p *Pane) told() string {
	if p.why != "" {
		return p.why
	}
	if plane := p.plane(); p.cross != nil && plane != nil && plane.Axes == p.axes {
		if text := plane.Told(p.state, *p.cross); text != "" {
			return text
		}
	}
	if err := p.job.Err(); err != nil {
		return words.Sentence(err)
	}
	if done, telling := p.job.Progress(); telling {
		return words.T("mapping … %s (Esc stops)", words.Progress(done.Part, done.Left, done.Sure))
	}
	return ""
}
