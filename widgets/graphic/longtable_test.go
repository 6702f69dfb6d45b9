package graphic

import (
	"fmt"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
)

// longTable is a table of so many rows in a window.
func longTable(t *testing.T, rows int, height float32) *LongTable {
	t.Helper()
	var l *LongTable
	widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(430, height), func() fyne.CanvasObject {
		l = NewLongTable(standingsColumns, nil)
		l.Tall, l.Slim, l.Rows = 28, 20, 6
		return l.Box
	})
	l.Box.Resize(fyne.NewSize(430, height))
	l.SetRows(make([]TableRow, 0))
	list := make([]TableRow, rows)
	for i := range list {
		list[i] = TableRow{Key: fmt.Sprint(i), Cells: []string{fmt.Sprint("racer ", i)}}
	}
	l.SetRows(list)
	return l
}

// TestRowsComeCloser: in less height the rows come closer together, and where even that is not enough they scroll.
func TestRowsComeCloser(t *testing.T) {
	l := longTable(t, 10, 400)
	for _, c := range []struct{ height, row, seen float32 }{{400, 28, 10}, {274, 25, 10}, {224, 20, 10}, {164, 20, 7}} {
		l.Box.Resize(fyne.NewSize(430, c.height))
		if l.Row != c.row || len(l.rows) != int(c.seen) {
			t.Errorf("in %v: rows of %v, %d are held, want %v and %v", c.height, l.Row, len(l.rows), c.row, c.seen)
		}
	}
	if l.rows[0].Key != "0" {
		t.Errorf("at first the first row is %q", l.rows[0].Key)
	}
	l.scroll.ScrollToBottom()
	if last := l.rows[len(l.rows)-1]; last.Key != "9" || l.Position().Y != l.scroll.Offset.Y {
		t.Errorf("at the end the last row is %q, and the header at %v of %v", last.Key, l.Position().Y, l.scroll.Offset.Y)
	}
}

// TestLongListsScroll: however many rows there are, the table holds those in view.
func TestLongListsScroll(t *testing.T) {
	l := longTable(t, 300, 350)
	if n := len(l.rows); n > 17 || l.Size().Height > 350 || l.Table.MinSize().Height > 350 {
		t.Fatalf("%d rows of %v in 350", n, l.Table.MinSize())
	}
	l.scroll.ScrollToBottom()
	if y := l.Position().Y; y != l.scroll.Offset.Y || y < 5000 {
		t.Errorf("the table is at %v, scrolled to %v", y, l.scroll.Offset.Y)
	}
}

// TestReveal: a row is brought into view wherever it is, also before the table has its room; no row is the first one.
func TestReveal(t *testing.T) {
	l := longTable(t, 300, 350)
	for _, key := range []string{"0", "150", "299", "151", "3", "298"} {
		l.Reveal(key)
		if !l.InView(key) {
			t.Errorf("of %s there are %s to %s in view", key, l.rows[0].Key, l.rows[len(l.rows)-1].Key)
		}
	}
	if l.InView("0") || l.InView("none") {
		t.Error("the first row is in view at the end")
	}
	l.Reveal("none")
	if l.scroll.Offset.Y != 0 || !l.InView("none") || !l.InView("0") {
		t.Errorf("no row is at %v", l.scroll.Offset.Y)
	}
	later := NewLongTable(standingsColumns, nil)
	later.SetRows(l.all)
	later.Reveal("150")
	later.Box.Resize(fyne.NewSize(430, 350))
	if !later.InView("150") {
		t.Error("what is wanted before the table has its room is forgotten")
	}
	later.Box.Resize(fyne.NewSize(430, 200))
	if !later.InView("150") {
		t.Error("in less room it is out of view")
	}
	later.Turn(900)
	later.Box.Resize(fyne.NewSize(430, 300))
	if later.InView("150") {
		t.Error("who has scrolled away is brought back")
	}
	short := longTable(t, 5, 350)
	short.Reveal("4")
	if short.scroll.Offset.Y != 0 {
		t.Errorf("rows that all fit are scrolled by %v", short.scroll.Offset.Y)
	}
}
