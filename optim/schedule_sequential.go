package optim

import (
	"errors"
	"math"
	"slices"
	"strings"

	"descentlab/internal/say"
)

// SequentialLR follows its parts one after another: each from its milestone on, counting from 0 there and from the base rate. The
// first one begins at update 0, so there is one milestone less than there are parts; they rise.
type SequentialLR struct {
	Parts      []Schedule
	Milestones []int
}

func (s SequentialLR) Rate(t int) float64 {
	i, found := slices.BinarySearch(s.Milestones, t)
	if found {
		i++
	}
	if i > 0 {
		t -= s.Milestones[i-1]
	}
	return s.Parts[i].Rate(t)
}

var sequentialKind = ScheduleKind{
	Key: sequentialKey, Title: "Chain", Cite: "torch.optim.lr_scheduler.SequentialLR",
	Idea: "Follows several schedules, each from its milestone on.",
	Knobs: []Knob{
		{
			Name: "schedulers", Help: "The schedules in their order, with their settings in brackets.", Kind: Text,
			Written: "[linear, cosine]", Max: 1,
			text: &textKind{
				domain: "two schedules or more, as [linear(total_iters=10), cosine]", read: readChain,
				check: func(text string) error {
					_, err := chainOf(text)
					return err
				},
			},
		},
		Knob{Name: "milestones", Help: "The steps at which the second schedule begins, and those after it.", Kind: List, Max: 1000,
			Low: 1, High: maxCount}.derivedFrom("equal parts of the race's length", evenly),
	},
	Torch: "torch.optim.lr_scheduler.SequentialLR({optimizer}, schedulers={schedulers}, milestones={milestones})",
	make: func(k settings) Schedule {
		s := SequentialLR{}
		for _, m := range k.list("milestones") {
			s.Milestones = append(s.Milestones, int(m))
		}
		for _, p := range k.parts() {
			s.Parts = append(s.Parts, p.kind.make(p.settings))
		}
		return s
	},
	check: func(k settings) error {
		parts, _ := chainOf(k.text("schedulers"))
		milestones := k.list("milestones")
		if len(milestones) != len(parts)-1 {
			return say.Errorf("%d schedulers need as many milestones less one, at which those after the first begin; got %d",
				len(parts), len(milestones))
		}
		for i := 1; i < len(milestones); i++ {
			if milestones[i] <= milestones[i-1] {
				return say.Errorf("milestones must rise; got %v after %v", milestones[i], milestones[i-1])
			}
		}
		return nil
	},
	torch: func(k settings) string {
		var b strings.Builder
		b.WriteString("torch.optim.lr_scheduler.SequentialLR(\n    {optimizer},\n    schedulers=[\n")
		for _, p := range k.parts() {
			call := fillKnobs(p.kind.Torch, p.kind.Knobs, p.settings)
			b.WriteString("        " + strings.ReplaceAll(call, "\n", "\n        ") + ",\n")
		}
		b.WriteString("    ],\n    milestones={milestones},\n)")
		return b.String()
	},
}

// Its functions look schedules up, so it joins them late.
func init() { scheduleKinds = append(scheduleKinds, sequentialKind) }

// evenly are milestones that part a race evenly.
func evenly(k settings) Value {
	parts, _ := chainOf(k.text("schedulers"))
	var v Value
	last := 0.0
	for i := 1; i < len(parts); i++ {
		last = max(last+1, math.Round(float64(i*k.steps)/float64(len(parts))))
		v.List = append(v.List, last)
	}
	return v
}

// A chainPart is a schedule of a chain with its settings.
type chainPart struct {
	kind     *ScheduleKind
	settings settings
}

// parts are the schedules of a chain whose settings these are: the defaults of each fit the steps that it has, and its base rate
// is that of the chain.
func (k settings) parts() []chainPart {
	specs, _ := chainOf(k.text("schedulers"))
	ends := append(slices.Clone(k.list("milestones")), math.Inf(1))
	list := make([]chainPart, len(specs))
	from := 0.0
	for i, s := range specs {
		s = s.With("lr", Num(k.num("lr")))
		length := max(min(ends[i], float64(k.steps))-from, 1)
		list[i] = chainPart{s.schedules(), s.settle(s.knobs(), int(length))}
		from = ends[i]
	}
	return list
}

// readChain puts the schedules of a chain, as PyTorch writes them or as they are written here, into the form in which they are
// kept.
func readChain(text string) (string, error) {
	specs, err := chainOf(text)
	if err != nil {
		return "", err
	}
	calls := make([]string, len(specs))
	for i, s := range specs {
		calls[i] = s.scheduleCall()
	}
	return "[" + strings.Join(calls, ", ") + "]", nil
}

// chainOf reads the schedules of a chain, as those of plain descent.
func chainOf(text string) ([]Spec, error) {
	if inner, is := strings.CutPrefix(text, "["); is {
		text = strings.TrimSuffix(inner, "]")
	}
	if _, err := specWords(text); err != nil {
		return nil, err
	}
	calls := arguments(text)
	if len(calls) < 2 {
		return nil, say.Errorf("a chain has two schedulers or more, as [linear(total_iters=10), cosine]")
	}
	specs := make([]Spec, len(calls))
	for i, call := range calls {
		r := specReader{spec: Spec{Method: "sgd"}}
		spec, err := r.chained(call)
		switch {
		case err != nil:
			return nil, errors.New(strings.TrimPrefix(err.Error(), "sgd: "))
		case i == 0 && spec.Schedule == cyclicKind.Key:
			return nil, say.Errorf("cyclic cannot be the first of a chain: in PyTorch it would set the base rate of the others")
		}
		specs[i] = spec
	}
	return specs, nil
}

// chained reads a schedule of a chain.
func (r *specReader) chained(text string) (Spec, error) {
	c, _, ok := readCall(text)
	key := c.name
	if class := findClass(torchSchedulers, c.name); ok && class != nil && class.key != "" {
		key = class.key
	}
	if !ok || findSchedule(key) == nil && findClass(torchSchedulers, c.name) == nil {
		return Spec{}, say.Errorf("a chain is written as [linear(total_iters=10), cosine]: %w", unknownSchedule(shorten(text)))
	}
	switch key {
	case sequentialKey, warmupCosineKind.Key:
		return Spec{}, say.Errorf("%s is a chain itself: write its schedulers one by one", key)
	case onecycleKind.Key:
		return Spec{}, say.Errorf("onecycle cannot stand in a chain: in PyTorch it would set the base rate of the others")
	case plateauKind.Key:
		return Spec{}, say.Errorf("reduce_on_plateau cannot stand in a chain, which does not look at the loss")
	}
	if err := r.word(text); err != nil {
		return Spec{}, err
	}
	return r.finish()
}

// sequentialKey is the key of the kind, whose functions cannot ask it.
const sequentialKey = "sequential"

// scheduleCall writes the schedule of a spec with what is set of it, so that it can be read back as one of a chain.
func (s Spec) scheduleCall() string {
	var args []string
	for _, k := range s.schedules().Knobs {
		v, set := s.Set[k.Name]
		switch {
		case set && k.Kind == List:
			args = append(args, k.Name+"=["+k.Format(v)+"]")
		case set:
			args = append(args, k.Name+"="+k.Format(v))
		}
	}
	if len(args) == 0 {
		return s.Schedule
	}
	return s.Schedule + "(" + strings.Join(args, ", ") + ")"
}
