package desktest

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"descentlab/widgets/graphic"
)

// Walk calls f with an object and all that it is made of, hidden parts included if all says so.
func Walk(o fyne.CanvasObject, all bool, f func(fyne.CanvasObject)) {
	if o == nil || !all && !o.Visible() {
		return
	}
	f(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, part := range o.Objects {
			Walk(part, all, f)
		}
	case *container.Scroll:
		Walk(o.Content, all, f)
	case fyne.Widget:
		for _, part := range test.WidgetRenderer(o).Objects() {
			Walk(part, all, f)
		}
	}
}

// Texts are the texts that are seen of an object, or that it has.
func Texts(o fyne.CanvasObject, all bool) (list []string) {
	Walk(o, all, func(part fyne.CanvasObject) {
		switch part := part.(type) {
		case *canvas.Text:
			list = append(list, part.Text)
		case *widget.RichText:
			list = append(list, part.String())
		}
	})
	return list
}

// Find is the first part of a type that an object is made of; nil if there is none.
func Find[T fyne.CanvasObject](o fyne.CanvasObject) (found T) {
	done := false
	Walk(o, true, func(part fyne.CanvasObject) {
		if t, ok := part.(T); ok && !done {
			found, done = t, true
		}
	})
	return found
}

// Describe writes down all that is seen of an object: texts with their places, and the scenes of maps. Two objects that look
// the same have the same description.
func Describe(o fyne.CanvasObject) string {
	var b strings.Builder
	Walk(o, false, func(part fyne.CanvasObject) {
		switch part := part.(type) {
		case *canvas.Text:
			fmt.Fprintf(&b, "text %q %v %v %v\n", part.Text, part.Position(), part.Size(), part.Color)
		case *widget.RichText:
			fmt.Fprintf(&b, "text %q %v %v\n", part.String(), part.Position(), part.Size())
		case *graphic.Map:
			s := part.Scene()
			fmt.Fprintf(&b, "map %v %v cells %t region %t start %v cross %v\n", part.Size(), s.View, s.Cells != nil, s.Region != nil,
				s.Start, s.Cross)
			for _, m := range s.Marks {
				fmt.Fprintf(&b, "\tmark %+v\n", m)
			}
			for _, t := range s.Traces {
				fmt.Fprintf(&b, "\ttrace %s %d points, head %v, faint %t\n", t.Name, len(t.Pts), t.Head, t.Faint)
			}
			for _, c := range s.Curves {
				fmt.Fprintf(&b, "\tcurve %d points from %v, %v %v\n", len(c.Pts), c.Pts[0], c.Color, c.Dashed)
			}
			for _, c := range s.Clouds {
				fmt.Fprintf(&b, "\tcloud of %d, first at %v\n", len(c.Pts), c.Pts[0])
			}
			for _, h := range s.Handles {
				fmt.Fprintf(&b, "\thandle %+v\n", h)
			}
		case *canvas.Rectangle:
			fmt.Fprintf(&b, "rectangle %v %v %v\n", part.Position(), part.Size(), part.FillColor)
		}
	})
	return b.String()
}
