package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/kit"
)

// everywhere are the keys that mean the same in all rooms.
func (u *ui) everywhere() []desk.Shortcut {
	list := []desk.Shortcut{
		{Keys: words.T("Ctrl+Z, Ctrl+Shift+Z"), Does: words.T("undo, redo")},
		{Keys: words.T("Ctrl+O, Ctrl+S, Ctrl+E"), Does: words.T("open, save, export")},
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
			does := container.New(fynelayout.NewCustomPaddedLayout(0, 0, helpGap, 0), kit.NewLabel(s.Does))
			rows.Objects = append(rows.Objects, keys, does)
		}
	}
	group(words.T("Keys in the room %s", u.seen.kind.Name), help.Keys)
	group(words.T("Keys everywhere"), u.everywhere())

	var d *dialog.CustomDialog
	lines := container.NewVBox(helped(kit.NewHeading(words.T("Help"))))
	if steps := help.Steps; steps != nil {
		lines.Add(container.NewHBox(kit.NewButton(words.T("Show the first steps"), kit.IconPlay, "", func() {
			d.Hide()
			steps()
		})))
	}
	lines.Add(rows)
	raised := container.New(fynelayout.NewCustomPaddedLayout(-untitled, helpGap, 0, 0), lines)
	d = dialog.NewCustom("", words.T("Close"), raised, u.win)
	d.Show()
}

// helpGap is the room between the keys and what they do, and above a group of them.
const helpGap = 12

// helped is a heading with room above it.
func helped(heading fyne.CanvasObject) fyne.CanvasObject {
	return container.New(fynelayout.NewCustomPaddedLayout(helpGap, 4, 0, 0), heading)
}
