package graphic

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"slices"
	"strings"

	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// tableLook is all that a picture of a table depends on but for its rows.
type tableLook struct {
	text, muted, line color.RGBA
	ground, hover     color.RGBA // of all, and over the row under the pointer
	chosen, good, bad color.RGBA // behind chosen rows, and of cells
	bold              *plot.Font
	header, inset     float64 // units
	gap               float64 // between texts of neighbouring columns, units
	cell              float64 // height of a row without its notes, units
	size              float64 // of text, device pixels
	scale             float64 // device pixels per unit
	row               float64 // height of a row, units
	note              float64 // size of notes, device pixels
	font              *plot.Font
}

// tablePicture is the picture of a table drawn last and what it shows.
type tablePicture struct {
	image *image.RGBA
	look  tableLook
	rows  []TableRow
	lit   int // the row under the pointer; -1: none
}

// draw is the raster's generator: w by h device pixels. Rows that stand in the last picture already are left alone.
func (t *Table) draw(w, h int) image.Image {
	look := t.look(float64(w) / float64(max(t.Size().Width, 1)))
	d := &t.drawn
	if d.image == nil || d.image.Rect.Dx() != w || d.image.Rect.Dy() != h || d.look != look {
		*d = tablePicture{image: image.NewRGBA(image.Rect(0, 0, w, h)), look: look, lit: -1}
		draw.Draw(d.image, d.image.Rect, image.NewUniform(look.ground), image.Point{}, draw.Src)
		t.drawHeader()
	}
	lit := t.rowOf(t.hovered)
	for i := range max(len(t.rows), len(d.rows)) {
		if i < len(t.rows) && i < len(d.rows) && t.rows[i].looksLike(d.rows[i]) && (i == len(t.rows)-1) == (i == len(d.rows)-1) &&
			(i == lit) == (i == d.lit) {
			continue
		}
		band := d.band(i)
		draw.Draw(d.image, band, image.NewUniform(look.ground), image.Point{}, draw.Src)
		if i == lit {
			draw.Draw(d.image, band, image.NewUniform(look.hover), image.Point{}, draw.Over)
		}
		if i < len(t.rows) {
			t.drawRow(t.rows[i], band, i == len(t.rows)-1)
		}
	}
	d.rows, d.lit = slices.Clone(t.rows), lit
	return d.image
}

func (t *Table) look(scale float64) tableLook {
	rgba := func(name fyne.ThemeColorName) color.RGBA {
		return color.RGBAModel.Convert(skin.Ink(t, name)).(color.RGBA)
	}
	size, gap := t.Theme().Size(theme.SizeNameText), float64(tableGap)
	if t.Small {
		size, gap = skin.RowTextSize(t.Theme()), tableSlimGap
	}
	return tableLook{
		text:   rgba(theme.ColorNameForeground),
		muted:  rgba(theme.ColorNamePlaceHolder),
		line:   rgba(theme.ColorNameSeparator),
		ground: rgba(theme.ColorNameOverlayBackground),
		hover:  rgba(theme.ColorNameHover),
		chosen: rgba(skin.ColorNameRow),
		good: plot.LettersOn(rgba(theme.ColorNameSuccess), rgba(theme.ColorNameForeground),
			rgba(theme.ColorNameOverlayBackground)),
		bad:    rgba(theme.ColorNameError),
		size:   math.Round(4*scale*float64(size)) / 4,
		scale:  scale,
		header: float64(t.header()),
		gap:    gap,
		inset:  float64(t.inset()),
		cell:   float64(t.cellHeight()),
		row:    float64(t.rowHeight()),
		bold:   skin.TypefaceIn(t, fyne.TextStyle{Bold: true}),
		note:   math.Round(4*scale*float64(t.Theme().Size(theme.SizeNameCaptionText))) / 4,
		font:   skin.Typeface(t),
	}
}

// band is where row i is in the picture; row -1 is the header.
func (d *tablePicture) band(i int) image.Rectangle {
	y := func(units float64) int { return int(math.Round(units * d.look.scale)) }
	top := d.look.header + d.look.row*float64(i)
	if i < 0 {
		return image.Rect(0, 0, d.image.Rect.Dx(), y(d.look.header))
	}
	return image.Rect(0, y(top), d.image.Rect.Dx(), y(top+d.look.row))
}

func (t *Table) drawHeader() {
	look := &t.drawn.look
	band := t.drawn.band(-1)
	t.underline(band)
	letters := lettering{look.font, look.size, look.muted}
	if t.Small {
		letters.size = look.note
	}
	cells, size := t.cells(band), letters.size
	for i, cell := range cells {
		if small := letters.smaller(cell.to-cell.from, strings.Split(t.columns[i].Title, "\n")...); small.size < size {
			size = small.size // all are set alike
		}
	}
	letters.size = size
	for i, cell := range cells {
		lines := strings.Split(t.columns[i].Title, "\n")
		for k, line := range lines {
			cell := cell
			cell.middle += (float64(k) - float64(len(lines)-1)/2) * tableLine * look.scale
			t.drawText(letters.shortened(line, cell.to-cell.from), t.columns[i].Align, cell, letters)
		}
	}
}

func (t *Table) drawRow(row TableRow, band image.Rectangle, last bool) {
	d := &t.drawn
	if row.Chosen {
		t.light(row, band)
	}
	if !last || t.Inset == 0 {
		t.underline(band)
	}
	t.drawNotes(row, band)
	if len(row.Notes) > 0 {
		band.Max.Y = band.Min.Y + int(math.Round(d.look.cell*d.look.scale))
	}
	for i, cell := range t.cells(band) {
		if i == t.glyphColumn() && row.Color != nil {
			glyph := color.RGBAModel.Convert(row.Color).(color.RGBA)
			if row.Muted {
				glyph = color.RGBAModel.Convert(skin.Faded(row.Color, 0.5)).(color.RGBA)
			}
			middle := float64(band.Min.Y+band.Max.Y) / 2
			row.Glyph.Draw(raster.New(d.image), cell.from+5*d.look.scale, middle, 4.2*d.look.scale, glyph, color.RGBA{})
			cell.from += tableGlyph * d.look.scale
		}
		if i < len(row.Cells) {
			text, letters := d.look.lettering(row, i).fitted(row, i, cell.to-cell.from)
			t.drawText(text, t.columns[i].Align, cell, letters)
		}
	}
}

// glyphColumn is where the glyphs stand: in the column that says so, or else in the first.
func (t *Table) glyphColumn() int {
	return max(slices.IndexFunc(t.columns, func(c Column) bool { return c.Glyph }), 0)
}

// light sets a chosen row off, with a bar at its left if the table reaches from edge to edge.
func (t *Table) light(row TableRow, band image.Rectangle) {
	d := &t.drawn
	draw.Draw(d.image, band, image.NewUniform(d.look.chosen), image.Point{}, draw.Over)
	if t.Inset > 0 && row.Color != nil {
		band.Max.X = band.Min.X + int(math.Round(tableBar*d.look.scale))
		draw.Draw(d.image, band, image.NewUniform(row.Color), image.Point{}, draw.Src)
	}
}

// A lettering is how a text is set.
type lettering struct {
	font *plot.Font
	size float64 // device pixels
	ink  color.RGBA
}

// lettering is that of a cell.
func (l *tableLook) lettering(row TableRow, i int) lettering {
	letters := lettering{l.font, l.size, l.text}
	ink := PlainInk
	if i < len(row.Inks) {
		ink = row.Inks[i]
	}
	switch {
	case row.Muted || ink == QuietInk:
		letters.ink = l.muted
	case ink == StrongInk:
		letters.font = l.bold
	case ink == GoodInk:
		letters.ink = l.good
	case ink == BadInk:
		letters.ink = l.bad
	}
	return letters
}

// drawNotes writes the quiet lines below the cells, from where the first cell's text begins.
func (t *Table) drawNotes(row TableRow, band image.Rectangle) {
	look := t.drawn.look
	if look.font == nil {
		return
	}
	from, to := look.inset*look.scale, float64(band.Dx())-look.inset*look.scale
	if row.Color != nil {
		from += tableGlyph * look.scale
	}
	for k, note := range row.Notes {
		middle := float64(band.Min.Y) + (look.cell-2+tableNote*(float64(k)+0.5))*look.scale
		text := look.font.Shorten(note, look.note, to-from)
		t.drawn.text(plot.Text{Text: text, Font: look.font, Size: look.note, Ink: look.muted}, from, middle)
	}
}

// underline draws the line below a row, one unit high.
func (t *Table) underline(band image.Rectangle) {
	band.Min.Y = band.Max.Y - int(math.Max(1, math.Round(t.drawn.look.scale)))
	draw.Draw(t.drawn.image, band, image.NewUniform(t.drawn.look.line), image.Point{}, draw.Src)
}

// tableCell is the room for a text, in device pixels.
type tableCell struct{ from, to, middle float64 }

// cells shares a row out among the columns.
func (t *Table) cells(band image.Rectangle) []tableCell {
	scale := t.drawn.look.scale
	widths := columnWidths(t.columns, float32(float64(band.Dx())/scale)-2*t.inset())
	cells := make([]tableCell, len(widths))
	x := t.drawn.look.inset
	for i, w := range widths {
		to := x + float64(w)
		if i < len(widths)-1 && w > 0 {
			to -= t.drawn.look.gap
		}
		from := x + float64(max(min(t.columns[i].Lead, w-t.columns[i].Min-t.columns[i].Want), 0))
		cells[i] = tableCell{from: from * scale, to: to * scale, middle: float64(band.Min.Y+band.Max.Y) / 2}
		x += float64(w)
	}
	return cells
}

// fitted returns what of cell i of a row fits into a width, and how it is set: the cell's text, or a shorter alternative, or the
// last of them, smaller or cut.
func (l lettering) fitted(row TableRow, i int, width float64) (string, lettering) {
	text := row.Cells[i]
	if i < len(row.Short) {
		for _, shorter := range row.Short[i] {
			if l.fits(text, width) {
				break
			}
			text = shorter
		}
	}
	if _, number := kit.Number(text); !number { // which loses digits, so that those of a column stay below one another
		l = l.smaller(width, text)
	}
	return l.shortened(text, width), l
}

// smaller is a lettering in which lines fit into a width, or itself if that would be too small to be read.
func (l lettering) smaller(width float64, lines ...string) lettering {
	for part := 1.0; part >= kit.LeastPart; part -= 0.02 {
		small := l
		small.size *= part
		if !slices.ContainsFunc(lines, func(line string) bool { return !small.fits(line, width) }) {
			return small
		}
	}
	return l
}

// shortened cuts a text to a width. A number loses digits, for an ellipsis in place of its exponent would make it another
// one; of a number that does not fit even so, nothing is left but the ellipsis.
func (l lettering) shortened(text string, width float64) string {
	if l.font == nil || l.fits(text, width) {
		return text
	}
	if _, ok := kit.Number(text); !ok {
		return l.font.Shorten(text, l.size, width)
	}
	if short, ok := kit.ShortNumber(text, func(s string) bool { return l.fits(s, width) }); ok {
		return short
	}
	return "…"
}

func (l lettering) fits(text string, width float64) bool {
	return l.font == nil || l.font.TabularWidth(text, l.size) <= width
}

// drawText draws a text that fits, or nothing if even its ellipsis does not.
func (t *Table) drawText(text string, align fyne.TextAlign, cell tableCell, letters lettering) {
	d := &t.drawn
	if letters.font == nil || !letters.fits(text, cell.to-cell.from) {
		return
	}
	line := plot.Text{Text: text, Font: letters.font, Size: letters.size, Ink: letters.ink}
	switch align {
	case fyne.TextAlignTrailing:
		line.Align = plot.AlignRight
		d.text(line, cell.to, cell.middle)
	case fyne.TextAlignCenter:
		line.Align = plot.AlignCenter
		d.text(line, (cell.from+cell.to)/2, cell.middle)
	default:
		d.text(line, cell.from, cell.middle)
	}
}

// text writes a line, digits below one another, centred upright about middle.
func (d *tablePicture) text(line plot.Text, x, middle float64) {
	line.Tabular = true
	raster.New(d.image).Text(line, plot.Vec{X: x, Y: middle + line.Font.CapHeight(line.Size)/2})
}
