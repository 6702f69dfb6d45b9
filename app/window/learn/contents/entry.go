package contents

import (
	"image"
	"image/color"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
	"descentlab/widgets/reach"
	"descentlab/widgets/skin"
)

var (
	_ fyne.Widget       = (*entry)(nil)
	_ fyne.Tappable     = (*entry)(nil)
	_ fyne.Focusable    = (*entry)(nil)
	_ desktop.Hoverable = (*entry)(nil)
)

const (
	entryHigh = 36
	ringSide  = 16
)

// An entry is a lesson in the list: a ring that fills up, its number and its title.
type entry struct {
	kit.Widget
	reach.Pressable
	kit.Hinted

	of    Item
	open  bool
	press func()

	wash   *canvas.Rectangle
	circle *canvas.Raster
	number *canvas.Text
	title  *canvas.Text
	says   *canvas.Text
	ring   *kit.Ring
}

func newEntry(press func()) *entry {
	text := func() *canvas.Text { return canvas.NewText("", color.Transparent) }
	e := &entry{press: press, wash: canvas.NewRectangle(color.Transparent), number: text(), title: text(), says: text(),
		ring: kit.NewRing(6)}
	e.wash.CornerRadius = 6
	e.number.Alignment, e.says.Alignment = fyne.TextAlignTrailing, fyne.TextAlignTrailing
	e.circle = canvas.NewRaster(e.draw)
	e.circle.ScaleMode = canvas.ImageScalePixels
	e.ExtendPressable(e, press, e.refresh)
	e.ExtendHinted(e)
	e.ExtendBaseWidget(e)
	return e
}

// set shows a lesson, and whether it is the one that is read.
func (e *entry) set(of Item, open bool) {
	if of == e.of && open == e.open {
		return
	}
	e.of, e.open = of, open
	e.SetHint(of.Hint)
	e.refresh()
	kit.Redraw(e.circle)
}

// Tapped opens the lesson.
func (e *entry) Tapped(*fyne.PointEvent) { e.press() }

// MouseIn shows that it can be opened.
func (e *entry) MouseIn(ev *desktop.MouseEvent) { e.Hinted.MouseIn(ev); e.refresh() }

// MouseOut takes that back.
func (e *entry) MouseOut() { e.Hinted.MouseOut(); e.refresh() }

// CreateRenderer is called by Fyne.
func (e *entry) CreateRenderer() fyne.WidgetRenderer {
	e.refresh()
	return e.Consists(&kit.Parts{
		Drawn:   []fyne.CanvasObject{e.wash, e.circle, e.number, e.title, e.says, e.ring.Rectangle},
		Least:   func() fyne.Size { return fyne.NewSize(120, entryHigh) },
		Arrange: e.arrange,
		Paint:   func() { e.refresh(); kit.Redraw(e.circle) },
	})
}

func (e *entry) arrange(size fyne.Size) {
	kit.Place(e.wash, -6, 1, size.Width+12, size.Height-2)
	e.ring.Around(-4, 3, size.Width+8, size.Height-6)
	kit.Place(e.circle, 0, (size.Height-ringSide)/2, ringSide, ringSide)
	kit.Place(e.number, ringSide+4, 0, 24, size.Height)
	kit.Place(e.says, size.Width-60, 0, 60, size.Height)
	left := float32(ringSide + 40)
	kit.Place(e.title, left, 0, max(size.Width-left, 1), size.Height)
	e.refresh()
}

func (e *entry) refresh() {
	kit.PaintRect(e.wash, skin.Ink(e, skin.ColorNameRow), color.Transparent, 0)
	if !e.open {
		kit.PaintRect(e.wash, skin.Ink(e, theme.ColorNameHover), color.Transparent, 0)
	}
	layout.SetShown(e.wash, e.open || e.Hovered())
	e.ring.Paint(e, e.Focused())
	size := e.Theme().Size(theme.SizeNameText)
	muted, ink := skin.Ink(e, theme.ColorNamePlaceHolder), skin.Ink(e, theme.ColorNameForeground)
	number := ""
	if e.of.Number > 0 {
		number = strconv.Itoa(e.of.Number)
	}
	kit.PaintText(e.number, number, size, muted)
	kit.PaintText(e.says, e.of.Note, size-2, muted)
	if e.title.TextStyle.Bold != e.open {
		e.title.TextStyle.Bold = e.open
		e.title.Text = ""
	}
	room := e.title.Size().Width
	if e.of.Note != "" {
		room -= fyne.MeasureText(e.of.Note, size-2, fyne.TextStyle{}).Width + 6
	}
	title := e.of.Title
	if room > 10 {
		title = kit.Shorten(title, room, size, e.title.TextStyle)
	}
	kit.PaintText(e.title, title, size, ink)
}

// draw is the ring: as much of it as is done, or a disc with a check.
func (e *entry) draw(w, h int) image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, w, h))
	on := raster.New(picture)
	scale := float64(w) / ringSide
	middle := plot.Vec{X: float64(w) / 2, Y: float64(h) / 2}
	rgba := func(c color.Color) color.RGBA { return color.RGBAModel.Convert(c).(color.RGBA) }
	r := 6.5 * scale
	if e.of.Share >= 1 {
		on.Circle(middle, r+scale, 0, rgba(skin.Ink(e, theme.ColorNameSuccess)))
		at := func(x, y float64) plot.Vec { return plot.Vec{X: middle.X + x*scale, Y: middle.Y + y*scale} }
		pen := func(a, b plot.Vec) plot.Piece { return plot.Piece{A: a, B: b, Radius: 0.9 * scale, Strength: 1} }
		on.Stroke([]plot.Piece{pen(at(-3.2, 0.2), at(-0.9, 2.4)), pen(at(-0.9, 2.4), at(3.3, -2.2))},
			plot.Pen{Color: rgba(skin.Ink(e, theme.ColorNameForegroundOnSuccess))})
		return picture
	}
	faint := skin.Mix(skin.Ink(e, theme.ColorNameOverlayBackground), skin.Ink(e, theme.ColorNamePlaceHolder), 0.4)
	on.Circle(middle, r, 1.8*scale, rgba(faint))
	const parts = 48
	var line []plot.Piece
	at := func(i int) plot.Vec {
		angle := 2*math.Pi*float64(i)/parts - math.Pi/2
		return plot.Vec{X: middle.X + r*math.Cos(angle), Y: middle.Y + r*math.Sin(angle)}
	}
	for i := range int(math.Round(e.of.Share * parts)) {
		line = append(line, plot.Piece{A: at(i), B: at(i + 1), Radius: scale, Strength: 1})
	}
	if line != nil {
		on.Stroke(line, plot.Pen{Color: rgba(skin.Ink(e, theme.ColorNamePrimary))})
	}
	return picture
}
