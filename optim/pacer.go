package optim

// A pacer is a schedule that looks at the loss: a rule, the first of its plan, which sets the rate of each update. Its first
// memory is the rate of the update that the row is about to make.
type pacer interface {
	Rule
	// first is the rate of its first update.
	first() float64
}

// pacer is the plan's stage that sets the rate, or nil.
func (p *Plan) pacer() *stage {
	if len(p.stages) > 0 {
		if _, is := p.stages[0].rule.(pacer); is {
			return &p.stages[0]
		}
	}
	return nil
}

// Due is the learning rate of update t, which row t is about to make. Only a schedule that looks at the loss needs the row; its
// rate is that of any row later than the last one too.
func (p *Plan) Due(row []float64, t int) float64 {
	if s := p.pacer(); s != nil && row != nil {
		return row[s.memory]
	}
	return p.Rate(t)
}

// Watches tells whether the schedule looks at the loss: then no rate is known before its update is due.
func (s Spec) Watches() bool { return s.schedules().watch != nil }

// pace notes the rate with which a pacer begins, or, if it goes on from one with another lr, goes on.
func (p *Plan) pace(row []float64, from *stage) {
	s := p.pacer()
	if s == nil {
		return
	}
	first := s.rule.(pacer).first()
	if from == nil || from.rule.(pacer).first() != first {
		fill(view(row, s.memory, p.dim), first)
	}
}
