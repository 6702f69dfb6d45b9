package lab

import (
	"slices"

	"descentlab/surfaces"
)

// invert turns the ground upside down, for who climbs. The minima on the border of a box are no maxima.
func (g *ground) invert() {
	g.probe, g.upside = g.probe.Inverted(), g.places
	g.places = slices.Clone(g.places)
	for i := range g.places {
		g.places[i].Critical = g.places[i].Inverted()
	}
	g.places = slices.DeleteFunc(g.places, func(p Place) bool { return p.Border })
}

// upright says of the surface as it is what has been found with the ground upside down.
func (g *ground) upright(w Whereabouts) Whereabouts {
	if g.upside == nil {
		return w
	}
	w.Up, w.Ground = true, surfaces.Critical{Kind: w.Ground}.Inverted().Kind
	if w.Place != nil {
		w.Place = &g.upside[slices.IndexFunc(g.upside, func(p Place) bool { return p.Name == w.Place.Name })]
	}
	if w.Kind == Heading && (w.Line || w.Ground == surfaces.Maximum) {
		w.Kind = Climbing
	}
	return w
}
