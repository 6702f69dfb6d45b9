package window

import (
	"errors"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/words"
	"descentlab/surfaces/table"
)

// A columnsDialog asks which columns of a wide table are the inputs and the target.
type columnsDialog struct {
	ui      *ui
	path    string
	columns []table.Offer
	picks   [3]*widget.Select // first and second input, target; the second one may be none
	message *widget.Label
	dialog  *dialog.CustomDialog
}

// askForColumns lets the user choose of the columns of a table and reads those. At first the first and the last one are chosen
// that hold numbers.
func (u *ui) askForColumns(path string, wide *table.WideError) *columnsDialog {
	u.closeMenus()
	d := &columnsDialog{ui: u, path: path, columns: wide.Columns, message: widget.NewLabel("")}
	d.message.Wrapping = fyne.TextWrapWord
	d.message.Importance = widget.DangerImportance
	names := make([]string, len(d.columns))
	first, last := 0, len(d.columns)-1
	for i, c := range d.columns {
		names[i] = offered(c, i+1)
	}
	isNumber := func(c table.Offer) bool { return c.Numbers }
	if i := slices.IndexFunc(d.columns, isNumber); i >= 0 {
		first = i
	}
	for last > first+1 && !d.columns[last].Numbers {
		last--
	}
	none := words.T("none: one input only")
	d.picks = [3]*widget.Select{
		widget.NewSelect(names, nil), widget.NewSelect(append([]string{none}, names...), nil), widget.NewSelect(names, nil),
	}
	d.picks[0].SetSelectedIndex(first)
	d.picks[1].SetSelectedIndex(0)
	d.picks[2].SetSelectedIndex(last)
	for _, p := range d.picks {
		p.OnChanged = func(string) { d.message.SetText("") }
	}
	form := container.New(fynelayout.NewFormLayout(),
		widget.NewLabel(words.T("input u")), d.picks[0], widget.NewLabel(words.T("input v")), d.picks[1],
		widget.NewLabel(words.T("target t")), d.picks[2])
	use := widget.NewButton(words.T("Use these columns"), d.try)
	use.Importance = widget.HighImportance
	buttons := container.NewHBox(fynelayout.NewSpacer(), widget.NewButton(words.T("Cancel"), func() { d.dialog.Hide() }), use)
	d.dialog = dialog.NewCustomWithoutButtons(words.T("Which of the %d columns of %s?", len(d.columns), filepath.Base(path)),
		container.NewVBox(form, d.message, buttons), u.win)
	d.dialog.Show()
	size := u.win.Canvas().Size()
	d.dialog.Resize(fyne.NewSize(min(560, size.Width*0.9), min(260, size.Height*0.9)))
	u.win.Canvas().Focus(d.picks[0])
	return d
}

// offered is how a column is offered: its name or number, and what it begins with.
func offered(c table.Offer, number int) string {
	name := c.Label
	if name == "" {
		name = words.T("column %d", number)
	}
	if c.Choice != c.Label && c.Label != "" {
		name += words.T(" (column %d)", number) // not the only one of that name
	}
	if c.Sample != "" {
		name += words.T(": %s …", c.Sample)
	}
	return name
}

// chosen is what the user wants to be read.
func (d *columnsDialog) chosen() (columns []string, err error) {
	places := []int{d.picks[0].SelectedIndex(), d.picks[1].SelectedIndex() - 1, d.picks[2].SelectedIndex()}
	places = slices.DeleteFunc(places, func(k int) bool { return k < 0 })
	for i, k := range places {
		if slices.Contains(places[:i], k) {
			return nil, errors.New(words.T("a column is chosen twice; inputs and target must be different ones"))
		}
		columns = append(columns, d.columns[k].Choice)
	}
	return columns, nil
}

// try reads what is chosen, or says what is in the way.
func (d *columnsDialog) try() {
	columns, err := d.chosen()
	if err != nil {
		d.message.SetText(words.Sentence(err))
		return
	}
	d.dialog.Hide()
	d.ui.loadData(d.path, columns...)
}
