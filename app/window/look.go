package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"descentlab/app/lab/session"
	"descentlab/app/words"
	"descentlab/widgets/plot"
	"descentlab/widgets/skin"
)

// look keeps the choice of theme and the palette that follows from it.
type look struct {
	app     fyne.App
	choice  string // "system", "dark" or "light"
	palette *plot.Palette
	theme   *skin.Theme // the app's, in the colours of the palette
	dark    *plot.Palette
	light   *plot.Palette
}

func newLook(a fyne.App, choice string) look {
	l := look{app: a, dark: plot.DarkPalette(), light: plot.LightPalette()}
	l.choose(choice)
	return l
}

// choose sets the theme; any other word than dark and light means the system's.
func (l *look) choose(choice string) {
	if choice != "dark" && choice != "light" {
		choice = "system"
	}
	l.choice = choice
	l.apply()
}

func (l *look) apply() {
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

// follow calls changed whenever the system's theme has changed the palette.
func (l *look) follow(changed func()) {
	l.app.Settings().AddListener(func(fyne.Settings) {
		before := l.palette
		if l.apply(); l.palette != before {
			changed()
		}
	})
}

// themeMenu lets the user choose the theme, or open the settings.
func (u *ui) themeMenu() *fyne.Menu {
	menu := fyne.NewMenu("")
	names := themeNames()
	for i, choice := range session.Themes {
		item := fyne.NewMenuItem(names[i], func() { u.setTheme(choice) })
		item.Checked = u.look.choice == choice
		menu.Items = append(menu.Items, item)
	}
	settings := fyne.NewMenuItem(words.T("Settings, text size … (Ctrl+,)"), func() { u.openSettings() })
	menu.Items = append(menu.Items, fyne.NewMenuItemSeparator(), settings)
	return menu
}
