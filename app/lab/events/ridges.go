package events

import (
	"context"
	"math"
	"slices"

	"descentlab/app/lab"
	"descentlab/surfaces"
)

// ridges are the separatrices of a race's surface: for who descends (false) the curves that lead up from its saddles, for who
// climbs (true) those that lead down.
type ridges map[bool][]ridge

// A ridge is the curve through a saddle that parts what lies on its two sides.
type ridge struct {
	saddle *lab.Place
	parts  []part
}

// A part is a piece of a ridge, with the window around it.
type part struct {
	path []surfaces.Point
	box  surfaces.Rect
}

// trace adds the ridges that the racers of a race may cross. The error is the context's.
func (g ridges) trace(ctx context.Context, r lab.Run) error {
	places := placesOf(r)
	for _, run := range r.Tape.Runs {
		climbs := run.Spec.Climbs()
		if _, traced := g[climbs]; traced {
			continue
		}
		list := make([]ridge, len(places))
		err := each(ctx, len(places), func(i int) {
			// A saddle outside of where places were looked for has no curve to be crossed: that of an error.
			pair, err := lab.Curves(ctx, r.Field.Probe, *places[i], !climbs, r.Field.Region, r.Field.Places)
			if err == nil {
				list[i] = newRidge(places[i], pair)
			}
		})
		if err != nil {
			return err
		}
		g[climbs] = list
	}
	return nil
}

// newRidge is that of a saddle whose two branches begin there.
func newRidge(saddle *lab.Place, branches [2]surfaces.Branch) ridge {
	path := slices.Clone(branches[0].Path)
	slices.Reverse(path)
	if next := branches[1].Path; len(next) > 0 {
		path = append(path, next[min(1, len(next)):]...)
	}
	const longest = 32 // points of a part: as many as make the search short
	g := ridge{saddle: saddle}
	for from := 0; from+1 < len(path); from += longest {
		piece := path[from:min(from+longest+1, len(path))]
		g.parts = append(g.parts, part{piece, around(piece)})
	}
	return g
}

// around is the window of some points.
func around(path []surfaces.Point) surfaces.Rect {
	box := surfaces.Rect{X0: math.Inf(1), X1: math.Inf(-1), Y0: math.Inf(1), Y1: math.Inf(-1)}
	for _, p := range path {
		box.X0, box.X1 = min(box.X0, p.X), max(box.X1, p.X)
		box.Y0, box.Y1 = min(box.Y0, p.Y), max(box.Y1, p.Y)
	}
	return box
}

// crosses tells whether a straight step leads to the other side of the ridge. One that begins or ends on it does not.
func (g *ridge) crosses(a, b surfaces.Point) bool {
	box, odd := around([]surfaces.Point{a, b}), false
	for _, p := range g.parts {
		if p.box.X0 > box.X1 || p.box.X1 < box.X0 || p.box.Y0 > box.Y1 || p.box.Y1 < box.Y0 {
			continue
		}
		for k := 1; k < len(p.path); k++ {
			c, d := p.path[k-1], p.path[k]
			if (side(a, b, c) > 0) != (side(a, b, d) > 0) && across(side(c, d, a), side(c, d, b)) {
				odd = !odd // across and back is no crossing
			}
		}
	}
	return odd
}

// side is positive if a point lies to the left of the way from a to b, negative to the right, and 0 on its line.
func side(a, b, p surfaces.Point) float64 {
	return (b.X-a.X)*(p.Y-a.Y) - (b.Y-a.Y)*(p.X-a.X)
}

// across tells whether two sides are one on either hand.
func across(a, b float64) bool { return a < 0 && b > 0 || a > 0 && b < 0 }

// A crossing is that of a saddle's ridge by the step after a row.
type crossing struct {
	row    int
	saddle *lab.Place
}

// crossings are all of a run, in order.
func (t *track) crossings(among []ridge) (list []crossing) {
	for k := 0; k+1 < len(t.at); k++ {
		for i := range among {
			if among[i].crosses(t.at[k], t.at[k+1]) {
				list = append(list, crossing{k, among[i].saddle})
			}
		}
	}
	return list
}
