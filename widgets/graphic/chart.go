package graphic

import (
	"cmp"
	"image"
	"math"

	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
	"descentlab/widgets/reach"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

const (
	chartMinWidth  = 160
	chartMinHeight = 90
	curveReach     = 7 // units above or below a curve within which the pointer is on it
	cursorReach    = 6 // units from the time cursor within which the pointer shows that it can be dragged
)

var (
	_ fyne.Widget        = (*Chart)(nil)
	_ fyne.Draggable     = (*Chart)(nil)
	_ fyne.Focusable     = (*Chart)(nil)
	_ desktop.Mouseable  = (*Chart)(nil)
	_ desktop.Hoverable  = (*Chart)(nil)
	_ desktop.Cursorable = (*Chart)(nil)
)

// A Chart shows curves over the steps of a race with a time cursor. Under the pointer it lists the values at the nearest
// step, or on a curve the value of that one; a click or a drag asks for another time, a click on a label beside the curves to
// hide its curves or to show them again. While it has the keyboard's focus, keys do all of that, too.
type Chart struct {
	widget.BaseWidget
	reach.Framed
	keyHint

	// OnSeek tells where a press of the primary button, or a drag after it, wants the time cursor: in steps, perhaps
	// between two, within those of the chart.
	OnSeek func(t float64)
	// OnEnd tells which label beside the curves was clicked, by its index in the chart; nil: labels cannot be clicked.
	OnEnd func(i int)
	// OnHover tells the time under the pointer; inside is false when the pointer has left the chart.
	OnHover func(t float64, inside bool)
	// OnCurve tells the name of the series whose curve the pointer has come to, "" if it has left them all.
	OnCurve func(name string)
	// OnMenu tells of a click of the secondary button, at a place in the window; may be nil.
	OnMenu func(at fyne.Position)
	// Zoom is how many times as large as usual lines, signs and texts are; 0: once.
	Zoom float64

	chart         plot.Chart
	cursor, hover float64 // steps, negative: none
	dragging      bool
	near          int    // index of the series under the pointer; -1: none
	on            string // name of the series under the pointer
	end           bool   // the pointer is on a label that can be clicked
	label         int    // beside the curves, that the keys are on; -1: none

	painter raster.ChartPainter
	wide    int // device pixels of the picture drawn last; 0: none
	raster  *canvas.Raster
}

// NewChart returns a chart that shows nothing until it is told what to show.
func NewChart() *Chart {
	c := &Chart{cursor: -1, hover: -1, near: -1, label: -1}
	c.raster = canvas.NewRaster(c.draw)
	c.raster.ScaleMode = canvas.ImageScalePixels
	c.keyHint = keyHint{over: c, keys: c.Keys}
	c.ExtendFramed(c, c.unlead)
	c.ExtendBaseWidget(c)
	return c
}

// TappedSecondary tells of a click of the secondary button.
func (c *Chart) TappedSecondary(ev *fyne.PointEvent) {
	if c.OnMenu != nil {
		c.OnMenu(ev.AbsolutePosition)
	}
}

// SetChart shows curves; nothing is told to anyone. The style's scale is replaced by that of the canvas.
func (c *Chart) SetChart(chart plot.Chart) {
	c.chart = chart
	if c.near >= len(chart.Series) {
		c.near = -1
		c.painter.Pick(-1)
	}
	c.raster.Refresh()
}

// SetCursor moves the time cursor to step t, without telling anyone; a negative t hides it.
func (c *Chart) SetCursor(t float64) {
	if c.cursor == t {
		return
	}
	c.cursor = t
	c.raster.Refresh()
}

// draw is the raster's generator: w by h device pixels.
func (c *Chart) draw(w, h int) image.Image {
	if c.chart.Style.Palette == nil || c.chart.Style.Font == nil || w <= 0 || h <= 0 {
		return image.NewRGBA(image.Rect(0, 0, w, h))
	}
	c.wide = w
	picture := kit.Scratch(w, h)
	chart := c.chart
	chart.Style.Scale = float64(w) / float64(max(c.Size().Width, 1)) * cmp.Or(c.Zoom, 1)
	c.painter.Draw(picture, chart, c.cursor, c.hover)
	return picture
}

// Solid tells that nothing is seen through its picture.
func (c *Chart) Solid() bool { return c.chart.Style.Palette != nil && c.chart.Style.Font != nil }

// CreateRenderer is called by Fyne.
func (c *Chart) CreateRenderer() fyne.WidgetRenderer {
	return &kit.Parts{
		Drawn: []fyne.CanvasObject{c.raster, c.Ring},
		Least: func() fyne.Size { return fyne.NewSize(chartMinWidth, chartMinHeight) },
		Arrange: func(size fyne.Size) {
			kit.Place(c.raster, 0, 0, size.Width, size.Height)
			c.LayRing(size)
		},
		Paint:  func() { c.PaintRing(); c.raster.Refresh() },
		Forget: c.painter.Forget,
	}
}

// scale is the number of device pixels per unit in the picture drawn last.
func (c *Chart) scale() float64 {
	return float64(c.wide) / float64(max(c.Size().Width, 1))
}

// drawn tells whether there are curves to point at.
func (c *Chart) drawn() bool { return c.wide > 0 && !c.painter.PlotArea().Empty() }

func (c *Chart) seek(at fyne.Position) {
	if c.drawn() && c.OnSeek != nil {
		c.OnSeek(c.painter.StepAt(float64(at.X) * c.scale()))
	}
}

// endAt is the label at a position that can be clicked; -1: none.
func (c *Chart) endAt(at fyne.Position) int {
	if c.OnEnd == nil || !c.drawn() {
		return -1
	}
	return c.painter.EndAt(float64(at.X)*c.scale(), float64(at.Y)*c.scale())
}

// point shows the values under the pointer and tells where it is.
func (c *Chart) point(at fyne.Position) {
	if !c.drawn() {
		return
	}
	end := c.endAt(at)
	c.end = end >= 0 && !c.dragging
	if c.end {
		c.leave()
		c.touch(c.aloneOf(end))
		return
	}
	x, y := float64(at.X)*c.scale(), float64(at.Y)*c.scale()
	if t := c.painter.AbscissaAt(x); c.hover != t {
		c.hover = t
		c.raster.Refresh()
	}
	if c.OnHover != nil {
		c.OnHover(c.painter.StepAt(x), true)
	}
	name, near := "", c.painter.Near(x, y, curveReach*c.scale())
	if c.dragging {
		near = -1
	}
	if near >= 0 {
		name = c.chart.Series[near].Name
	}
	if c.near != near {
		c.near = near
		c.painter.Pick(near)
		c.raster.Refresh()
	}
	c.touch(name)
}

// aloneOf is the name of the one curve that a label is of; "" if it is of several or of a hidden one.
func (c *Chart) aloneOf(end int) string {
	if of := c.chart.Ends[end].Of; len(of) == 1 && !c.chart.Series[of[0]].Hidden {
		return c.chart.Series[of[0]].Name
	}
	return ""
}

// leave takes the values under the pointer away.
func (c *Chart) leave() {
	if c.hover >= 0 {
		c.hover = -1
		c.raster.Refresh()
	}
	if c.OnHover != nil {
		c.OnHover(0, false)
	}
}

// touch tells of the curve under the pointer, if it is another one.
func (c *Chart) touch(name string) {
	if c.on == name {
		return
	}
	c.on = name
	if c.OnCurve != nil {
		c.OnCurve(name)
	}
}

// MouseDown seeks to where the primary button went down.
func (c *Chart) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	if end := c.endAt(ev.Position); end >= 0 {
		c.OnEnd(end)
		return
	}
	c.hold(true)
	c.seek(ev.Position)
}

// MouseUp ends a seek.
func (c *Chart) MouseUp(ev *desktop.MouseEvent) {
	if ev.Button == desktop.MouseButtonPrimary {
		c.hold(false)
	}
}

// Dragged seeks along with the pointer. Fyne reports a drag with the middle button too, and that of a finger without a
// press before it.
func (c *Chart) Dragged(ev *fyne.DragEvent) {
	if c.end {
		return
	}
	c.hold(true)
	c.seek(ev.Position)
	c.point(ev.Position)
}

// DragEnd ends a seek.
func (c *Chart) DragEnd() { c.hold(false) }

// hold notes whether the pointer drags the cursor.
func (c *Chart) hold(on bool) {
	c.dragging = on
	gesture.Hold(on)
}

// MouseIn shows the values where the pointer came in.
func (c *Chart) MouseIn(ev *desktop.MouseEvent) {
	gesture.PointIn(c)
	c.point(ev.Position)
}

// MouseMoved follows the pointer.
func (c *Chart) MouseMoved(ev *desktop.MouseEvent) { c.point(ev.Position) }

// MouseOut takes the values away.
func (c *Chart) MouseOut() {
	gesture.PointOut(c)
	c.end = false
	c.leave()
	c.touch("")
}

// Cursor is a cross, and a double arrow while the time cursor is dragged or can be.
func (c *Chart) Cursor() desktop.Cursor {
	switch {
	case c.dragging || c.nearCursor():
		return desktop.HResizeCursor
	case c.end:
		return desktop.PointerCursor
	}
	return desktop.CrosshairCursor
}

// nearCursor tells whether the pointer is on the time cursor.
func (c *Chart) nearCursor() bool {
	if c.hover < 0 || c.cursor < 0 || c.wide == 0 || !c.chart.Timed() {
		return false
	}
	perStep := float64(c.painter.PlotArea().Dx()) / float64(max(c.chart.Steps, 1)) / c.scale()
	return math.Abs(c.hover-c.cursor)*perStep <= cursorReach
}
