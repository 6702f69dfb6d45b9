package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// parts is the renderer of every widget here. Fyne destroys the renderer of a widget that was hidden for a while and
// asks for a new one later, so the state and the canvas objects live in the widget and the renderer only points at them.
type parts struct {
	objects []fyne.CanvasObject
	min     func() fyne.Size
	layout  func(fyne.Size)
	refresh func() // colours, texts and visibility from the widget's state
}

var _ fyne.WidgetRenderer = (*parts)(nil)

func (p *parts) Destroy()                     {}
func (p *parts) Layout(size fyne.Size)        { p.layout(size) }
func (p *parts) MinSize() fyne.Size           { return p.min() }
func (p *parts) Objects() []fyne.CanvasObject { return p.objects }
func (p *parts) Refresh()                     { p.refresh() }

// themed is what every widget offers: the theme it stands under.
type themed interface{ Theme() fyne.Theme }

// ink returns the colour that stands for name in the widget's theme.
func ink(w themed, name fyne.ThemeColorName) color.Color {
	return w.Theme().Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}

// mix returns the colour the share t of the way from a to b, both taken as opaque.
func mix(a, b color.Color, t float64) color.Color {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	part := func(x, y uint32) uint8 { return uint8((float64(x)*(1-t) + float64(y)*t) / 257) }
	return color.NRGBA{R: part(ar, br), G: part(ag, bg), B: part(ab, bb), A: 0xff}
}

// faded returns c with the opacity a, 0 to 1.
func faded(c color.Color, a float64) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = uint8(a*255 + 0.5)
	return n
}

// paintRect gives a rectangle its colours. A rectangle has no texture, so that asking for it to be drawn again is cheap.
func paintRect(r *canvas.Rectangle, fill, stroke color.Color, width float32) {
	if r.FillColor == fill && r.StrokeColor == stroke && r.StrokeWidth == width {
		return
	}
	r.FillColor, r.StrokeColor, r.StrokeWidth = fill, stroke, width
	r.Refresh()
}

// paintText gives a text its looks. A changed text is a new texture, hence the comparison.
func paintText(t *canvas.Text, text string, size float32, c color.Color) {
	if t.Text == text && t.TextSize == size && t.Color == c {
		return
	}
	t.Text, t.TextSize, t.Color = text, size, c
	t.Refresh()
}

// place moves and resizes an object.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// show sets whether an object can be seen.
func show(o fyne.CanvasObject, visible bool) {
	if o.Visible() == visible {
		return
	}
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// shorten returns text, cut and ended by an ellipsis if it is wider than width.
func shorten(text string, width, size float32, style fyne.TextStyle) string {
	if fyne.MeasureText(text, size, style).Width <= width {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		if cut := string(runes[:n]) + "…"; fyne.MeasureText(cut, size, style).Width <= width {
			return cut
		}
	}
	return "…"
}
