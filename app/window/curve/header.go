package curve

import (
	"strings"

	"fyne.io/fyne/v2"

	model "descentlab/app/curve"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/field"
	"descentlab/widgets/kit"
	"descentlab/widgets/picker"
)

// header is the room's part of the bar: the formula, what is drawn, and how the loss is counted.
type header struct {
	desk.Header
	room    *Room
	formula *field.Formula
	parts   *kit.Button
	scale   *picker.Picker
	side    *widgets.Segmented
}

func newHeader(r *Room) *header {
	h := &header{room: r, formula: field.NewFormula()}
	h.formula.Of("L(w)")
	h.formula.OnTyped = h.typed
	h.formula.OnCommit = h.commit
	h.parts = kit.NewButton("", kit.IconEye, words.T("What is drawn on the curve"), nil)
	h.parts.OnTapped = func() { r.desk.Menu(h.parts, h.menu()) }
	h.scale = picker.New([]picker.Item{
		{Key: "log", Title: words.T("log"),
			Note: words.T("the loss above the minimum, by its logarithm: a steady pace is a straight line")},
		{Key: "linear", Title: words.T("linear"), Note: words.T("the loss as it is")},
	})
	h.scale.Prefix = words.T("Loss: ")
	h.scale.OnPicked = func(key string) {
		r.linear = key == "linear"
		r.stage.loss.Redraw()
		r.desk.Changed()
	}
	h.side = widgets.NewSegmented(words.T("One ball"), words.T("Side by side"))
	h.side.OnChanged = func(i int) { r.left.racers.beside(i == 1) }
	h.View = h.side
	h.Left, h.Stretch = []fyne.CanvasObject{h.formula, h.parts, h.scale}, h.formula
	return h
}

// update shows a state.
func (h *header) update(s model.State) {
	h.formula.SetText(s.Curve.Formula)
	key := "log"
	if h.room.linear {
		key = "linear"
	}
	h.scale.SetSelected(key)
	h.side.SetSelected(0)
	if s.Doc.SideBySide {
		h.side.SetSelected(1)
	}
	h.parts.SetText(words.T("Show: %s", h.list()))
}

// list names what is drawn.
func (h *header) list() string {
	var names []string
	for _, p := range h.choices() {
		if *p.on {
			names = append(names, p.name)
		}
	}
	if names == nil {
		return words.T("the ball alone")
	}
	return strings.Join(names, ", ")
}

// A part of the picture can be left out.
type part struct {
	name string
	on   *bool
}

func (h *header) choices() []part {
	s := &h.room.shown
	return []part{{words.T("tangent"), &s.Tangent}, {words.T("step"), &s.Step}, {words.T("hops"), &s.Hops}}
}

// menu switches parts of the picture.
func (h *header) menu() *fyne.Menu {
	var items []*fyne.MenuItem
	for i, p := range h.choices() {
		item := fyne.NewMenuItem(p.name, func() { h.toggle(i) })
		item.Checked = *p.on
		items = append(items, item)
	}
	return fyne.NewMenu("", items...)
}

// toggle draws a part, or leaves it out.
func (h *header) toggle(i int) {
	p := h.choices()[i]
	*p.on = !*p.on
	h.update(h.room.lab.State())
	h.room.stage.redraw()
	h.room.desk.Changed()
}

// typed tells what is wrong with what stands in the field, or how it is read.
func (h *header) typed(text string) {
	_, remark, err := model.ReadFormula(text)
	h.formula.SetError("")
	h.formula.SetRemark("")
	switch {
	case err != nil:
		h.formula.SetError(words.Sentence(err))
	case remark != "":
		h.formula.SetRemark(remark)
	}
}

// commit puts the room on the formula.
func (h *header) commit(text string) {
	formula, _, err := model.ReadFormula(text)
	if err != nil {
		h.formula.SetError(words.Sentence(err))
		return
	}
	h.formula.SetError("")
	h.formula.SetRemark("")
	if formula == h.room.lab.State().Curve.Formula {
		return
	}
	h.room.edit("", func(d *model.Document) { err = d.SetFormula(formula) })
	if err != nil {
		h.room.desk.Say(err)
	}
}
