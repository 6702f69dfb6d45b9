package field

import (
	"testing"

	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
)

var undo, ctrl = &fyne.ShortcutUndo{}, widgettest.Ctrl

func TestFormulaUndo(t *testing.T) {
	heard := widgettest.WindowHears(t)
	f, _, _ := formulaOn(t)
	f.SetText("x")
	typeInto(f, "7")
	f.entry.TypedShortcut(undo)
	if f.Text() != "x" {
		t.Errorf("undone, the field reads %q", f.Text())
	}
	widgettest.Expect(t, heard)
	f.entry.TypedShortcut(undo)
	widgettest.Expect(t, heard, "Undo")
	typeInto(f, "8")
	fyne.CurrentApp().Driver().CanvasForObject(f).Unfocus()
	typeInto(f, "")
	f.entry.TypedShortcut(undo)
	widgettest.Expect(t, heard, "Undo")
}

func TestFieldsLeaveTheWindowItsShortcuts(t *testing.T) {
	heard := widgettest.WindowHears(t)
	f, _, _ := formulaOn(t)
	f.SetText("x + y")
	typeInto(f, "")
	for _, s := range []fyne.Shortcut{
		ctrl(fyne.KeyS, 0), &fyne.ShortcutSelectAll{}, ctrl(fyne.KeyZ, fyne.KeyModifierShift), ctrl(fyne.KeyRight, 0),
	} {
		f.entry.TypedShortcut(s)
	}
	widgettest.Expect(t, heard, ctrl(fyne.KeyS, 0).ShortcutName(), ctrl(fyne.KeyZ, fyne.KeyModifierShift).ShortcutName())
}

func TestFormulaIsLeft(t *testing.T) {
	f, _, said := formulaOn(t)
	c := fyne.CurrentApp().Driver().CanvasForObject(f)
	typeInto(f, "x")
	widgettest.Key(f.entry, fyne.KeyReturn)
	if c.Focused() != nil {
		t.Error("Enter does not leave the field")
	}
	f.SetText("x")
	typeInto(f, "")
	widgettest.Key(f.entry, fyne.KeyEscape)
	if c.Focused() != nil {
		t.Error("Escape does not leave the field")
	}
	*said = nil
	f.OnCommit = func(string) { f.SetError("column 1: what is this?") }
	typeInto(f, "z")
	widgettest.Key(f.entry, fyne.KeyReturn)
	if c.Focused() != f.entry {
		t.Error("a wrong formula has lost the focus")
	}
}
