package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/window/desk"
	"descentlab/app/window/desk/desktest"
	"descentlab/widgets/gesture"
)

// Every room says what is seen in it, and has tables: a new one must, too.
func TestEveryRoomIsDescribed(t *testing.T) {
	u := newTestUI(t, freshSession())
	calm(t, u)
	for _, tenant := range u.rooms {
		u.enter(tenant)
		calm(t, u)
		of, is := tenant.room.(desk.Describer)
		if !is || len(of.Spots()) == 0 {
			t.Errorf("the room %s is not described", tenant.kind.Name)
			continue
		}
		for _, spot := range of.Spots() {
			d := spot.Describe()
			if spot.Name == "" || d.Title == "" || d.Text == "" || strings.Contains(d.Text, "NaN") {
				t.Errorf("%s, %s: %q: %s", tenant.kind.Name, spot.Name, d.Title, d.Text)
			}
		}
		if u.describe() == nil {
			t.Errorf("in the room %s no sheet opens", tenant.kind.Name)
		}
		u.closeMenus()
	}
}

// t opens a sheet that says what is shown, by the picture under the pointer; its table is copied as a spreadsheet takes it, and
// Escape closes it.
func TestDescribes(t *testing.T) {
	u := newTestUI(t, freshSession())
	calm(t, u)
	u.rune('t')
	if !u.covered() {
		t.Fatal("no sheet")
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if u.covered() {
		t.Fatal("Escape does not close it")
	}
	spots := u.seen.room.(desk.Describer).Spots()
	sheet := u.describe()
	if got := sheet.Shown(); got.Title != "Map of Peaks" || !strings.Contains(got.Text, "At step 87 of 140, 4 racers.") {
		t.Errorf("%q: %q", got.Title, got.Text)
	}
	sheet.CopyText()
	if got := u.app.Clipboard().Content(); !strings.HasPrefix(got, "Map of Peaks\n\nPeaks, x from ") {
		t.Errorf("copied %q", got)
	}
	sheet.CopyTable()
	lines := strings.Split(u.app.Clipboard().Content(), "\n")
	if len(lines) != 16 || strings.Count(lines[3], "\t") != strings.Count(lines[0], "\t") {
		t.Errorf("copied %q", lines)
	}
	gesture.PointIn(spots[1].Object)
	defer gesture.PointOut(spots[1].Object)
	if got := u.describe().Shown(); got.Title != "Charts of the race on Peaks" || got.Table.Rows() != 141 {
		t.Errorf("under the pointer is %q", got.Title)
	}
}

// What the help has no room for scrolls by the keys, down to what the signs mean.
func TestHelpScrolls(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.win.Resize(fyne.NewSize(1024, 700))
	calm(t, u)
	u.openHelp()
	page := desktest.Find[*container.Scroll](u.win.Canvas().Overlays().Top())
	if page.Content.MinSize().Height <= page.Size().Height {
		t.Fatalf("there is nothing to scroll: %v in %v", page.Content.MinSize(), page.Size())
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if page.Offset.Y <= 0 {
		t.Error("Page Down does not scroll")
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if end := page.Content.MinSize().Height - page.Size().Height; page.Offset.Y != end {
		t.Errorf("End scrolls to %v, want %v", page.Offset.Y, end)
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if u.covered() {
		t.Error("Escape does not close it")
	}
	sheet := u.describe()
	u.key(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	u.key(&fyne.KeyEvent{Name: fyne.KeyRight})
	if sheet == nil || !u.covered() {
		t.Error("keys close the sheet")
	}
}

// A screen reader reads what the main picture shows, once the race rests.
func TestReaderIsTold(t *testing.T) {
	u := newTestUI(t, freshSession())
	calm(t, u)
	root := u.win.Content().(fyne.Accessible)
	first := root.AccessibilityLabel()
	if !strings.HasPrefix(first, "Map of Peaks. ") || !strings.Contains(first, "At step 87 of 140") {
		t.Errorf("it reads %q", first)
	}
	u.lab.Seek(20)
	u.lab.Play()
	if root.AccessibilityLabel() != first {
		t.Error("while the race plays it reads something else")
	}
	u.lab.Pause()
	if got := root.AccessibilityLabel(); !strings.Contains(got, "At step 20 of 140") {
		t.Errorf("then it reads %q", got)
	}
	u.Go("curve")
	if got := root.AccessibilityLabel(); !strings.HasPrefix(got, "The curve L(w) = ") {
		t.Errorf("in another room it reads %q", got)
	}
}
