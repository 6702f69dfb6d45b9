package desk

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"
)

// A Command is something that can be done, told once. The keyboard, the help, the menus and the palette follow from lists of
// them: those of the room that is seen, which gathers what its panes offer, and those of the frame.
type Command struct {
	Name  string // in menus and in the palette, translated: "Save experiment …"
	Group string // what it is about, a word or two, translated; in the palette and as a heading of the help
	// Keys do it, the one first that menus show. A key that is typed is a character ("k", ","), or its name ("Space", "Home",
	// "PageUp"); one with modifiers is "Ctrl+S", where Ctrl is Cmd on a Mac, "Ctrl+Shift+Z" or "Alt+1".
	Keys []string
	// Hand says how the hand does what has no key: "Wheel", translated. Such a command without Do is for the help alone.
	Hand string
	Hint string    // what the help says of it, where the name does not say enough; translated
	Do   func()    // nil: it is only told of, or opens Of
	Why  string    // it cannot be done now: a short sentence, translated; "": it can
	On   bool      // it is on, or what is chosen
	File bool      // it stands in the File menu
	Rule bool      // a line stands before it in menus
	Over bool      // its keys work though a dialog lies over the window
	Of   []Command // those of a menu that it opens
}

// A Commander offers commands: a room, or a pane of one.
type Commander interface{ Commands() []Command }

// A Finder has more that can be found by name, and by that alone, such as what a catalogue has. It is asked when the palette
// opens.
type Finder interface{ Finds() []Command }

// CommandsOf are those of whatever offers some.
func CommandsOf[T any](of ...T) (list []Command) {
	for _, o := range of {
		if c, is := any(o).(Commander); is {
			list = append(list, c.Commands()...)
		}
	}
	return list
}

// FindsOf are those of whatever has something to be found.
func FindsOf[T any](of ...T) (list []Command) {
	for _, o := range of {
		if f, is := any(o).(Finder); is {
			list = append(list, f.Finds()...)
		}
	}
	return list
}

// Press does what a key that is no character does, and tells whether it does anything. Why it cannot is told.
func Press(f Frame, list []Command, name fyne.KeyName) bool {
	return run(f, list, func(k Key) bool { return k.Modifier == 0 && k.Char == 0 && k.named(name) })
}

// Type does what a character does, small or capital.
func Type(f Frame, list []Command, char rune) bool {
	return run(f, list, func(k Key) bool { return k.Modifier == 0 && k.Char != 0 && k.Char == lower(char) })
}

// run does the first command with a key that is meant.
func run(f Frame, list []Command, meant func(Key) bool) bool {
	for _, c := range list {
		for _, text := range c.Keys {
			if k, ok := ParseKey(text); ok && meant(k) {
				c.Run(f)
				return true
			}
		}
	}
	return false
}

// Run does it, or tells why it cannot be done now.
func (c Command) Run(f Frame) {
	switch {
	case c.Why != "":
		f.Say(errors.New(c.Why))
	case c.Do != nil:
		c.Do()
	}
}

// Menu has commands as a menu shows them, with their keys.
func Menu(list []Command) *fyne.Menu {
	menu := fyne.NewMenu("")
	for _, c := range list {
		if c.Do == nil && c.Of == nil && c.Hand != "" {
			continue
		}
		if c.Rule && len(menu.Items) > 0 {
			menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
		}
		text := c.Name
		if len(c.Keys) > 0 {
			text += "   " + KeyText(c.Keys[0])
		}
		item := fyne.NewMenuItem(text, c.Do)
		item.Checked = c.On
		item.Disabled = c.Why != "" || c.Do == nil && len(c.Of) == 0
		if len(c.Of) > 0 {
			item.ChildMenu = Menu(c.Of)
		}
		menu.Items = append(menu.Items, item)
	}
	return menu
}

// Find is the first command with a key in that notation; nil if there is none.
func Find(list []Command, key string) *Command {
	for i := range list {
		if slices.Contains(list[i].Keys, key) {
			return &list[i]
		}
	}
	return nil
}
