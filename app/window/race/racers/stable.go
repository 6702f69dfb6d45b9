package racers

import (
	"context"
	"fmt"

	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/outcome"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
)

// stableRates are the largest rates, by slot, at which racers that have diverged would not have. They are not changed once made.
type stableRates = map[int]float64

// raceKey tells races apart.
func raceKey(doc *setup.Experiment) string { return fmt.Sprint(setup.KeyOf(setup.OfRace, doc)) }

// seekStable looks, in the background, for stable rates of those who have diverged.
func (p *Pane) seekStable(s lab.State) {
	var lost []int
	if s.Field != nil {
		for i := range s.TapeDoc.Racers {
			if _, diverged := s.Diverged(i); diverged {
				lost = append(lost, i)
			}
		}
	}
	if len(lost) == 0 {
		p.stable.Forget()
		return
	}
	p.stable.Ask(raceKey(&s.TapeDoc), func(ctx context.Context, r *job.Report[stableRates]) error {
		found := stableRates{}
		for _, i := range lost {
			if rate, ok := outcome.StableRate(ctx, s, i); ok {
				found[s.TapeDoc.Racers[i].Slot] = rate
			}
		}
		r.Publish(found)
		return nil
	})
}

// stableRate is the one of a slot's racer, 0 if there is none, and whether it is of the race that is recorded now.
func (p *Pane) stableRate(slot int) (rate float64, valid bool) {
	s := p.desk.Lab().State()
	found, made := p.stable.Result()
	if !made || p.stable.Of() != raceKey(&s.Doc) {
		return 0, false
	}
	return found[slot], true
}

// showStable offers what has been found.
func (p *Pane) showStable() {
	p.Update(p.desk.Lab().State(), lab.FieldChanged)
}

// tell says on an open card what is wrong with its rate: when the racer has diverged, and at which rate it would not have; or
// from which rate on it goes too fast. What is offered is of this race; while it is looked for, after another one, the old offer
// stays, so that nothing changes under a hand at a slider, and cannot be taken.
func (c *card) tell(s lab.State, limit float64) {
	verdict, diverged := s.Diverged(s.TapeDoc.RacerAt(c.slot))
	if !diverged {
		c.offered = 0
		text := ""
		if limit > 0 && limit < c.fastest() {
			text = words.T("too fast above %s", words.Digits(limit, 3))
		}
		c.open.notice.Set(text, "", false)
		return
	}
	rate, valid := c.pane.stableRate(c.slot)
	if valid {
		c.offered = rate
	}
	help := ""
	if c.offered > 0 {
		help = words.T("take lr %s", words.Digits(c.offered, 2))
	}
	c.open.notice.Set(words.Ending(verdict), help, valid)
}

// fastest is the end of the track of the racer's rate; 0 if there is none.
func (c *card) fastest() float64 {
	s := c.pane.desk.Lab().State()
	spec := s.Doc.Racers[c.index].SpecAt(stepOf(s))
	for _, k := range spec.Knobs() {
		if k.Name == "lr" {
			return k.Max
		}
	}
	return 0
}

// takeStable gives the racer the rate that is offered.
func (c *card) takeStable() {
	rate := c.offered
	_ = c.edit("", func(r *setup.Racer) { r.Spec = r.Spec.With("lr", optim.Num(rate)) })
}
