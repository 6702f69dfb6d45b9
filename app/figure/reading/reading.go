// Package reading is what can be said of a surface at one point: how high and steep it is, how it is curved, and what that means
// for a descent.
package reading

import (
	"math"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/surfaces"
)

// A Reading is what the surface is at the point that is looked at.
type Reading struct {
	Title    string     // which point that is
	Place    *lab.Place // that is read; nil: just a point
	At       geom.Point
	Value    float64
	Gradient geom.Point
	L1, L2   float64    // eigenvalues of the Hessian, L1 <= L2; NaN where the function has none
	V1, V2   geom.Point // unit vectors along which it is so curved
	Kind     surfaces.Kind
	Bottom   *lab.Place    // the minimum that the way straight down leads to; nil if that is not known, or at a place
	Sides    [2]*lab.Place // of a saddle: what its two ways down lead to, as far as that is known
	Lowest   *lab.Place    // the deepest minimum that is known; nil if none is
}

// Read reads the surface where the user looks: at the selected place, else under the pointer, else at the start. A place that is
// pointed at is read at its own point. The probe, of the state's field, is the reader's own; ways may be nil.
func Read(s lab.State, probe *surfaces.Probe, ways *Ways) Reading {
	r := Reading{Title: words.T("At the start"), Place: s.Field.Named(s.View.Hover), At: s.Doc.Outset()}
	if s.View.Cross != nil {
		r.Title, r.At = words.T("Under the pointer"), *s.View.Cross
	}
	if selected := s.View.Selected; selected != nil {
		r.Title, r.Place = words.SentenceCase(selected.Label()), selected
	}
	if r.Place != nil {
		r.At = r.Place.At
	}
	j := probe.Jet(r.At.X, r.At.Y)
	r.Value, r.Gradient, r.Kind = j.F, geom.Point{X: j.X, Y: j.Y}, surfaces.Classify(j)
	r.L1, r.L2, r.V1, r.V2 = surfaces.Eigen(j)
	for i, p := range s.Field.Places {
		if p.Global && r.Lowest == nil {
			r.Lowest = &s.Field.Places[i]
		}
	}
	switch {
	case ways == nil:
	case r.Place == nil:
		r.Bottom = ways.Down(s, r.At)
	case r.Place.Kind == surfaces.Saddle && r.Place.TwoWays():
		r.Sides = ways.Sides(s, r.Place)
	}
	return r
}

// Coordinates say where the point is.
func (r Reading) Coordinates() string {
	return words.T("x %s, y %s", words.Short(r.At.X), words.Short(r.At.Y))
}

// Symbol is what marks such a point on the map; "" of one that is no place.
func (r Reading) Symbol() string {
	switch {
	case r.Place == nil:
		return ""
	case r.Place.Global:
		return "★"
	}
	switch r.Place.Kind {
	case surfaces.Minimum:
		return "⊙"
	case surfaces.Saddle:
		return "✕"
	case surfaces.Maximum:
		return "△"
	}
	return "◇"
}

// Name says what is there.
func (r Reading) Name() string {
	switch {
	case r.Place != nil:
		return words.SentenceCase(words.Place(r.Place.Kind, r.Place.Name, false))
	case math.IsNaN(r.Value) || math.IsInf(r.Value, 0):
		return words.T("No value")
	case r.Steepness() == 0:
		return words.T("Level ground")
	}
	return words.T("Slope")
}

// Steepness is the length of the gradient.
func (r Reading) Steepness() float64 { return math.Hypot(r.Gradient.X, r.Gradient.Y) }

// Height is the value of the function.
func (r Reading) Height() string { return words.Short(r.Value) }

// Slope is how steep it is: exactly level at a place, where a computed gradient is nothing but rounding.
func (r Reading) Slope() string {
	switch {
	case r.Place != nil && r.Place.Kink:
		return words.T("jumps")
	case r.Place != nil && !r.Place.Border:
		return words.T("0 level")
	}
	return words.Short(r.Steepness())
}

// Rate is the largest learning rate at which plain descent does not overshoot.
func (r Reading) Rate() string {
	switch _, most := r.curvatures(); {
	case math.IsNaN(most):
		return "–"
	case most <= 0:
		return words.T("any")
	}
	return words.Short(2 / r.L2)
}

// A Bend is how the surface is curved along a line.
type Bend struct {
	Value string
	Along geom.Point // unit vector; zero where there is none
	Way   int        // above 0 it rises along the line, below it falls away, 0: neither
	Known bool
}

// Bends are the least and the greatest curvature.
func (r Reading) Bends() [2]Bend {
	least, most := r.curvatures()
	bend := func(l, whole float64, along geom.Point) Bend {
		if math.IsNaN(l) {
			return Bend{Value: "–"}
		}
		way := 0
		if whole > 0 {
			way = 1
		} else if whole < 0 {
			way = -1
		}
		return Bend{Value: words.Short(l), Along: along, Way: way, Known: true}
	}
	return [2]Bend{bend(r.L1, least, r.V1), bend(r.L2, most, r.V2)}
}

// Says are what it does along the line, in words and briefly.
func (b Bend) Says() (long, brief string) {
	switch {
	case !b.Known:
		return words.T("no Hessian here"), words.T("none")
	case b.Way > 0:
		return words.T("rises along this line"), words.T("rises")
	case b.Way < 0:
		return words.T("falls away along this line"), words.T("falls")
	}
	return words.T("not bent along this line"), words.T("not bent")
}

// curvatures are the eigenvalues of the Hessian, and 0 for one that is nothing but rounding beside the other.
func (r Reading) curvatures() (least, most float64) {
	rounding := 1e-12 * max(math.Abs(r.L1), math.Abs(r.L2))
	whole := func(l float64) float64 {
		if math.Abs(l) <= rounding {
			return 0
		}
		return l
	}
	return whole(r.L1), whole(r.L2)
}
