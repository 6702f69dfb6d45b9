package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/app/window/desk"
	"descentlab/widgets/gesture"
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
}

// A shortcut is a key with modifiers, and the command that it does.
type shortcut struct {
	keys fyne.Shortcut
	run  func()
}

// shortcuts are the keys with modifiers that do something now.
func (u *ui) shortcuts() (list []shortcut) {
	for _, c := range u.commands() {
		for _, key := range c.Keys {
			k, _ := desk.ParseKey(key)
			if s := k.Shortcut(); s != nil {
				list = append(list, shortcut{s, func() { u.perform(c) }})
			}
		}
	}
	return list
}

// bindShortcuts lets the window hear the keys with modifiers of the room that is seen, and of those before it. What they do is
// looked up when they are pressed.
func (u *ui) bindShortcuts() {
	for _, s := range u.shortcuts() {
		name := s.keys.ShortcutName()
		u.win.Canvas().AddShortcut(s.keys, func(fyne.Shortcut) {
			for _, s := range u.shortcuts() {
				if s.keys.ShortcutName() == name {
					s.run()
					return
				}
			}
		})
	}
}

// perform does what a key with modifiers does. What lies over the window keeps most of them to itself.
func (u *ui) perform(c desk.Command) {
	switch {
	case u.covered() && !c.Over && !c.File:
	case c.Over && c.Why != "": // as everywhere else, without a word
	default:
		c.Run(u.seen)
	}
}

// closeMenus takes away what is open over the window, so that a dialog stands alone.
func (u *ui) closeMenus() {
	u.over, u.modal = nil, nil
	if u.exporter != nil {
		u.exporter.Leave()
	}
	overlays := u.win.Canvas().Overlays()
	for _, o := range overlays.List() {
		overlays.Remove(o)
	}
}

// key handles the keys that are no characters. Under a dialog the room gets none; Escape closes it.
func (u *ui) key(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyF10 && gesture.Modifiers()&fyne.KeyModifierShift != 0 {
		k = &fyne.KeyEvent{Name: desktop.KeyMenu} // the same, where a keyboard has none
		if f := u.win.Canvas().Focused(); f != nil {
			f.TypedKey(k) // which it hands on, if it has no menu
			return
		}
	}
	if u.covered() {
		switch {
		case u.modal != nil && u.modal(k.Name):
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
		if !u.stop() {
			u.win.Canvas().Unfocus() // the keys mean the room again
		}
	default:
		desk.Press(u.seen, u.everywhere(), k.Name)
	}
}

// stop ends what is under way and takes back what is said, on the user's wish; it tells whether there was anything.
func (u *ui) stop() (any bool) {
	for _, j := range u.seen.jobs {
		any = j.Interrupt() || any
	}
	any = u.reading.Busy() || any
	any = u.picturing.Interrupt() || any
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
	if !u.covered() && !u.seen.room.Rune(r) {
		desk.Type(u.seen, u.everywhere(), r)
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
