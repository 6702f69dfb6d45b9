package optim

import "descentlab/internal/say"

// A Template makes the plans of racers that differ in the values of a few knobs, much faster than their Specs would one by
// one. It belongs to one goroutine.
type Template struct {
	spec   Spec
	method *Method
	knobs  []Knob
	varied []Knob
	values settings
	plan   *Plan // the last one that was made
}

// Template is the template of the racers that differ from s in these knobs, in a race of so many steps. It fails as Check
// does, and if a knob does not apply or is no number.
func (s Spec) Template(steps int, vary ...string) (*Template, error) {
	if err := s.Check(); err != nil {
		return nil, err
	}
	t := &Template{spec: s.Clone(), method: findMethod(s.Method), knobs: s.knobs()}
	t.values = settings{
		steps: steps, climbs: s.Climbs(), values: make(map[string]Value, len(t.knobs)), formulas: make(map[string]*factors),
	}
	if t.spec.Set == nil {
		t.spec.Set = make(map[string]Value)
	}
	for _, name := range vary {
		k, err := s.Knob(name)
		if err != nil {
			return nil, err
		}
		if k.Kind == List || k.Kind == Text {
			return nil, say.Errorf("%s is a %v, which has no range", name, k.Kind)
		}
		t.varied = append(t.varied, k)
	}
	return t, nil
}

// Plan makes the plan of the racer with these values of the varied knobs, one for each, in their order. It is the plan that
// the racer's Spec would make, and fails as that does. It is good until the next call, which uses its memory again if it can.
// It is kept in no box.
func (t *Template) Plan(dim int, values ...float64) (*Plan, error) {
	for i, k := range t.varied {
		v := Num(values[i])
		if err := k.Check(v); err != nil {
			return nil, t.spec.blame(err)
		}
		t.spec.Set[k.Name] = v
	}
	t.spec.settleIn(t.values, t.knobs)
	if err := t.spec.together(t.method, t.values); err != nil {
		return nil, t.spec.blame(err)
	}
	rate, rules := t.spec.schedule(t.values), t.spec.rules(t.method, t.values)
	if t.plan == nil || !t.plan.refit(dim, rate, rules) {
		t.plan = NewPlan(dim, rate, rules...)
	}
	return t.plan.Within(Box{}).climb(t.values.on(maximizeKnob.Name)), nil
}
