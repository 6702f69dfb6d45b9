package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// bindKeys gives the window its keyboard. Keys reach it when nothing that takes text has the focus.
func (u *ui) bindKeys() {
	c := u.win.Canvas()
	c.SetOnTypedKey(u.key)
	c.SetOnTypedRune(u.rune)
	for _, s := range u.shortcuts() {
		c.AddShortcut(s.keys, func(fyne.Shortcut) { s.run() })
	}
}

type shortcut struct {
	keys fyne.Shortcut
	run  func()
}

// shortcuts are the keys that work everywhere, with Ctrl, or Cmd on a Mac.
func (u *ui) shortcuts() []shortcut {
	key := func(name fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierShortcutDefault}
	}
	shifted := func(name fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
	}
	larger := func() { u.stepText(1) }
	return []shortcut{
		{&fyne.ShortcutUndo{}, u.lab.Undo}, // Ctrl+Z
		{&fyne.ShortcutRedo{}, u.lab.Redo}, // Ctrl+Y
		{shifted(fyne.KeyZ), u.lab.Redo},
		{key(fyne.KeyO), u.openExperiment},
		{key(fyne.KeyS), u.saveExperiment},
		{key(fyne.KeyE), u.exportRace},
		{key(fyne.KeyQ), u.close},
		{key(fyne.KeyComma), func() { u.openSettings() }},
		{key(fyne.KeyPlus), larger}, // also that of the keypad
		{shifted(fyne.KeyPlus), larger},
		{shifted(fyne.KeyEqual), larger}, // where plus is that key with shift
		{key(fyne.KeyEqual), larger},
		{key(fyne.KeyMinus), func() { u.stepText(-1) }},
		{key(fyne.Key0), func() { u.setText(usualText) }},
		{&fyne.ShortcutCopy{}, u.room.Copy},
	}
}

// closeMenus takes away what is open over the window, so that a dialog stands alone.
func (u *ui) closeMenus() {
	overlays := u.win.Canvas().Overlays()
	for _, o := range overlays.List() {
		overlays.Remove(o)
	}
}

// key handles the keys of playback that are no characters. Under a dialog nothing plays; Escape closes it.
func (u *ui) key(k *fyne.KeyEvent) {
	if u.covered() {
		if k.Name == fyne.KeyEscape {
			u.closeMenus()
		}
		return
	}
	if k.Name == fyne.KeyEscape && u.header.formula.Revert() || u.room.Key(k.Name) {
		return
	}
	switch k.Name {
	case fyne.KeyEscape:
		if !u.stop() {
			u.closeSteps()
		}
	case fyne.KeyHome:
		u.lab.Seek(0)
	case fyne.KeyEnd:
		u.lab.Seek(float64(u.lab.State().Doc.Steps))
	}
}

// stop ends what is under way and takes back what is said, on the user's wish; it tells whether there was anything.
func (u *ui) stop() (any bool) {
	for _, j := range u.jobs {
		any = j.Interrupt() || any
	}
	any = u.reading.Busy() || any
	u.stopReading()
	if u.lab.State().View.Working {
		u.lab.Halt()
		any = true
	}
	if u.lab.State().View.Said.Text != "" {
		u.hush()
		any = true
	}
	return any
}

// covered tells whether a dialog or a menu is open.
func (u *ui) covered() bool { return u.win.Canvas().Overlays().Top() != nil }

// rune handles the characters of playback.
func (u *ui) rune(r rune) {
	if u.covered() || u.room.Rune(r) {
		return
	}
	switch r {
	case ' ':
		u.lab.Toggle()
	case '.':
		u.lab.StepBy(1)
	case ',':
		u.lab.StepBy(-1)
	}
}
