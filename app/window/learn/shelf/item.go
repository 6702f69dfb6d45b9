package shelf

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"golang.org/x/image/draw"

	"descentlab/app/gallery"
	"descentlab/app/words"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/reach"
	"descentlab/widgets/skin"
)

var (
	_ fyne.Widget        = (*item)(nil)
	_ fyne.Tappable      = (*item)(nil)
	_ fyne.Focusable     = (*item)(nil)
	_ desktop.Hoverable  = (*item)(nil)
	_ desktop.Cursorable = (*item)(nil)
)

const (
	itemHigh    = 70
	itemPitch   = 76
	pictureWide = 92
	pictureHigh = 64
	lineHigh    = 16
)

// An item is an experiment on the shelf. A click, Enter or Space wants it.
type item struct {
	kit.Widget
	reach.Pressable
	kit.Hinted

	of      gallery.Exhibit
	press   func()
	picture *image.RGBA // nil before it has been drawn
	shown   *image.RGBA // of it, in the size that it is seen in
	raster  *canvas.Raster
	wash    *canvas.Rectangle
	lines   [4]*canvas.Text // of the title, as many as it needs, and of what to notice
	ring    *kit.Ring
}

func newItem(e gallery.Exhibit, press func()) *item {
	text := func() *canvas.Text { return canvas.NewText("", color.Transparent) }
	it := &item{of: e, press: press, wash: canvas.NewRectangle(color.Transparent),
		lines: [4]*canvas.Text{text(), text(), text(), text()}, ring: kit.NewRing(6)}
	it.wash.CornerRadius = 6
	it.raster = canvas.NewRaster(it.draw)
	it.raster.ScaleMode = canvas.ImageScalePixels
	it.ExtendPressable(it, press, it.refresh)
	it.ExtendHinted(it)
	it.SetHint(words.Prose(words.T(e.Notice)))
	it.ExtendBaseWidget(it)
	return it
}

// setPicture shows its picture; nil: none yet.
func (it *item) setPicture(picture *image.RGBA) {
	if it.picture != picture {
		it.picture, it.shown = picture, nil
		kit.Redraw(it.raster)
	}
}

// draw is the middle of the picture, smaller.
func (it *item) draw(w, h int) image.Image {
	if it.shown != nil && it.shown.Rect.Dx() == w && it.shown.Rect.Dy() == h {
		return it.shown
	}
	to := image.NewRGBA(image.Rect(0, 0, w, h))
	ground := skin.Ink(it, theme.ColorNameButton)
	draw.Draw(to, to.Rect, image.NewUniform(ground), image.Point{}, draw.Src)
	if it.picture == nil || w < 1 || h < 1 {
		return to
	}
	from := it.picture.Rect
	if wide := from.Dy() * w / h; wide < from.Dx() {
		from.Min.X += (from.Dx() - wide) / 2
		from.Max.X = from.Min.X + wide
	}
	draw.CatmullRom.Scale(to, to.Rect, it.picture, from, draw.Src, nil)
	it.shown = to
	return to
}

// Tapped wants it.
func (it *item) Tapped(*fyne.PointEvent) { it.press() }

// MouseIn shows that it can be pressed.
func (it *item) MouseIn(ev *desktop.MouseEvent) { it.Hinted.MouseIn(ev); it.refresh() }

// MouseOut takes that back.
func (it *item) MouseOut() { it.Hinted.MouseOut(); it.refresh() }

// Cursor is a hand.
func (it *item) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by Fyne.
func (it *item) CreateRenderer() fyne.WidgetRenderer {
	it.refresh()
	return it.Consists(&kit.Parts{
		Drawn: []fyne.CanvasObject{it.wash, it.raster, it.lines[0], it.lines[1], it.lines[2], it.lines[3],
			it.ring.Rectangle},
		Least:   func() fyne.Size { return fyne.NewSize(pictureWide+60, itemHigh) },
		Arrange: it.arrange,
		Paint:   func() { it.refresh(); kit.Redraw(it.raster) },
	})
}

func (it *item) arrange(size fyne.Size) {
	kit.Place(it.wash, -2, 0, size.Width+4, size.Height)
	it.ring.Around(0, 2, size.Width, size.Height-4)
	kit.Place(it.raster, 3, 3, pictureWide, pictureHigh)
	for i, t := range it.lines {
		kit.Place(t, pictureWide+13, 3+lineHigh*float32(i), it.room(), lineHigh)
	}
	it.refresh()
}

// room is the width of its lines.
func (it *item) room() float32 { return max(it.Size().Width-pictureWide-13-4, 1) }

func (it *item) refresh() {
	kit.PaintRect(it.wash, skin.Ink(it, theme.ColorNameHover), color.Transparent, 0)
	layout.SetShown(it.wash, it.Hovered())
	it.ring.Paint(it, it.Focused())
	size, small := it.Theme().Size(theme.SizeNameText)-0.5, it.Theme().Size(theme.SizeNameCaptionText)
	const bolder = 1.09 // than the letters that Lines measures
	titles, _ := kit.Lines(words.T(it.of.Title), 2, it.room()/bolder, size)
	notice, _ := kit.Lines(words.Prose(words.T(it.of.Notice)), len(it.lines)-len(titles), it.room(), small)
	for i, t := range it.lines {
		t.TextStyle.Bold = i < len(titles)
		switch {
		case i < len(titles):
			kit.PaintText(t, titles[i], size, skin.Ink(it, theme.ColorNameForeground))
		case i-len(titles) < len(notice):
			kit.PaintText(t, notice[i-len(titles)], small, skin.Ink(it, theme.ColorNamePlaceHolder))
		default:
			kit.PaintText(t, "", small, color.Transparent)
		}
	}
}
