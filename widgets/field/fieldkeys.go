package field

import (
	"descentlab/internal/scheme"
	"descentlab/widgets/gesture"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Shortcut gives a shortcut to an entry or, if it does not mean the text, to the window: Fyne itself tells the
// window nothing as long as an entry has the focus. Undo and redo mean the text as long as there is something typed to
// take back or to make again. A link of this program that is pasted is opened: no field has a use for it.
func Shortcut(e *widget.Entry, field fyne.CanvasObject, s fyne.Shortcut) {
	text := e.Text
	switch s := s.(type) {
	case *fyne.ShortcutPaste:
		if scheme.Behind(s.Clipboard.Content()) < 0 || isCovered(field) {
			e.TypedShortcut(s)
			return
		}
	case *fyne.ShortcutUndo:
		e.Undo()
	case *fyne.ShortcutRedo:
		e.Redo()
	case *desktop.CustomShortcut:
		switch s.KeyName {
		case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete: // by words
			e.TypedShortcut(s)
			return
		case fyne.KeyZ: // with shift
			e.Redo()
		}
	default:
		e.TypedShortcut(s)
		return
	}
	if e.Text != text {
		return
	}
	if window := gesture.Shortcuts(field); window != nil {
		window.TypedShortcut(s)
	}
}

// isCovered tells whether a dialog is open over the window.
func isCovered(field fyne.CanvasObject) bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(field)
	return c == nil || c.Overlays().Top() != nil
}
