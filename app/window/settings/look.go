package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"descentlab/widgets/plot"
	"descentlab/widgets/skin"
)

// A Look keeps the choice of theme and the palette that follows from it.
type Look struct {
	app     fyne.App
	choice  string // "system", "dark" or "light"
	palette *plot.Palette
	theme   *skin.Theme // the app's, in the colours of the palette
	colours plot.Colours
	dark    *plot.Palette
	light   *plot.Palette
}

// NewLook gives the app its theme, in a set of colours.
func NewLook(a fyne.App, choice string, set plot.Colours) *Look {
	l := &Look{app: a}
	l.take(set)
	l.Choose(choice)
	return l
}

// Theme is the choice.
func (l *Look) Theme() string { return l.choice }

// Palette has the colours that follow from it.
func (l *Look) Palette() *plot.Palette { return l.palette }

// Colours is the set of colours.
func (l *Look) Colours() plot.Colours { return l.colours }

// ChooseColours sets the set of colours.
func (l *Look) ChooseColours(set plot.Colours) {
	l.take(set)
	l.apply()
}

// take makes the palettes of a set.
func (l *Look) take(set plot.Colours) {
	l.colours, l.dark, l.light = set, plot.NewPalette(set, true), plot.NewPalette(set, false)
}

// Choose sets the theme; any other word than dark and light means the system's.
func (l *Look) Choose(choice string) {
	if choice != "dark" && choice != "light" {
		choice = "system"
	}
	l.choice = choice
	l.apply()
}

func (l *Look) apply() {
	dark := l.choice == "dark" || l.choice == "system" && l.app.Settings().ThemeVariant() == theme.VariantDark
	next := l.light
	if dark {
		next = l.dark
	}
	switch {
	case l.theme == nil:
		l.palette, l.theme = next, skin.NewTheme(next)
		l.app.Settings().SetTheme(l.theme)
	case next != l.palette:
		l.palette = next
		l.theme.Recolour(next)
	}
}

// Again has Fyne look at its settings anew, and at the scale with them.
func (l *Look) Again() { l.app.Settings().SetTheme(l.theme) }

// Follow calls changed whenever the system's theme has changed the palette.
func (l *Look) Follow(changed func()) {
	l.app.Settings().AddListener(func(fyne.Settings) {
		before := l.palette
		if l.apply(); l.palette != before {
			changed()
		}
	})
}
