package figure

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
	L1, L2   float64 // eigenvalues of the Hessian, L1 <= L2; NaN where the function has none
	Kind     surfaces.Kind
}

// Read reads the surface where the user looks: at the selected place, else under the pointer, else at the start. A place that is
// pointed at is read at its own point. The probe, of the state's field, is the reader's own.
func Read(s lab.State, probe *surfaces.Probe) Reading {
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
	r.L1, r.L2, _, _ = surfaces.Eigen(j)
	return r
}

// FactLabels are the names of a reading's facts.
func FactLabels() [6]string {
	return [6]string{words.T("(x, y)"), words.T("f"), words.T("∇f"), words.T("Hessian λ"), words.T("kind"), words.T("2/λmax")}
}

// Facts are the values of FactLabels, to so many significant digits.
func (r Reading) Facts(digits int) [6]string {
	n := func(v float64) string { return words.ShortTo(v, digits) }
	kind := words.Kind(r.Kind)
	if r.Place != nil {
		kind = r.Place.Label()
	}
	limit := words.T("none")
	if r.L2 > 0 {
		limit = words.T("lr < %s", words.Short(2/r.L2))
	}
	pair := func(a, b float64) string { return n(a) + ", " + n(b) }
	return [6]string{
		"(" + pair(r.At.X, r.At.Y) + ")", n(r.Value), "(" + pair(r.Gradient.X, r.Gradient.Y) + ")", pair(r.L1, r.L2), kind, limit,
	}
}

// Note says in a sentence or two what the point means for a descent.
func (r Reading) Note() string {
	if r.Place != nil {
		return r.placeNote()
	}
	least, most := r.curvatures()
	switch {
	case math.IsNaN(least) || math.IsNaN(most):
		return words.T("The function has no Hessian here.")
	case least == 0 && most == 0:
		return words.T("Not curved at all: no rate overshoots here.")
	case most <= 0:
		return words.T("Curved down or flat in every direction: no rate overshoots here.")
	case least < 0:
		return r.limited(words.T("Curved down one way and up the other, as around a saddle."))
	case least == 0:
		return r.limited(words.T("Curved up one way and not at all the other: a trough."))
	}
	return r.limited(words.T("Curved up in every direction: a bowl."))
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

// placeNote is Note of a critical point.
func (r Reading) placeNote() string {
	name := r.Place.Name
	switch r.Place.Kind {
	case surfaces.Minimum:
		return r.minimumNote()
	case surfaces.Saddle:
		if r.Place.Flat {
			return r.limited(words.T("Saddle %s, flat: %d ways down, %d ways up.", name, r.Place.Ways(), r.Place.Ways()))
		}
		return r.limited(words.T("Saddle %s, index 1: one way down, one way up.", name))
	case surfaces.Maximum:
		return words.T("Maximum %s: every way leads down; a descent started exactly here stays.", name)
	}
	if r.Place.Proven {
		return words.T("%s is neither minimum nor maximum: some ways lead down from it, others up.", name)
	}
	return words.T("%s is degenerate: the Hessian has a zero eigenvalue, so it does not tell what kind of point this is.", name)
}

// minimumNote is Note of a minimum. How much steeper one way is than the other can be told where both are curved up.
func (r Reading) minimumNote() string {
	name := r.Place.Name
	least, most := r.curvatures()
	switch {
	case r.Place.Border:
		return words.T("Minimum %s on the border of the box: every way within it leads up, outside the loss would fall farther.", name)
	case r.Place.Kink:
		return words.T("Minimum %s at a kink: every way leads up, and the gradient jumps across zero.", name)
	case r.Place.Flat:
		return r.limited(words.T("Minimum %s: every way leads up, although an eigenvalue of the Hessian is zero.", name))
	case least > 0:
		steeper := words.Short(most / least)
		return r.limited(words.T("Minimum %s: every way leads up, %s times as steeply curved one way as the other.", name, steeper))
	}
	return r.limited(words.T("Minimum %s: every way leads up.", name))
}

// limited is a sentence and one about the rate at which gradient descent overshoots, if there is one.
func (r Reading) limited(sentence string) string {
	if !(r.L2 > 0) {
		return sentence
	}
	return sentence + " " + words.T("Gradient descent overshoots here above lr = 2/λmax = %s.", words.Short(2/r.L2))
}
