package graphic

import (
	"image/color"
	"slices"
	"strings"

	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/reach"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Lengths in a table, in units.
const (
	tableHeader   = 24
	tableTall     = 38 // of a header with titles in two lines
	tableRow      = 24
	tableLine     = 13 // from one line of a title to the next
	tableBar      = 3  // at the left of a chosen row, in its colour
	tableNote     = 15 // of each line below the cells
	tableNoteFoot = 4  // below the last of them
	tableInset    = 6  // left of the first column, right of the last one
	tableGap      = 8  // between texts of neighbouring columns
	tableSlimGap  = 6  // and between small ones
	tableGlyph    = 15
)

var (
	_ fyne.Widget        = (*Table)(nil)
	_ fyne.Tappable      = (*Table)(nil)
	_ fyne.Focusable     = (*Table)(nil)
	_ desktop.Hoverable  = (*Table)(nil)
	_ desktop.Cursorable = (*Table)(nil)
)

// An Ink is how a cell of a table stands out.
type Ink int

// The inks.
const (
	PlainInk  Ink = iota
	QuietInk      // like a heading
	StrongInk     // bold
	GoodInk
	BadInk
)

// A TableRow is one line of a Table. Key names it in what the table reports. A glyph is drawn before the first cell unless
// Color is nil. Cells that are missing stay blank. A muted row is drawn faint.
type TableRow struct {
	Key    string
	Glyph  plot.Glyph
	Color  color.Color
	Cells  []string
	Inks   []Ink      // of the cells; those that are missing are plain
	Short  [][]string // shown for the cells that do not fit, the first of each that does; what is missing: the cell's text, cut
	Muted  bool
	Chosen bool     // set off from the others
	Hint   string   // shown when the pointer rests on the row; may be empty
	Notes  []string // small quiet lines below the cells, as wide as the row; all rows have room for as many
}

// looksLike tells whether two rows have the same picture.
func (r TableRow) looksLike(s TableRow) bool {
	return r.Glyph == s.Glyph && r.Color == s.Color && r.Muted == s.Muted && r.Chosen == s.Chosen &&
		slices.Equal(r.Cells, s.Cells) && slices.Equal(r.Inks, s.Inks) &&
		slices.EqualFunc(r.Short, s.Short, slices.Equal[[]string]) && slices.Equal(r.Notes, s.Notes)
}

func (r TableRow) equal(s TableRow) bool { return r.Key == s.Key && r.Hint == s.Hint && r.looksLike(s) }

// A Table shows rows under a header. Digits are set in columns; a number that is too wide for its cell loses digits, a text
// ends in an ellipsis.
// It is drawn as one picture, in which only changed rows are drawn anew, so that numbers may change with every frame.
type Table struct {
	widget.BaseWidget
	reach.Framed
	keyHint

	// OnHoverRow tells which row the pointer has come to, "" if it has left them all.
	OnHoverRow func(key string)
	// OnTapRow tells which row was clicked.
	OnTapRow func(key string)
	// Small sets the cells in the size of the labels of rows. Row is the height of a row without its notes and Inset the room
	// at the left and the right; 0 stands for the usual ones.
	Small      bool
	Row, Inset float32
	// HintsIfCut keeps the hint of a row that can be read as a whole to itself.
	HintsIfCut bool

	columns []Column
	rows    []TableRow
	hovered string // key of the row under the pointer
	titled  int    // column whose title is under it; -1: none
	wait    func() // ends the wait for the hint of that row; nil if it does not wait
	hinting bool   // its hint is shown

	drawn  tablePicture
	raster *canvas.Raster
}

// NewTable returns a table without rows.
func NewTable(columns []Column) *Table {
	t := &Table{columns: slices.Clone(columns), titled: -1}
	t.raster = canvas.NewRaster(t.draw)
	t.raster.ScaleMode = canvas.ImageScalePixels
	t.keyHint = keyHint{over: t, keys: t.Keys}
	t.ExtendFramed(t, func() { t.hover(fyne.NewPos(-1, -1)) })
	t.ExtendBaseWidget(t)
	return t
}

// SetColumns shows other columns.
func (t *Table) SetColumns(columns []Column) {
	if slices.Equal(columns, t.columns) {
		return
	}
	t.columns = slices.Clone(columns)
	t.drawn = tablePicture{}
	t.Refresh()
}

// SetRow gives the rows another height.
func (t *Table) SetRow(height float32) {
	if t.Row != height {
		t.Row = height
		t.Refresh()
	}
}

// SetRows shows rows; nothing is told to anyone, and equal rows cost nothing. The slices must not be changed afterwards.
func (t *Table) SetRows(rows []TableRow) {
	if slices.EqualFunc(rows, t.rows, TableRow.equal) {
		return
	}
	before := t.minSize()
	t.rows = rows
	grown := t.minSize() != before
	if t.rowOf(t.hovered) < 0 {
		t.dismiss()
		t.hovered = ""
	}
	if t.hinting {
		t.showHint()
	}
	if grown {
		t.Refresh() // its least size is another
		return
	}
	t.raster.Refresh()
}

// Solid tells that nothing is seen through its picture.
func (t *Table) Solid() bool { return true }

// CreateRenderer is called by Fyne.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	return &kit.Parts{
		Drawn: []fyne.CanvasObject{t.raster, t.Ring},
		Least: t.minSize,
		Arrange: func(size fyne.Size) {
			kit.Place(t.raster, 0, 0, size.Width, size.Height)
			t.LayRing(size)
		},
		Paint: func() { t.PaintRing(); t.raster.Refresh() },
	}
}

// HeightOf is the height of a table of so many rows without notes.
func (t *Table) HeightOf(rows int) float32 { return t.header() + t.cellHeight()*float32(rows) }

// RowsIn is how many rows a table of a height has room for.
func (t *Table) RowsIn(height float32) int { return max(int((height-t.header())/t.cellHeight()), 0) }

// header is the height of the header.
func (t *Table) header() float32 {
	for _, c := range t.columns {
		if strings.Contains(c.Title, "\n") {
			return tableTall
		}
	}
	return tableHeader
}

// cellHeight is the height of a row without its notes.
func (t *Table) cellHeight() float32 {
	if t.Row > 0 {
		return t.Row
	}
	return tableRow
}

// inset is the room at the left and the right.
func (t *Table) inset() float32 {
	if t.Inset > 0 {
		return t.Inset
	}
	return tableInset
}

// rowHeight is the height of a row, which is the same for all.
func (t *Table) rowHeight() float32 {
	lines := 0
	for _, r := range t.rows {
		lines = max(lines, len(r.Notes))
	}
	if lines == 0 {
		return t.cellHeight()
	}
	return t.cellHeight() + tableNote*float32(lines) + tableNoteFoot
}

// rowTop is where a row begins.
func (t *Table) rowTop(row int) float32 { return t.header() + t.rowHeight()*float32(row) }

func (t *Table) minSize() fyne.Size {
	width := 2 * t.inset()
	for _, c := range t.columns {
		if c.Optional == 0 {
			width += c.Min
		}
	}
	return fyne.NewSize(width, t.rowTop(len(t.rows)))
}

// rowOf returns the index of the row with a key, -1 if there is none.
func (t *Table) rowOf(key string) int {
	if key == "" {
		return -1
	}
	return slices.IndexFunc(t.rows, func(r TableRow) bool { return r.Key == key })
}

// keyAt returns the key of the row at a position, "" if there is none.
func (t *Table) keyAt(at fyne.Position) string {
	i := int((at.Y - t.header()) / t.rowHeight())
	if at.Y >= t.header() && i < len(t.rows) && at.X >= 0 && at.X < t.Size().Width {
		return t.rows[i].Key
	}
	return ""
}
