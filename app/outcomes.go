package main

import (
	"fmt"
	"image/color"
	"math"

	"descentlab/app/lab"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
	"descentlab/widgets"
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

// legend says what a map's colours stand for, and how much of it has them: "A 42 %", "B 30 %", "boundary 3 %", "still
// descending 28 %".
func (p outcomePainter) legend(shares []lab.Share, boundary float64) []widgets.LegendEntry {
	var list []widgets.LegendEntry
	bounded := false
	for _, s := range shares {
		if s.Place == nil && !bounded {
			list, bounded = append(list, widgets.LegendEntry{Text: "boundary " + percent(boundary)}), true
		}
		name, o := s.Label, sweep.Outcome{Kind: s.Kind, Steps: int32(s.Steps)}
		if s.Place != nil {
			name, o.Target = s.Place.Name, int32(s.Index)
		}
		list = append(list, widgets.LegendEntry{Colors: []color.RGBA{p.color(o)}, Text: name + " " + percent(s.Part)})
	}
	if !bounded {
		list = append(list, widgets.LegendEntry{Text: "boundary " + percent(boundary)})
	}
	return list
}

// percent is a part of a whole, with a digit after the point below 10 %.
func percent(part float64) string {
	if v := 100 * part; v < 10 && v > 0 {
		return fmt.Sprintf("%.1f %%", v)
	}
	return fmt.Sprintf("%.0f %%", 100*part)
}
