package window

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/lab"
	"descentlab/optim/race"
	"descentlab/widgets"
)

// noisePane is the panel of what all racers share: gradient noise, its seed, and the number of steps.
type noisePane struct {
	ui                 *ui
	title              *canvas.Text
	fault              *widget.Label
	sigma, seed, steps *widgets.Knob
	box                fyne.CanvasObject
}

// maxSeed is the largest seed that a slider's number can hold exactly.
const maxSeed = 1 << 53

func newNoisePane(u *ui) *noisePane {
	p := &noisePane{ui: u, title: canvas.NewText("Gradient noise", color.Transparent), fault: widgets.NewFault()}
	p.title.TextStyle.Bold = true
	p.sigma = p.knob(widgets.KnobSpec{Label: "σ", Help: "Standard deviation of the noise added to each component of every gradient",
		Min: 0, Max: 5, Low: 0, High: math.MaxFloat64, Default: 0},
		func(e *lab.Experiment, v float64) { e.Noise = v })
	p.seed = p.knob(widgets.KnobSpec{Label: "seed", Help: "Each seed is another noise, the same for all racers",
		Min: 0, Max: 100, Low: 0, High: maxSeed, Default: 7, Integer: true},
		func(e *lab.Experiment, v float64) { e.Seed = uint64(v) })
	p.steps = p.knob(widgets.KnobSpec{Label: "steps", Help: "Updates that each racer makes",
		Min: 1, Max: 5000, Low: 1, High: race.MaxSteps, Default: 140, Scale: widgets.Log, Integer: true},
		func(e *lab.Experiment, v float64) { e.Steps = int(v) })
	p.box = widgets.NewPanel(container.NewVBox(p.title, p.sigma, p.seed, p.steps, p.fault), nil)
	return p
}

func (p *noisePane) knob(spec widgets.KnobSpec, set func(*lab.Experiment, float64)) *widgets.Knob {
	k := widgets.NewKnob(spec)
	k.OnChanged = func(v float64, done bool) {
		p.ui.Edit(spec.Label, func(e *lab.Experiment) { set(e, v) })
		if done {
			p.ui.lab.Seal()
		}
	}
	k.Scroller = p.ui.scroll
	k.OnError = func(msg string) {
		widgets.SetFault(p.fault, msg)
		p.ui.relayout()
	}
	return k
}

func (p *noisePane) update(s lab.State, c lab.Change) {
	if c&lab.DocChanged == 0 {
		return
	}
	widgets.SetText(p.title, p.title.Text, p.ui.palette().Text)
	p.sigma.SetValue(s.Doc.Noise)
	p.seed.SetValue(float64(s.Doc.Seed))
	p.steps.SetValue(float64(s.Doc.Steps))
}
