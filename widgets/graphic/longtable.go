package graphic

import (
	"math"
	"slices"

	"descentlab/widgets/kit"
	"descentlab/widgets/layout"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// A LongTable is a table in a room that may be too low for it: its rows come closer together, and where even that is not enough
// they scroll below the header, which stays. The table holds no more rows than are seen, however many there are.
type LongTable struct {
	*Table
	Box fyne.CanvasObject // what is seen of it

	// Tall and Slim are the heights of a row between which it gives way.
	Tall, Slim float32
	// Rows is how many of them it asks for room for.
	Rows int
	// Bar is the room beside the rows for what they scroll by; 0 lays that over them.
	Bar float32

	all      []TableRow
	wanted   string // key of the row that Reveal is to bring into view
	reveals  bool   // it has not yet
	revealed turned // where it has
	scroll   *kit.Nested
	room     *layout.ListRoom
}

// NewLongTable is a table without rows, within what scrolls around it; nil if nothing does.
func NewLongTable(columns []Column, around fyne.Scrollable) *LongTable {
	l := &LongTable{Table: NewTable(columns), Tall: tableRow, Slim: tableRow, room: &layout.ListRoom{}}
	l.room.Placed = l.place
	l.scroll = kit.NewNested(container.New(l.room, l.Table), around)
	l.scroll.OnScrolled = func(fyne.Position) { l.place() }
	l.Box = container.New(longFrame{l}, l.scroll)
	return l
}

// SetRows shows rows, as Table.SetRows does.
func (l *LongTable) SetRows(rows []TableRow) {
	l.all = rows
	l.place()
}

// AllRows are all of them, seen or not.
func (l *LongTable) AllRows() []TableRow { return l.all }

// Turn scrolls the rows by so many units, as far as there are any, and tells whether that moves them.
func (l *LongTable) Turn(by float32) bool {
	to := min(max(l.scroll.Offset.Y+by, 0), max(l.room.Height-l.scroll.Size().Height, 0))
	if to == l.scroll.Offset.Y {
		return false
	}
	l.scroll.ScrollToOffset(fyne.NewPos(0, to))
	l.place()
	return true
}

// Reveal brings the row with a key into view, with some of those before it, at once or as soon as the table has its room, and
// again if that changes before anybody scrolls. Where no row has that key it is the first one.
func (l *LongTable) Reveal(key string) {
	l.wanted, l.reveals = key, true
	l.place()
}

// InView tells whether the row with a key is seen, or the first one where none has it.
func (l *LongTable) InView(key string) bool {
	at := max(l.index(key), 0)
	return at < len(l.all) && slices.ContainsFunc(l.rows, func(r TableRow) bool { return r.Key == l.all[at].Key })
}

func (l *LongTable) index(key string) int {
	return slices.IndexFunc(l.all, func(r TableRow) bool { return r.Key == key })
}

// turnTo scrolls to the row that is wanted, if so many of them fit at once and the others are hidden; until something fits, it is
// wanted still.
func (l *LongTable) turnTo(fit int, hidden float32) {
	height := l.scroll.Size().Height
	l.reveals = l.reveals || height != l.revealed.height && l.scroll.Offset.Y == l.revealed.offset
	if !l.reveals || fit < 1 || height < 2 {
		return
	}
	l.reveals = false
	first, most := l.index(l.wanted)-fit/3, len(l.all)-fit
	to := float32(0)
	if most > 0 && hidden > 0 {
		to = hidden * float32(min(max(first, 0), most)) / float32(most)
	}
	l.revealed = turned{to, height}
	if to != l.scroll.Offset.Y {
		l.scroll.ScrollToOffset(fyne.NewPos(0, to))
	}
}

// turned is how far the rows are scrolled in a room of which height.
type turned struct{ offset, height float32 }

// Most is the height at which all rows are as tall as they may be.
func (l *LongTable) Most() float32 { return l.header() + l.Tall*float32(len(l.all)) }

// Least is the height that it asks for.
func (l *LongTable) Least() float32 { return l.header() + l.Slim*float32(l.Rows) }

// place puts the table under what is seen of its rows.
func (l *LongTable) place() {
	size := l.scroll.Size()
	n := len(l.all)
	l.SetRow(l.rowFor(n, size.Height))
	if height := l.HeightOf(n); height != l.room.Height {
		l.room.Height = height
		l.scroll.Content.Refresh()
		l.scroll.Refresh()
	}
	fit := min(l.RowsIn(size.Height), n)
	l.turnTo(fit, l.room.Height-size.Height)
	first, bar := 0, float32(0)
	if hidden := l.room.Height - size.Height; hidden > 0 && n > fit {
		part := math.Min(float64(l.scroll.Offset.Y/hidden), 1)
		first, bar = int(math.Round(part*float64(n-fit))), l.Bar
	}
	l.Table.SetRows(l.all[first : first+fit])
	kit.Place(l.Table, 0, l.scroll.Offset.Y, size.Width-bar, max(size.Height, 1))
}

// rowFor is the height of a row, in whole units, where n of them have a room; before that is known, the tallest.
func (l *LongTable) rowFor(n int, height float32) float32 {
	if n == 0 || height <= 0 {
		return l.Tall
	}
	each := float32(math.Floor(float64((height - l.header()) / float32(n))))
	return min(max(each, l.Slim), l.Tall)
}

// longFrame gives a table all the room, which asks for its least height.
type longFrame struct{ table *LongTable }

// Layout places it.
func (f longFrame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	f.table.place()
}

// MinSize is as wide as the table's.
func (f longFrame) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(f.table.minSize().Width, f.table.Least())
}
