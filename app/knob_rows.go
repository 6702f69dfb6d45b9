package main

import (
	"fmt"
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/optim"
	"descentlab/optim/race"
	"descentlab/surfaces"
	"descentlab/widgets"
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
		err := c.edit(key, func(r *lab.Racer) { r.Spec = r.Spec.With(k.Name, v) })
		c.showFault(err)
		if done {
			c.pane.ui.lab.Seal()
		}
	}
	switch k.Kind {
	case optim.Switch:
		w := widgets.NewSwitch(k.Name, k.Help)
		w.OnChanged = func(on bool) { change(optim.On(on), true) }
		return &switchRow{k.Name, w}
	case optim.Choice:
		w := widgets.NewChoice(k.Name, k.Help, k.Choices)
		w.OnChanged = func(name string) { change(optim.Num(float64(slices.Index(k.Choices, name))), true) }
		return &choiceRow{k, w}
	case optim.List:
		w := widgets.NewList(k.Name, k.Help)
		w.OnChanged = func(vs []float64) { change(optim.Nums(vs...), true) }
		w.OnError = c.showMessage
		return &listRow{k.Name, w}
	}
	w := widgets.NewKnob(knobSpec(k, col))
	w.OnChanged = func(v float64, done bool) { change(optim.Num(v), done) }
	w.OnError = c.showMessage
	w.Scroller = c.pane.ui.scroll
	return &sliderRow{k.Name, w}
}

func knobSpec(k optim.Knob, col color.Color) widgets.KnobSpec {
	scale := map[optim.Scale]widgets.Scale{optim.Linear: widgets.Linear, optim.Log: widgets.Log, optim.Nines: widgets.Nines}
	zero := ""
	if k.Off {
		zero = "off"
	}
	return widgets.KnobSpec{
		ZeroText: zero,
		Label:    k.Name, Help: k.Help, Min: k.Min, Max: k.Max, Low: k.Low, High: k.High, OpenLow: k.OpenLow, OpenHigh: k.OpenHigh,
		Default: k.Default, Scale: scale[k.Scale], Integer: k.Kind == optim.Integer, Color: col,
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
		setFault(c.fault, msg)
		c.pane.ui.relayout()
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

// stabilityLimit is the rate above which a method of plain or heavy-ball descent cannot settle in the minimum nearest
// to where its run ends: 2(1+momentum)/lambda_max (Polyak 1964; 2/lambda_max without momentum). It is 0, no limit,
// for other methods, whose steps are not the gradient's, and where there is no minimum.
func stabilityLimit(spec optim.Spec, s lab.State, i int) float64 {
	if (spec.Method != "sgd" && spec.Method != "momentum") || s.Tape == nil || s.Field == nil || i >= len(s.Tape.Runs) {
		return 0
	}
	if spec.Get("nesterov").Num != 0 || spec.Get("dampening").Num != 0 {
		return 0
	}
	run := s.Tape.Runs[i]
	if run.Verdict.Kind != race.Finished {
		run = nil
	}
	limit := 0.0
	nearest := math.Inf(1)
	for _, p := range s.Field.Places {
		if p.Kind != surfaces.Minimum || !(p.L2 > 0) {
			continue
		}
		d := 0.0 // a run that left tells of no minimum: the gentlest limit of all holds
		if run != nil {
			x := run.X(run.Steps)
			d = math.Hypot(x[0]-p.At.X, x[1]-p.At.Y)
		}
		if l := 2 * (1 + spec.Get("momentum").Num) / p.L2; d < nearest || run == nil && l > limit {
			nearest, limit = d, l
		}
	}
	return limit
}
