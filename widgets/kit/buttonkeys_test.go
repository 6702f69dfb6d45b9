package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// TestButtonKeys: Tab leads to a button and Space and Enter press it; a click leaves the focus where it was. From one that is
// greyed out meanwhile Tab goes on to the next one.
func TestButtonKeys(t *testing.T) {
	test.NewTempApp(t)
	pressed := 0
	first, second := NewButton("first", "", "", nil), NewButton("second", "", "", nil)
	first.OnTapped = func() { pressed++; first.Disable() }
	third := NewButton("third", "", "", nil)
	win := test.NewTempWindow(t, container.NewVBox(third, first, second))
	c := win.Canvas()
	test.Tap(second)
	if c.Focused() != nil {
		t.Error("a click takes the focus")
	}
	c.Focus(first)
	if !first.ring.Visible() {
		t.Error("no ring says where the keys go")
	}
	if first.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}); pressed != 1 || !first.AcceptsTab() {
		t.Errorf("pressed %d times", pressed)
	}
	if first.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab}); c.Focused() != second || !first.Disabled() {
		t.Error("Tab does not go on from a button that is greyed out")
	}
}
