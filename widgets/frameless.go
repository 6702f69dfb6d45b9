package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// frameless is the renderer of an entry without the box, the frame and the icon that Fyne puts round its text.
type frameless struct {
	fyne.WidgetRenderer
	objects []fyne.CanvasObject
}

func newFrameless(inner fyne.WidgetRenderer) *frameless {
	r := &frameless{WidgetRenderer: inner}
	for _, o := range inner.Objects() {
		switch o.(type) {
		case *canvas.Rectangle, *canvas.Image:
		default:
			r.objects = append(r.objects, o)
		}
	}
	return r
}

func (r *frameless) Objects() []fyne.CanvasObject { return r.objects }
