package reach

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// margin is the room that is kept round a control that is scrolled to where it is seen, in units.
const margin = 8

// A Whole is a widget that consists of other objects, controls among them.
type Whole interface{ Inside() []fyne.CanvasObject }

// A Scroller is a widget that scrolls as a container of Fyne's.
type Scroller interface{ Scrolls() *container.Scroll }

// Reveal scrolls whatever scrolls around a control, so that it is seen.
func Reveal(control fyne.CanvasObject) { RevealPart(control, fyne.Position{}, control.Size()) }

// RevealPart is Reveal for a part of a control.
func RevealPart(control fyne.CanvasObject, part fyne.Position, size fyne.Size) {
	d := fyne.CurrentApp().Driver()
	c := d.CanvasForObject(control)
	if c == nil {
		return
	}
	root := c.Overlays().Top()
	if root == nil {
		root = c.Content()
	}
	around := scrollsAround(root, control)
	for i := len(around) - 1; i >= 0; i-- { // from the innermost
		s := around[i]
		at := d.AbsolutePositionForObject(control).Subtract(d.AbsolutePositionForObject(s)).Add(part)
		most := s.Content.Size().Subtract(s.Size())
		to := fyne.NewPos(
			shift(s.Offset.X, at.X, size.Width, s.Size().Width, most.Width),
			shift(s.Offset.Y, at.Y, size.Height, s.Size().Height, most.Height))
		if to != s.Offset {
			s.ScrollToOffset(to)
		}
	}
}

// shift is the offset at which a stretch is seen that begins at a place of a view; what is longer than the view begins at its
// beginning.
func shift(offset, at, length, view, most float32) float32 {
	by := float32(0)
	switch {
	case at < margin:
		by = at - margin
	case at+length > view-margin:
		by = min(at+length-view+margin, at-margin)
	}
	return max(0, min(offset+by, most))
}

// scrollsAround is what scrolls between an object and a part of it, from the outermost; nil if the part is not found.
func scrollsAround(o, part fyne.CanvasObject) []*container.Scroll {
	var way []*container.Scroll
	var find func(o fyne.CanvasObject) bool
	within := func(s *container.Scroll) bool {
		way = append(way, s)
		if find(s.Content) {
			return true
		}
		way = way[:len(way)-1]
		return false
	}
	find = func(o fyne.CanvasObject) bool {
		if o == nil || !o.Visible() {
			return false
		}
		if o == part {
			return true
		}
		switch o := o.(type) {
		case *container.Scroll:
			return within(o)
		case Scroller:
			return within(o.Scrolls())
		}
		for _, inner := range consistsOf(o) {
			if find(inner) {
				return true
			}
		}
		return false
	}
	find(o)
	return way
}

// consistsOf is what an object is made of, as far as controls may be among it.
func consistsOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *widget.PopUp:
		return []fyne.CanvasObject{o.Content}
	case *container.ThemeOverride:
		return []fyne.CanvasObject{o.Content}
	case *container.Clip:
		return []fyne.CanvasObject{o.Content}
	case Whole:
		return o.Inside()
	}
	return overlaid(o)
}

// overlaid is the content of what Fyne lays over a window around a popup, whose type it keeps to itself.
func overlaid(o fyne.CanvasObject) []fyne.CanvasObject {
	v := reflect.Indirect(reflect.ValueOf(o))
	if v.Kind() != reflect.Struct || v.Type().Name() != "OverlayContainer" {
		return nil
	}
	if inner, is := v.FieldByName("Content").Interface().(fyne.CanvasObject); is {
		return []fyne.CanvasObject{inner}
	}
	return nil
}
