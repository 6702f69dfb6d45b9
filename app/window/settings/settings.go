// Package settings are what holds for every experiment: the look of the window, the size of its texts, language and numbers,
// and the dialog in which they are chosen.
package settings

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/lab/session"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
)

// ThemeNames are what the choices of a theme are called, in the order of session.Themes.
func ThemeNames() []string {
	return []string{words.T("As the system"), words.T("Dark"), words.T("Light")}
}

// A Host is the window, which changes at once with what is chosen.
type Host interface {
	SetTheme(choice string)
	SetText(percent int)
	SetColours(set plot.Colours)
	SetMotion(choice string)
}

// A Dialog shows what is chosen.
type Dialog struct {
	Theme, Text       *widgets.Segmented
	Colours, Motion   *widgets.Segmented
	Language, Numbers *widgets.Segmented
	Swatches          *graphic.Drawing // of the set of colours
	dialog            *dialog.CustomDialog
}

// untitled is by how much the contents of a dialog whose title stands among them move up.
const untitled = 22

// Raised are the contents of a dialog whose title stands among them, in line with the rest: they move up into the room that
// Fyne leaves for one.
func Raised(contents fyne.CanvasObject) fyne.CanvasObject {
	return container.New(fynelayout.NewCustomPaddedLayout(-untitled, 0, 0, 0), contents)
}

// Open shows the dialog over a window.
func Open(win fyne.Window, h Host, l *Look, text *Enlargement, motion *Motion, spoken *Spoken) *Dialog {
	d := &Dialog{Theme: widgets.NewSegmented(ThemeNames()...), Language: spoken.chooseLanguage(), Numbers: spoken.chooseNumbers()}
	d.Theme.SetSelected(slices.Index(session.Themes, l.Theme()))
	d.Theme.OnChanged = func(i int) { h.SetTheme(session.Themes[i]) }
	d.Swatches = newSwatches(l)
	d.Colours = d.chooseColours(l.Colours(), h.SetColours)
	d.Motion = widgets.NewSegmented(words.T("As the system"), words.T("Reduced"), words.T("Full"))
	d.Motion.SetSelected(max(slices.Index(session.Motions, motion.Choice), 0))
	d.Motion.OnChanged = func(i int) { h.SetMotion(session.Motions[i]) }
	sizes := make([]string, len(TextSizes))
	for i, percent := range TextSizes {
		sizes[i] = words.T("%d %%", percent)
	}
	d.Text = widgets.NewSegmented(sizes...)
	d.ShowText(text.Percent())
	d.Text.OnChanged = func(i int) { h.SetText(TextSizes[i]) }

	d.dialog = dialog.NewCustom("", words.T("Close"), Raised(d.page()), win)
	d.dialog.Show()
	win.Canvas().Focus(d.Text)
	return d
}

// page is what stands in it.
func (d *Dialog) page() fyne.CanvasObject {
	note := kit.NewParagraph(2, words.T("What stands around the texts grows along. "+
		"Ctrl+Plus and Ctrl+Minus do the same, Ctrl+0 takes it back."))
	later := kit.NewParagraph(2, words.T("Language and numbers are as chosen from the next start on. "+
		"Files, formulas and the command line always have the point."))
	still := kit.NewParagraph(2, words.T("Reduced: what plays goes from step to step, and nothing glides, pulses or fades."))
	named := func(name string) fyne.CanvasObject { return kit.NewLabel(name) }
	spaced := func(o fyne.CanvasObject) fyne.CanvasObject {
		return container.New(fynelayout.NewCustomPaddedLayout(4, 4, 12, 0), o)
	}
	form := container.New(fynelayout.NewFormLayout(),
		named(words.T("Theme")), spaced(container.NewHBox(d.Theme)),
		named(words.T("Text size")), spaced(container.NewHBox(d.Text)),
		container.NewStack(), spaced(note),
		named(words.T("Colours")), spaced(container.NewHBox(d.Colours)),
		container.NewStack(), spaced(container.NewHBox(d.Swatches)),
		named(words.T("Motion")), spaced(container.NewHBox(d.Motion)),
		container.NewStack(), spaced(still),
		named(words.T("Language")), spaced(container.NewHBox(d.Language)),
		named(words.T("Numbers")), spaced(container.NewHBox(d.Numbers)),
		container.NewStack(), spaced(later))
	return container.NewBorder(kit.NewHeading(words.T("Settings")), nil, nil, nil,
		container.New(fynelayout.NewCustomPaddedLayout(8, 8, 0, 0), form))
}

// ShowText shows a size of text as the chosen one.
func (d *Dialog) ShowText(percent int) { d.Text.SetSelected(slices.Index(TextSizes, percent)) }
