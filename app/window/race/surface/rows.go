package surface

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2/container"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/fold"
	"descentlab/widgets/kit"
)

// addRows makes the rows of a content.
func (p *Pane) addRows(c content) {
	p.rows = nil
	if c.surface.Weighing != "" {
		p.addWeights()
	}
	for _, param := range c.surface.Params {
		p.addParam(param)
	}
	if c.random {
		p.addWaves()
	}
	if c.foreign {
		p.addOwnData()
	}
	p.addTransform()
	p.addBox(c.boxed)
}

// knob adds the slider of a setting with a name.
func (p *Pane) knob(name string, spec widgets.KnobSpec, get func(*setup.Experiment) float64,
	set func(*setup.Experiment, float64)) *widgets.Knob {
	spec.Slim = true
	k := widgets.NewKnob(spec)
	k.SetLabelWidth(fold.Label)
	k.OnChanged = func(v float64, done bool) {
		_ = p.desk.Edit("surface "+name, func(e *setup.Experiment) { set(e, v) })
		if done {
			p.desk.Lab().Seal()
		}
	}
	k.Scroller = p.desk.Scroller()
	k.OnError = p.faulty
	p.rows = append(p.rows, row{name, k, func(e *setup.Experiment) { k.SetValue(get(e)) }})
	return k
}

// faulty says below the rows what is wrong with one of them, until it is right again: "".
func (p *Pane) faulty(msg string) {
	kit.SetFault(p.fault, msg)
	p.desk.Relayout()
}

// manyfold is the ratio of a parameter's ends from which on its slider is logarithmic.
const manyfold = 50

// addParam adds the slider of a parameter, or a switch if people choose one end or the other.
func (p *Pane) addParam(param surfaces.Param) {
	if param.Switch() {
		p.addSwitch(param)
		return
	}
	spec := widgets.KnobSpec{
		Label: param.Name, Help: cmp.Or(words.Meaning(param.Name), words.T("Parameter of the formula.")),
		Min: param.Min, Max: param.Max, Default: param.Default, Integer: param.Whole(),
	}
	if param.Whole() {
		spec.Low, spec.High = param.Min, surfaces.MostInstances
	}
	if param.Min > 0 && param.Max >= manyfold*param.Min {
		spec.Scale = widgets.Log
	}
	p.knob(param.Name, spec,
		func(e *setup.Experiment) float64 { return e.Param(param) },
		func(e *setup.Experiment, v float64) { e.SetParam(param, v) })
}

// addSwitch adds the switch of a parameter.
func (p *Pane) addSwitch(param surfaces.Param) {
	toggle := widgets.NewSwitch(param.Name, cmp.Or(words.Meaning(param.Name), words.T("Parameter of the formula.")))
	toggle.SetLabelWidth(fold.Label)
	toggle.OnChanged = func(on bool) {
		end := param.Min
		if on {
			end = param.Max
		}
		_ = p.desk.Edit("", func(e *setup.Experiment) { e.SetParam(param, end) })
	}
	p.rows = append(p.rows, row{param.Name, toggle, func(e *setup.Experiment) {
		toggle.SetOn(e.Param(param) > (param.Min+param.Max)/2)
	}})
}

// addWeights adds which two of three weights are shown.
func (p *Pane) addWeights() {
	choice := widgets.NewSegmented("u, v", "u, 1", "v, 1") // as in surfaces.Weighings
	choice.OnChanged = func(i int) {
		_ = p.desk.Edit("", func(e *setup.Experiment) {
			_ = e.SetWeights(surfaces.Weighings[i]) // the surface has a third one, or there would be no such row
		})
	}
	line := widgets.NewRow(words.T("weights"),
		words.T("Which two of the three weights are x and y, 1 being the intercept; the third has a slider"),
		container.NewHBox(choice))
	p.rows = append(p.rows, row{"weights", line, func(e *setup.Experiment) {
		choice.SetSelected(max(0, slices.Index(surfaces.Weighings, e.Weights)))
	}})
}

// addWaves adds what makes another random landscape.
func (p *Pane) addWaves() {
	change := func(f func(w *setup.Waves, v float64)) func(*setup.Experiment, float64) {
		return func(e *setup.Experiment, v float64) {
			w := e.Waves.Filled()
			if f(&w, v); w == (setup.Waves{}).Filled() {
				w = setup.Waves{}
			}
			e.Waves = w
		}
	}
	own := setup.Waves{}.Filled()
	p.knob("seed", widgets.KnobSpec{
		Label: words.T("seed"), Help: words.T("Each seed is another landscape"),
		Min: 0, Max: 100, Low: 0, High: widgets.LargestWhole, Integer: true, Default: float64(own.Seed),
	},
		func(e *setup.Experiment) float64 { return float64(e.Waves.Filled().Seed) },
		change(func(w *setup.Waves, v float64) { w.Seed = uint64(v) }))
	p.knob("waves", widgets.KnobSpec{
		Label: words.T("waves"), Help: words.T("How many waves are added up"),
		Min: 1, Max: surfaces.MaxWaves, Low: 1, High: surfaces.MaxWaves, Integer: true, Default: float64(own.Count),
	},
		func(e *setup.Experiment) float64 { return float64(e.Waves.Filled().Count) },
		change(func(w *setup.Waves, v float64) { w.Count = int(v) }))
}

// addOwnData adds the way back from the user's examples.
func (p *Pane) addOwnData() {
	back := kit.NewButton(words.T("Its own again"), kit.IconUndo,
		words.T("Put the surface back on the examples that come with it"), func() {
			_ = p.desk.Edit("", func(e *setup.Experiment) { e.OwnData() })
		})
	line := widgets.NewRow(words.T("data"), words.T("The examples are yours"), container.NewHBox(back))
	p.rows = append(p.rows, row{"data", line, func(*setup.Experiment) {}})
}

// addTransform adds how the surface lies in the plane.
func (p *Pane) addTransform() {
	p.knob("turn", widgets.KnobSpec{
		Label: words.T("turn"),
		Help:  words.T("Degrees by which the surface is turned, counterclockwise; the start goes along"),
		Min:   -180, Max: 180, Default: 0,
	},
		func(e *setup.Experiment) float64 { return e.Turn },
		func(e *setup.Experiment, v float64) { e.SetTransform(v, e.Stretch) })
	p.knob("stretch", widgets.KnobSpec{
		Label: words.T("stretch"),
		Help: words.T("Doublings of curvature: the surface is stretched along its x axis and squeezed along y; " +
			"the start goes along"),
		Min: -8, Max: 8, Low: -40, High: 40, Default: 0,
	},
		func(e *setup.Experiment) float64 { return e.Stretch },
		func(e *setup.Experiment, v float64) { e.SetTransform(e.Turn, v) })
}
