package figure

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// An outcomePainter turns outcomes of runs into colours: a hue for each minimum, paler where runs take longer, and quiet
// colours for what comes to none.
type outcomePainter struct {
	palette *plot.Palette
	hue     []int // of each place: of which of the colours a minimum is; -1 for other places
	steps   int
	basins  [][paleness]color.RGBA // of each hue, from full to pale; what has not been asked for yet has no opacity
}

// paleness is how many shades there are from full to pale.
const paleness = 256

// NewPainter colours runs of so many steps that may end at these places.
func NewPainter(p *plot.Palette, places []lab.Place, steps int) outcomePainter {
	colours := len(p.Basins)
	return outcomePainter{
		palette: p, hue: huesOf(places, colours), steps: steps, basins: make([][paleness]color.RGBA, colours),
	}
}

// huesOf are the colours, of so many, of minima in their order, and -1 for other places. When each colour has been given once,
// a further minimum takes the one whose minima are the farthest away, so that neighbours differ.
func huesOf(places []lab.Place, colours int) []int {
	hues, given := make([]int, len(places)), 0
	for i, p := range places {
		if hues[i] = -1; p.Kind != surfaces.Minimum {
			continue
		}
		if hues[i] = given; given >= colours {
			hues[i] = farthestHue(places[:i], hues[:i], p.At, colours)
		}
		given++
	}
	return hues
}

// farthestHue is the colour whose nearest minimum among those that have one is the farthest from a point.
func farthestHue(places []lab.Place, hues []int, at plot.Point, colours int) (hue int) {
	nearest := make([]float64, colours)
	for h := range nearest {
		nearest[h] = math.Inf(1)
	}
	for i, h := range hues {
		if h >= 0 {
			nearest[h] = min(nearest[h], places[i].At.Distance(at))
		}
	}
	for h, d := range nearest {
		if d > nearest[hue] {
			hue = h
		}
	}
	return hue
}

// ColoursRepeat tells whether there are more minima than colours for them.
func ColoursRepeat(p *plot.Palette, places []lab.Place) bool {
	minima := 0
	for _, place := range places {
		if place.Kind == surfaces.Minimum {
			minima++
		}
	}
	return minima > len(p.Basins)
}

// basin is the colour of a run that took so many steps to a minimum.
func (p outcomePainter) basin(hue int, steps int32) color.RGBA {
	k := int((paleness - 1) * math.Log1p(float64(steps)) / math.Log1p(float64(p.steps)))
	shade := &p.basins[hue][min(max(k, 0), paleness-1)]
	if shade.A == 0 {
		*shade = p.palette.Basin(hue, float64(k)/(paleness-1))
	}
	return *shade
}

// Color is that of one outcome; a run that is still to be made has none.
func (p outcomePainter) Color(o sweep.Outcome) color.RGBA {
	c := p.palette
	switch o.Kind {
	case sweep.Pending:
		return color.RGBA{}
	case sweep.Arrived:
		if hue := p.hue[o.Target]; hue >= 0 {
			return p.basin(hue, o.Steps)
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
	return plot.Mix(c.Lost, c.Panel, 0.55) // of the domain
}

// Cells is a sheet as a picture over a window.
func (p outcomePainter) Cells(s *sweep.Sheet, view plot.Rect) *plot.Cells {
	return cellsOf(s, view, p.Color)
}

// cellsOf is a sheet in some colours as a picture over a window.
func cellsOf(s *sweep.Sheet, view plot.Rect, paint func(sweep.Outcome) color.RGBA) *plot.Cells {
	cells := newCells(s, s.Stride, view)
	for k := range cells.Colors {
		cells.Colors[k] = paint(s.At(k%cells.W*s.Stride, k/cells.W*s.Stride))
	}
	return cells
}

// newCells has a cell for every n-th column and row of a sheet over a window; the last ones may reach beyond it.
func newCells(s *sweep.Sheet, n int, view plot.Rect) *plot.Cells {
	cells := &plot.Cells{W: (s.W + n - 1) / n, H: (s.H + n - 1) / n, View: view}
	if n > 1 {
		cells.View.X1 = view.X0 + (view.X1-view.X0)*float64(cells.W*n)/float64(s.W)
		cells.View.Y0 = view.Y1 - (view.Y1-view.Y0)*float64(cells.H*n)/float64(s.H)
	}
	cells.Colors = make([]color.RGBA, cells.W*cells.H)
	return cells
}

// Difference shows where two sheets of equal size end otherwise: the second one's colours there, and hardly any where
// they agree. It tells from which part of the starts they do not.
func (p outcomePainter) Difference(a, b *sweep.Sheet, view plot.Rect) (cells *plot.Cells, part float64) {
	n, differ := max(a.Stride, b.Stride), 0
	cells = newCells(a, n, view)
	same := plot.Mix(p.palette.Ground, p.palette.Muted, 0.12)
	for k := range cells.Colors {
		i, j := k%cells.W*n, k/cells.W*n
		x, y := a.At(i, j), b.At(i, j)
		if x.Kind == y.Kind && x.Target == y.Target {
			cells.Colors[k] = same
			continue
		}
		cells.Colors[k] = p.Color(y)
		differ++
	}
	return cells, float64(differ) / float64(len(cells.Colors))
}

// fewEnds is a part of a map that a legend names last.
const fewEnds = 0.005

// Legend says what a map's colours stand for, and how much of it has them: "A 42 %", "B 30 %", "still moving 25 %",
// "boundary 3 %". A narrow legend cuts off what comes last, so what is little of the map does; before it come the places in
// their order, and of what comes to no place the most frequent ends.
func (p outcomePainter) Legend(shares []lab.Share, boundary float64) []plot.LegendEntry {
	rank := func(s lab.Share) int {
		switch {
		case s.Part < fewEnds && s.Place == nil:
			return 3
		case s.Part < fewEnds:
			return 2
		case s.Place == nil:
			return 1
		}
		return 0
	}
	shares = slices.Clone(shares)
	slices.SortStableFunc(shares, func(a, b lab.Share) int {
		if order := rank(a) - rank(b); order != 0 || a.Place != nil {
			return order
		}
		return cmp.Compare(b.Part, a.Part)
	})
	few := slices.IndexFunc(shares, func(s lab.Share) bool { return s.Part < fewEnds })
	if few < 0 {
		few = len(shares)
	}
	var list []plot.LegendEntry
	for _, s := range shares {
		list = append(list, p.entry(s))
	}
	return slices.Insert(list, few, plot.LegendEntry{Text: words.T("boundary %s", words.Percent(boundary))})
}

// entry names the runs of one end.
func (p outcomePainter) entry(s lab.Share) plot.LegendEntry {
	o, name := sweep.Outcome{Kind: s.Kind}, s.Label()
	if s.Place != nil {
		o.Target, o.Steps, name = int32(s.Index), int32(s.Steps), s.Place.Name
	}
	return plot.LegendEntry{Colors: []color.RGBA{p.Color(o)}, Text: name + " " + s.Said}
}
