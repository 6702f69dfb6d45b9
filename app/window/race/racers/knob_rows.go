package racers

import (
	"fmt"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets"
	"descentlab/widgets/kit"
)

// A knobRow is the control of one setting of a racer.
type knobRow interface {
	knobName() string
	object() fyne.CanvasObject
	set(spec optim.Spec, steps int) // shows the racer's value, silently
}

// newKnobRow is the control that fits a knob's kind.
func (c *card) newKnobRow(k optim.Knob, col color.Color) knobRow {
	change := c.changing(k)
	switch k.Kind {
	case optim.Switch:
		w := widgets.NewSwitch(k.Name, words.Prose(words.T(k.Help)))
		w.SetLabelWidth(labelWidth)
		w.OnChanged = func(on bool) { c.change(k, optim.On(on), true) }
		return &switchRow{k.Name, w}
	case optim.Choice:
		w := widgets.NewChoice(k.Name, words.Prose(words.T(k.Help)), k.Choices)
		w.SetLabelWidth(labelWidth)
		w.OnChanged = func(name string) { c.change(k, optim.Num(float64(slices.Index(k.Choices, name))), true) }
		return &choiceRow{k, w}
	case optim.List:
		w := widgets.NewList(k.Name, words.Prose(words.T(k.Help)))
		w.SetLabelWidth(labelWidth)
		w.OnChanged = func(vs []float64) { c.change(k, optim.Nums(vs...), true) }
		w.OnError = c.showMessage
		return &listRow{k.Name, w}
	case optim.Text:
		return c.newTextRow(k)
	}
	spec := desk.KnobSpec(k, col)
	spec.Slim, spec.Ribbon = true, true
	w := widgets.NewKnob(spec)
	w.OnChanged = change
	w.SetLabelWidth(labelWidth)
	w.OnError = c.showMessage
	w.Scroller = c.pane.desk.Scroller()
	return &sliderRow{k.Name, spec, w}
}

// newTextRow is the control of a text, which is shown as it is kept.
func (c *card) newTextRow(k optim.Knob) knobRow {
	w := widgets.NewText(k.Name, words.Prose(words.T(k.Help)))
	w.SetLabelWidth(labelWidth)
	w.Check = func(text string) error {
		_, err := k.Parse(text)
		return err
	}
	w.OnChanged = func(text string) {
		v, err := k.Parse(text)
		if err != nil {
			return
		}
		c.showFault(c.edit("", func(r *setup.Racer) { r.Spec = r.Spec.With(k.Name, v).Settled(k.Name) }))
	}
	w.OnError = c.showMessage
	return &textRow{k.Name, w}
}

// changing tells of a knob that is a number.
func (c *card) changing(k optim.Knob) func(v float64, done bool) {
	return func(v float64, done bool) { c.change(k, optim.Num(v), done) }
}

// change sets a knob; done ends the gesture.
func (c *card) change(k optim.Knob, v optim.Value, done bool) {
	err := c.edit(fmt.Sprintf("racer %d %s", c.slot, k.Name), func(r *setup.Racer) { r.Spec = r.Spec.With(k.Name, v) })
	c.showFault(err)
	if done {
		c.pane.desk.Lab().Seal()
	}
}

// labelWidth is that of the names of knobs, in units.
const labelWidth = 68

func (c *card) showFault(err error) {
	if err != nil {
		c.showMessage(err.Error())
		return
	}
	c.showMessage("")
}

// showMessage says what is wrong with what was typed on the card, beside it, so that nothing moves; "": nothing any more.
func (c *card) showMessage(msg string) {
	if c.message != msg {
		c.message = msg
		kit.ShowPassingFault(c.object(), msg)
	}
}

// A limited row shows beyond which value its knob is set too high.
type limited interface{ limit(v float64) }

// A laneRow is the knob of a closed card.
type laneRow struct {
	name string
	lane *widgets.Lane
}

func (r *laneRow) knobName() string            { return r.name }
func (r *laneRow) object() fyne.CanvasObject   { return r.lane }
func (r *laneRow) limit(v float64)             { r.lane.SetLimit(v) }
func (r *laneRow) set(s optim.Spec, steps int) { r.lane.SetValue(s.GetFor(r.name, steps).Num) }

type sliderRow struct {
	name string
	spec widgets.KnobSpec
	knob *widgets.Knob
}

func (r *sliderRow) knobName() string            { return r.name }
func (r *sliderRow) limit(v float64)             { r.knob.SetLimit(v) }
func (r *sliderRow) object() fyne.CanvasObject   { return r.knob }
func (r *sliderRow) set(s optim.Spec, steps int) { r.knob.SetValue(s.GetFor(r.name, steps).Num) }

type switchRow struct {
	name string
	w    *widgets.Switch
}

func (r *switchRow) knobName() string            { return r.name }
func (r *switchRow) object() fyne.CanvasObject   { return r.w }
func (r *switchRow) set(s optim.Spec, steps int) { r.w.SetOn(s.GetFor(r.name, steps).Num != 0) }

type choiceRow struct {
	knob optim.Knob
	w    *widgets.Choice
}

func (r *choiceRow) knobName() string          { return r.knob.Name }
func (r *choiceRow) object() fyne.CanvasObject { return r.w }
func (r *choiceRow) set(s optim.Spec, steps int) {
	r.w.SetChosen(r.knob.Format(s.GetFor(r.knob.Name, steps)))
}

type listRow struct {
	name string
	w    *widgets.ListEntry
}

func (r *listRow) knobName() string            { return r.name }
func (r *listRow) object() fyne.CanvasObject   { return r.w }
func (r *listRow) set(s optim.Spec, steps int) { r.w.SetList(s.GetFor(r.name, steps).List) }

type textRow struct {
	name string
	w    *widgets.TextEntry
}

func (r *textRow) knobName() string            { return r.name }
func (r *textRow) object() fyne.CanvasObject   { return r.w }
func (r *textRow) set(s optim.Spec, steps int) { r.w.SetText(s.GetFor(r.name, steps).Text) }
