package graphic

import (
	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// hover follows the pointer to a place, of a row or of a title.
func (t *Table) hover(at fyne.Position) {
	key, title := t.keyAt(at), t.titleAt(at)
	if t.hovered == key && t.titled == title {
		return
	}
	t.dismiss()
	left := t.hovered != key
	t.hovered, t.titled = key, title
	t.raster.Refresh()
	if key != "" || title >= 0 {
		t.wait = gesture.After(kit.HintDelay, t.showHint)
	}
	if left && t.OnHoverRow != nil {
		t.OnHoverRow(key)
	}
}

// titleAt is the column whose title is at a position, -1 if there is none with something to tell.
func (t *Table) titleAt(at fyne.Position) int {
	if at.Y < 0 || at.Y >= t.header() {
		return -1
	}
	x := t.inset()
	for i, w := range columnWidths(t.columns, t.Size().Width-2*t.inset()) {
		if at.X >= x && at.X < x+w && t.columns[i].Help != "" {
			return i
		}
		x += w
	}
	return -1
}

// showHint shows what the row or the title under the pointer has to tell.
func (t *Table) showHint() {
	if t.titled >= 0 {
		t.hinting = true
		x := t.inset()
		widths := columnWidths(t.columns, t.Size().Width-2*t.inset())
		for _, w := range widths[:t.titled] {
			x += w
		}
		kit.ShowMeaning(t, fyne.NewPos(x, 0), fyne.NewSize(widths[t.titled], t.header()), t.columns[t.titled].Help)
		return
	}
	i := t.rowOf(t.hovered)
	if i < 0 || t.HintsIfCut && t.whole(t.rows[i]) {
		return
	}
	t.hinting = true
	kit.ShowHintAt(t, fyne.NewPos(0, t.rowTop(i)), fyne.NewSize(t.Size().Width, t.rowHeight()), t.rows[i].Hint)
}

// whole tells whether all of a row is to be read: every column is there, and no cell is cut.
func (t *Table) whole(row TableRow) bool {
	width := t.Size().Width - 2*t.inset()
	for _, c := range t.columns {
		if c.Optional > columnsThatFit(t.columns, width) {
			return false
		}
	}
	if t.drawn.image == nil || len(row.Cells) < len(t.columns) {
		return true
	}
	for i, cell := range t.cells(t.drawn.band(0)) {
		if i == t.glyphColumn() && row.Color != nil {
			cell.from += tableGlyph * t.drawn.look.scale
		}
		if text, _ := t.drawn.look.lettering(row, i).fitted(row, i, cell.to-cell.from); text != row.Cells[i] {
			return false
		}
	}
	return true
}

// dismiss ends the wait for the hint or takes the hint away.
func (t *Table) dismiss() {
	if t.wait != nil {
		t.wait()
		t.wait = nil
	}
	if t.hinting {
		t.hinting = false
		kit.ShowHint(t, "")
		kit.ShowMeaning(t, fyne.Position{}, fyne.Size{}, "")
	}
}

// MouseIn lights the row where the pointer came in.
func (t *Table) MouseIn(ev *desktop.MouseEvent) {
	gesture.PointIn(t)
	t.hover(ev.Position)
}

// MouseMoved lights the row under the pointer.
func (t *Table) MouseMoved(ev *desktop.MouseEvent) { t.hover(ev.Position) }

// MouseOut puts the light out.
func (t *Table) MouseOut() {
	gesture.PointOut(t)
	t.hover(fyne.NewPos(-1, -1))
}

// Tapped tells which row was clicked.
func (t *Table) Tapped(ev *fyne.PointEvent) {
	t.dismiss()
	if key := t.keyAt(ev.Position); key != "" && t.OnTapRow != nil {
		t.OnTapRow(key)
	}
}

// Cursor is a hand over rows that can be clicked.
func (t *Table) Cursor() desktop.Cursor {
	if t.hovered != "" && t.OnTapRow != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
