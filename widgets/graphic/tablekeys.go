package graphic

import (
	"slices"

	"descentlab/internal/say"
	"descentlab/widgets/reach"

	"fyne.io/fyne/v2"
)

// Keys tells what the keys do.
func (t *Table) Keys() string {
	hint := say.T("↑ ↓ Home End: a row")
	if slices.ContainsFunc(t.columns, func(c Column) bool { return c.Help != "" }) {
		hint += say.T(" · ← →: what a column means")
	}
	if t.OnTapRow != nil {
		hint += say.T(" · Enter: choose the row")
	}
	return hint
}

// TypedKey goes from row to row with Up and Down, to the first and the last one with Home and End, from title to title with Left
// and Right, and takes a row with Enter, as the pointer does; other keys are the window's.
func (t *Table) TypedKey(ev *fyne.KeyEvent) {
	t.EndFocusHint()
	row := t.rowOf(t.hovered)
	switch ev.Name {
	case fyne.KeyUp:
		if row < 0 {
			row = len(t.rows)
		}
		t.goTo(row - 1)
	case fyne.KeyDown:
		t.goTo(row + 1)
	case fyne.KeyHome:
		t.goTo(0)
	case fyne.KeyEnd:
		t.goTo(len(t.rows) - 1)
	case fyne.KeyLeft:
		t.goToTitle(-1)
	case fyne.KeyRight:
		t.goToTitle(1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if row >= 0 && t.OnTapRow != nil {
			t.OnTapRow(t.hovered)
		}
	case fyne.KeyEscape:
		if row < 0 && t.titled < 0 {
			t.Pass(ev)
		}
		t.hover(fyne.NewPos(-1, -1))
	default:
		t.Pass(ev)
	}
}

// goTo lights a row, and brings it to where it is seen.
func (t *Table) goTo(row int) {
	if len(t.rows) == 0 {
		return
	}
	row = max(0, min(row, len(t.rows)-1))
	at := fyne.NewPos(t.Size().Width/2, t.rowTop(row)+t.rowHeight()/2)
	t.hover(at)
	reach.RevealPart(t, fyne.NewPos(0, t.rowTop(row)), fyne.NewSize(t.Size().Width, t.rowHeight()))
}

// goToTitle tells of the next title with something to tell, on a side.
func (t *Table) goToTitle(by int) {
	widths := columnWidths(t.columns, t.Size().Width-2*t.inset())
	for i := t.titled + by; i >= 0 && i < len(widths); i += by {
		if t.columns[i].Help == "" || widths[i] <= 0 {
			continue
		}
		x := t.inset()
		for _, w := range widths[:i] {
			x += w
		}
		t.hover(fyne.NewPos(x+widths[i]/2, t.header()/2))
		reach.RevealPart(t, fyne.Position{}, fyne.NewSize(t.Size().Width, t.header()))
		return
	}
}
