package graphic

import (
	"image"
	"image/color"
	"math"

	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// Sizes of a map's title, in units.
const (
	titleHigh  = 24
	titleName  = 13
	titleNote  = 11.5
	titleGlyph = 4.8
	titleGap   = 7
	titleLeast = 52   // of a name that is cut
	titlePart  = 0.75 // of its size that a name has at least
)

var (
	_ fyne.Tappable      = (*MapTitle)(nil)
	_ desktop.Hoverable  = (*MapTitle)(nil)
	_ desktop.Cursorable = (*MapTitle)(nil)
)

// A Titling is what a title says.
type Titling struct {
	Rank  string // before all; "": none
	Glyph plot.Glyph
	Color color.RGBA
	Name  string
	Brief string // instead of a name that has no room; may be empty
	Note  string // at the right end, if there is room for it
	Aside bool   // another map is the one to look at: the title recedes
}

// A MapTitle is the line above a map: whose it is. It is one picture, which may be clicked.
type MapTitle struct {
	kit.Widget
	kit.Hinted

	Alone    bool // on its line: it may have all of that
	OnTapped func()
	OnHover  func(over bool) // the pointer has come or gone

	style  func() plot.Style
	says   Titling
	raster *canvas.Raster
}

// NewMapTitle is an empty title.
func NewMapTitle(style func() plot.Style) *MapTitle {
	t := &MapTitle{style: style}
	t.raster = canvas.NewRaster(t.draw)
	t.raster.ScaleMode = canvas.ImageScalePixels
	t.ExtendHinted(t)
	t.ExtendBaseWidget(t)
	return t
}

// Set says something else.
func (t *MapTitle) Set(says Titling) {
	if t.says == says {
		return
	}
	t.says = says
	kit.Redraw(t.raster)
}

// Tapped is a click on it.
func (t *MapTitle) Tapped(*fyne.PointEvent) {
	t.Dismiss()
	kit.Call(t.OnTapped)
}

// Cursor says that it can be clicked.
func (t *MapTitle) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn tells that the pointer has come.
func (t *MapTitle) MouseIn(ev *desktop.MouseEvent) {
	t.Hinted.MouseIn(ev)
	kit.Tell(t.OnHover, true)
}

// MouseOut tells that it has gone.
func (t *MapTitle) MouseOut() {
	t.Hinted.MouseOut()
	kit.Tell(t.OnHover, false)
}

// Says is what it says.
func (t *MapTitle) Says() Titling { return t.says }

// PreferredWidth is what it would like to have of a line.
func (t *MapTitle) PreferredWidth() float32 {
	if t.Alone {
		return 1e4
	}
	st := t.style()
	return float32(titleGlyph*2.6 + 3*titleGap + st.Font.Width(t.says.Rank, titleNote) + st.Font.Width(t.says.Name, titleName))
}

// CreateRenderer is called by Fyne.
func (t *MapTitle) CreateRenderer() fyne.WidgetRenderer {
	return t.Consists(&kit.Parts{
		Drawn:   []fyne.CanvasObject{t.raster},
		Least:   func() fyne.Size { return fyne.NewSize(40, titleHigh) },
		Arrange: func(size fyne.Size) { kit.Place(t.raster, 0, 0, size.Width, size.Height) },
		Paint:   func() { t.raster.Refresh() },
	})
}

func (t *MapTitle) draw(w, h int) image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, w, h))
	if w <= 0 || h <= 0 || t.says.Name == "" {
		return picture
	}
	st := t.style()
	st.Scale = float64(w) / float64(max(t.Size().Width, 1))
	titling{t.says, st, raster.New(picture), float64(w), float64(h)}.draw()
	return picture
}

// A titling draws a title.
type titling struct {
	Titling
	plot.Style
	on   plot.Canvas
	w, h float64
}

func (t titling) draw() {
	px := func(units float64) float64 { return units * t.Scale }
	p, glyph := t.Palette, t.Color
	ink := p.Text
	if t.Aside {
		ink, glyph = plot.Mix(p.Ground, ink, 0.7), plot.Mix(p.Ground, glyph, 0.7)
	}
	base := t.h/2 + t.Font.CapHeight(px(titleName))/2
	x := 0.0
	if t.Rank != "" {
		rank := plot.Text{Text: t.Rank, Font: t.Font, Size: px(titleNote), Ink: p.Muted}
		t.on.Text(rank, plot.Vec{X: x, Y: base})
		x += math.Max(t.Font.Width(t.Rank, rank.Size), t.Font.Width("0", rank.Size)) + px(titleGap)
	}
	t.Glyph.Draw(t.on, x+px(titleGlyph)*1.3, t.h/2, px(titleGlyph), glyph, color.RGBA{})
	x += px(titleGlyph)*2.6 + px(titleGap)

	name := plot.Text{Text: t.Name, Font: t.Font, Size: px(titleName), Ink: ink, Bold: true}
	room := t.w - x - px(2)
	note := plot.Text{Text: t.Note, Font: t.Font, Size: px(titleNote), Ink: p.Muted, Align: plot.AlignRight}
	if noted := t.Font.Width(t.Note, note.Size) + px(2*titleGap); t.Note != "" && t.Font.Width(t.Name, name.Size)+noted <= room {
		t.on.Text(note, plot.Vec{X: t.w, Y: base})
	}
	if !t.fit(&name, room) {
		name.Text = t.Font.Shortened(name.Text, name.Size, room)
		if room < px(titleLeast) {
			return
		}
	}
	t.on.Text(name, plot.Vec{X: x, Y: base})
}

// fit writes the name, or else the brief one, as large as usual, or else a little smaller. It tells whether there is room.
func (t titling) fit(name *plot.Text, room float64) bool {
	usual := name.Size
	for _, least := range []float64{1, titlePart} {
		for _, text := range []string{t.Name, t.Brief} {
			if text == "" {
				continue
			}
			name.Text = text
			if part := room / t.Font.Width(text, usual); part >= least {
				name.Size = usual * math.Min(part, 1)
				return true
			}
		}
	}
	return false
}
