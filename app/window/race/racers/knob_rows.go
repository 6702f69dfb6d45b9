package racers

import (
	"fmt"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets"
	"descentlab/widgets/kit"
)

// A knobRow is the control of one setting of a racer.
type knobRow interface {
	object() fyne.CanvasObject
	set(spec optim.Spec, steps int) // shows the racer's value, silently
}

// newKnobRow is the control that fits a knob's kind.
func (c *card) newKnobRow(k optim.Knob, col color.Color) knobRow {
	key := fmt.Sprintf("racer %d %s", c.slot, k.Name)
	change := func(v optim.Value, done bool) {
		err := c.edit(key, func(r *setup.Racer) { r.Spec = r.Spec.With(k.Name, v) })
		c.showFault(err)
		if done {
			c.pane.desk.Lab().Seal()
		}
	}
	switch k.Kind {
	case optim.Switch:
		w := widgets.NewSwitch(k.Name, words.T(k.Help))
		w.OnChanged = func(on bool) { change(optim.On(on), true) }
		return &switchRow{k.Name, w}
	case optim.Choice:
		w := widgets.NewChoice(k.Name, words.T(k.Help), k.Choices)
		w.OnChanged = func(name string) { change(optim.Num(float64(slices.Index(k.Choices, name))), true) }
		return &choiceRow{k, w}
	case optim.List:
		w := widgets.NewList(k.Name, words.T(k.Help))
		w.OnChanged = func(vs []float64) { change(optim.Nums(vs...), true) }
		w.OnError = c.showMessage
		return &listRow{k.Name, w}
	}
	w := widgets.NewKnob(knobSpec(k, col))
	w.OnChanged = func(v float64, done bool) { change(optim.Num(v), done) }
	w.OnError = c.showMessage
	w.Scroller = c.pane.desk.Scroller()
	return &sliderRow{k.Name, w}
}

// scales are how sliders lie along the scales of knobs.
var scales = map[optim.Scale]widgets.Scale{optim.Linear: widgets.Linear, optim.Log: widgets.Log, optim.Nines: widgets.Nines}

func knobSpec(k optim.Knob, col color.Color) widgets.KnobSpec {
	zero := ""
	if k.Off {
		zero = words.T("off")
	}
	return widgets.KnobSpec{
		ZeroText: zero,
		Label:    k.Name, Help: words.T(k.Help),
		Min: k.Min, Max: k.Max, Low: k.Low, High: k.High, OpenLow: k.OpenLow, OpenHigh: k.OpenHigh,
		Default: k.Default, Scale: scales[k.Scale], Integer: k.Kind == optim.Integer, Color: col,
	}
}

func (c *card) showFault(err error) {
	if err != nil {
		c.showMessage(err.Error())
		return
	}
	c.showMessage("")
}

func (c *card) showMessage(msg string) {
	if c.fault.Text != msg {
		kit.SetFault(c.fault, msg)
		c.pane.desk.Relayout()
	}
}

type sliderRow struct {
	name string
	knob *widgets.Knob
}

func (r *sliderRow) object() fyne.CanvasObject   { return r.knob }
func (r *sliderRow) set(s optim.Spec, steps int) { r.knob.SetValue(s.GetFor(r.name, steps).Num) }

type switchRow struct {
	name string
	w    *widgets.Switch
}

func (r *switchRow) object() fyne.CanvasObject   { return r.w }
func (r *switchRow) set(s optim.Spec, steps int) { r.w.SetOn(s.GetFor(r.name, steps).Num != 0) }

type choiceRow struct {
	knob optim.Knob
	w    *widgets.Choice
}

func (r *choiceRow) object() fyne.CanvasObject { return r.w }
func (r *choiceRow) set(s optim.Spec, steps int) {
	r.w.SetChosen(r.knob.Format(s.GetFor(r.knob.Name, steps)))
}

type listRow struct {
	name string
	w    *widgets.ListEntry
}

func (r *listRow) object() fyne.CanvasObject   { return r.w }
func (r *listRow) set(s optim.Spec, steps int) { r.w.SetList(s.GetFor(r.name, steps).List) }
