package bench

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"descentlab/app/contest"
	"descentlab/app/figure/runtimes"
	"descentlab/app/job"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
)

// made is a benchmark that has been made, and its pictures by stage.
type made struct {
	result             *contest.Result
	runtimes, profiles []*runtimes.Picture
}

// How small the benchmark is that is made for an example.
const (
	exampleBudget    = 200
	exampleInstances = 2
	exampleRacers    = 12
)

// racers are those of the document, and their identities.
func (p *Pane) racers() (specs []optim.Spec, slots []int) {
	for _, r := range p.state.Doc.Racers {
		specs, slots = append(specs, r.Spec.Clone()), append(slots, r.Slot)
	}
	return specs, slots
}

// make is a benchmark as a job.
func (p *Pane) make(s contest.Setting) job.Work[made] {
	var slots []int
	s.Racers, slots = p.racers()
	return func(ctx context.Context, r *job.Report[made]) error {
		result, err := contest.Make(ctx, s, slots, r.Done)
		if err != nil {
			return err
		}
		m := made{result: result}
		for i := range result.Stages {
			of, err := runtimes.New(ctx, result, i, false)
			if err != nil {
				return err
			}
			profile, err := runtimes.New(ctx, result, i, true)
			if err != nil {
				return err
			}
			m.runtimes, m.profiles = append(m.runtimes, of), append(m.profiles, profile)
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
	s := p.setting
	s.Racers, _ = p.racers()
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
	s := contest.Usual()
	s.Budget, s.Instances = exampleBudget, exampleInstances
	p.example.Ask(key(p.racers()), p.make(s))
}

// key tells racers apart.
func key(specs []optim.Spec, slots []int) string {
	var b strings.Builder
	for i, s := range specs {
		fmt.Fprintln(&b, s, slots[i])
	}
	return b.String()
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
	if m, _ := p.shown(); m.result == nil || p.racer >= len(m.result.Names) {
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
		p.told.Set(words.T("The racers have changed since: these are the results of before."))
	default:
		p.told.Set(m.result.Summary(p.stage(m)) + " " + strings.Join(m.result.Rules(p.stage(m))[1:3], " "))
	}
}

// stale tells whether other racers run by now.
func (p *Pane) stale(m made) bool {
	specs, slots := p.racers()
	st := m.result.Stages[p.stage(m)]
	same := func(list []optim.Spec) bool {
		return slices.EqualFunc(specs, list, func(a, b optim.Spec) bool { return a.Equal(b) })
	}
	return !slices.Equal(slots, m.result.Slots) || !same(m.result.Setting.Racers) && !same(st.Racers)
}

// play shows the run behind the step that is pointed at: its problem, its start and the racers with the settings that they had
// there, from the beginning. It is one edit, which undo takes back.
func (p *Pane) play() {
	m, _ := p.shown()
	if m.result == nil || p.racer < 0 || p.view.Selected() != showRuntimes {
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
