package fair

import (
	"context"
	"fmt"

	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// How small the race is that is held for an example, before the first one that is asked for.
const (
	exampleTrials = 6      // settings that are tried of each racer
	exampleStarts = 20     // of its contest
	exampleEffort = 500000 // gradients, where one of examples counts by their number, that it may take
)

// askExample holds a small race in the background, for the table not to be empty, if that takes but a moment.
func (p *Pane) askExample() {
	doc := &p.state.Doc
	_, made := p.job.Result()
	effort := len(doc.Racers) * doc.Steps * (exampleTrials + exampleStarts) * max(p.state.Examples(), 1)
	if made || p.job.Busy() || p.waiting || len(doc.Racers) == 0 || effort > exampleEffort {
		p.example.Forget()
		return
	}
	if !p.state.Surveyable() {
		return
	}
	fair := lab.FairRace{Survey: p.state.Survey(), Fair: setup.Fair{
		Knobs: doc.Fair.Knobs, Budget: exampleTrials * doc.Steps, Starts: exampleStarts,
	}}
	key := fmt.Sprint(doc.Fair.Knobs)
	for i := range doc.Racers {
		key += fair.Survey.SwarmKey(i)
	}
	p.example.Ask(key, func(ctx context.Context, r *job.Report[contest]) error {
		results, err := fair.Run(ctx, r.Done)
		if err != nil {
			return err
		}
		least, _ := fair.Bottom()
		r.Publish(contest{results, fair.Doc, least})
		return nil
	})
}

// shownContest is what the table shows: the results, or before there are any the example, which stands back.
func (p *Pane) shownContest() (c contest, example bool) {
	c, made := p.job.Result()
	if made || p.job.Busy() || p.waiting {
		return c, false
	}
	c, example = p.example.Result()
	return c, example
}

// exampleNote says what the example is.
func exampleNote() string {
	return words.T("An example: %d trials for each racer, and a contest from %d starts. Tune and race for all of it.",
		exampleTrials, exampleStarts)
}
