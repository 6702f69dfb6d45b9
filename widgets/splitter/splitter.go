// Package splitter has the handle between two columns.
package splitter

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"descentlab/internal/say"
	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"
)

var (
	_ fyne.Draggable      = (*Splitter)(nil)
	_ fyne.DoubleTappable = (*Splitter)(nil)
	_ desktop.Cursorable  = (*Splitter)(nil)
)

// A Splitter stands in the gap between two columns. Whoever lays these out follows it; it moves nothing by itself.
type Splitter struct {
	kit.Widget
	kit.Hinted

	OnMoved func(by float32) // it is dragged to the right, or for less than 0 to the left, by so many units
	OnReset func()           // it is double-clicked

	held bool
	line *canvas.Rectangle
}

// What is seen of it under the pointer, in units.
const (
	lineWidth = 3
	lineHigh  = 48
)

// New is a splitter.
func New() *Splitter {
	s := &Splitter{line: canvas.NewRectangle(color.Transparent)}
	s.line.CornerRadius = lineWidth / 2.0
	s.SetHint(say.T("Drag: the width of the columns; double click: as usual"))
	s.ExtendHinted(s)
	s.ExtendBaseWidget(s)
	return s
}

// Dragged tells how far.
func (s *Splitter) Dragged(ev *fyne.DragEvent) {
	if !s.held {
		s.held = true
		gesture.Hold(true)
		s.refresh()
	}
	if s.OnMoved != nil && ev.Dragged.DX != 0 {
		s.OnMoved(ev.Dragged.DX)
	}
}

// DragEnd lets it go.
func (s *Splitter) DragEnd() {
	s.held = false
	gesture.Hold(false)
	s.refresh()
}

// DoubleTapped tells that.
func (s *Splitter) DoubleTapped(*fyne.PointEvent) {
	if s.OnReset != nil {
		s.OnReset()
	}
}

// MouseIn shows that there is something to be dragged.
func (s *Splitter) MouseIn(ev *desktop.MouseEvent) { s.Hinted.MouseIn(ev); s.refresh() }

// MouseOut takes that back.
func (s *Splitter) MouseOut() { s.Hinted.MouseOut(); s.refresh() }

// Cursor says whereto.
func (s *Splitter) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// CreateRenderer is called by Fyne.
func (s *Splitter) CreateRenderer() fyne.WidgetRenderer {
	s.refresh()
	return s.Consists(&kit.Parts{
		Drawn: []fyne.CanvasObject{s.line},
		Least: func() fyne.Size { return fyne.NewSize(lineWidth, lineHigh) },
		Arrange: func(size fyne.Size) {
			kit.Place(s.line, (size.Width-lineWidth)/2, (size.Height-lineHigh)/2, lineWidth, lineHigh)
		},
		Paint: s.refresh,
	})
}

// refresh shows it only under the pointer: two columns need no line between them.
func (s *Splitter) refresh() {
	kit.PaintRect(s.line, skin.Ink(s, theme.ColorNamePrimary), color.Transparent, 0)
	layout.SetShown(s.line, s.held || s.Hovered())
}
