package fair

import (
	"context"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
)

// A contest is a fair race that has been held.
type contest struct {
	results []lab.FairResult
	of      setup.Experiment // that they are of
	least   float64          // the least loss of its minima
}

// elsewhere tells whether it was held on another surface than an experiment's: what was found there is of no use here.
func (c contest) elsewhere(now *setup.Experiment) bool {
	return len(c.results) > 0 && !setup.Same(setup.OfSurface, &c.of, now)
}

// elsewhereNote says of which surface the results are.
func (c contest) elsewhereNote(now *setup.Experiment) string {
	there, err := c.of.Landscape()
	here, fault := now.Landscape()
	if err != nil || fault != nil || there.Title == "" || there.Title == here.Title {
		return words.T("The surface has changed since: these are the results of before.")
	}
	return words.T("These results are of another surface: %s.", there.Title)
}

// An errand is the pane's race for Escape, which ends one too that waits for its surface.
type errand struct{ pane *Pane }

// Busy tells whether a race is under way.
func (e errand) Busy() bool { return e.pane.job.Busy() }

// Interrupt ends it, and tells whether there was one.
func (e errand) Interrupt() bool { return e.pane.interrupt() }

// Hold lets it rest, or go on.
func (e errand) Hold(held bool) { e.pane.job.Hold(held) }

// End gives it up.
func (e errand) End() { e.pane.job.End() }

// press begins a race, or stops what is under way.
func (p *Pane) press() {
	if p.interrupt() {
		return
	}
	doc := &p.state.Doc
	if len(doc.Racers) == 0 {
		p.say(words.T("No racers. Add one to tune it."))
		return
	}
	if err := doc.Fair.Enough(doc.Steps); err != nil {
		p.say(words.Sentence(words.Errorf("the %w", err)))
		return
	}
	p.waiting = true
	p.say(words.T("The race begins when the minima of the surface have been found …"))
	p.begin()
	p.show()
}

// begin begins the race that is wanted, once the surface is known.
func (p *Pane) begin() {
	if !p.waiting || !p.state.Surveyable() {
		return
	}
	p.waiting = false
	if len(p.state.Doc.Racers) == 0 {
		p.say(words.T("No racers. Add one to tune it."))
		p.show()
		return
	}
	fair := lab.FairRace{Survey: p.state.Survey(), Fair: p.state.Doc.Fair}
	p.job.Forget() // of a race that is wanted again, the results of before say nothing
	p.job.Ask("fair", func(ctx context.Context, r *job.Report[contest]) error {
		results, err := fair.Run(ctx, r.Done)
		if err != nil {
			return err
		}
		least, _ := fair.Bottom()
		r.Publish(contest{results, fair.Doc, least})
		return nil
	})
	p.changed()
}

// interrupt stops the race, on the user's wish, and tells whether there was one.
func (p *Pane) interrupt() bool {
	if p.job.Interrupt() {
		return true
	}
	waited := p.waiting
	if p.waiting = false; waited {
		p.say(words.T("Stopped."))
		p.show()
	}
	return waited
}

// changed says how the race stands, and shows its results.
func (p *Pane) changed() {
	switch c, made := p.job.Result(); {
	case p.job.Busy():
		p.say(p.progress())
	case p.job.Stopped():
		p.say(words.T("Stopped."))
	case p.job.Err() != nil:
		p.say(words.Sentence(p.job.Err()))
	case made:
		p.say(figure.FairNote(c.of.Fair, c.of.Steps))
	}
	p.show()
}

// progress says how much of the race is done, as far as that is worth telling.
func (p *Pane) progress() string {
	told, telling := p.job.Progress()
	if !telling {
		return words.T("Tuning and racing …")
	}
	return words.T("Tuning and racing … %s (Esc stops)", words.Progress(told.Part, told.Left, told.Sure))
}

// takeOver gives the racers the settings that were found, as far as they are still there.
func (p *Pane) takeOver() {
	c, _ := p.job.Result()
	if c.elsewhere(&p.state.Doc) {
		return
	}
	found := map[int]optim.Spec{}
	for i, r := range c.results {
		found[c.of.Racers[i].Slot] = r.Spec
	}
	p.desk.Edit("", func(e *setup.Experiment) {
		for i := range e.Racers {
			if spec, ok := found[e.Racers[i].Slot]; ok && spec.Method == e.Racers[i].Spec.Method {
				e.Racers[i].Spec = spec.Clone()
			}
		}
	})
}
