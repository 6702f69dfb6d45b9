package words

import (
	"descentlab/surfaces"
)

// Loss says by which convention the loss of a learning problem is computed, and what of three weights is not shown; "" if there
// is nothing to say.
func Loss(s surfaces.Surface, params map[string]float64) string {
	for _, p := range s.Params {
		v, set := params[p.Name]
		if !set {
			v = p.Default
		}
		switch {
		case p == surfaces.Half && v == 0:
			return T("Loss: the mean of the squared errors, without the factor 1/2.")
		case p == surfaces.Half && v == 1:
			return T("Loss: half the mean of the squared errors.")
		case p == surfaces.Half:
			return T("Loss: the mean of the squared errors, divided by %s.", Short(1+v))
		case s.Weighing != "" && s.Fitted && v == p.Default:
			return weights(s.Weighing) + " " + T("%s stays at %s, where the loss over all three weights is lowest.", p.Name, Short(v))
		case s.Weighing != "" && s.Fitted:
			return weights(s.Weighing) + " " + T("%s is %s; the loss over all three weights is lowest where it is %s.",
				p.Name, Short(v), Short(p.Default))
		case s.Weighing != "":
			return weights(s.Weighing) + " " + T("%s is %s; the loss over all three weights is lowest nowhere.", p.Name, Short(v))
		}
	}
	return ""
}

// weights says what x and y are.
func weights(w surfaces.Weighing) string {
	switch w {
	case surfaces.FirstIntercept:
		return T("x weighs u, y is the intercept.")
	case surfaces.SecondIntercept:
		return T("x weighs v, y is the intercept.")
	}
	return T("x weighs u, y weighs v.")
}
