package graphic

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"slices"

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
	chosen            color.RGBA // behind chosen rows
	size              float64    // of text, device pixels
	scale             float64    // device pixels per unit
	row               float64    // height of a row, units
	note              float64    // size of notes, device pixels
	font              *plot.Font
}

// tablePicture is the picture of a table drawn last and what it shows.
type tablePicture struct {
	image *image.RGBA
	look  tableLook
	rows  []TableRow
}

// draw is the raster's generator: w by h device pixels. Rows that stand in the last picture already are left alone.
func (t *Table) draw(w, h int) image.Image {
	look := t.look(float64(w) / float64(max(t.Size().Width, 1)))
	d := &t.drawn
	if d.image == nil || d.image.Rect.Dx() != w || d.image.Rect.Dy() != h || d.look != look {
		*d = tablePicture{image: image.NewRGBA(image.Rect(0, 0, w, h)), look: look}
		t.drawHeader()
	}
	for i := range max(len(t.rows), len(d.rows)) {
		if i < len(t.rows) && i < len(d.rows) && t.rows[i].looksLike(d.rows[i]) {
			continue
		}
		band := d.band(i)
		draw.Draw(d.image, band, image.Transparent, image.Point{}, draw.Src)
		if i < len(t.rows) {
			t.drawRow(t.rows[i], band)
		}
	}
	d.rows = slices.Clone(t.rows)
	return d.image
}

func (t *Table) look(scale float64) tableLook {
	rgba := func(name fyne.ThemeColorName) color.RGBA {
		return color.RGBAModel.Convert(skin.Ink(t, name)).(color.RGBA)
	}
	return tableLook{
		text:   rgba(theme.ColorNameForeground),
		muted:  rgba(theme.ColorNamePlaceHolder),
		line:   rgba(theme.ColorNameSeparator),
		chosen: rgba(theme.ColorNameSelection),
		size:   math.Round(4*scale*float64(t.Theme().Size(theme.SizeNameText))) / 4,
		scale:  scale,
		row:    float64(t.rowHeight()),
		note:   math.Round(4*scale*float64(t.Theme().Size(theme.SizeNameCaptionText))) / 4,
		font:   skin.Typeface(t),
	}
}

// band is where row i is in the picture; row -1 is the header.
func (d *tablePicture) band(i int) image.Rectangle {
	y := func(units float64) int { return int(math.Round(units * d.look.scale)) }
	top := tableHeader + d.look.row*float64(i)
	if i < 0 {
		return image.Rect(0, 0, d.image.Rect.Dx(), y(tableHeader))
	}
	return image.Rect(0, y(top), d.image.Rect.Dx(), y(top+d.look.row))
}

func (t *Table) drawHeader() {
	band := t.drawn.band(-1)
	t.underline(band)
	for i, cell := range t.cells(band) {
		t.drawText(t.shortened(t.columns[i].Title, cell.to-cell.from), t.columns[i].Align, cell, t.drawn.look.muted)
	}
}

func (t *Table) drawRow(row TableRow, band image.Rectangle) {
	d := &t.drawn
	text := d.look.text
	if row.Muted {
		text = d.look.muted
	}
	if row.Chosen {
		draw.Draw(d.image, band, image.NewUniform(d.look.chosen), image.Point{}, draw.Src)
	}
	t.underline(band)
	t.drawNotes(row, band)
	if len(row.Notes) > 0 {
		band.Max.Y = band.Min.Y + int(math.Round(tableRow*d.look.scale))
	}
	for i, cell := range t.cells(band) {
		if i == 0 && row.Color != nil {
			glyph := color.RGBAModel.Convert(row.Color).(color.RGBA)
			if row.Muted {
				glyph = color.RGBAModel.Convert(skin.Faded(row.Color, 0.5)).(color.RGBA)
			}
			middle := float64(band.Min.Y+band.Max.Y) / 2
			row.Glyph.Draw(raster.New(d.image), cell.from+5*d.look.scale, middle, 4.2*d.look.scale, glyph, color.RGBA{})
			cell.from += tableGlyph * d.look.scale
		}
		if i < len(row.Cells) {
			t.drawText(t.fitted(row, i, cell.to-cell.from), t.columns[i].Align, cell, text)
		}
	}
}

// drawNotes writes the quiet lines below the cells, from where the first cell's text begins.
func (t *Table) drawNotes(row TableRow, band image.Rectangle) {
	look := t.drawn.look
	if look.font == nil {
		return
	}
	from, to := tableInset*look.scale, float64(band.Dx())-tableInset*look.scale
	if row.Color != nil {
		from += tableGlyph * look.scale
	}
	for k, note := range row.Notes {
		middle := float64(band.Min.Y) + (tableRow-2+tableNote*(float64(k)+0.5))*look.scale
		text := look.font.Shorten(note, look.note, to-from)
		t.drawn.text(plot.Text{Text: text, Size: look.note, Ink: look.muted}, from, middle)
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
	widths := columnWidths(t.columns, float32(float64(band.Dx())/scale)-2*tableInset)
	cells := make([]tableCell, len(widths))
	x := float64(tableInset)
	for i, w := range widths {
		to := x + float64(w)
		if i < len(widths)-1 && w > 0 {
			to -= tableGap
		}
		cells[i] = tableCell{from: x * scale, to: to * scale, middle: float64(band.Min.Y+band.Max.Y) / 2}
		x += float64(w)
	}
	return cells
}

// fitted returns what of cell i of a row fits into a width: the cell's text, or a shorter alternative, or the last of them cut.
func (t *Table) fitted(row TableRow, i int, width float64) string {
	text := row.Cells[i]
	if i < len(row.Short) {
		for _, shorter := range row.Short[i] {
			if t.fits(text, width) {
				break
			}
			text = shorter
		}
	}
	return t.shortened(text, width)
}

// shortened cuts a text to a width. A number loses digits, for an ellipsis in place of its exponent would make it another
// one; of a number that does not fit even so, nothing is left but the ellipsis.
func (t *Table) shortened(text string, width float64) string {
	look := t.drawn.look
	if look.font == nil || t.fits(text, width) {
		return text
	}
	if _, ok := kit.Number(text); !ok {
		return look.font.Shorten(text, look.size, width)
	}
	if short, ok := kit.ShortNumber(text, func(s string) bool { return t.fits(s, width) }); ok {
		return short
	}
	return "…"
}

func (t *Table) fits(text string, width float64) bool {
	look := t.drawn.look
	return look.font == nil || look.font.TabularWidth(text, look.size) <= width
}

// drawText draws a text that fits, or nothing if even its ellipsis does not.
func (t *Table) drawText(text string, align fyne.TextAlign, cell tableCell, c color.RGBA) {
	d := &t.drawn
	if d.look.font == nil || !t.fits(text, cell.to-cell.from) {
		return
	}
	line := plot.Text{Text: text, Size: d.look.size, Ink: c}
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

// text writes a line in the table's font, digits below one another, centred upright about middle.
func (d *tablePicture) text(line plot.Text, x, middle float64) {
	line.Font, line.Tabular = d.look.font, true
	raster.New(d.image).Text(line, plot.Vec{X: x, Y: middle + line.Font.CapHeight(line.Size)/2})
}
