package optim

// PlanFrom makes the plan of a spec that takes a run over from another one at update at, 1 or more, in a race of so many steps;
// before is the spec of the plan from. A rule that the other plan has too, with equal memories, goes on with what it remembers
// and with its count of updates. Any other rule begins there, as if at update 0: its memories are zero, its bias correction is
// that of a first step. So does the schedule of another method, and one of another kind: its defaults fit the steps that are
// left. In PyTorch that is an optimizer, or a scheduler, made anew. A schedule that looks at the loss goes on with what it has
// counted, from the rate to which it has come or, if lr is another one, from there. What is drawn at random, and the noise of
// the loss, stays that of the race's own update.
func (s Spec) PlanFrom(at, dim, steps int, before Spec, from *Plan) (*Plan, error) {
	since, length := from.since, steps
	if s.Method != before.Method || s.Schedule != before.Schedule {
		since = at
	}
	if since > 0 {
		length = max(steps-since, 0)
	}
	p, err := s.Plan(dim, length)
	if err != nil {
		return nil, err
	}
	p.since = since
	for i := range p.stages {
		own := &p.stages[i]
		own.since = at
		if old := from.stage(own); old != nil && p.climbs == from.climbs {
			own.since = old.since
		}
		if own == p.pacer() && p.since == at {
			own.since = at
		}
	}
	p.step.seed = from.step.seed
	return p.Within(from.box), nil
}

// stage is that of the plan whose memories a stage of another plan can take over, or nil.
func (p *Plan) stage(of *stage) *stage {
	for i := range p.stages {
		if s := &p.stages[i]; s.name == of.name && s.count == of.count {
			for k, name := range s.names {
				if of.names[k] != name {
					return nil
				}
			}
			return s
		}
	}
	return nil
}

// TakeOver fills dst, a row of this plan's, from src, the row of the plan from at which this one takes the run over: see
// PlanFrom. Position, loss, gradient and what was spent stay as they are.
func (p *Plan) TakeOver(dst []float64, from *Plan, src []float64) {
	dst = dst[:p.width]
	clear(dst)
	copy(dst[:atX+2*p.dim], src)
	var before *stage // whose pace goes on
	for i := range p.stages {
		own := &p.stages[i]
		if old := from.stage(own); old != nil && own.since == old.since {
			n := own.count * p.dim
			copy(dst[own.memory:own.memory+n], src[old.memory:old.memory+n])
			if own == p.pacer() {
				before = old
			}
		}
	}
	p.pace(dst, before)
}

// Restarts tells whether some rule with a memory begins anew where the plan takes a run over at update at: see PlanFrom.
func (p *Plan) Restarts(at int) bool {
	for _, s := range p.stages {
		if s.count > 0 && s.since == at {
			return true
		}
	}
	return false
}
