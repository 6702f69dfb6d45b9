package shared

import (
	"cmp"
	"math"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim/race"
	"descentlab/widgets"
	"descentlab/widgets/fold"
)

// addRows makes the rows, for so many examples.
func (p *Pane) addRows(examples int) {
	p.rows = nil
	p.knob("σ", widgets.KnobSpec{
		Label: words.T("σ"), Help: words.T("Standard deviation of the noise added to each component of every gradient"),
		Min: 0, Max: 5, Low: 0, High: math.MaxFloat64, Default: 0,
	}, func(e *setup.Experiment) float64 { return e.Noise }, func(e *setup.Experiment, v float64) { e.Noise = v })
	if examples > 0 {
		p.addBatch(examples)
		p.addShowBatch()
	}
	p.knob("seed", widgets.KnobSpec{
		Label: words.T("seed"), Help: words.T("Each seed is another noise, the same for all racers"),
		Min: 0, Max: 100, Low: 0, High: widgets.LargestWhole, Default: 7, Integer: true,
	}, func(e *setup.Experiment) float64 { return float64(e.Seed) }, func(e *setup.Experiment, v float64) { e.Seed = uint64(v) })
	p.knob("steps", widgets.KnobSpec{
		Label: words.T("steps"), Help: words.T("Updates that each racer makes"),
		Min: 1, Max: 5000, Low: 1, High: race.MaxSteps, Default: 140, Scale: widgets.Log, Integer: true,
	}, func(e *setup.Experiment) float64 { return float64(e.Steps) }, func(e *setup.Experiment, v float64) { e.Steps = int(v) })
}

// knob adds a slider, whose edits have a name for their key.
func (p *Pane) knob(name string, spec widgets.KnobSpec, get func(*setup.Experiment) float64,
	set func(*setup.Experiment, float64)) {
	spec.Slim = true
	k := widgets.NewKnob(spec)
	k.SetLabelWidth(fold.Label)
	k.OnChanged = func(v float64, done bool) {
		_ = p.desk.Edit(name, func(e *setup.Experiment) { set(e, v) })
		if done {
			p.desk.Lab().Seal()
		}
	}
	k.Scroller = p.desk.Scroller()
	k.OnError = p.faulty
	p.rows = append(p.rows, row{name, k, func(e *setup.Experiment) { k.SetValue(get(e)) }})
}

// addBatch adds the size of mini-batches.
func (p *Pane) addBatch(examples int) {
	n := float64(examples)
	p.knob("batch", widgets.KnobSpec{
		Label: words.T("batch"),
		Help:  words.T("Examples that each step sees, drawn anew for every step; the charts tell of the loss over all"),
		Min:   1, Max: n, Low: 1, High: n, Scale: widgets.Log, Integer: true, Default: n, FullText: words.T("all"),
	},
		func(e *setup.Experiment) float64 { return float64(cmp.Or(e.Batch, examples)) },
		func(e *setup.Experiment, v float64) {
			if e.Batch = int(v); e.Batch == examples {
				e.Batch = 0
			}
		})
}

// addShowBatch adds whether the maps show the mini-batches.
func (p *Pane) addShowBatch() {
	show := widgets.NewSwitch(words.T("show batch"), words.T("On the maps: the isolines of the present batch's own loss, "+
		"and at every racer how its gradient scatters from batch to batch"))
	show.SetLabelWidth(fold.Label)
	show.OnChanged = func(on bool) {
		_ = p.desk.Edit("", func(e *setup.Experiment) { e.Look.Batches = on })
	}
	p.rows = append(p.rows, row{"show batch", show, func(e *setup.Experiment) { show.SetOn(e.Look.Batches) }})
}
