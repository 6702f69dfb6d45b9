package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/window/desk"
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
	u.rune(describeKey)
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
