package widgets

import (
	"testing"

	"descentlab/widgets/gesture"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// windowHears collects the shortcuts that reach the window.
func windowHears(t *testing.T) (heard *[]string) {
	t.Helper()
	heard = &[]string{}
	old := gesture.Shortcuts
	gesture.Shortcuts = func(fyne.CanvasObject) fyne.Shortcutable { return listener{heard} }
	t.Cleanup(func() { gesture.Shortcuts = old })
	return heard
}

type listener struct{ heard *[]string }

func (l listener) TypedShortcut(s fyne.Shortcut) { *l.heard = append(*l.heard, s.ShortcutName()) }

var (
	undo = &fyne.ShortcutUndo{}
	redo = &fyne.ShortcutRedo{}
)

func ctrl(name fyne.KeyName, more fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierControl | more}
}

// In a field undo takes back what was typed, and when there is nothing of that means the window.
func TestNumberFieldUndo(t *testing.T) {
	heard := windowHears(t)
	k, _ := knobOn(t, unit)
	c := fyne.CurrentApp().Driver().CanvasForObject(k)
	c.Focus(k.field.rest)
	k.field.TypedShortcut(undo)
	k.field.TypedShortcut(redo)
	widgettest.Expect(t, heard, "Undo", "Redo")
	test.Type(k.field, "0.7")
	for range 3 { // as often as Fyne has steps of it
		if k.field.Text != "0.5" {
			k.field.TypedShortcut(undo)
		}
	}
	widgettest.Expect(t, heard)
	if k.field.Text != "0.5" {
		t.Fatalf("undone, the field reads %q", k.field.Text)
	}
	k.field.TypedShortcut(ctrl(fyne.KeyZ, fyne.KeyModifierShift))
	if k.field.Text == "0.5" {
		t.Error("nothing is made again")
	}
	widgettest.Key(k.field, fyne.KeyEscape)
	enter(k, "0.7")
	c.Focus(k.field.rest)
	k.field.TypedShortcut(undo) // what was entered before is the window's
	widgettest.Expect(t, heard, "Undo")
	widgettest.Key(k.field, fyne.KeyUp)
	k.field.TypedShortcut(undo)
	widgettest.Expect(t, heard, "Undo")
}

func TestFormulaUndo(t *testing.T) {
	heard := windowHears(t)
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
	heard := windowHears(t)
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

// The window's keys work again as soon as a number is entered or given up; a wrong one keeps the field.
func TestKnobFieldIsLeft(t *testing.T) {
	k, _ := knobOn(t, unit)
	c := fyne.CurrentApp().Driver().CanvasForObject(k)
	for _, step := range []struct {
		text string
		key  fyne.KeyName
		left bool
	}{
		{"0.25", fyne.KeyReturn, true}, {"", fyne.KeyEnter, true}, {"7", fyne.KeyReturn, false},
		{"8", fyne.KeyEscape, true}, {"", fyne.KeyEscape, true},
	} {
		c.Focus(k.field.rest)
		for _, r := range step.text {
			k.field.TypedRune(r)
		}
		widgettest.Key(k.field, step.key)
		if left := c.Focused() == nil; left != step.left {
			t.Errorf("%q and %s: left %t, want %t", step.text, step.key, left, step.left)
		}
	}
	if k.Value() != 0.25 {
		t.Errorf("value %v, want 0.25", k.Value())
	}
}

func TestFormulaIsLeft(t *testing.T) {
	f, _, said := formulaOn(t)
	c := fyne.CurrentApp().Driver().CanvasForObject(f)
	typeInto(f, "x")
	widgettest.Key(f.entry, fyne.KeyReturn)
	if c.Focused() != nil {
		t.Error("Enter does not leave the field")
	}
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
