package reading

import (
	"context"

	"descentlab/app/lab"
	"descentlab/internal/geom"
	"descentlab/surfaces"
)

// Ways tell where the ground leads downhill. The zero value is ready; what saddles lead to is found once for each field, and the
// way last asked for is remembered: while a slider is dragged it is asked for again and again.
type Ways struct {
	field *lab.Field
	probe *surfaces.Probe
	among []surfaces.Critical
	sides map[string][2]*lab.Place
	last  *down
}

// down is the end of a way down.
type down struct {
	from geom.Point
	to   *lab.Place
}

// wayWork is how many evaluations of one example a way down may take: a millisecond, for it is followed while the pointer
// moves.
const wayWork = 100_000

// wayLongest is how many steps it may have.
const wayLongest = 1000

// of takes over a state's field; it tells whether its places are known.
func (w *Ways) of(s lab.State) bool {
	if s.Field != w.field {
		w.field, w.probe, w.among, w.sides, w.last = s.Field, nil, nil, map[string][2]*lab.Place{}, nil
	}
	if !s.Field.Found() {
		return false
	}
	if w.probe == nil {
		w.probe = s.Field.Probe.Fork()
		for _, p := range s.Field.Places {
			w.among = append(w.among, p.Critical)
		}
	}
	return true
}

// Down is the minimum that the way straight down from a point leads to; nil if it leads to none that is listed, or nobody knows.
func (w *Ways) Down(s lab.State, at geom.Point) *lab.Place {
	if !w.of(s) || !s.Field.Region.Contains(at) {
		return nil
	}
	if w.last == nil || w.last.from != at {
		w.last = &down{at, w.follow(s, at)}
	}
	return w.last.to
}

// follow is Down, anew.
func (w *Ways) follow(s lab.State, at geom.Point) *lab.Place {
	steps := min(wayLongest, wayWork/max(w.probe.Examples(), 1))
	b, err := w.probe.Downhill(context.Background(), at, s.Field.Region, w.among, steps)
	if p := lab.Joined(b, s.Field.Places); err == nil && p != nil && p.Kind == surfaces.Minimum {
		return p
	}
	return nil
}

// Sides are what the two ways down from a saddle lead to.
func (w *Ways) Sides(s lab.State, saddle *lab.Place) [2]*lab.Place {
	if !w.of(s) {
		return [2]*lab.Place{}
	}
	if known, ok := w.sides[saddle.Name]; ok {
		return known
	}
	aside := s.Doc.Home.Diagonal() * 1e-3
	var ends [2]*lab.Place
	for i, side := range []float64{-aside, aside} {
		ends[i] = w.Down(s, geom.Point{X: saddle.At.X + side*saddle.V1.X, Y: saddle.At.Y + side*saddle.V1.Y})
	}
	w.sides[saddle.Name] = ends
	return ends
}
