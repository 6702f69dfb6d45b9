// Package shared is the pane of what all racers share: gradient noise, its seed, and the number of steps.
package shared

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/optim/race"
	"descentlab/widgets"
	"descentlab/widgets/kit"
)

// A Pane is the panel of what all racers share.
type Pane struct {
	desk               desk.Desk
	title              *canvas.Text
	fault              *widget.Label
	sigma, seed, steps *widgets.Knob
	box                fyne.CanvasObject
}

var _ desk.Pane = (*Pane)(nil)

// New is the panel.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, title: canvas.NewText(words.T("Gradient noise"), color.Transparent), fault: kit.NewFault()}
	p.title.TextStyle.Bold = true
	p.sigma = p.knob("σ", widgets.KnobSpec{
		Label: words.T("σ"), Help: words.T("Standard deviation of the noise added to each component of every gradient"),
		Min: 0, Max: 5, Low: 0, High: math.MaxFloat64, Default: 0,
	}, func(e *setup.Experiment, v float64) { e.Noise = v })
	p.seed = p.knob("seed", widgets.KnobSpec{
		Label: words.T("seed"), Help: words.T("Each seed is another noise, the same for all racers"),
		Min: 0, Max: 100, Low: 0, High: widgets.LargestWhole, Default: 7, Integer: true,
	}, func(e *setup.Experiment, v float64) { e.Seed = uint64(v) })
	p.steps = p.knob("steps", widgets.KnobSpec{
		Label: words.T("steps"), Help: words.T("Updates that each racer makes"),
		Min: 1, Max: 5000, Low: 1, High: race.MaxSteps, Default: 140, Scale: widgets.Log, Integer: true,
	}, func(e *setup.Experiment, v float64) { e.Steps = int(v) })
	p.box = kit.NewPanel(container.NewVBox(p.title, p.sigma, p.seed, p.steps, p.fault), nil)
	return p
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// knob is a slider, whose edits have a name for their key.
func (p *Pane) knob(name string, spec widgets.KnobSpec, set func(*setup.Experiment, float64)) *widgets.Knob {
	k := widgets.NewKnob(spec)
	k.OnChanged = func(v float64, done bool) {
		_ = p.desk.Edit(name, func(e *setup.Experiment) { set(e, v) })
		if done {
			p.desk.Lab().Seal()
		}
	}
	k.Scroller = p.desk.Scroller()
	k.OnError = func(msg string) {
		kit.SetFault(p.fault, msg)
		p.desk.Relayout()
	}
	return k
}

// Update shows a state.
func (p *Pane) Update(s lab.State, c lab.Change) {
	if c&lab.DocChanged == 0 {
		return
	}
	kit.SetText(p.title, p.title.Text, p.desk.Palette().Text)
	p.sigma.SetValue(s.Doc.Noise)
	p.seed.SetValue(float64(s.Doc.Seed))
	p.steps.SetValue(float64(s.Doc.Steps))
}
