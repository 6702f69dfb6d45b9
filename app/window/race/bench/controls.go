package bench

import (
	"path/filepath"

	"descentlab/app/contest"
	"descentlab/app/words"
	"descentlab/optim/bench"
	"descentlab/widgets"
	"descentlab/widgets/kit"
)

// makeChoices makes the controls.
func (p *Pane) makeChoices() {
	p.suite = widgets.NewSegmented(words.T("BBOB"), words.T("surfaces"), words.T("folder …"))
	p.suite.SetHints(words.T("The 24 functions of the Black-Box Optimization Benchmarking"),
		words.T("The program's own surfaces, from many starts"), words.T("The experiments of a folder: choose one of its files"))
	p.suite.Tight = true
	p.suite.OnChanged = p.choose
	p.suite.SetSelected(ofBBOB)
	p.budget = p.knob(widgets.KnobSpec{
		Label: words.T("budget"), Help: words.T("Gradient evaluations that each run may spend"),
		Min: 10, Max: 1e5, Low: 1, High: bench.MaxBudget, Scale: widgets.Log, Default: float64(p.setting.Budget),
	}, func(v int) { p.setting.Budget = v })
	p.instances = p.knob(widgets.KnobSpec{
		Label: words.T("instances"), Help: words.T("Of each function: other shifts and rotations, or other starts"),
		Min: 1, Max: 30, Low: 1, High: contest.MaxInstances, Default: float64(p.setting.Instances),
	}, func(v int) { p.setting.Instances = v })
	p.budget.SetValue(float64(p.setting.Budget))
	p.instances.SetValue(float64(p.setting.Instances))
	p.tuning = widgets.NewSegmented("1", "5", "20", "100") // contest.Trials
	p.tuning.OnChanged = func(i int) {
		p.setting.Tuning = contest.UpTo(contest.Trials[i])
		p.show()
	}
	p.tuning.SetSelected(0)
	p.view = widgets.NewSegmented(words.T("runtimes"), words.T("profile"))
	p.view.SetHints(words.T("Which part of all pairs of a problem and a target is solved after how many evaluations"),
		words.T("On which part each racer needs at most so many times the evaluations of the fastest"))
	p.view.OnChanged = func(int) {
		p.racer = -1
		p.show()
	}
	p.view.SetSelected(showRuntimes)
	p.run = kit.NewButton(words.T("Run"), "", words.T("Let all racers try all problems"), p.press)
	p.run.SetPrimary(true)
}

// knob is a slider of whole numbers.
func (p *Pane) knob(spec widgets.KnobSpec, set func(int)) *widgets.Knob {
	spec.Integer = true
	k := widgets.NewKnob(spec)
	k.OnChanged = func(v float64, _ bool) {
		set(int(v))
		p.show()
	}
	k.Scroller = p.desk.Around()
	k.OnError = p.told.Set
	return k
}

// choose takes a suite; a folder is that of a file which is asked for.
func (p *Pane) choose(i int) {
	switch i {
	case ofBBOB:
		p.setting.Suite = contest.BBOB
	case ofCatalogue:
		p.setting.Suite = contest.Catalogue
	case ofFolder:
		if p.folder != "" {
			p.setting.Suite = p.folder
		}
		p.desk.Open(func(path string) {
			p.folder = filepath.Dir(path)
			p.setting.Suite = p.folder
			p.suite.SetSelected(ofFolder)
			p.show()
		}, ".json")
	}
	p.show()
}
