package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/window/desk"
	"descentlab/app/window/settings"
	"descentlab/app/words"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
)

// everywhere are the keys that mean the same in all rooms.
func (u *ui) everywhere() []desk.Shortcut {
	list := []desk.Shortcut{
		{Keys: words.T("Ctrl+Z, Ctrl+Shift+Z"), Does: words.T("undo, redo")},
		{Keys: words.T("Ctrl+O, Ctrl+S, Ctrl+E"), Does: words.T("open, save, export")},
		{Keys: words.T("Ctrl+L, Ctrl+V"), Does: words.T("copy the link of the experiment, paste one")},
		{Keys: words.T("Ctrl+Plus, Ctrl+Minus, Ctrl+0"), Does: words.T("larger or smaller text, and as usual")},
		{Keys: words.T("t"), Does: words.T("say in words what is shown, with the table behind it")},
		{Keys: words.T("Ctrl+,"), Does: words.T("settings")},
		{Keys: words.T("Tab, Shift+Tab"), Does: words.T("to the next control, or the one before")},
		{Keys: words.T("Ctrl+Q"), Does: words.T("quit; all is saved")},
	}
	if n := len(u.rooms); n > 1 {
		list = append([]desk.Shortcut{{Keys: words.T("Alt+1 to Alt+%d", n), Does: words.T("change rooms")}}, list...)
	}
	return list
}

// openHelp tells what the keys do, those of the room first, and offers its first steps.
func (u *ui) openHelp() {
	u.closeMenus()
	help := u.seen.room.Help()
	rows := container.New(fynelayout.NewFormLayout())
	group := func(title string, list []desk.Shortcut) {
		rows.Objects = append(rows.Objects, helped(kit.NewHeading(title)), container.NewStack())
		for _, s := range list {
			keys := kit.NewLabel(s.Keys)
			keys.Muted = true
			rows.Objects = append(rows.Objects, keys, helpedWith(s.Does))
		}
	}
	group(words.T("Keys in the room %s", u.seen.kind.Name), help.Keys)
	group(words.T("Keys everywhere"), u.everywhere())
	if len(help.Signs) > 0 {
		rows.Objects = append(rows.Objects, helped(kit.NewHeading(words.T("Signs of events"))), container.NewStack())
		for _, m := range help.Signs {
			rows.Objects = append(rows.Objects, u.sign(m), helpedWith(m.Means))
		}
	}

	var d *dialog.CustomDialog
	lines := container.NewVBox(helped(kit.NewHeading(words.T("Help"))))
	buttons := container.NewHBox()
	if steps := help.Steps; steps != nil {
		buttons.Add(kit.NewButton(words.T("Show the first steps"), kit.IconPlay, "", func() {
			d.Hide()
			steps()
		}))
	}
	buttons.Add(kit.NewButton(words.T("About Descent Lab …"), "", words.T("Version, what it was built with, licences"), func() {
		d.Hide()
		u.openAbout()
	}))
	lines.Add(buttons)
	lines.Add(rows)
	// What the window has no room for scrolls, by the keys too.
	page := container.NewVScroll(container.New(fynelayout.NewCustomPaddedLayout(0, helpGap, 0, helpGap), lines))
	room := u.win.Canvas().Size().Height - helpFrame
	page.SetMinSize(fyne.NewSize(lines.MinSize().Width+helpGap, min(lines.MinSize().Height+helpGap, max(room, helpLeast))))
	d = dialog.NewCustom("", words.T("Close"), settings.Raised(page), u.win)
	d.Show()
	u.over = scrolling(page)
}

// What the help takes of the height of the window beside its lines, and the least that is left for them.
const (
	helpFrame = 110
	helpLeast = 200
)

// sign is a sign with its name.
func (u *ui) sign(m desk.Meaning) fyne.CanvasObject {
	picture := graphic.NewPlainDrawing(fyne.NewSquareSize(signSize), func(on plot.Canvas, scale float64) {
		st := u.style()
		st.Scale = scale
		m.Draw(on, st)
	})
	return container.NewHBox(picture, kit.NewLabel(m.Name))
}

// signSize is the side of a sign, in units.
const signSize = 18

// helpedWith is what a key does, or a sign means.
func helpedWith(text string) fyne.CanvasObject {
	return container.New(fynelayout.NewCustomPaddedLayout(0, 0, helpGap, 0), kit.NewLabel(text))
}

// helpGap is the room between the keys and what they do, and above a group of them.
const helpGap = 12

// helped is a heading with room above it.
func helped(heading fyne.CanvasObject) fyne.CanvasObject {
	return container.New(fynelayout.NewCustomPaddedLayout(helpGap, 4, 0, 0), heading)
}
