package timeline

import (
	"image"
	"image/color"
	"math"

	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
	"descentlab/widgets/reach"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var (
	_ fyne.Widget        = (*Timeline)(nil)
	_ fyne.Draggable     = (*Timeline)(nil)
	_ fyne.Scrollable    = (*Timeline)(nil)
	_ fyne.Focusable     = (*Timeline)(nil)
	_ desktop.Mouseable  = (*Timeline)(nil)
	_ desktop.Hoverable  = (*Timeline)(nil)
	_ desktop.Cursorable = (*Timeline)(nil)
)

// A Timeline shows lanes, and a playhead over them. The lanes are one picture, which is drawn anew when they change: while the
// head moves, nothing is drawn but a line, and a veil over what is still to come.
type Timeline struct {
	widget.BaseWidget
	reach.Framed

	OnSeek  func(step float64) // a mark was clicked, or the lanes were pressed or dragged elsewhere
	OnWheel func(ev *fyne.ScrollEvent)

	Painted int // pictures that were asked for so far

	lanes  []Lane
	steps  int
	head   float64
	now    [2]int // lane and mark that is told just now; -1: none
	large  bool
	inset  float32 // of the first and the last step from the edges, without discs
	pitch  float64
	seats  []seat
	over   int // of seats, under the pointer; -1: none
	drags  bool
	hint   func() // ends the wait for what the keys do; nil: it does not wait
	raster *canvas.Raster
	veil   *canvas.Rectangle
	line   *canvas.Rectangle
}

// New is a timeline without lanes.
func New() *Timeline {
	t := &Timeline{over: -1, now: [2]int{-1, -1}}
	t.raster = canvas.NewRaster(t.paint)
	t.raster.ScaleMode = canvas.ImageScalePixels
	t.veil, t.line = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	t.ExtendFramed(t, nil)
	t.ExtendBaseWidget(t)
	return t
}

// SetLanes shows lanes over so many steps.
func (t *Timeline) SetLanes(lanes []Lane, steps int) {
	t.lanes, t.steps = lanes, steps
	t.now = [2]int{-1, -1}
	t.seat()
	t.Refresh()
}

// SetHead moves the playhead to a step, and says which mark is told there: lane and mark, or -1.
func (t *Timeline) SetHead(step float64, lane, mark int) {
	if now := [2]int{lane, mark}; now != t.now {
		t.now = now
		t.repaint()
	}
	if step != t.head {
		t.head = step
		t.placeHead()
	}
}

// repaint has the lanes drawn anew.
func (t *Timeline) repaint() {
	t.Painted++
	t.raster.Refresh()
}

// SetLarge shows discs with signs, a glyph before each lane and the steps below them, or ticks between two insets.
func (t *Timeline) SetLarge(large bool, inset float32) {
	if large == t.large && inset == t.inset {
		return
	}
	t.large, t.inset = large, inset
	t.seat()
	t.Refresh()
}

// Sizes of the large form, in units.
const (
	laneGlyph  = 25.0 // room for the racer's glyph
	axisHeight = 20.0
	laneEnd    = 9.0 // beside the last step, for a disc there
	mostDiscs  = 8   // lanes that have discs; more have ticks
	denseLane  = 8.0 // pitch of lanes with ticks in the large form
	mostLanes  = 24  // rows of those
)

// disced tells whether marks are discs.
func (t *Timeline) disced() bool { return t.large && len(t.lanes) <= mostDiscs }

// lanesHeight is that of the lanes of the large form.
func (t *Timeline) lanesHeight() float32 {
	if t.disced() {
		return lanePitch * float32(len(t.lanes))
	}
	return denseLane * float32(min(len(t.lanes), mostLanes))
}

// frame is where steps stand.
func (t *Timeline) frame() frame {
	width := float64(t.Size().Width)
	if t.large {
		return frame{laneGlyph, max(width-laneEnd, laneGlyph), t.steps}
	}
	return frame{float64(t.inset), max(width-float64(t.inset), float64(t.inset)), t.steps}
}

// seat gives all marks their places.
func (t *Timeline) seat() {
	t.leave()
	switch f := t.frame(); {
	case t.disced():
		t.seats, t.pitch = discs(t.lanes, f, 0), lanePitch
	case t.large:
		t.seats, t.pitch = ticks(t.lanes, f, 0, float64(t.lanesHeight()))
	default:
		t.seats, t.pitch = ticks(t.lanes, f, 0, float64(t.Size().Height))
	}
}

// Least is what it asks for.
func (t *Timeline) least() fyne.Size {
	if t.large {
		return fyne.NewSize(120, t.lanesHeight()+axisHeight)
	}
	return fyne.NewSize(20, tickPitch)
}

// CreateRenderer is called by Fyne.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer {
	t.recolour()
	return &kit.Parts{
		Drawn: []fyne.CanvasObject{t.raster, t.veil, t.line, t.Ring},
		Least: t.least,
		Arrange: func(size fyne.Size) {
			kit.Place(t.raster, 0, 0, size.Width, size.Height)
			t.LayRing(size)
			t.seat()
			t.placeHead()
		},
		Paint: func() {
			t.PaintRing()
			t.recolour()
			t.placeHead()
			t.repaint()
		},
	}
}

// panel is the colour that it stands on.
func (t *Timeline) panel() color.RGBA {
	return color.RGBAModel.Convert(skin.Ink(t, theme.ColorNameOverlayBackground)).(color.RGBA)
}

func (t *Timeline) ink(name fyne.ThemeColorName) color.RGBA {
	return color.RGBAModel.Convert(skin.Ink(t, name)).(color.RGBA)
}

// veiled is how much of what is still to come goes under.
const veiled = 0.55

func (t *Timeline) recolour() {
	kit.PaintRect(t.veil, skin.Faded(t.panel(), veiled), color.Transparent, 0)
	kit.PaintRect(t.line, skin.Faded(skin.Ink(t, theme.ColorNameForeground), 0.6), color.Transparent, 0)
}

// placeHead moves the line, and the veil behind it.
func (t *Timeline) placeHead() {
	size := t.Size()
	height := size.Height
	if t.large {
		height = t.lanesHeight()
	}
	x := float32(t.frame().x(t.head))
	kit.Place(t.line, x-0.5, 0, 1, height)
	from := x + 0.5
	for _, s := range t.seats { // a disc that the head has come to is seen as a whole
		if at := float32(s.at); t.disced() && at <= x+0.5 {
			from = max(from, float32(s.x)+discRadius+1)
		}
	}
	kit.Place(t.veil, from, 0, max(size.Width-from, 0), height)
}

// Solid tells that nothing is seen through its picture.
func (t *Timeline) Solid() bool { return true }

// paint draws the lanes.
func (t *Timeline) paint(w, h int) image.Image {
	if w <= 0 || h <= 0 {
		return image.NewRGBA(image.Rect(0, 0, w, h))
	}
	picture := kit.Scratch(w, h)
	on := raster.New(picture)
	on.Box(plot.Vec{}, float64(w), float64(h), 0, t.panel())
	t.Draw(on, float64(w)/float64(max(t.Size().Width, 1)))
	return picture
}

// Draw draws the lanes on a canvas that has the panel's colour, at so many device units a unit.
func (t *Timeline) Draw(on plot.Canvas, scale float64) {
	if t.disced() {
		t.drawLanes(on, scale)
	}
	if t.large {
		t.drawAxis(on, scale)
	}
	for i := range t.seats {
		s := &t.seats[i]
		lane := &t.lanes[s.lane]
		ink := lane.Color
		if lane.Faint {
			ink = mixed(ink, t.panel(), 0.6)
		}
		if t.disced() {
			t.drawDisc(on, scale, s, ink)
			continue
		}
		height := max(t.pitch-tickGap, 1.5)
		if lane.Marks[s.mark].Rank == 0 {
			continue
		}
		on.Box(plot.Vec{X: (s.x - tickWidth/2) * scale, Y: (s.y - height/2) * scale}, tickWidth*scale, height*scale, scale, ink)
	}
}

// mixed is a colour with a share of another one.
func mixed(a, b color.RGBA, share float64) color.RGBA {
	mix := func(x, y uint8) uint8 { return uint8(math.Round(float64(x)*(1-share) + float64(y)*share)) }
	return color.RGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 255}
}

// Widths of a lane's line and of what a mark spans of it, in units.
const (
	laneLine = 2.4
	spanLine = 5.0
)

// drawLanes draws the line of each lane, and what marks span of it.
func (t *Timeline) drawLanes(on plot.Canvas, scale float64) {
	f, panel := t.frame(), t.panel()
	line := func(x0, x1, y, width float64, ink color.RGBA) {
		on.Box(plot.Vec{X: x0 * scale, Y: (y - width/2) * scale}, max(x1-x0, 0)*scale, width*scale, width*scale/2, ink)
	}
	for i := range t.lanes {
		lane := &t.lanes[i]
		y := lanePitch * (float64(i) + 0.5)
		line(f.x0, f.x1, y, laneLine, t.ink(theme.ColorNameInputBorder))
		dim := mixed(lane.Color, panel, 0.55)
		if lane.Faint {
			dim = mixed(lane.Color, panel, 0.8)
		}
		line(f.x0, f.x(float64(lane.Last)), y, laneLine, dim)
		for _, m := range lane.Marks {
			if m.To > m.Step {
				line(f.x(float64(m.Step)), f.x(float64(m.To)), y, spanLine, mixed(dim, panel, 0.35))
			}
		}
		lane.Glyph.Draw(on, 7*scale, y*scale, 4.6*scale, lane.Color, color.RGBA{})
	}
}

// drawDisc draws a mark, and a line to where it belongs if it has been moved.
func (t *Timeline) drawDisc(on plot.Canvas, scale float64, s *seat, ink color.RGBA) {
	panel := t.panel()
	at := plot.Vec{X: s.x * scale, Y: s.y * scale}
	if math.Abs(s.x-s.at) > discMoved {
		foot := plot.Vec{X: s.at * scale, Y: (s.y + lanePitch/2 - 1.5) * scale}
		leader := []plot.Piece{{A: at, B: foot, Radius: 0.5 * scale, Strength: 1}, {A: foot, B: foot, Radius: 1.2 * scale, Strength: 1}}
		on.Stroke(leader, plot.Pen{Color: mixed(ink, panel, 0.3)})
	}
	fill, sign := mixed(ink, panel, 0.82), ink
	if t.now == [2]int{s.lane, s.mark} {
		fill, sign = ink, panel
	}
	t.lanes[s.lane].Marks[s.mark].Sign.Disc(on, at, discRadius*scale, scale, ink, fill, sign)
}

// axisText is the size of the steps' numbers.
const axisText = 10.5

// drawAxis writes steps below the lanes.
func (t *Timeline) drawAxis(on plot.Canvas, scale float64) {
	font := skin.Typeface(t)
	if font == nil {
		return
	}
	f := t.frame()
	n := int((f.x1 - f.x0) / 64)
	y := (float64(t.lanesHeight()) + 14) * scale
	for _, tick := range plot.Ticks(0, float64(t.steps), max(n, 1), false) {
		if tick.At != math.Trunc(tick.At) {
			continue
		}
		on.Text(plot.Text{Text: tick.Text, Font: font, Size: axisText * scale, Ink: t.ink(theme.ColorNamePlaceHolder),
			Align: plot.AlignCenter}, plot.Vec{X: f.x(tick.At) * scale, Y: y})
	}
}
