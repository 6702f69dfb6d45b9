package main

import (
	"context"
	"fmt"
	"math"
	"slices"

	"descentlab/app/lab"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// Sizes of what is drawn of the selected place, in units.
const (
	eigenLength = 44    // of the eigenvector of the greater eigenvalue, to either side
	eigenPart   = 0.075 // of the map, at most
	arrowLength = 8     // of the heads: the way that a descent goes
	eigenWidth  = 2.8
	wayWidth    = 2
	ridgeWidth  = 1.7
)

// A selection is the critical point that was clicked. It explains itself: by curves on the maps, and in words beside
// them. It holds on to its place while the surface changes under it, as far as the place can be told to be the same.
type selection struct {
	ui    *ui
	place *lab.Place // nil: none
	state lab.State

	work   background
	traced *surfaces.Separatrix // of a saddle, once known
	curves []plot.Curve         // of traced
	dark   bool                 // they were made for the dark theme
}

func newSelection(u *ui) *selection { return &selection{ui: u, work: background{post: u.post}} }

// pick selects a place by its name; the empty name selects none.
func (s *selection) pick(name string) {
	if s.place != nil && s.place.Name == name || s.place == nil && name == "" {
		return
	}
	s.drop()
	s.place = placeNamed(s.state.Field, name)
	s.trace()
	s.show()
}

// name is that of the selected place; empty if there is none.
func (s *selection) name() string {
	if s.place == nil {
		return ""
	}
	return s.place.Name
}

// drop forgets the place.
func (s *selection) drop() {
	s.work.stop()
	s.place, s.traced, s.curves = nil, nil, nil
}

// show tells everyone who shows the selection.
func (s *selection) show() {
	s.ui.maps.draw()
	s.ui.maps.setCaption()
	s.ui.pointer.draw()
	s.ui.charts.points.show()
}

// update finds the place again after a change of the surface: the nearest one of its kind, not far from where it was.
func (s *selection) update(state lab.State, c lab.Change) {
	before := s.state.Field
	s.state = state
	if c&(lab.FieldChanged|lab.DocChanged) == 0 || s.place == nil || !found(state.Field) {
		return
	}
	if before != state.Field {
		moved := again(*s.place, state.Field.Places, state.Doc.Home)
		if moved == nil || moved.At != s.place.At || before.Probe != state.Field.Probe {
			s.traced, s.curves = nil, nil
		}
		s.place = moved
		if s.place == nil {
			s.drop()
			return
		}
	}
	s.trace()
	if s.dark != s.ui.palette().Dark {
		s.curves = s.curvesOf()
	}
}

// found tells whether the places of a field are known, or taken along from a surface that a slider has changed.
func found(f *lab.Field) bool { return f != nil && (f.Known || len(f.Places) > 0) }

// again is the place among others that a former one is now; nil if there is none.
func again(p lab.Place, among []lab.Place, home surfaces.Rect) *lab.Place {
	var nearest *lab.Place
	reach := math.Hypot(home.X1-home.X0, home.Y1-home.Y0) / 12
	for i, q := range among {
		if d := math.Hypot(q.At.X-p.At.X, q.At.Y-p.At.Y); q.Kind == p.Kind && d < reach {
			nearest, reach = &among[i], d
		}
	}
	return nearest
}

// trace follows the curves through a selected saddle, in the background.
func (s *selection) trace() {
	f := s.state.Field
	if s.place == nil || s.place.Kind != surfaces.Saddle || !found(f) {
		return
	}
	place, region := *s.place, f.Region
	s.work.ask(fmt.Sprintf("%p %v %v %t", f.Probe, place.At, region, f.Known), func(ctx context.Context, say func(func())) {
		traced, err := lab.Separate(ctx, f.Probe, place, region, f.Places)
		if err != nil {
			return // cancelled: the place is a saddle in the region
		}
		say(func() {
			s.traced = &traced
			s.curves = s.curvesOf()
			s.show()
		})
	})
}

// curvesOf are the ridge, dashed, and the ways down of the saddle.
func (s *selection) curvesOf() []plot.Curve {
	s.dark = s.ui.palette().Dark
	if s.traced == nil {
		return nil
	}
	var list []plot.Curve
	for _, b := range s.traced.Ridge {
		list = append(list, plot.Curve{Clear: true, Pts: points(b.Path), Color: s.ui.palette().Text, Width: ridgeWidth, Dashed: true})
	}
	for _, b := range s.traced.Ways {
		list = append(list, plot.Curve{Clear: true, Pts: points(b.Path), Color: s.ui.palette().Text, Width: wayWidth})
	}
	return list
}

func points(path []surfaces.Point) []plot.Point {
	list := make([]plot.Point, len(path))
	for i, p := range path {
		list[i] = plot.Point(p)
	}
	return list
}

// drawn are the curves of the selection on a map on which a unit is so long: what was traced, and the eigenvectors to scale
// of the eigenvalues. Of another surface than the one shown there are none.
func (s *selection) drawn(field *lab.Field, unit float64, view surfaces.Rect) []plot.Curve {
	if s.place == nil || placeNamed(field, s.place.Name) == nil {
		return nil
	}
	list := slices.Clone(s.curves)
	longest := min(eigenLength*unit, eigenPart*min(view.X1-view.X0, view.Y1-view.Y0))
	largest := max(math.Abs(s.place.L1), math.Abs(s.place.L2))
	for _, e := range []struct {
		value  float64
		vector surfaces.Point
	}{{s.place.L1, s.place.V1}, {s.place.L2, s.place.V2}} {
		for _, side := range []float64{-1, 1} {
			r := longest * math.Abs(e.value) / largest
			arrow := arrow(s.place.At, surfaces.Point{X: side * e.vector.X, Y: side * e.vector.Y}, r, min(arrowLength*unit, longest/4), e.value > 0)
			for _, line := range arrow {
				list = append(list, plot.Curve{Clear: true, Pts: line, Width: eigenWidth, Color: s.ui.palette().Text})
			}
		}
	}
	return list
}

// arrow is a line from a place along a unit vector, with a head at its far end: outwards, or inwards if a descent comes in
// along it. One too short for a head has none.
func arrow(at, along surfaces.Point, length, head float64, inwards bool) [][]plot.Point {
	if !(length > 0) {
		return nil
	}
	to := func(r, side float64) plot.Point {
		return plot.Point{X: at.X + r*along.X - side*along.Y, Y: at.Y + r*along.Y + side*along.X}
	}
	line := []plot.Point{to(0, 0), to(length, 0)}
	if length < 2*head {
		return [][]plot.Point{line}
	}
	tip, back := length, length-head
	if inwards {
		tip, back = length-head, length
	}
	return [][]plot.Point{line, {to(back, head*0.7), to(tip, 0), to(back, -head*0.7)}}
}

// race lets the subject racer loose from a ring around the selected place.
func (s *selection) race() {
	if s.place == nil {
		return
	}
	at := s.place.At
	s.ui.edit("", func(e *lab.Experiment) {
		e.Look.Panel = "swarm"
		if e.Swarm.From == lab.FromRing && e.Swarm.Around == at {
			return
		}
		e.Swarm.From, e.Swarm.Point, e.Swarm.Around = lab.FromRing, false, at
		e.Swarm.Radius = ringRadius(e.Home)
	})
}

// ringRadius is a round number of about a hundredth of a window's diagonal.
func ringRadius(home surfaces.Rect) float64 {
	r := math.Hypot(home.X1-home.X0, home.Y1-home.Y0) / 100
	unit := math.Pow(10, math.Floor(math.Log10(r)))
	return math.Round(r/unit) * unit
}

// placeNamed is a place of a field by its name; nil if there is none.
func placeNamed(f *lab.Field, name string) *lab.Place {
	if f == nil || name == "" {
		return nil
	}
	for i := range f.Places {
		if f.Places[i].Name == name {
			return &f.Places[i]
		}
	}
	return nil
}
