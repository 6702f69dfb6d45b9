package command

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"descentlab/app/window/desk"
	"descentlab/widgets/widgettest"
)

// opened is a palette of many commands in a window, and what has been done by it.
func opened(t *testing.T, width, height float32) (*Palette, fyne.Window, *[]string) {
	t.Helper()
	win := test.NewTempWindow(t, canvas.NewRectangle(nil))
	win.Resize(fyne.NewSize(width, height))
	done := &[]string{}
	var list []desk.Command
	for i := range 40 {
		list = append(list, desk.Command{Name: fmt.Sprint("Command ", i), Group: "Group", Do: func() {}})
	}
	list[0].Keys = []string{"Ctrl+Shift+Z"}
	list[3].Why = "not today"
	list[4].On = true
	kept := fyne.CurrentApp().Preferences()
	kept.SetStringList(usedKey, nil)
	p := Open(win, kept, list, func(c desk.Command) { *done = append(*done, c.Name) })
	return p, win, done
}

// TestPaletteByKeys: arrows and pages move through all of it, Enter does what can be done and closes, Escape closes.
func TestPaletteByKeys(t *testing.T) {
	p, win, done := opened(t, 1440, 900)
	if win.Canvas().Focused() != fyne.Focusable(p.entry) || len(p.rows) != mostRows {
		t.Fatalf("%d rows, %T has the focus", len(p.rows), win.Canvas().Focused())
	}
	press := func(names ...fyne.KeyName) {
		for _, name := range names {
			widgettest.Key(p.entry, name)
		}
	}
	press(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if len(*done) != 0 || p.popup.Hidden || p.tells() != "not today" {
		t.Errorf("what cannot be done is done: %q; it says %q", *done, p.tells())
	}
	press(fyne.KeyPageDown)
	if p.active != 3+mostRows-1 || p.top == 0 {
		t.Errorf("Page Down leads to %d, the list begins at %d", p.active, p.top)
	}
	press(fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageDown)
	if p.active != 39 || p.top != 40-mostRows || p.rows[mostRows-1].match.Name != "Command 39" {
		t.Errorf("the end is %d, the list begins at %d with the last row %q", p.active, p.top, p.rows[mostRows-1].match.Name)
	}
	press(fyne.KeyPageUp, fyne.KeyPageUp, fyne.KeyPageUp, fyne.KeyPageUp, fyne.KeyUp)
	if p.active != 0 || p.top != 0 {
		t.Errorf("the beginning is %d, %d", p.active, p.top)
	}
	test.Type(p.entry, "c 17")
	if len(p.found) == 0 || p.found[0].Name != "Command 17" || p.active != 0 {
		t.Fatalf("found are %v", names(p.found))
	}
	press(fyne.KeyEnter)
	if !slices.Equal(*done, []string{"Command 17"}) || !p.popup.Hidden {
		t.Errorf("done is %q", *done)
	}
	again := Open(win, p.kept, []desk.Command{p.all[0].Command, p.all[17].Command}, nil)
	if again.found[0].Name != "Command 17" {
		t.Errorf("what was used last is not the first: %v", names(again.found))
	}
	widgettest.Key(again.entry, fyne.KeyEscape)
	if !again.popup.Hidden {
		t.Error("Escape does not close it")
	}
}

// TestPaletteByMouse: the wheel shows more, a click does what stands there.
func TestPaletteByMouse(t *testing.T) {
	p, _, done := opened(t, 1024, 700)
	p.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)})
	if p.top != 3 || p.active != 3 || p.rows[0].match.Name != "Command 3" {
		t.Errorf("the wheel leads to %d, active is %d", p.top, p.active)
	}
	p.rows[5].MouseIn(nil)
	if p.active != 8 || !p.rows[5].active {
		t.Errorf("under the pointer is %d", p.active)
	}
	test.Tap(p.rows[5])
	if !slices.Equal(*done, []string{"Command 8"}) {
		t.Errorf("done is %q", *done)
	}
}

// TestPaletteFits: it stays within the smallest window, and says if nothing answers.
func TestPaletteFits(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1440, Height: 900}, {Width: 1024, Height: 700}, {Width: 420, Height: 320}} {
		p, win, _ := opened(t, size.Width, size.Height)
		window := win.Canvas().Size()
		if end := p.popup.Content.Position().AddXY(p.Size().Width, p.Size().Height); end.X > window.Width || end.Y > window.Height {
			t.Errorf("in %v it ends at %v", window, end)
		}
		p.entry.SetText("qqq")
		if len(p.found) != 0 || p.none.Text == "" {
			t.Errorf("found are %v, it says %q", names(p.found), p.none.Text)
		}
		widgettest.Key(p.entry, fyne.KeyReturn)
	}
}
