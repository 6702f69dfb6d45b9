// Package kit is what the program's widgets are made of, and the plainest of them: the renderer, buttons, icons, panels, notes,
// and the layer of hints over a window.
package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"descentlab/widgets/skin"
)

// Parts is the renderer of a widget whose parts are always the same. Fyne destroys the renderer of a widget that was hidden
// for a while and asks for a new one later, so the state and the canvas objects live in the widget and the renderer only
// points at them.
type Parts struct {
	Drawn   []fyne.CanvasObject // from the lowest to the uppermost
	Least   func() fyne.Size    // that the widget needs
	Arrange func(fyne.Size)     // gives the parts their places
	Paint   func()              // colours, texts and visibility from the widget's state
	Forget  func()              // lets go of what can be made again, when the widget has not been seen for a while; may be nil

	sheet *sheet              // that draws what of Drawn it can, or nil
	on    []onSheet           // which that is
	rest  []fyne.CanvasObject // what it leaves to Fyne
}

var _ fyne.WidgetRenderer = (*Parts)(nil)

// Destroy is called by Fyne.
func (p *Parts) Destroy() {
	if p.Forget != nil {
		p.Forget()
	}
}

// Layout is called by Fyne with the size that the widget has got.
func (p *Parts) Layout(size fyne.Size) { p.Arrange(size) }

// MinSize is called by Fyne.
func (p *Parts) MinSize() fyne.Size { return p.Least() }

// Objects is called by Fyne.
func (p *Parts) Objects() []fyne.CanvasObject {
	if p.sheet != nil {
		return p.rest
	}
	return p.Drawn
}

// Refresh is called by Fyne when the widget's looks may be others.
func (p *Parts) Refresh() {
	p.Paint()
	skin.RefreshParts(p.Drawn)
}

// Repaint paints what was in no window when the theme got other colours.
func Repaint(o fyne.CanvasObject) { skin.Repaint(o) }

// PaintRect gives a rectangle its colours. A rectangle has no texture, so that asking for it to be drawn again is cheap.
func PaintRect(r *canvas.Rectangle, fill, stroke color.Color, width float32) {
	if r.FillColor == fill && r.StrokeColor == stroke && r.StrokeWidth == width {
		return
	}
	r.FillColor, r.StrokeColor, r.StrokeWidth = fill, stroke, width
	r.Refresh()
	touch(r)
}

// PaintText gives a text its looks. A changed text is a new texture, hence the comparison.
func PaintText(t *canvas.Text, text string, size float32, c color.Color) {
	if t.Text == text && t.TextSize == size && t.Color == c {
		return
	}
	t.Text, t.TextSize, t.Color = text, size, c
	t.Refresh()
	touch(t)
}

// Redraw is for a small raster of a widget's whose picture is another one now.
func Redraw(r *canvas.Raster) {
	r.Refresh()
	touch(r)
}

// Place moves and resizes an object.
func Place(o fyne.CanvasObject, x, y, w, h float32) {
	at, size := fyne.NewPos(x, y), fyne.NewSize(w, h)
	other := o.Position() != at || o.Size() != size
	o.Move(at)
	o.Resize(size)
	if other {
		touch(o)
	}
}

// Shorten returns text, cut and ended by an ellipsis if it is wider than width.
func Shorten(text string, width, size float32, style fyne.TextStyle) string {
	if fyne.MeasureText(text, size, style).Width <= width {
		return text
	}
	runes := []rune(text)
	cut := func(n int) string { return string(runes[:n]) + "…" }
	fits := func(n int) bool { return fyne.MeasureText(cut(n), size, style).Width <= width }
	n := enough(runes, width, size, style)
	for n > 0 && !fits(n) {
		n--
	}
	for n+1 < len(runes) && fits(n+1) {
		n++
	}
	return cut(n)
}

// enough is about how many letters fit a width with an ellipsis: as many as fit one by one. Fyne remembers how wide a letter is;
// to measure what is longer takes its time.
func enough(runes []rune, width, size float32, style fyne.TextStyle) int {
	n := fitting(runes, width-fyne.MeasureText("…", size, style).Width, size, style)
	return min(n, max(len(runes)-1, 0))
}

// fitting is about how many letters fit a width.
func fitting(runes []rune, width, size float32, style fyne.TextStyle) int {
	for n, r := range runes {
		if width -= fyne.MeasureText(string(r), size, style).Width; width < 0 {
			return n
		}
	}
	return len(runes)
}
