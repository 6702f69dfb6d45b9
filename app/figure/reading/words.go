package reading

import (
	"math"

	"descentlab/app/words"
	"descentlab/surfaces"
)

// About says in a few words what kind of ground it is.
func (r Reading) About() string {
	if r.Place != nil {
		return r.aboutPlace()
	}
	least, most := r.curvatures()
	switch {
	case math.IsNaN(least) || math.IsNaN(most):
		return words.T("the function has no Hessian here")
	case least == 0 && most == 0:
		return words.T("not curved at all")
	case most < 0:
		return words.T("curved down every way, as on a dome")
	case most == 0:
		return words.T("curved down one way, as on a ridge")
	case least < 0:
		return words.T("down one way, up the other, as around a saddle")
	case least == 0:
		return words.T("curved up one way, as in a trough")
	}
	return words.T("curved up every way, as in a bowl")
}

func (r Reading) aboutPlace() string {
	p := r.Place
	switch {
	case p.Kink:
		return words.T("a kink: the slope jumps across zero")
	case p.Border:
		return words.T("on the border of the box")
	}
	switch p.Kind {
	case surfaces.Minimum:
		switch {
		case p.Global:
			return words.T("the lowest valley floor")
		case r.Lowest != nil && p.Value < r.Lowest.Value:
			return words.T("a valley floor beyond the window, %s below %s", words.Short(r.Lowest.Value-p.Value), r.Lowest.Name)
		case r.Lowest != nil:
			return words.T("a valley floor, %s above %s", words.Short(p.Value-r.Lowest.Value), r.Lowest.Name)
		}
		return words.T("a valley floor")
	case surfaces.Saddle:
		switch a, b := r.Sides[0], r.Sides[1]; {
		case !p.TwoWays():
			return words.T("%d ways lead down, and as many up", p.Ways())
		case a == nil || b == nil:
			return words.T("a pass: down one way, up the other")
		case a == b:
			return words.T("a pass: both ways down lead to %s", a.Name)
		default:
			return words.T("a pass: between the valleys of %s and %s", a.Name, b.Name)
		}
	case surfaces.Maximum:
		return words.T("a summit: every way leads down")
	}
	if p.Proven {
		return words.T("some ways lead down, others up")
	}
	return words.T("the Hessian does not tell its kind")
}

// AboutBriefly is About in fewer words, where it has many.
func (r Reading) AboutBriefly() string {
	p := r.Place
	if least, most := r.curvatures(); p == nil {
		switch {
		case least < 0 && most > 0:
			return words.T("as around a saddle")
		case least > 0:
			return words.T("as in a bowl")
		case most < 0:
			return words.T("as on a dome")
		}
	}
	if p == nil || p.Kind != surfaces.Saddle || !p.TwoWays() || r.Sides[0] == nil || r.Sides[1] == nil {
		return r.About()
	}
	if a, b := r.Sides[0], r.Sides[1]; a != b {
		return words.T("a pass between %s and %s", a.Name, b.Name)
	}
	return words.T("a pass: both ways to %s", r.Sides[0].Name)
}

// Note says in a sentence or two what the point means for a descent.
func (r Reading) Note() string {
	if r.Place != nil {
		return r.notePlace()
	}
	arrow := words.T("The arrow points downhill.")
	switch {
	case r.Name() == words.T("No value"):
		return words.T("The function has no value here: a racer that comes here has to stop.")
	case r.Steepness() == 0:
		return words.T("Without a slope a descent stays where it is.")
	case r.Bottom != nil:
		return words.T("In the valley of %s, %s above its floor.", r.Bottom.Name, words.Short(r.Value-r.Bottom.Value)) + " " + arrow
	}
	return arrow
}

// notePlace is Note of a place.
func (r Reading) notePlace() string {
	p := r.Place
	least, most := r.curvatures()
	switch {
	case p.Border:
		return words.T("Every way within the box leads up; beyond its border the loss would fall farther.")
	case p.Kink && p.Kind == surfaces.Minimum:
		return words.T("Every way leads up. A descent with a fixed lr bounces about the kink.")
	case p.Kink:
		return words.T("There is no Hessian at a kink that could tell more.")
	case p.Kind == surfaces.Minimum && least > 0:
		return words.T("Plain descent with a larger lr overshoots this floor: 2 divided by the largest curvature, %s. "+
			"One way is %s times as curved as the other.", words.Short(r.L2), words.Short(most/least))
	case p.Kind == surfaces.Minimum:
		return words.T("Flat along one line: the last bit of the way takes plain descent ever more steps.")
	case p.Kind == surfaces.Saddle && !p.Flat:
		return words.T("Plain descent with a larger lr jumps from side to side across the pass: "+
			"2 divided by the largest curvature, %s.", words.Short(r.L2))
	case p.Kind == surfaces.Maximum:
		return words.T("A descent that starts exactly here stays; the least noise takes it off.")
	}
	return words.T("An eigenvalue of the Hessian is zero: along its line the surface is flatter than any bowl.")
}
