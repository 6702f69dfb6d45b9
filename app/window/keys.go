package window

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/app/window/desk"
	"descentlab/app/window/settings"
)

// bindKeys gives the window its keyboard. Keys reach it when nothing that takes text has the focus.
func (u *ui) bindKeys() {
	c := u.win.Canvas()
	c.SetOnTypedKey(u.key)
	c.SetOnTypedRune(u.rune)
	if c, is := c.(desktop.Canvas); is {
		c.SetOnKeyDown(u.keyDown)
		c.SetOnKeyUp(u.keyUp)
	}
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
	list := []shortcut{
		{&fyne.ShortcutUndo{}, u.undo}, // Ctrl+Z
		{&fyne.ShortcutRedo{}, u.redo}, // Ctrl+Y
		{shifted(fyne.KeyZ), u.redo},
		{key(fyne.KeyO), func() { u.do(fyne.KeyO) }},
		{key(fyne.KeyS), func() { u.do(fyne.KeyS) }},
		{key(fyne.KeyE), func() { u.do(fyne.KeyE) }},
		{key(fyne.KeyL), func() { u.do(fyne.KeyL) }},
		{key(fyne.KeyQ), u.close},
		{key(fyne.KeyComma), func() { u.openSettings() }},
		{key(fyne.KeyPlus), larger}, // also that of the keypad
		{shifted(fyne.KeyPlus), larger},
		{shifted(fyne.KeyEqual), larger}, // where plus is that key with shift
		{key(fyne.KeyEqual), larger},
		{key(fyne.KeyMinus), func() { u.stepText(-1) }},
		{key(fyne.Key0), func() { u.SetText(settings.UsualText) }},
		{&fyne.ShortcutPaste{}, u.paste},
		{&fyne.ShortcutCopy{}, func() { u.seen.room.Copy() }},
	}
	for name, d := range map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1} {
		list = append(list, shortcut{key(name), func() {
			if r, is := u.seen.room.(desk.Eventful); is && !u.covered() {
				r.Event(d)
			}
		}})
	}
	for i, t := range u.rooms {
		alt := &desktop.CustomShortcut{KeyName: fyne.KeyName(strconv.Itoa(i + 1)), Modifier: fyne.KeyModifierAlt}
		list = append(list, shortcut{alt, func() {
			if !u.covered() {
				u.Go(t.kind.Key)
			}
		}})
	}
	return list
}

// closeMenus takes away what is open over the window, so that a dialog stands alone.
func (u *ui) closeMenus() {
	u.over = nil
	overlays := u.win.Canvas().Overlays()
	for _, o := range overlays.List() {
		overlays.Remove(o)
	}
}

// key handles the keys that are no characters. Under a dialog the room gets none; Escape closes it.
func (u *ui) key(k *fyne.KeyEvent) {
	if u.covered() {
		switch {
		case k.Name == fyne.KeyEscape:
			u.closeMenus()
		case u.over != nil:
			u.over(k.Name)
		}
		return
	}
	switch {
	case u.seen.room.Key(k.Name):
	case k.Name == fyne.KeyEscape:
		u.stop()
	case k.Name == fyne.KeyF1:
		u.openHelp()
	}
}

// stop ends what is under way and takes back what is said, on the user's wish; it tells whether there was anything.
func (u *ui) stop() (any bool) {
	for _, j := range u.seen.jobs {
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

// rune handles the characters.
func (u *ui) rune(r rune) {
	if !u.covered() && !u.seen.room.Rune(r) && r == describeKey {
		u.describe()
	}
}

// keyDown and keyUp tell the room that is seen how long keys are held.
func (u *ui) keyDown(k *fyne.KeyEvent) {
	if h, is := u.seen.room.(desk.Holder); is && !u.covered() {
		h.KeyDown(k.Name)
	}
}

func (u *ui) keyUp(k *fyne.KeyEvent) {
	if h, is := u.seen.room.(desk.Holder); is {
		h.KeyUp(k.Name)
	}
}
