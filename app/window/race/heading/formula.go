package heading

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/share"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/surfaces/expr/notation"
	"descentlab/widgets/kit"
)

// typed shows, while a formula is typed, how it is read or what is wrong with it; the surface stays until it is committed.
func (h *Heading) typed(text string) {
	if share.IsLink(text) {
		h.typedLink(text)
		return
	}
	doc := h.desk.Lab().State().Doc
	meant, err := doc.ReadFormula(text)
	if err == nil {
		err = doc.CheckMeant(meant)
	}
	h.answer(meant, err)
}

// commit puts the experiment on the formula that was typed. An ambiguous one is asked about: the menu has its readings.
func (h *Heading) commit(text string) {
	if share.IsLink(text) {
		h.openLink(text)
		return
	}
	doc := h.desk.Lab().State().Doc
	if s, err := doc.Landscape(); err == nil && s.Formula == text {
		h.answer(setup.Meant{}, nil)
		return
	}
	meant, err := doc.ReadFormula(text)
	var ambiguous *notation.Ambiguous
	if errors.As(err, &ambiguous) {
		h.ask(meant, err, ambiguous)
		return
	}
	if err == nil {
		err = doc.CheckMeant(meant)
	}
	h.answer(meant, err)
	if err == nil {
		h.seek(doc, meant)
	}
}

// ask opens the menu of what an ambiguous formula may mean. It says itself what is asked, so the bubble that it would half cover
// goes; the frame of the field goes on telling that something is wrong. If nothing is chosen the formula is edited on.
func (h *Heading) ask(meant setup.Meant, err error, a *notation.Ambiguous) {
	h.answer(meant, err)
	kit.ShowFault(h.formula, "")
	h.bar.MenuUntil(h.formula, h.readings(a), h.formula.Edit)
}

// longSearch is how long a search may take before the window says so.
const longSearch = 200 * time.Millisecond

// seek looks for the window of a formula, away from the goroutine of the window, and then puts the experiment on it: the picture
// changes once. A newer formula takes its place.
func (h *Heading) seek(doc setup.Experiment, meant setup.Meant) {
	h.sought, h.of = meant, doc
	h.seeking.Stop()
	h.seeking.Ask(meant.Formula, func(ctx context.Context, r *job.Report[surfaces.Rect]) error {
		r.Publish(lab.Overlook(ctx, doc, meant))
		return nil
	})
	turn := h.turn
	time.AfterFunc(longSearch, func() {
		h.desk.Post(func() {
			if h.turn == turn && h.Seeking() {
				h.desk.Notice(seekingText())
			}
		})
	})
}

// seekingText is said if the search for a window takes a while.
func seekingText() string {
	return words.T("Looking where the critical points of the formula lie … (Esc: stay in this window)")
}

// found puts the experiment on the formula whose window was looked for, or leaves it if another surface has been chosen
// meanwhile. Where the search was given up, the window stays.
func (h *Heading) found() {
	home, done := h.seeking.Result()
	if !done && !h.seeking.Stopped() {
		return
	}
	now := h.desk.Lab().State().Doc
	if !done {
		home = now.Home
	}
	h.turn++
	h.seeking.Forget()
	h.bar.Withdraw(seekingText())
	if !setup.Same(setup.OfSurface, &now, &h.of) || now.Home != h.of.Home {
		return
	}
	told, err := h.desk.Lab().SetFormula(h.sought, home)
	if h.desk.Say(err); err == nil {
		h.bar.TellSuited(now, told)
	}
}

// readings is the menu of what an ambiguous formula may mean.
func (h *Heading) readings(a *notation.Ambiguous) *fyne.Menu {
	question := fyne.NewMenuItem(a.Question(), nil)
	question.Disabled = true
	menu := fyne.NewMenu("", question)
	for _, r := range a.Readings {
		menu.Items = append(menu.Items, fyne.NewMenuItem(r.Formula, func() {
			fyne.CurrentApp().Driver().CanvasForObject(h.formula).Unfocus() // the keys are the window's again
			h.commit(r.Formula)
		}))
	}
	return menu
}

// answer shows below the field how its text is read, or what is wrong with it.
func (h *Heading) answer(meant setup.Meant, err error) {
	var ambiguous *notation.Ambiguous
	switch {
	case err == nil:
		h.formula.SetError("")
		h.formula.SetRemark(meant.Remark())
	case errors.As(err, &ambiguous):
		h.formula.SetError(words.T("%v (Enter: choose)", err))
	default:
		h.formula.SetError(inLines(err))
	}
}

// inLines is an error with a line for each fault.
func inLines(err error) string {
	if faults := (notation.Faults)(nil); errors.As(err, &faults) {
		return faults.Lines()
	}
	return err.Error()
}
