package optim

import (
	"cmp"
	"fmt"
	"slices"

	"descentlab/internal/say"
)

// A pythonLeg is a part of a script between two changes of the racer.
type pythonLeg struct {
	from, to int // its updates
	length   int // of the race that the defaults of its settings fit
	spec     Spec
	method   *Method
	plan     *Plan  // which knows what goes on from the leg before: see PlanFrom
	torch    bool   // with PyTorch's optimizer
	lacks    string // what PyTorch's optimizer has not
	carries  bool   // the method's own memories go on
	restarts bool   // and some of them begin anew
	base     int    // the loop counts from here: the update with which the method's rule begins, or 0
	paced    bool   // the rate is that of an optimizer of its own, the pacer, which moves nothing
}

// pythonLegs are the parts of the racer's race.
func (w *pythonWriter) pythonLegs() ([]*pythonLeg, error) {
	dim, steps := len(w.race.Start), w.race.Steps
	plan, err := w.spec.Plan(dim, steps)
	if err != nil {
		return nil, err
	}
	legs := []*pythonLeg{{to: steps, length: steps, spec: w.spec, method: w.method, plan: plan, restarts: true}}
	for _, c := range w.race.Changes {
		last := legs[len(legs)-1]
		if c.At >= steps || c.Spec.Equal(last.spec) {
			continue
		}
		plan, err := c.Spec.PlanFrom(c.At, dim, steps, last.spec, last.plan)
		if err != nil {
			return nil, err
		}
		leg := &pythonLeg{from: c.At, to: steps, length: steps, spec: c.Spec, method: findMethod(c.Spec.Method), plan: plan}
		if plan.since > 0 {
			leg.length = steps - plan.since
		}
		last.to = c.At
		legs = append(legs, leg)
	}
	for i, leg := range legs {
		w.enter(leg)
		leg.lacks = w.missing()
		leg.torch = leg.method.Python.Torch != "" && leg.lacks == ""
		leg.own(w.settings)
		switch {
		case i > 0 && leg.method.Python.Torch == "" && leg.method.Python.Step == "":
			return nil, say.Errorf("%s is SciPy's in Python: changes on the way are not written for it", leg.method.Title)
		case i > 0 && leg.carries && leg.restarts:
			return nil, say.Errorf("at step %d %s takes a part of what was remembered over: that is not written as one program",
				leg.from, leg.method.Title)
		}
	}
	w.enter(legs[0])
	return legs, agree(legs)
}

// own finds out what becomes of the memories of the method's own rules, and since when they count.
func (leg *pythonLeg) own(k settings) {
	rules := leg.method.rules(k)
	if leg.method.ahead != nil {
		rules = append(rules, leg.method.ahead(k)...)
	}
	leg.restarts, leg.base = false, 0
	remembers := false
	for _, s := range leg.plan.stages {
		named := slices.ContainsFunc(rules, func(r Rule) bool { return r.Name() == s.rule.Name() })
		if _, rate := s.rule.(Rate); !named || rate || remembers && s.count == 0 {
			continue
		}
		leg.base = s.since
		if s.count > 0 {
			remembers = true
			leg.carries = leg.carries || s.since < leg.from
			leg.restarts = leg.restarts || s.since == leg.from
		}
	}
}

// agree lets legs between which memories go on be written in the same way.
func agree(legs []*pythonLeg) error {
	for again := true; again; {
		again = false
		for i := 1; i < len(legs); i++ {
			a, b := legs[i-1], legs[i]
			if b.carries && a.torch != b.torch {
				a.torch, b.torch, again = false, false, true
			}
		}
	}
	for i, leg := range legs {
		switch {
		case !leg.torch && leg.method.Python.Step == "":
			return say.Errorf("%s: PyTorch has it without %s", leg.method.Title, cmp.Or(leg.lacks, "what it becomes on its way"))
		case leg.carries && leg.method != legs[i-1].method && !leg.torch && leg.method.Python.Init != legs[i-1].method.Python.Init:
			return say.Errorf("at step %d %s goes on with what %s remembers: that is not written as one program", leg.from,
				leg.method.Title, legs[i-1].method.Title)
		}
	}
	return nil
}

// tabled tells whether all changes are of the method's own settings, so that a table of them does.
func (w *pythonWriter) tabled(legs []*pythonLeg) bool {
	for i, leg := range legs {
		if i == 0 {
			continue
		}
		if leg.method != legs[0].method || leg.spec.Schedule != "" || w.spec.Schedule != "" || leg.plan.Restarts(leg.from) ||
			leg.torch != legs[0].torch {
			return false
		}
		for _, k := range stageKnobs {
			own := slices.ContainsFunc(leg.method.Knobs, func(m Knob) bool { return m.Name == k.Name })
			if !own && !leg.spec.GetFor(k.Name, w.race.Steps).equal(w.spec.GetFor(k.Name, w.race.Steps)) {
				return false
			}
		}
	}
	return true
}

// enter makes a leg the one that is written.
func (w *pythonWriter) enter(leg *pythonLeg) {
	w.leg, w.spec, w.method = leg, leg.spec, leg.method
	w.knobs, w.settings = leg.spec.resolve(leg.length)
}

// legs writes a race part by part.
func (w *pythonWriter) legs(legs []*pythonLeg) error {
	var before *pythonLeg
	for _, leg := range legs {
		old := w.settings
		w.enter(leg)
		if err := w.fits(); err != nil {
			return err
		}
		if before != nil {
			w.line("\n# From update %d on it is: %s", leg.from, leg.spec)
		}
		var err error
		if leg.torch {
			err = w.torch(before, old)
		} else {
			err = w.loop(before, old)
		}
		if err != nil {
			return err
		}
		before = leg
	}
	return nil
}

// span are the numbers of the leg's updates, as the loop counts them.
func (leg *pythonLeg) span() string {
	from, to := leg.from, leg.to
	if !leg.torch {
		from, to = from-leg.base, to-leg.base
	}
	if from == 0 {
		return fmt.Sprintf("range(%d)", to)
	}
	return fmt.Sprintf("range(%d, %d)", from, to)
}

// stage is the plan's stage around the method that has a rule of a name, or nil: the last one, for a method may have such a rule
// of its own.
func (leg *pythonLeg) stage(rule string) *stage {
	for i := len(leg.plan.stages) - 1; i >= 0; i-- {
		if s := &leg.plan.stages[i]; s.rule.Name() == rule {
			return s
		}
	}
	return nil
}

// counted is the number, from 1, of the update for a stage, in terms of the loop's own t.
func (leg *pythonLeg) counted(rule string) string {
	first := 1
	if leg == nil {
		return "t + 1"
	}
	if s := leg.stage(rule); s != nil {
		first -= s.since
	}
	if !leg.torch {
		first += leg.base
	}
	switch {
	case first == 0:
		return "t"
	case first < 0:
		return fmt.Sprintf("t - %d", -first)
	}
	return fmt.Sprintf("t + %d", first)
}

// begins tells whether the memories of a stage around the method begin with the leg.
func (leg *pythonLeg) begins(rule string) bool {
	s := leg.stage(rule)
	return s == nil || s.since == leg.from
}
