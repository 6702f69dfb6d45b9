package optim

import "slices"

// The knobs of the stages that go with every method.
var (
	gradNoiseKnob  = nonNegative("grad_noise", 0, 2, "Sigma of the noise added to each component of the gradient; 0 is off.").off()
	noiseDecayKnob = nonNegative("grad_noise_gamma", 0, 1, "How fast grad_noise fades: its variance falls as (1 + t)^-gamma.")
	clipNormKnob   = nonNegative("clip_norm", 0, 10, "Longer gradients are cut to this length; 0 is off.").off()
	clipValueKnob  = nonNegative("clip_value", 0, 10, "Each component of the gradient is cut to this size; 0 is off.").off()
	clipElemKnob   = nonNegative("clip_adaptive", 0, 2,
		"Each component is cut to this part of the coordinate's own size; 0 is off.").off()
	decayKnob     = weightDecay(0, l2Help)
	decoupledKnob = nonNegative("decoupled_decay", 0, 0.5,
		"Pulls the point itself towards the origin, past the method, as AdamW does; 0 is off.").off()
	lookaheadKnob = countOrOff("lookahead_k", 20, "Every so many steps a slow copy follows the racer and calls it back; 0 is off.")
	outerRateKnob = fraction("lookahead_alpha", 0.5, 0, 1, "How far the slow copy of lookahead_k follows.")
	outerKeepKnob = outerMomentum("lookahead_momentum")
	emaKnob       = emaDecay()
)

// StageKnobs are the knobs of the stages that go with every method, in the order in which they act: on the gradient
// before the method's rules (weight_decay only for methods without one of their own), and on its step after them.
func StageKnobs() []Knob { return slices.Clone(stageKnobs) }

var stageKnobs = []Knob{
	maximizeKnob, gradNoiseKnob, noiseDecayKnob, clipNormKnob, clipValueKnob, clipElemKnob, decayKnob,
	decoupledKnob, lookaheadKnob, outerRateKnob, outerKeepKnob, emaKnob,
}

// otherStageKnobs are those of a method with a weight_decay of its own.
var otherStageKnobs = slices.DeleteFunc(StageKnobs(), isDecay)

func isDecay(k Knob) bool { return k.Name == decayKnob.Name }

// IsStage says whether a knob belongs to a stage that goes with every method.
func IsStage(name string) bool {
	return slices.ContainsFunc(stageKnobs, func(k Knob) bool { return k.Name == name })
}

// countOrOff is a whole number whose stage is off at 0.
func countOrOff(name string, hi float64, help string) Knob {
	return countFromZero(name, 0, hi, help).off()
}

// emaDecay is the weight that the average of the positions gives to its past.
func emaDecay() Knob {
	k := beta("ema", 0, "A moving average of the positions, drawn as a second trace, keeps this much of its past; 0 is off.").off()
	k.Main = false
	return k
}

// before are the stages between the gradient and the method.
func before(k settings, l2 bool) []Rule {
	var rules []Rule
	if sigma := k.num(gradNoiseKnob.Name); sigma > 0 {
		rules = append(rules, GradNoise{sigma, k.num(noiseDecayKnob.Name)})
	}
	if c := k.num(clipNormKnob.Name); c > 0 {
		rules = append(rules, ClipNorm{c})
	}
	if c := k.num(clipValueKnob.Name); c > 0 {
		rules = append(rules, ClipValue{c})
	}
	if c := k.num(clipElemKnob.Name); c > 0 {
		rules = append(rules, ClipAdaptive{c})
	}
	if w := k.num(decayKnob.Name); w > 0 && l2 {
		rules = append(rules, Decay{w})
	}
	return rules
}

// around puts the stages that follow a method around its rules.
func around(rules []Rule, k settings) []Rule {
	if w := k.num(decoupledKnob.Name); w > 0 {
		if at := slices.Index(rules, Rule(Rate{})); at >= 0 {
			rules = slices.Insert(rules, at, Rule(Decay{w}))
		} else {
			rules = append(rules, RatedDecay{w})
		}
	}
	if n := k.int(lookaheadKnob.Name); n > 0 {
		rules = append(rules, Lookahead{n, k.num(outerRateKnob.Name), k.num(outerKeepKnob.Name)})
	}
	if keep := k.num(emaKnob.Name); keep > 0 {
		rules = append(rules, EMA{keep})
	}
	return rules
}
