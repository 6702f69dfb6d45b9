package widgets

import (
	"testing"

	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

var (
	undo = &fyne.ShortcutUndo{}
	redo = &fyne.ShortcutRedo{}
	ctrl = widgettest.Ctrl
)

// In a field undo takes back what was typed, and when there is nothing of that means the window.
func TestNumberFieldUndo(t *testing.T) {
	heard := widgettest.WindowHears(t)
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
