// Package stability has what is known of how sharp a surface may be for a method: the sharpness, the largest eigenvalue of the
// Hessian, above which its steps lead away from a minimum. It is that of the method on the quadratic model, with the rate and,
// of an adaptive method, the divisors of one update held fixed: Polyak 1964 for descent and the heavy ball; Cohen, Kaur, Li,
// Kolter & Talwalkar, Gradient descent on neural networks typically occurs at the edge of stability, arXiv:2103.00065, for
// Nesterov's look ahead; Cohen et al., Adaptive gradient methods at the edge of stability, arXiv:2207.14484, for Adam, AdamW,
// RMSprop and Adagrad.
//
// Weight decay that is a penalty (L2) adds to the curvature; that which acts on the point (AdamW's) leaves less of the limit:
// both follow from the same recurrence. Rates that a schedule changes count as they are at each update.
package stability

import (
	"math"

	"descentlab/optim"
	"descentlab/surfaces"
	"descentlab/surfaces/expr"
)

// A Law is the limit of a method with its settings: its steps lead back to a minimum while rate*(gain*sharpness + pull) < most.
type Law struct {
	most, gain, pull float64
	penalty          float64  // what L2 adds to every curvature
	climbs           bool     // the method sees the Hessian with the other sign
	divide           *divisor // nil: the gradient is not divided
}

// Of is the law of a racer; it is not known of a method without such a theory, nor with stages that change its steps otherwise:
// clipping, Lookahead; nor of one that is stable on no curvature at all, such as with momentum 1. What is returned then still has
// the Sharpness of the loss.
func Of(spec optim.Spec) (l Law, known bool) {
	unknown := Law{climbs: spec.Climbs()}
	family, ok := families[spec.Method]
	if !ok {
		return unknown, false
	}
	for _, stage := range []string{"clip_norm", "clip_value", "clip_adaptive", "lookahead_k"} {
		if spec.Get(stage).Num != 0 {
			return unknown, false
		}
	}
	l = family(spec)
	if l.divide != nil && spec.Get("grad_noise").Num != 0 {
		return unknown, false // the divisors do not follow from the row
	}
	inertia := l.most/2 - 1
	if !(l.gain > 0) || !(inertia < 1) {
		return unknown, false
	}
	l.climbs = spec.Climbs()
	l.pull += (1 + inertia) * spec.Get("decoupled_decay").Num
	return l, true
}

// families are the methods with a law. Each update of theirs on a curvature h is linear in the position and its last step, once
// the divisors are held; most, gain and pull are where a root of its characteristic polynomial comes to -1.
var families = map[string]func(optim.Spec) Law{
	"sgd": descent, "momentum": descent,
	"nesterov":   func(s optim.Spec) Law { return nesterov(s).penalised(s) },
	"heavy_ball": func(s optim.Spec) Law { return heavyBall(s.Get("beta").Num, 0).penalised(s) },
	"adagrad":    func(s optim.Spec) Law { return heavyBall(0, 0).penalised(s).divided(adagrad(s)) },
	"rmsprop":    func(s optim.Spec) Law { return heavyBall(s.Get("momentum").Num, 0).penalised(s).divided(rmsprop(s)) },
	"adam":       func(s optim.Spec) Law { return adam(s).penalised(s).divided(adamDivisor(s)) },
	"adamw": func(s optim.Spec) Law {
		l := adam(s)
		l.pull = l.most / 2 * s.Get("weight_decay").Num
		return l.divided(adamDivisor(s))
	},
}

// descent is gradient descent with or without momentum, as PyTorch's SGD has it.
func descent(s optim.Spec) Law {
	if s.Get("nesterov").Num != 0 {
		return nesterov(s).penalised(s)
	}
	return heavyBall(s.Get("momentum").Num, s.Get("dampening").Num).penalised(s)
}

// heavyBall is b = momentum*b + (1-dampening)*g, x -= lr*b.
func heavyBall(momentum, dampening float64) Law {
	if momentum == 0 {
		dampening = 0 // PyTorch's SGD has none without momentum
	}
	return Law{most: 2 * (1 + momentum), gain: 1 - dampening}
}

// nesterov is b = momentum*b + g, x -= lr*(g + momentum*b): 2(1+momentum)/((1+2*momentum)*lr).
func nesterov(s optim.Spec) Law {
	momentum := s.Get("momentum").Num
	return Law{most: 2 * (1 + momentum), gain: 1 + 2*momentum}
}

// adam is m = beta1*m + (1-beta1)*g, x -= lr*m/divisor: (2+2*beta1)/((1-beta1)*lr).
func adam(s optim.Spec) Law {
	keep := s.Get("beta1").Num
	return Law{most: 2 * (1 + keep), gain: 1 - keep}
}

// penalised is the law with a penalty on the weights.
func (l Law) penalised(s optim.Spec) Law {
	l.penalty = s.Get("weight_decay").Num
	return l
}

// Divides tells whether the method divides the gradient: its limit is one of the Hessian that is divided likewise.
func (l Law) Divides() bool { return l.divide != nil }

// Limit is the sharpness, as Sharpness has it, above which an update at a rate leads away. It is less than 0 if decay alone does.
func (l Law) Limit(rate float64) float64 { return (l.most/rate - l.pull) / l.gain }

// Bears is the sharpness of the loss alone above which an update at a rate leads away, without the penalty that the method adds;
// for methods that do not divide.
func (l Law) Bears(rate float64) float64 { return l.Limit(rate) - l.penalty }

// Rate is the rate above which updates lead away from a minimum of the loss as sharp as that; for methods that do not divide.
func (l Law) Rate(sharpness float64) float64 {
	return l.most / (l.gain*(sharpness+l.penalty) + l.pull)
}

// Sharpness is the largest eigenvalue of the Hessian of what the racer lowers at a place, with its penalty, and divided as the
// update that leaves the row with such divisors divides the gradient; they are 1 if it does not. NaN where there is no Hessian.
func (l Law) Sharpness(j expr.Jet, divisors [2]float64) float64 {
	if l.climbs {
		j.XX, j.XY, j.YY = -j.XX, -j.XY, -j.YY
	}
	j.XX, j.YY = j.XX+l.penalty, j.YY+l.penalty
	j.XX, j.YY = j.XX/divisors[0], j.YY/divisors[1]
	j.XY /= math.Sqrt(divisors[0]) * math.Sqrt(divisors[1])
	_, high, _, _ := surfaces.Eigen(j)
	return high
}
