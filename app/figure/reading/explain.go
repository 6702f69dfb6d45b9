package reading

import (
	"math"
	"strings"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/surfaces"
)

// Explain says in a few sentences what the selected place means for a descent; "" if none is selected.
func Explain(s lab.State) string {
	place := s.View.Selected
	if place == nil {
		return ""
	}
	if place.Border {
		return words.T("Within the box every way leads up. Beyond its border the loss would fall farther: projection takes " +
			"every step that would lead there back.")
	}
	if place.Kink {
		return explainKink(*place)
	}
	if place.Flat {
		return explainFlat(*place, s.View.Traced)
	}
	switch place.Kind {
	case surfaces.Minimum:
		return explainMinimum(*place)
	case surfaces.Maximum:
		return words.T("Every way leads down. A descent that starts exactly here stays, for the gradient is zero; the least noise "+
			"takes it off, along the direction of λ = %s the fastest.", words.Short(place.L1))
	case surfaces.Saddle:
		return explainSaddle(*place, s.View.Traced)
	}
	return explainFlat(*place, nil)
}

// explainFlat says what becomes of a descent where the Hessian does not tell the kind of a point.
func explainFlat(p lab.Place, t *lab.Traced) string {
	switch {
	case p.Curve:
		return words.T("One point of a curve of critical points: along it the surface is level.")
	case p.Kind == surfaces.Minimum:
		return words.T("Every way leads up, but the bottom is flat: an eigenvalue of the Hessian is zero. Along the flat direction " +
			"the steps of gradient descent shrink faster than the distance: each tenfold less of it takes more of them than the last.")
	case p.Kind == surfaces.Maximum:
		return words.T("Every way leads down, although an eigenvalue of the Hessian is zero. A descent that starts exactly here stays.")
	case p.Kind == surfaces.Saddle:
		said := words.T("A saddle, although an eigenvalue of the Hessian is zero: %d ways lead down, and as many up.", p.Ways())
		if t != nil {
			said = joins(t) + " " + said
		}
		return said
	case p.Proven:
		return words.T("An eigenvalue of the Hessian is zero. This is neither minimum nor maximum: some ways lead down, others up.")
	}
	return words.T("An eigenvalue of the Hessian is zero, so that it does not tell what kind of point this is.")
}

// explainKink says what becomes of a descent where the gradient jumps across zero.
func explainKink(p lab.Place) string {
	if p.Kind == surfaces.Minimum {
		return words.T("Every way leads up, but the gradient jumps across zero at this kink instead of vanishing: with a fixed " +
			"learning rate a descent bounces about it and comes no nearer than its last steps are long.")
	}
	return words.T("The gradient jumps across zero at this kink: there is no Hessian that could tell more.")
}

func explainMinimum(p lab.Place) string {
	rate := 2 / p.L2
	n := math.Ceil(slowness(p, rate/2))
	steps := words.Count(n)
	if n >= 1e5 {
		steps = words.Short(n)
	}
	return words.T("Every way leads up, %s times as steeply curved one way as the other. Gradient descent settles here only with "+
		"lr < 2/λmax = %s; with half of that it still needs about %s steps for each tenfold less of distance.",
		words.Short(p.L2/p.L1), words.Short(rate), steps)
}

// slowness is how many steps of gradient descent divide the distance to a minimum by ten along its flattest direction.
func slowness(p lab.Place, rate float64) float64 {
	shrink := max(math.Abs(1-rate*p.L1), math.Abs(1-rate*p.L2))
	if shrink < 0.1 {
		return 1
	}
	return -math.Ln10 / math.Log(shrink)
}

// explainSaddle tells what the saddle joins and how a descent passes it.
func explainSaddle(p lab.Place, t *lab.Traced) string {
	stable := words.T("Across, gradient descent is stable for lr < 2/λmax = %s; along the way down no rate is: a step of lr "+
		"takes it 1 + lr·%s times as far away, which is how it escapes.", words.Short(2/p.L2), words.Short(-p.L1))
	if t == nil {
		return words.T("Tracing its ridge and its ways down …") + " " + stable
	}
	key := words.T("Dashed: the ridge that parts the basins; solid: the ways down; arrows: eigenvectors, as long as their λ.")
	return strings.Join([]string{joins(t), key, stable}, " ")
}

// joins says where the two ways down lead, and how high the saddle is above that.
func joins(t *lab.Traced) string {
	var ends [2]string
	for i, b := range t.Ways {
		ends[i] = wayEnd(b, t.Places)
		if height, ok := t.Barrier(i); ok {
			ends[i] = words.T("%s, which is %s below", ends[i], words.Short(height))
		}
	}
	if a, b := lab.Joined(t.Ways[0], t.Places), lab.Joined(t.Ways[1], t.Places); a != nil && a == b {
		return words.T("Both ways down lead to %s.", ends[0])
	}
	return words.T("One way down leads %s, the other %s.", toward(t.Ways[0], ends[0]), toward(t.Ways[1], ends[1]))
}

// toward puts the right word before where a way leads.
func toward(b surfaces.Branch, end string) string {
	if b.End == surfaces.Arrived {
		return words.T("to %s", end)
	}
	return end
}

// wayEnd names where a way down leads.
func wayEnd(b surfaces.Branch, places []lab.Place) string {
	switch b.End {
	case surfaces.Arrived:
		if p := lab.Joined(b, places); p != nil {
			return p.Label()
		}
		return words.T("a %s at (%s, %s)", words.Kind(b.At.Kind), words.Short(b.At.At.X), words.Short(b.At.At.Y))
	case surfaces.Left:
		return words.T("out of the window")
	case surfaces.Faded:
		return words.T("onto a plain")
	case surfaces.Broken:
		return words.T("to a kink")
	}
	return words.T("farther than was traced")
}
