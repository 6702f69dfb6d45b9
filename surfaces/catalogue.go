package surfaces

import "slices"

// A Group is the heading under which surfaces are listed.
type Group string

// The groups, in the order in which the catalogue has them, which is also an order to learn in.
const (
	FirstSteps Group = "First steps"
	Valleys    Group = "Bowls and valleys"
	Saddles    Group = "Saddle school"
	Wells      Group = "Several minima"
	ManyWells  Group = "Very many minima"
	Rough      Group = "Flats, cliffs and kinks"
	Edge       Group = "Edge of stability"
	Learning   Group = "Learning problems"
	Chance     Group = "Left to chance"
)

// catalogue holds the built-in surfaces, group after group.
var catalogue = slices.Concat(
	listed(FirstSteps, firstSteps),
	listed(Valleys, valleys),
	listed(Saddles, saddles),
	listed(Wells, wells),
	listed(ManyWells, manyWells),
	listed(Rough, rough),
	listed(Edge, edge),
	listed(Learning, learning),
	listed(Chance, chance),
)

func listed(g Group, entries []Surface) []Surface {
	entries = slices.Clone(entries)
	for i := range entries {
		entries[i].Group = g
	}
	return entries
}

// Catalogue returns the built-in surfaces in their fixed order, those of a group
// together. The slice is the caller's.
func Catalogue() []Surface {
	all := make([]Surface, len(catalogue))
	for i, s := range catalogue {
		all[i] = s.clone()
	}
	return all
}
