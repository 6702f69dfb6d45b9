package desk

import (
	"runtime"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/app/words"
)

// A Key is one that is pressed, alone or with modifiers.
type Key struct {
	Modifier fyne.KeyModifier
	Name     fyne.KeyName // of one that is no character, or has modifiers
	Char     rune         // of one that is typed alone, a small letter
}

// named are the keys that are written by a name.
var named = map[string]fyne.KeyName{
	"Left": fyne.KeyLeft, "Right": fyne.KeyRight, "Up": fyne.KeyUp, "Down": fyne.KeyDown, "Home": fyne.KeyHome, "End": fyne.KeyEnd,
	"PageUp": fyne.KeyPageUp, "PageDown": fyne.KeyPageDown, "Enter": fyne.KeyReturn, "Esc": fyne.KeyEscape,
	"Backspace": fyne.KeyBackspace, "Del": fyne.KeyDelete, "Tab": fyne.KeyTab, "Menu": desktop.KeyMenu,
	"Plus": fyne.KeyPlus, "Minus": fyne.KeyMinus, "Equal": fyne.KeyEqual,
	"F1": fyne.KeyF1, "F5": fyne.KeyF5, "F10": fyne.KeyF10, "F11": fyne.KeyF11,
}

// modifiers are those that are written before a key.
var modifiers = map[string]fyne.KeyModifier{
	"Ctrl": fyne.KeyModifierShortcutDefault, "Shift": fyne.KeyModifierShift, "Alt": fyne.KeyModifierAlt,
}

// ParseKey reads the notation of Command.Keys, and tells whether it is one.
func ParseKey(text string) (k Key, ok bool) {
	rest := text
	for {
		before, after, more := strings.Cut(rest, "+")
		modifier, known := modifiers[before]
		if !more || !known || after == "" {
			break
		}
		k.Modifier |= modifier
		rest = after
	}
	if char, size := utf8.DecodeRuneInString(rest); size == len(rest) && size > 0 {
		if k.Modifier == 0 {
			k.Char = lower(char)
		} else {
			k.Name = fyne.KeyName(unicode.ToUpper(char))
		}
		return k, true
	}
	if rest == "Space" {
		if k.Modifier == 0 {
			k.Char = ' '
		} else {
			k.Name = fyne.KeySpace
		}
		return k, true
	}
	name, known := named[rest]
	k.Name = name
	return k, known
}

// named tells whether a key of that name is meant: both of Enter are.
func (k Key) named(name fyne.KeyName) bool {
	return name == k.Name || name == fyne.KeyEnter && k.Name == fyne.KeyReturn
}

// lower is a small letter.
func lower(char rune) rune { return unicode.ToLower(char) }

// Shortcut is what Fyne calls a key with modifiers; nil: it has none, or Shift alone, which Fyne tells of as a key.
func (k Key) Shortcut() fyne.Shortcut {
	if k.Modifier&^fyne.KeyModifierShift == 0 {
		return nil
	}
	if k.Modifier == fyne.KeyModifierShortcutDefault {
		switch k.Name {
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		case fyne.KeyY:
			return &fyne.ShortcutRedo{}
		case fyne.KeyC:
			return &fyne.ShortcutCopy{}
		case fyne.KeyV:
			return &fyne.ShortcutPaste{}
		}
	}
	return &desktop.CustomShortcut{KeyName: k.Name, Modifier: k.Modifier}
}

// KeyText is a key as it stands on the keyboard, in the language of the window.
func KeyText(key string) string {
	var parts []string
	rest := key
	for {
		before, after, more := strings.Cut(rest, "+")
		if _, known := modifiers[before]; !more || !known || after == "" {
			break
		}
		parts = append(parts, keyWord(before))
		rest = after
	}
	parts = append(parts, keyWord(rest))
	return strings.Join(parts, "+")
}

// keyWord is what a key is called.
func keyWord(key string) string {
	switch key {
	case "Ctrl":
		if runtime.GOOS == "darwin" {
			return words.T("Cmd")
		}
		return words.T("Ctrl")
	case "Shift":
		return words.T("Shift")
	case "Alt":
		return words.T("Alt")
	case "Space":
		return words.T("Space")
	case "Home":
		return words.T("Home key") // Home alone is a button
	case "End":
		return words.T("End key")
	case "PageUp":
		return words.T("Page Up")
	case "PageDown":
		return words.T("Page Down")
	case "Enter":
		return words.T("Enter")
	case "Esc":
		return words.T("Esc")
	case "Backspace":
		return words.T("Backspace")
	case "Del":
		return words.T("Del")
	case "Menu":
		return words.T("Menu key") // Menu alone may be another thing
	case "Left":
		return "←"
	case "Right":
		return "→"
	case "Up":
		return "↑"
	case "Down":
		return "↓"
	case "Minus":
		return "−"
	case "Plus":
		return words.T("Plus")
	}
	if _, known := named[key]; known {
		return key
	}
	return strings.ToUpper(key)
}

// KeyTexts are the keys of a command, for people.
func (c Command) KeyTexts() string {
	if c.Hand != "" {
		return c.Hand
	}
	list := make([]string, len(c.Keys))
	for i, key := range c.Keys {
		list[i] = KeyText(key)
	}
	return strings.Join(list, "  ·  ")
}
