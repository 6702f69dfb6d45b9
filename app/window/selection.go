package window

import (
	"context"
	"fmt"
	"math"
	"slices"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
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
	s.place = figure.PlaceNamed(s.state.Field, name)
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
	if c&(lab.FieldChanged|lab.DocChanged) == 0 || s.place == nil || !figure.Found(state.Field) {
		return
	}
	if before != state.Field {
		moved := figure.Again(*s.place, state.Field.Places, state.Doc.Home)
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

// trace follows the curves through a selected saddle, in the background.
func (s *selection) trace() {
	f := s.state.Field
	if s.place == nil || s.place.Kind != surfaces.Saddle || !figure.Found(f) {
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
		list = append(list, plot.Curve{Clear: true, Pts: figure.Points(b.Path), Color: s.ui.palette().Text, Width: figure.RidgeWidth, Dashed: true})
	}
	for _, b := range s.traced.Ways {
		list = append(list, plot.Curve{Clear: true, Pts: figure.Points(b.Path), Color: s.ui.palette().Text, Width: figure.WayWidth})
	}
	return list
}

// drawn are the curves of the selection on a map on which a unit is so long: what was traced, and the eigenvectors to scale
// of the eigenvalues. Of another surface than the one shown there are none.
func (s *selection) drawn(field *lab.Field, unit float64, view surfaces.Rect) []plot.Curve {
	if s.place == nil || figure.PlaceNamed(field, s.place.Name) == nil {
		return nil
	}
	list := slices.Clone(s.curves)
	longest := min(figure.EigenLength*unit, figure.EigenPart*min(view.X1-view.X0, view.Y1-view.Y0))
	largest := max(math.Abs(s.place.L1), math.Abs(s.place.L2))
	for _, e := range []struct {
		value  float64
		vector surfaces.Point
	}{{s.place.L1, s.place.V1}, {s.place.L2, s.place.V2}} {
		for _, side := range []float64{-1, 1} {
			r := longest * math.Abs(e.value) / largest
			arrow := figure.Arrow(s.place.At, surfaces.Point{X: side * e.vector.X, Y: side * e.vector.Y}, r, min(figure.ArrowLength*unit, longest/4), e.value > 0)
			for _, line := range arrow {
				list = append(list, plot.Curve{Clear: true, Pts: line, Width: figure.EigenWidth, Color: s.ui.palette().Text})
			}
		}
	}
	return list
}

// race lets the subject racer loose from a ring around the selected place.
func (s *selection) race() {
	if s.place == nil {
		return
	}
	at := s.place.At
	s.ui.edit("", func(e *lab.Experiment) {
		e.Look.Panel = lab.PanelSwarm
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
