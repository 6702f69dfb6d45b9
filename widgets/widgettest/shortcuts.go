package widgettest

import (
	"testing"

	"descentlab/widgets/gesture"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// WindowHears collects the shortcuts that reach the window.
func WindowHears(t *testing.T) (heard *[]string) {
	t.Helper()
	heard = &[]string{}
	old := gesture.Shortcuts
	gesture.Shortcuts = func(fyne.CanvasObject) fyne.Shortcutable { return listener{heard} }
	t.Cleanup(func() { gesture.Shortcuts = old })
	return heard
}

type listener struct{ heard *[]string }

// TypedShortcut is called by whoever passes one on.
func (l listener) TypedShortcut(s fyne.Shortcut) { *l.heard = append(*l.heard, s.ShortcutName()) }

// Ctrl is a key with the control key, and perhaps others.
func Ctrl(name fyne.KeyName, more fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierControl | more}
}
