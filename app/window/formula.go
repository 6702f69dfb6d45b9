package window

import (
	"errors"

	"fyne.io/fyne/v2"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/surfaces/expr/notation"
)

// typed shows, while a formula is typed, how it is read or what is wrong with it; the surface stays until it is committed.
func (h *header) typed(text string) {
	doc := h.ui.lab.State().Doc
	meant, err := doc.ReadFormula(text)
	if err == nil {
		err = doc.CheckMeant(meant)
	}
	h.answer(meant, err)
}

// commit puts the experiment on the formula that was typed. An ambiguous one is asked about: the menu has its readings.
func (h *header) commit(text string) {
	doc := h.ui.lab.State().Doc
	if s, err := doc.Landscape(); err == nil && s.Formula == text {
		h.answer(setup.Meant{}, nil)
		return
	}
	meant, err := doc.ReadFormula(text)
	var ambiguous *notation.Ambiguous
	if errors.As(err, &ambiguous) {
		h.answer(meant, err)
		h.ui.Menu(h.formula, h.readings(ambiguous))
		return
	}
	if err == nil {
		err = h.ui.lab.SetFormula(text)
	}
	h.answer(meant, err)
}

// readings is the menu of what an ambiguous formula may mean.
func (h *header) readings(a *notation.Ambiguous) *fyne.Menu {
	question := fyne.NewMenuItem(a.Question(), nil)
	question.Disabled = true
	menu := fyne.NewMenu("", question)
	for _, r := range a.Readings {
		menu.Items = append(menu.Items, fyne.NewMenuItem(r.Formula, func() { h.commit(r.Formula) }))
	}
	return menu
}

// answer shows below the field how its text is read, or what is wrong with it.
func (h *header) answer(meant setup.Meant, err error) {
	var ambiguous *notation.Ambiguous
	switch {
	case err == nil:
		h.formula.SetError("")
		h.formula.SetRemark(meant.Remark())
	case errors.As(err, &ambiguous):
		h.formula.SetError(words.T("%v (Enter: choose)", err))
	default:
		h.formula.SetError(err.Error())
	}
}
