package surfaces

import (
	"context"
	"slices"

	"descentlab/surfaces/proof"
)

// deepest adds the lowest point of a survey that is too crowded to be proven, if it has been missed: in place of the highest of
// those listed. It tells as well what kind the flat ones are.
func (p *Probe) deepest(ctx context.Context, f proof.Formula, v Survey, evaluations int) Survey {
	if f == nil {
		return v
	}
	m := &merging{search: newSearch(p.eval, v.View), probe: p, over: f, points: slices.Clone(v.Points),
		left: evaluations / kindShare}
	m.backed = make([]bool, len(m.points))
	m.lowest(ctx, f)
	m.tell(ctx)
	v.Points, v.Found = lowest(m.points), v.Found+len(m.added)
	SortCritical(v.Points, v.View)
	return v
}

// lowest looks for a critical point where the surface is lowest.
func (m *merging) lowest(ctx context.Context, f proof.Formula) {
	at, ok := proof.Lowest(ctx, f, m.view, lowestTry)
	if !ok {
		return
	}
	if z, ok := m.descend(at, leash{first: 2, stride: 1, reach: 4, halving: 8}); ok {
		m.keep(z)
	}
	for _, z := range m.found.distinct() {
		c := m.probe.critical(z)
		if c.Kind != Degenerate && m.listed(proof.Zero{At: c.At}) < 0 && !m.flat(c.At) {
			m.add(c)
		}
	}
}

// flat reports whether a degenerate point that is listed is near.
func (m *merging) flat(at Point) bool {
	return slices.ContainsFunc(m.points, func(c Critical) bool { return c.Kind == Degenerate && m.distance(c.At, at) <= 2e-2 })
}
