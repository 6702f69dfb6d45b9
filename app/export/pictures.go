package export

import (
	"context"

	"descentlab/app/export/picture"
	"descentlab/app/export/poster"
	"descentlab/app/lab"
	"descentlab/optim/sweep"
)

// Views are pictures that a room draws itself, of nothing that could be opened again.
var Views = kind[picture.Picture]("picture").
	Pictured(func(_ context.Context, p picture.Picture) (picture.Picture, error) { return p, nil })

// Kinds of pictures that are another view of a race.
var (
	// Sides is a race with a map for every racer.
	Sides = kind[lab.Run]("side by side").Of(documentOf).Pictured(runPicture(poster.Side))
	// Charts are those of a race alone.
	Charts = kind[lab.Run]("charts").Of(documentOf).Pictured(runPicture(poster.Charts))
	// Rates is how far down every racer of an experiment comes with which learning rate.
	Rates = kind[lab.Run]("learning rates").Of(documentOf).Pictured(ratesPicture)
	// Steps is a step of a race taken apart.
	Steps = kind[Step]("step").Of(func(s Step) any { return s.Run.Doc }).Pictured(stepPicture)
)

func documentOf(r lab.Run) any { return r.Doc }

// A Step is one of a racer of a race that is recorded with all that its methods remember.
type Step struct {
	Run  lab.Run
	Slot int // of the racer
	Step int // that is left
}

func runPicture(of func(lab.Run) picture.Picture) func(context.Context, lab.Run) (picture.Picture, error) {
	return func(_ context.Context, r lab.Run) (picture.Picture, error) {
		p := of(r)
		p.Notes = provenanceOfRun(r)
		return p, nil
	}
}

// rateRuns is how many learning rates a racer is run with, as in the window.
const rateRuns = 129

// ratesPicture lets all racers run with learning rates all over their sliders.
func ratesPicture(ctx context.Context, r lab.Run) (picture.Picture, error) {
	survey, runs := r.Survey(), map[int][]lab.RateRun{}
	for i, racer := range r.Doc.Racers {
		list, err := survey.Rates(ctx, i, rateRuns, sweep.Options{})
		if err != nil {
			return picture.Picture{}, err
		}
		runs[racer.Slot] = list
	}
	p := poster.Rates(r, runs)
	p.Notes = provenanceOfRun(r)
	return p, nil
}

func stepPicture(_ context.Context, s Step) (picture.Picture, error) {
	p, notes := poster.Step(s.Run, s.Slot, s.Step), provenanceOfRun(s.Run)
	notes.Add("shown", p.Title)
	p.Notes = notes
	return p, nil
}

// swarmPicture is that of one racer's swarm.
func swarmPicture(_ context.Context, s Swarm) (picture.Picture, error) {
	one := s.Racers[0]
	p := poster.Swarm(s.Run, &lab.Swarmed{SwarmRun: one.Run, Slot: one.Racer.Slot, Places: s.Run.Field.Searched}, one.Name)
	p.Notes = provenanceOfSwarm(&s)
	return p, nil
}

func fairPicture(_ context.Context, o FairOutcome) (picture.Picture, error) {
	p := poster.Fair(o.Doc, o.Results)
	p.Notes = provenanceOfFair(&o)
	return p, nil
}
