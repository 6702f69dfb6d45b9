package window

import (
	"fyne.io/fyne/v2"

	"descentlab/app/lab/session"
	"descentlab/app/window/settings"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

var _ settings.Host = (*ui)(nil)

// openSettings opens the dialog of what holds for every experiment.
func (u *ui) openSettings() *settings.Dialog {
	u.closeMenus()
	u.settings = settings.Open(u.win, u, u.look, u.text, u.motion, &u.spoken)
	return u.settings
}

// SetTheme chooses a theme.
func (u *ui) SetTheme(choice string) {
	u.look.Choose(choice)
	u.restyle()
}

// SetColours chooses a set of colours.
func (u *ui) SetColours(set plot.Colours) {
	u.look.ChooseColours(set)
	u.restyle()
}

// SetMotion chooses how much moves.
func (u *ui) SetMotion(choice string) {
	u.motion.Choice = choice
	u.saver.note(u.session())
}

// Still tells whether nothing is to glide, pulse or fade.
func (u *ui) Still() bool { return u.motion.Still() }

// SetText gives all texts another size, at once. The window stays as large as it is on the screen.
func (u *ui) SetText(percent int) {
	if !u.text.Set(percent, u.win) {
		return
	}
	u.look.Again()
	u.text.Fit(u.win)
	u.restyle()
	if u.settings != nil {
		u.settings.ShowText(percent)
	}
}

// stepText makes texts larger or smaller by so many sizes.
func (u *ui) stepText(by int) { u.SetText(u.text.Stepped(by)) }

// themeMenu lets the user choose the theme, or open the settings.
func (u *ui) themeMenu() *fyne.Menu {
	menu := fyne.NewMenu("")
	names := settings.ThemeNames()
	for i, choice := range session.Themes {
		item := fyne.NewMenuItem(names[i], func() { u.SetTheme(choice) })
		item.Checked = u.look.Theme() == choice
		menu.Items = append(menu.Items, item)
	}
	all := fyne.NewMenuItem(words.T("Settings, text size … (Ctrl+,)"), func() { u.openSettings() })
	menu.Items = append(menu.Items, fyne.NewMenuItemSeparator(), all)
	return menu
}
