package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Frameless is the renderer of an entry without the box, the frame and the icon that Fyne puts round its text, and without the
// marks of scrolling: the text is taken out of what scrolls it, which goes on giving it its place.
type Frameless struct {
	fyne.WidgetRenderer
	objects []fyne.CanvasObject

	padding float32           // round the text, in units; see NewInlet
	scroll  *container.Scroll // not drawn
	window  *container.Clip   // through which the text is seen
	text    *fyne.Container
}

// NewFrameless is that of an entry's own renderer.
func NewFrameless(inner fyne.WidgetRenderer, padding float32) *Frameless {
	r := &Frameless{WidgetRenderer: inner, padding: padding}
	for _, o := range inner.Objects() {
		switch o := o.(type) {
		case *canvas.Rectangle, *canvas.Image:
		case *container.Scroll:
			r.scroll, r.text = o, container.NewWithoutLayout(o.Content)
			r.window = newClip(r.text)
			r.objects = append(r.objects, r.window)
		default:
			r.objects = append(r.objects, o)
		}
	}
	return r
}

// Objects is called by Fyne.
func (r *Frameless) Objects() []fyne.CanvasObject { return r.objects }

// Layout gives the text its place behind the part of the entry that NewInlet shows.
func (r *Frameless) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	if r.window == nil {
		return
	}
	off := Spare(r.padding)
	r.window.Move(fyne.NewPos(off, off))
	r.window.Resize(size.SubtractWidthHeight(2*off, 2*off))
	r.text.Move(r.scroll.Position().SubtractXY(off, off))
}

// Unscroll shows the beginning of the text; Fyne leaves its first letters out if the cursor has come from behind them.
func (r *Frameless) Unscroll() {
	if r.scroll != nil {
		r.scroll.ScrollToOffset(fyne.Position{})
	}
}
