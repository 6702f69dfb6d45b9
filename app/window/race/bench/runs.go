package bench

import (
	"context"
	"strings"

	"descentlab/app/contest"
	"descentlab/app/figure/runtimes"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
)

// made is a benchmark that has been made, and its pictures by stage.
type made struct {
	result   *contest.Result
	pictures map[lab.BenchPicture][]*runtimes.Picture
}

// How small the benchmark is that is made for an example.
const (
	exampleBudget    = 200
	exampleInstances = 2
	exampleRacers    = 12
)

// slots are the identities of the document's racers.
func (p *Pane) slots() (list []int) {
	for _, r := range p.state.Doc.Racers {
		list = append(list, r.Slot)
	}
	return list
}

// make is a benchmark as a job.
func (p *Pane) make(s contest.Setting) job.Work[made] {
	slots := p.slots()
	return func(ctx context.Context, r *job.Report[made]) error {
		result, err := contest.Make(ctx, s, slots, r.Done)
		if err != nil {
			return err
		}
		m := made{result: result, pictures: map[lab.BenchPicture][]*runtimes.Picture{}}
		for _, kind := range pictures {
			for stage := range result.Stages {
				picture, err := runtimes.New(ctx, result, stage, kind)
				if err != nil {
					return err
				}
				m.pictures[kind] = append(m.pictures[kind], picture)
			}
		}
		r.Publish(m)
		return nil
	}
}

// press begins the benchmark, or stops it.
func (p *Pane) press() {
	if p.job.Interrupt() {
		return
	}
	s := contest.Of(&p.state.Doc)
	if err := s.Check(); err != nil {
		p.told.Set(words.Sentence(err))
		return
	}
	p.racer = -1
	p.job.Forget()
	p.job.Ask("bench", p.make(s))
	p.changed()
}

// askExample makes a small benchmark in the background, for the picture not to be empty.
func (p *Pane) askExample() {
	_, there := p.job.Result()
	n := len(p.state.Doc.Racers)
	if there || p.job.Busy() || n == 0 || n > exampleRacers {
		p.example.Forget()
		return
	}
	e := setup.Experiment{Racers: p.state.Doc.Racers, Bench: setup.Bench{Budget: exampleBudget, Instances: exampleInstances}}
	p.example.Ask(setup.KeyOf(setup.OfBench, &e).String(), p.make(contest.Of(&e)))
}

// shown is the benchmark that is seen: the one that was asked for, or before there is any the example.
func (p *Pane) shown() (m made, example bool) {
	m, there := p.job.Result()
	if there || p.job.Busy() {
		return m, false
	}
	m, example = p.example.Result()
	return m, example
}

// changed says how the benchmark stands, and shows it.
func (p *Pane) changed() { p.show() }

// show shows the picture and what is told of it.
func (p *Pane) show() {
	if p.box == nil {
		return // the controls are being made
	}
	p.run.SetText(words.T("Run"))
	if p.job.Busy() {
		p.run.SetText(words.T("Stop"))
	}
	m, example := p.shown()
	if whole := m.result != nil && !example; whole {
		p.export.Enable()
	} else {
		p.export.Disable()
	}
	if m.result == nil || p.racer >= len(m.result.Names) {
		p.racer = -1
	}
	p.drawing.Redraw()
	p.say()
}

// say tells what is pointed at, how the benchmark stands, or what it shows.
func (p *Pane) say() {
	m, example := p.shown()
	told, telling := p.job.Progress()
	switch picture := p.picture(); {
	case p.job.Busy() && telling:
		p.told.Set(words.T("Running … %s (Esc stops)", words.Progress(told.Part, told.Left, told.Sure)))
	case p.job.Busy():
		p.told.Set(words.T("Running …"))
	case picture != nil && p.racer >= 0:
		p.told.Set(picture.Said(p.racer, p.at))
	case p.job.Stopped():
		p.told.Set(words.T("Stopped."))
	case p.job.Err() != nil:
		p.told.Set(words.Sentence(p.job.Err()))
	case len(p.state.Doc.Racers) == 0:
		p.told.Set(words.T("Add an optimizer: a benchmark compares them."))
	case picture == nil:
		p.told.Set(words.T("The benchmark begins with a click on Run."))
	case example:
		p.told.Set(words.T("An example: %d instances of the BBOB functions and %d evaluations of each run. Run makes the whole.",
			exampleInstances, exampleBudget))
	case p.stale(m):
		p.told.Set(words.T("The racers or the rules have changed since: these are the results of before."))
	case picture.Kind == lab.BenchProfile:
		p.told.Set(contest.ProfileWarning())
	default:
		p.told.Set(m.result.Summary(p.stage(m)) + p.rest(m))
	}
}

// rest is what of the rules is told below the picture: the main ones, if there is no room for all of them on it.
func (p *Pane) rest(m made) string {
	if size := p.drawing.Size(); p.ruled(1, float64(size.Width), float64(size.Height)) {
		return ""
	}
	return " " + strings.Join(m.result.Rules(p.stage(m))[1:3], " ")
}

// stale tells whether by now other racers would run, or another benchmark. The racers may be those that tuning has found, which
// whoever looks at a run has put into the document.
func (p *Pane) stale(m made) bool {
	doc, st := &p.state.Doc, &m.result.Stages[p.stage(m)]
	was := doc.Bench.Filled()
	was.Suite, was.Budget, was.Instances = m.result.Setting.Suite, m.result.Setting.Budget, m.result.Setting.Instances
	same := func(list []optim.Spec) bool {
		e := setup.Experiment{Bench: was}
		for i, spec := range list {
			e.Racers = append(e.Racers, setup.Racer{Spec: spec, Slot: m.result.Slots[i]})
		}
		return setup.Same(setup.OfBench, doc, &e)
	}
	return was.Tuning != st.Trials || !same(m.result.Setting.Racers) && !same(st.Racers)
}

// play shows the run behind the step that is pointed at: its problem, its start and the racers with the settings that they had
// there, from the beginning. It is one edit, which undo takes back.
func (p *Pane) play() {
	m, _ := p.shown()
	if m.result == nil || p.racer < 0 || p.state.View.Bench != lab.BenchRuntimes {
		return
	}
	st := &m.result.Stages[p.stage(m)]
	step, ok := st.Curves[p.racer].Latest(p.at)
	if !ok {
		return
	}
	of := st.Results.Trials[p.racer][step.Problem].Steps[step.Target]
	problem, slot := m.result.Suite.Problems[step.Problem], m.result.Slots[p.racer]
	err := p.desk.Edit("", func(e *setup.Experiment) {
		problem.Show(e)
		e.Racers = nil
		for i, spec := range st.Racers {
			e.Racers = append(e.Racers, setup.Racer{Spec: spec.Clone(), Slot: m.result.Slots[i]})
		}
		e.Noise, e.Steps = 0, max(20, int(of)+int(of)/4)
		e.Look.Subject = slot
	})
	if err == nil {
		p.desk.Lab().Seek(0)
		p.desk.Lab().Play()
		p.desk.Notice(words.T("%s: %s", m.result.Names[p.racer], m.result.StepSaid(p.stage(m), step)))
	}
}
