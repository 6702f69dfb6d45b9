package lessons

import (
	"image"
	"image/color"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"descentlab/app/lesson/study"
	"descentlab/app/words"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
	"descentlab/widgets/skin"
)

// contents are the lessons that can be read, with how much of each is done.
type contents struct {
	room   *Room
	rows   []*entry
	done   *kit.Label
	column *fyne.Container
	panel  *kit.Panel
}

func newContents(r *Room) *contents {
	c := &contents{room: r, done: kit.NewLabel("")}
	c.done.Muted, c.done.Small, c.done.Align, c.done.Least = true, true, fyne.TextAlignTrailing, 1
	head := container.NewBorder(nil, nil, kit.NewHeading(words.T("Lessons")), nil, c.done)
	c.column = container.New(entries{})
	list := container.New(&listed{c.column}, container.New(headLine{}, head), container.NewVScroll(c.column))
	c.panel = kit.NewPanel(list, nil)
	return c
}

// fill makes a row for each lesson.
func (c *contents) fill() {
	c.rows, c.column.Objects = nil, nil
	for i := range c.room.books {
		e := newEntry(c.room, i)
		c.rows = append(c.rows, e)
		c.column.Objects = append(c.column.Objects, e)
	}
	c.column.Refresh()
	c.update()
}

// update shows how much is done.
func (c *contents) update() {
	whole, of := 0, 0
	for i, e := range c.rows {
		s := c.room.studyOf(i)
		if c.room.books[i].key == draftKey {
			s = nil // whoever makes a lesson is not done with it by reading it
		} else {
			of++
		}
		if s != nil && s.Share() >= 1 {
			whole++
		}
		e.set(s, i == c.room.open)
	}
	c.done.Set(words.T("%d of %d done", whole, of), nil)
}

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
	kit.Pressable
	kit.Hinted

	room   *Room
	index  int
	share  float64
	open   bool
	note   string
	called string

	wash   *canvas.Rectangle
	circle *canvas.Raster
	number *canvas.Text
	title  *canvas.Text
	says   *canvas.Text
	ring   *kit.Ring
}

func newEntry(r *Room, index int) *entry {
	text := func() *canvas.Text { return canvas.NewText("", color.Transparent) }
	e := &entry{room: r, index: index, called: r.books[index].title(), wash: canvas.NewRectangle(color.Transparent),
		number: text(), title: text(), says: text(), ring: kit.NewRing(6)}
	e.wash.CornerRadius = 6
	e.number.Alignment, e.says.Alignment = fyne.TextAlignTrailing, fyne.TextAlignTrailing
	e.circle = canvas.NewRaster(e.draw)
	e.circle.ScaleMode = canvas.ImageScalePixels
	e.ExtendPressable(e, func() { r.openBook(index) }, e.refresh)
	e.ExtendHinted(e)
	e.ExtendBaseWidget(e)
	return e
}

// set shows what has been done of the lesson, nil for nothing, and whether it is the one that is read.
func (e *entry) set(s *study.Study, open bool) {
	share, note := 0.0, ""
	if s != nil {
		share = s.Share()
		if right, of := s.Right(); of > 0 && right > 0 && right < of {
			note = words.T("%d of %d", right, of)
		}
	}
	title := e.room.books[e.index].title()
	if share != e.share || open != e.open || note != e.note || title != e.called {
		e.share, e.open, e.note, e.called = share, open, note, title
		e.refresh()
		kit.Redraw(e.circle)
	}
}

// Tapped opens the lesson.
func (e *entry) Tapped(*fyne.PointEvent) { e.room.openBook(e.index) }

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
	b := e.room.books[e.index]
	kit.PaintRect(e.wash, skin.Ink(e, skin.ColorNameRow), color.Transparent, 0)
	if !e.open {
		kit.PaintRect(e.wash, skin.Ink(e, theme.ColorNameHover), color.Transparent, 0)
	}
	layout.SetShown(e.wash, e.open || e.Hovered())
	e.ring.Paint(e, e.Focused())
	size := e.Theme().Size(theme.SizeNameText)
	muted, ink := skin.Ink(e, theme.ColorNamePlaceHolder), skin.Ink(e, theme.ColorNameForeground)
	number := ""
	if b.number > 0 {
		number = strconv.Itoa(b.number)
	}
	kit.PaintText(e.number, number, size, muted)
	kit.PaintText(e.says, e.note, size-2, muted)
	if e.title.TextStyle.Bold != e.open {
		e.title.TextStyle.Bold = e.open
		e.title.Text = ""
	}
	room := e.title.Size().Width
	if e.note != "" {
		room -= fyne.MeasureText(e.note, size-2, fyne.TextStyle{}).Width + 6
	}
	title := e.called
	if room > 10 {
		title = kit.Shorten(title, room, size, e.title.TextStyle)
	}
	if b.number == 0 {
		e.SetHint(b.about())
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
	if e.share >= 1 {
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
	for i := range int(math.Round(e.share * parts)) {
		line = append(line, plot.Piece{A: at(i), B: at(i + 1), Radius: scale, Strength: 1})
	}
	if line != nil {
		on.Stroke(line, plot.Pen{Color: rgba(skin.Ink(e, theme.ColorNamePrimary))})
	}
	return picture
}

// listed puts the line above the list, and would like to have room for all of it.
type listed struct{ column *fyne.Container }

// Layout places the two.
func (*listed) Layout(o []fyne.CanvasObject, size fyne.Size) {
	head := o[0].MinSize().Height
	kit.Place(o[0], 0, 0, size.Width, head)
	kit.Place(o[1], 0, head, size.Width, max(size.Height-head, 1))
}

// MinSize is as high as line and list.
func (l *listed) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(180, o[0].MinSize().Height+l.column.MinSize().Height)
}

// entries stacks the rows of the list.
type entries struct{}

// Layout places them.
func (entries) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for i, o := range objects {
		kit.Place(o, 8, float32(i)*entryHigh, max(size.Width-16, 1), entryHigh)
	}
}

// MinSize is as high as all of them are.
func (entries) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(160, float32(len(objects))*entryHigh)
}

// headLine gives the line above the list some room.
type headLine struct{}

// Layout places it.
func (headLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	kit.Place(objects[0], 6, 2, max(size.Width-12, 1), max(size.Height-8, 1))
}

// MinSize is that of the line.
func (headLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(12, 10)
}
