package optim

import (
	"math"
	"slices"
)

// A Schedule is a learning rate over time. Rate is a closed form: a pure function of the update's number t, from 0.
// Schedules are immutable values.
type Schedule interface {
	Rate(t int) float64
}

// Fixed is a rate that never changes.
type Fixed float64

func (r Fixed) Rate(int) float64 { return float64(r) }

// A ScheduleKind is an entry of the catalogue of schedules. The learning rate of the method ("lr") is the base rate
// that it bends, the base_lr of PyTorch's schedulers.
type ScheduleKind struct {
	Key   string // as it is typed: "cosine"
	Title string // as it is shown
	Cite  string // PyTorch's name and, if there is one, the paper
	Idea  string // one sentence
	Knobs []Knob
	Torch string // PyTorch's scheduler of the same rates, with {name} where a knob's value belongs, and {optimizer}

	make   func(settings) Schedule
	watch  func(settings) Rule   // of one that looks at the loss: the rule that sets the rate; make then is how it begins
	check  func(settings) error  // of what does not go together; may be nil
	torch  func(settings) string // Torch where that needs more than its knobs' values; may be nil
	frozen string                // a switch of PyTorch's that is accepted but may only be false here
}

// scheduleKinds lists the schedules in the order in which they are shown.
var scheduleKinds = []ScheduleKind{
	stepKind, multistepKind, exponentialKind, cosineKind, cosineRestartsKind, warmupCosineKind, polynomialKind,
	linearKind, constantKind, onecycleKind, cyclicKind, inverseSqrtKind, plateauKind, lambdaKind,
}

// Schedules is the catalogue, in the order in which it should be shown. The knobs must not be modified.
func Schedules() []ScheduleKind { return slices.Clone(scheduleKinds) }

// LookupSchedule finds a kind of schedule by key; the error suggests the nearest one. The entry must not be modified.
func LookupSchedule(key string) (*ScheduleKind, error) {
	if kind := findSchedule(key); kind != nil {
		return kind, nil
	}
	return nil, unknownSchedule(key)
}

func unknownSchedule(key string) error {
	names := []string{noSchedule}
	for i := range scheduleKinds {
		names = append(names, scheduleKinds[i].Key)
	}
	for _, c := range torchSchedulers {
		names = append(names, c.name)
	}
	return unknown("schedule", key, names)
}

// findSchedule is LookupSchedule for those who do not want to know what may have been meant; nil if there is none.
func findSchedule(key string) *ScheduleKind {
	for i := range scheduleKinds {
		if scheduleKinds[i].Key == key {
			return &scheduleKinds[i]
		}
	}
	return nil
}

// share is a part of the race's length as a default for a knob that counts updates.
func share(part float64) func(settings) Value {
	return func(k settings) Value { return Num(max(1, math.Round(part*float64(k.steps)))) }
}

// sameAs is the value of an earlier knob as a default.
func sameAs(name string) func(settings) Value {
	return func(k settings) Value { return Num(k.num(name)) }
}

// decayFactor is the knob gamma.
func decayFactor(def float64, help string) Knob {
	k := positive("gamma", def, 0.05, 1, help)
	k.Scale = Linear
	return k
}

// floorRate is the knob eta_min.
func floorRate() Knob {
	return nonNegative("eta_min", 0, 0.1, "The rate that the curve comes down to.")
}

// ramp is the fraction of n updates that t has passed, at most 1.
func ramp(t, n int) float64 { return float64(min(t, n)) / float64(n) }

// halfWave falls from 1 to 0 as p goes from 0 to 1 along a cosine.
func halfWave(p float64) float64 { return (1 + math.Cos(math.Pi*p)) / 2 }
