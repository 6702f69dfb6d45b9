package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/widgets"
)

// themeNames are what the choices of a theme are called, in the order of lab.Themes.
func themeNames() []string {
	return []string{words.T("As the system"), words.T("Dark"), words.T("Light")}
}

// A settings is the dialog of what holds for every experiment: it changes the window at once.
type settings struct {
	theme, text *widgets.Segmented
	dialog      *dialog.CustomDialog
}

// openSettings opens it.
func (u *ui) openSettings() *settings {
	u.closeMenus()
	s := &settings{theme: widgets.NewSegmented(themeNames()...)}
	s.theme.SetSelected(slices.Index(lab.Themes, u.look.choice))
	s.theme.OnChanged = func(i int) { u.setTheme(lab.Themes[i]) }
	sizes := make([]string, len(textSizes))
	for i, percent := range textSizes {
		sizes[i] = words.T("%d %%", percent)
	}
	s.text = widgets.NewSegmented(sizes...)
	s.text.SetSelected(slices.Index(textSizes, u.text.percent))
	s.text.OnChanged = func(i int) { u.setText(textSizes[i]) }

	note := widget.NewLabel(words.T("What stands around the texts grows along. " +
		"Ctrl+Plus and Ctrl+Minus do the same, Ctrl+0 takes it back."))
	note.Wrapping, note.Importance = fyne.TextWrapWord, widget.LowImportance
	form := container.New(fynelayout.NewFormLayout(),
		widget.NewLabel(words.T("Theme")), container.NewHBox(s.theme),
		widget.NewLabel(words.T("Text size")), container.NewHBox(s.text),
		container.NewStack(), note)
	s.dialog = dialog.NewCustom(words.T("Settings"), words.T("Close"), form, u.win)
	s.dialog.Show()
	u.settings = s
	u.win.Canvas().Focus(s.text)
	return s
}

// setTheme chooses a theme.
func (u *ui) setTheme(choice string) {
	u.look.choose(choice)
	u.restyle()
}
