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
	help, name := u.seen.room.Help(), u.seen.kind.Name
	rows := container.New(fynelayout.NewFormLayout())
	title := func(text string) { rows.Objects = append(rows.Objects, kit.NewHeading(text), container.NewStack()) }
	tell := func(list []desk.Shortcut) {
		for _, s := range list {
			rows.Objects = append(rows.Objects, kit.NewLabel(s.Keys), kit.NewLabel(s.Does))
		}
	}
	title(name)
	tell(help.Keys)
	title(words.T("Everywhere"))
	tell(u.everywhere())

	var d *dialog.CustomDialog
	lines := []fyne.CanvasObject{rows}
	if steps := help.Steps; steps != nil {
		show := kit.NewButton(words.T("Show the first steps"), kit.IconPlay, "", func() {
			d.Hide()
			steps()
		})
		lines = append([]fyne.CanvasObject{container.NewHBox(show)}, lines...)
	}
	raised := container.New(fynelayout.NewCustomPaddedLayout(-untitled, 0, 0, 0), container.NewVBox(lines...))
	d = dialog.NewCustom("", words.T("Close"), raised, u.win)
	d.Show()
	u.win.Canvas().Refresh(rows)
}
