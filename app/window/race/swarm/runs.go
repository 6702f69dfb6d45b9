package swarm

import (
	"context"
	"errors"

	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim/sweep"
)

// A result is what has become of a wish for a swarm.
type result struct {
	swarm *lab.Swarmed // nil: there is nowhere to begin
	bands []sweep.Band
}

// refresh asks for the swarm of the racer that is looked at, if it is another one than before. In the middle of a stroke the
// swarm at hand is finished first: else it would be begun again and again, and nothing be seen of it.
func (p *Pane) refresh() {
	p.showChoices()
	i := p.state.Doc.Subject()
	if i < 0 {
		p.forget()
		p.show()
		return
	}
	if !p.state.Surveyable() {
		return
	}
	survey := p.state.Survey()
	ask := p.job.Ask
	if p.state.View.Stroke >= 0 {
		ask = p.job.Queue
	}
	ask(survey.SwarmKey(i), func(ctx context.Context, r *job.Report[result]) error {
		run, err := survey.Swarm(ctx, i, sweep.Options{Progress: r.Counter(0, 1)})
		switch {
		case errors.Is(err, lab.ErrNothingPainted):
			r.Publish(result{})
			return nil
		case err != nil:
			return err
		}
		swarm := &lab.Swarmed{SwarmRun: run, Slot: survey.Doc.Racers[i].Slot, Places: survey.Places}
		r.Publish(result{swarm, run.Bands()})
		return nil
	})
	p.show()
}

// forget ends the runs at hand and takes the swarm away, if there are any: not for every frame of a race that plays.
func (p *Pane) forget() {
	if _, made := p.job.Result(); made || p.job.Key() != "" {
		p.job.Forget()
		p.changed()
	}
}

// changed shows what has become of the runs, on the maps too.
func (p *Pane) changed() {
	p.show()
	now, _ := p.job.Result()
	if now.swarm == p.told {
		return
	}
	p.told = now.swarm
	p.desk.Lab().Look(func(v *lab.View) { v.Swarm = now.swarm })
}

// progress says how much of the runs is done; "" while that is not worth telling.
func (p *Pane) progress() string {
	told, telling := p.job.Progress()
	if !telling {
		return ""
	}
	return words.Progress(told.Part, told.Left, told.Sure)
}

// waiting says why there is no picture, or not yet; "" if there is one.
func (p *Pane) waiting() string {
	now, _ := p.job.Result()
	progress := p.progress()
	switch {
	case p.state.Doc.Subject() < 0:
		return words.T("Add an optimizer: a swarm is many runs of one.")
	case p.unpainted() && p.state.View.Tool == lab.ToolPaint:
		return words.T("Nothing is painted yet: drag over the map.")
	case p.unpainted():
		return words.T("Nothing is painted yet: Paint, and drag over the map.")
	case now.swarm != nil:
		return ""
	case p.job.Stopped():
		return words.T("Stopped. The next change runs it again.")
	case progress != "":
		return words.T("Running … %s (Esc stops)", progress)
	}
	return words.T("Running …")
}

// unpainted tells whether the runs are to begin where is painted, and nothing is, or all is rubbed out.
func (p *Pane) unpainted() bool {
	doc := &p.state.Doc
	if doc.Swarm.From != setup.FromPainted {
		return false
	}
	now, _ := p.job.Result()
	return now.swarm == nil && (p.job.Fresh() || len(doc.Painted) == 0)
}
