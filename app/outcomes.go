package main

import (
	"fmt"
	"image/color"
	"math"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// An outcomePainter turns outcomes of runs into colours: a hue for each minimum, paler where runs take longer, and quiet
// colours for what comes to none.
type outcomePainter struct {
	palette *plot.Palette
	hue     []int // of each place: the index of a minimum among minima; -1 for other places
	steps   int
}

func newOutcomePainter(p *plot.Palette, places []lab.Place, steps int) outcomePainter {
	o := outcomePainter{palette: p, hue: make([]int, len(places)), steps: steps}
	minima := 0
	for i, place := range places {
		o.hue[i] = -1
		if place.Kind == surfaces.Minimum {
			o.hue[i] = minima
			minima++
		}
	}
	return o
}

// color is that of one outcome; a run that is still to be made has none.
func (p outcomePainter) color(o sweep.Outcome) color.RGBA {
	c := p.palette
	switch o.Kind {
	case sweep.Pending:
		return color.RGBA{}
	case sweep.Arrived:
		if hue := p.hue[o.Target]; hue >= 0 {
			return c.Basin(hue, math.Log1p(float64(o.Steps))/math.Log1p(float64(p.steps)))
		}
		return c.Text
	case sweep.Settled:
		return plot.Mix(c.Slow, c.Accent, 0.3)
	case sweep.Slow:
		return c.Slow
	case sweep.Oscillating:
		return c.Restless
	case sweep.Left:
		return c.Away
	case sweep.Diverged, sweep.Stopped:
		return c.Lost
	}
	return c.Panel
}

// cells is a sheet as a picture over a window.
func (p outcomePainter) cells(s *sweep.Sheet, view plot.Rect) *plot.Cells {
	cells := &plot.Cells{W: s.W, H: s.H, View: view, Colors: make([]color.RGBA, s.W*s.H)}
	for j := range s.H {
		for i := range s.W {
			cells.Colors[j*s.W+i] = p.color(s.At(i, j))
		}
	}
	return cells
}

// difference shows where two sheets of equal size end otherwise: the second one's colours there, and hardly any where
// they agree. It tells from which part of the starts they do not.
func (p outcomePainter) difference(a, b *sweep.Sheet, view plot.Rect) (cells *plot.Cells, part float64) {
	differ := 0
	cells = &plot.Cells{W: a.W, H: a.H, View: view, Colors: make([]color.RGBA, a.W*a.H)}
	for j := range a.H {
		for i := range a.W {
			x, y := a.At(i, j), b.At(i, j)
			c := p.color(y)
			switch {
			case x.Kind == sweep.Pending || y.Kind == sweep.Pending:
				c = color.RGBA{}
			case x.Kind == y.Kind && x.Target == y.Target:
				c = plot.Mix(p.palette.Ground, p.palette.Muted, 0.12)
			default:
				differ++
			}
			cells.Colors[j*a.W+i] = c
		}
	}
	return cells, float64(differ) / float64(max(a.W*a.H, 1))
}

// shareParts sum a map up: "A 42 %", "B 30 %", "still descending 8 %", "boundary 3 %".
func shareParts(shares []lab.Share, boundary float64) []string {
	var parts []string
	for _, s := range shares {
		name := s.Label
		if s.Place != nil {
			name = s.Place.Name
		}
		parts = append(parts, name+" "+percent(s.Part))
	}
	return append(parts, "boundary "+percent(boundary))
}

// joinFitting joins as many of the parts as there is room for.
func joinFitting(parts []string, room, size float32) string {
	text := ""
	for i, part := range parts {
		longer := part
		if i > 0 {
			longer = text + " · " + part
		}
		if fyne.MeasureText(longer, size, fyne.TextStyle{}).Width > room {
			break
		}
		text = longer
	}
	return text
}

// percent is a part of a whole, with a digit after the point below 10 %.
func percent(part float64) string {
	if v := 100 * part; v < 10 && v > 0 {
		return fmt.Sprintf("%.1f %%", v)
	}
	return fmt.Sprintf("%.0f %%", 100*part)
}
