package window

import (
	"fmt"
	"image/color"
	"slices"
	"strings"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim/sweep"
	"descentlab/widgets/plot"
)

// show draws the picture that is chosen, and tells in words how the runs end.
func (p *swarmPane) show() {
	shows := p.state.Doc.Look.SwarmShows
	p.picture.SetShown(slices.Index(lab.SwarmPictures, lab.SwarmShowsEscapes), shows == lab.SwarmShowsEscapes || p.run != nil && p.run.Escape != nil)
	st := p.ui.style()
	chart, text := plot.Chart{Style: st, Steps: p.state.Doc.Steps, Empty: p.waiting()}, ""
	switch {
	case chart.Empty != "":
	case shows == lab.SwarmShowsArrivals:
		chart, text = p.arrivals(st), p.arrivalsText()
	case shows == lab.SwarmShowsEscapes:
		chart, text = p.escapes(st), p.escapesText()
	default:
		chart, text = p.losses(st), p.sharesText()
	}
	if p.run != nil && p.work.told != "" {
		text = fmt.Sprintf("running … %s (Esc stops)", p.work.told)
	}
	p.chart.SetChart(chart)
	p.ends.Set(text)
	p.ui.panel.settle()
}

// waiting says why there is no picture, or not yet; "" if there is one.
func (p *swarmPane) waiting() string {
	switch {
	case p.state.Doc.Subject() < 0:
		return "Add an optimizer: a swarm is many runs of one."
	case p.unpainted() && p.state.View.Tool == lab.ToolPaint:
		return "Nothing is painted yet: drag over the map."
	case p.unpainted():
		return "Nothing is painted yet: Paint, and drag over the map."
	case p.run != nil:
		return ""
	case p.work.stopped:
		return "Stopped. The next change runs it again."
	case p.work.told != "":
		return fmt.Sprintf("Running … %s (Esc stops)", p.work.told)
	}
	return "Running …"
}

// unpainted tells whether the runs are to begin where is painted, and nothing is.
func (p *swarmPane) unpainted() bool {
	doc := p.state.Doc
	return doc.Swarm.From == lab.FromPainted && (p.none != nil || p.run == nil && len(doc.Painted) == 0)
}

// losses are the bands of the losses.
func (p *swarmPane) losses(st plot.Style) plot.Chart {
	least, _ := lab.Best(p.state.Tape, p.state.Field.Places)
	chart := plot.Chart{Title: "loss − best: median, mean, 10 %, 90 % (log)", Log: true, Style: st, Steps: p.run.Steps, Floor: figure.Resolution(least)}
	hue := st.Palette.Racer(p.racer)
	pale := plot.Mix(hue, st.Palette.Panel, 0.45)
	for _, line := range []struct {
		name string
		ink  color.RGBA
		of   func(sweep.Band) float64
	}{
		{"90 %", pale, func(b sweep.Band) float64 { return b.High }},
		{"10 %", pale, func(b sweep.Band) float64 { return b.Low }},
		{"mean", pale, func(b sweep.Band) float64 { return b.Mean }},
		{"median", hue, func(b sweep.Band) float64 { return b.Median }},
	} {
		y := make([]float64, p.run.Steps+1)
		for t := range y {
			y[t] = line.of(p.bands[min(t/p.run.Every, len(p.bands)-1)]) - least
		}
		chart.Series = append(chart.Series, plot.Series{Y: y, Color: line.ink, Glyph: plot.RacerGlyph(p.racer), Name: line.name})
	}
	return chart
}

// arrivals count when the runs come to where they end.
func (p *swarmPane) arrivals(st plot.Style) plot.Chart {
	h := p.run.Arrivals()
	chart := figure.Bars(h, "arrivals", p.run.Steps, st)
	chart.Empty = "No run has arrived at a minimum."
	for _, g := range h.Groups {
		chart.Bars.Groups = append(chart.Bars.Groups, plot.BarGroup{
			Name: words.Place(g.Place.Kind, g.Place.Name, false), Short: g.Place.Name + " " + words.Percent(float64(g.Size())/float64(p.run.Runs)), Color: p.placeColor(st.Palette, g.Place), Counts: g.Counts,
		})
	}
	return chart
}

// escapes count when the runs leave the saddle at which they begin, and to which side.
func (p *swarmPane) escapes(st plot.Style) plot.Chart {
	h := p.run.Escapes()
	chart := figure.Bars(h, "escapes", p.run.Steps, st)
	chart.Empty = "The runs do not begin near a saddle."
	if p.run.Escape == nil {
		return chart
	}
	chart.Empty = "No run has left the saddle."
	for side, g := range h.Groups {
		hue := p.placeColor(st.Palette, g.Place)
		if side > 0 && hue == chart.Bars.Groups[0].Color { // both ways lead to one place, or nobody knows where
			hue = plot.Mix(hue, st.Palette.Panel, 0.5)
		}
		chart.Bars.Groups = append(chart.Bars.Groups, plot.BarGroup{Name: g.Label(), Short: figure.SideText(p.run.Escape, side), Color: hue, Counts: g.Counts})
	}
	return chart
}

// placeColor is that of a place on the maps of basins; a quiet one if it is not known.
func (p *swarmPane) placeColor(palette *plot.Palette, place *lab.Place) color.RGBA {
	paint := figure.NewPainter(palette, p.places, p.run.Steps)
	for i := range p.places {
		if place != nil && p.places[i].Name == place.Name {
			return paint.Color(sweep.Outcome{Kind: sweep.Arrived, Target: int32(i)})
		}
	}
	return palette.Muted
}

// sharesText tells where the runs end, and how they leave a saddle.
func (p *swarmPane) sharesText() string {
	var parts []string
	for _, s := range p.run.Shares {
		part := s.Label() + " " + words.Percent(s.Part)
		if s.Place != nil {
			part += fmt.Sprintf(" (after %.0f steps)", s.Steps)
		}
		parts = append(parts, part)
	}
	text := strings.Join(parts, " · ")
	if p.run.Escape != nil {
		text += "\n" + p.run.Escape.String()
	}
	return text
}

// arrivalsText tells by when the runs have arrived, and what becomes of those that do not.
func (p *swarmPane) arrivalsText() string {
	h := p.run.Arrivals()
	var parts []string
	for _, g := range h.Groups {
		q := g.Quartiles()
		parts = append(parts, fmt.Sprintf("%s: %s, median step %.0f", g.Label(), words.Runs(g.Size()), q[1]))
	}
	if h.Never > 0 {
		var ends []string
		for _, s := range p.run.Shares {
			if s.Place == nil {
				ends = append(ends, s.Label()+" "+words.Percent(s.Part))
			}
		}
		parts = append(parts, fmt.Sprintf("never: %s (%s)", words.Runs(h.Never), strings.Join(ends, ", ")))
	}
	return strings.Join(parts, " · ")
}

// escapesText tells how the runs leave the saddle, or how to let them begin at one.
func (p *swarmPane) escapesText() string {
	if p.run.Escape == nil {
		return "Escapes are counted where the runs begin near a saddle: click on one, ✕, and choose Race from a ring, or paint over it."
	}
	return p.run.Escape.String()
}
