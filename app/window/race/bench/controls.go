package bench

import (
	"path/filepath"
	"slices"

	"descentlab/app/contest"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim/bench"
	"descentlab/widgets"
	"descentlab/widgets/kit"
)

// pictures are what can be seen of a benchmark, in the order of the segments.
var pictures = []lab.BenchPicture{lab.BenchRuntimes, lab.BenchProfile, lab.BenchTuning}

// Suites, in the order of the segments.
const (
	ofBBOB = iota
	ofCatalogue
	ofFolder
)

// makeChoices makes what is chosen of a few.
func (p *Pane) makeChoices() {
	p.suite = widgets.NewSegmented(words.T("BBOB"), words.T("surfaces"), words.T("folder …"))
	p.suite.SetHints(words.T("The 24 functions of the Black-Box Optimization Benchmarking"),
		words.T("The program's own surfaces, from many starts"), words.T("The experiments of a folder: choose one of its files"))
	p.suite.Tight = true
	p.suite.OnChanged = p.choose
	p.tuning = widgets.NewSegmented("1", "5", "20", "100") // contest.Trials
	p.tuning.OnChanged = func(i int) { p.set("", func(b *setup.Bench) { b.Tuning = contest.Trials[i] }) }
	p.view = widgets.NewSegmented(words.T("runtimes"), words.T("profile"), words.T("tuning"))
	p.view.Tight = true
	p.view.SetHints(words.T("Which part of all pairs of a problem and a target is solved after how many evaluations"),
		words.T("On which part each racer needs at most so many times the evaluations of the fastest"),
		words.T("Which part is solved within the budget, after how many trials of tuning"))
	p.view.OnChanged = func(i int) {
		p.racer = -1
		p.desk.Lab().Look(func(v *lab.View) { v.Bench = pictures[i] })
	}
	p.run = kit.NewButton(words.T("Run"), "", words.T("Let all racers try all problems"), p.press)
	p.run.SetPrimary(true)
	p.export = kit.NewIconButton(kit.IconExport, words.T("Write the benchmark to a file: %s", formats()), p.write)
}

// makeNumbers makes the sliders.
func (p *Pane) makeNumbers() {
	usual := setup.Bench{}.Filled()
	p.budget = p.knob(widgets.KnobSpec{
		Label: words.T("budget"), Help: words.T("Gradient evaluations that each run may spend"),
		Min: 10, Max: 1e5, Low: 1, High: bench.MaxBudget, Scale: widgets.Log, Default: float64(usual.Budget),
	}, "bench budget", func(b *setup.Bench, v int) { b.Budget = v })
	p.instances = p.knob(widgets.KnobSpec{
		Label: words.T("instances"), Help: words.T("Of each function: other shifts and rotations, or other starts"),
		Min: 1, Max: 30, Low: 1, High: setup.MaxInstances, Default: float64(usual.Instances),
	}, "bench instances", func(b *setup.Bench, v int) { b.Instances = v })
}

// knob is a slider of whole numbers that changes the document by edits of a key.
func (p *Pane) knob(spec widgets.KnobSpec, key string, set func(*setup.Bench, int)) *widgets.Knob {
	spec.Integer = true
	k := widgets.NewKnob(spec)
	k.OnChanged = func(v float64, done bool) {
		p.set(key, func(b *setup.Bench) { set(b, int(v)) })
		if done {
			p.desk.Lab().Seal()
		}
	}
	k.Scroller = p.desk.Around()
	k.OnError = p.told.Set
	return k
}

// set changes the benchmark of the document.
func (p *Pane) set(key string, f func(*setup.Bench)) {
	_ = p.desk.Edit(key, func(e *setup.Experiment) { f(&e.Bench) }) // what is wrong has been said
}

// choose takes a suite; a folder is that of a file which is asked for.
func (p *Pane) choose(i int) {
	switch i {
	case ofBBOB:
		p.set("", func(b *setup.Bench) { b.Suite = "" })
	case ofCatalogue:
		p.set("", func(b *setup.Bench) { b.Suite = setup.SuiteCatalogue })
	case ofFolder:
		p.showChoices() // until one is chosen
		p.desk.Open(func(path string) {
			p.set("", func(b *setup.Bench) { b.Suite = filepath.Dir(path) })
		}, ".json")
	}
}

// showChoices shows what the document says, and which picture is seen.
func (p *Pane) showChoices() {
	b := p.state.Doc.Bench.Filled()
	switch b.Suite {
	case setup.SuiteBBOB:
		p.suite.SetSelected(ofBBOB)
	case setup.SuiteCatalogue:
		p.suite.SetSelected(ofCatalogue)
	default:
		p.suite.SetSelected(ofFolder)
	}
	p.budget.SetValue(float64(b.Budget))
	p.instances.SetValue(float64(b.Instances))
	p.tuning.SetSelected(slices.Index(contest.Trials, b.Tuning))
	p.showRules()
	p.view.SetSelected(max(0, slices.Index(pictures, p.state.View.Bench)))
}

// showRules says what the choices come to.
func (p *Pane) showRules() {
	b := p.state.Doc.Bench.Filled()
	suite := words.T("BBOB")
	switch b.Suite {
	case setup.SuiteBBOB:
	case setup.SuiteCatalogue:
		suite = words.T("surfaces")
	default:
		suite = filepath.Base(b.Suite)
	}
	text := words.T("%s × %d, budget %s", suite, b.Instances, words.Large(b.Budget))
	if b.Tuning > 1 {
		text += words.T(", %d trials of tuning", b.Tuning)
	}
	p.rules.Set(words.T("Rules:"), text, p.choices.Visible())
}
