package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/lab/session"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/kit"
)

// themeNames are what the choices of a theme are called, in the order of session.Themes.
func themeNames() []string {
	return []string{words.T("As the system"), words.T("Dark"), words.T("Light")}
}

// A settings is the dialog of what holds for every experiment: it changes the window at once.
type settings struct {
	theme, text       *widgets.Segmented
	language, numbers *widgets.Segmented
	dialog            *dialog.CustomDialog
}

// untitled is by how much the contents of a dialog whose title stands among them, in line with the rest, move up into the room
// that Fyne leaves for one.
const untitled = 22

// openSettings opens it.
func (u *ui) openSettings() *settings {
	u.closeMenus()
	s := &settings{theme: widgets.NewSegmented(themeNames()...), language: u.chooseLanguage(), numbers: u.chooseNumbers()}
	s.theme.SetSelected(slices.Index(session.Themes, u.look.choice))
	s.theme.OnChanged = func(i int) { u.setTheme(session.Themes[i]) }
	sizes := make([]string, len(textSizes))
	for i, percent := range textSizes {
		sizes[i] = words.T("%d %%", percent)
	}
	s.text = widgets.NewSegmented(sizes...)
	s.text.SetSelected(slices.Index(textSizes, u.text.percent))
	s.text.OnChanged = func(i int) { u.setText(textSizes[i]) }

	note := kit.NewParagraph(2, words.T("What stands around the texts grows along. "+
		"Ctrl+Plus and Ctrl+Minus do the same, Ctrl+0 takes it back."))
	later := kit.NewParagraph(2, words.T("Language and numbers are as chosen from the next start on. "+
		"Files, formulas and the command line always have the point."))
	named := func(name string) fyne.CanvasObject { return kit.NewLabel(name) }
	spaced := func(o fyne.CanvasObject) fyne.CanvasObject {
		return container.New(fynelayout.NewCustomPaddedLayout(4, 4, 12, 0), o)
	}
	form := container.New(fynelayout.NewFormLayout(),
		named(words.T("Theme")), spaced(container.NewHBox(s.theme)),
		named(words.T("Text size")), spaced(container.NewHBox(s.text)),
		container.NewStack(), spaced(note),
		named(words.T("Language")), spaced(container.NewHBox(s.language)),
		named(words.T("Numbers")), spaced(container.NewHBox(s.numbers)),
		container.NewStack(), spaced(later))
	titled := container.NewBorder(kit.NewHeading(words.T("Settings")), nil, nil, nil,
		container.New(fynelayout.NewCustomPaddedLayout(8, 8, 0, 0), form))
	raised := container.New(fynelayout.NewCustomPaddedLayout(-untitled, 0, 0, 0), titled)
	s.dialog = dialog.NewCustom("", words.T("Close"), raised, u.win)
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
