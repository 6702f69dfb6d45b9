package figure

import (
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/widgets/plot"
)

// PlaneColours are those of a plane and their legend, made once for each plane, choice of what they tell, and theme. The zero
// value is ready.
type PlaneColours struct {
	plane   *Plane
	shows   string
	colours string // of the palette
	cells   *plot.Cells
	legend  []plot.LegendEntry
}

// Of are those of a plane, which may be nil.
func (c *PlaneColours) Of(plane *Plane, s lab.State, p *plot.Palette) (*plot.Cells, []plot.LegendEntry) {
	shows := s.Doc.Look.PlaneShows
	switch {
	case plane == nil:
		*c = PlaneColours{}
	case plane != c.plane || shows != c.shows || p.Key() != c.colours:
		*c = PlaneColours{plane: plane, shows: shows, colours: p.Key()}
		c.cells, c.legend = paintPlane(plane, s, p)
	}
	return c.cells, c.legend
}

func paintPlane(plane *Plane, s lab.State, p *plot.Palette) (*plot.Cells, []plot.LegendEntry) {
	paint := NewPainter(p, plane.Places, s.Doc.Steps)
	view, _, _ := PlaneView(plane.Axes[0], plane.Axes[1])
	if s.Doc.Look.PlaneShows == setup.PlaneShowsEnds {
		return paint.Cells(plane.Sheet, view), paint.Legend(lab.Shares(plane.Sheet, plane.Places))
	}
	least, _ := lab.Best(s.Tape, plane.Places)
	return paint.Quantities(plane.Sheet, view, s.Doc.Look.PlaneShows, least)
}
