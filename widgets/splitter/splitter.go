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
	"descentlab/widgets/reach"
	"descentlab/widgets/skin"
)

var (
	_ fyne.Draggable      = (*Splitter)(nil)
	_ fyne.DoubleTappable = (*Splitter)(nil)
	_ fyne.Focusable      = (*Splitter)(nil)
	_ desktop.Cursorable  = (*Splitter)(nil)
)

// A Splitter stands in the gap between two columns. Whoever lays these out follows it; it moves nothing by itself. While it has
// the focus, the arrows move it, by a tenth of that with Shift, and Delete does what a double click does.
type Splitter struct {
	kit.Widget
	kit.Hinted
	reach.Framed

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
	s.SetHint(say.T("Drag, ← →: the width of the columns; double click, Del: as usual"))
	s.ExtendHinted(s)
	s.ExtendFramed(s, s.refresh)
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
	s.move(ev.Dragged.DX)
}

// move tells of a way.
func (s *Splitter) move(by float32) {
	if s.OnMoved != nil && by != 0 {
		s.OnMoved(by)
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

// keyStep is how far an arrow moves it, in units.
const keyStep = 20

// TypedKey moves it, or has it where it is as usual.
func (s *Splitter) TypedKey(ev *fyne.KeyEvent) {
	s.Dismiss()
	by := float32(keyStep)
	if gesture.Modifiers()&fyne.KeyModifierShift != 0 {
		by /= 10
	}
	switch ev.Name {
	case fyne.KeyLeft:
		s.move(-by)
	case fyne.KeyRight:
		s.move(by)
	case fyne.KeyDelete, fyne.KeyBackspace:
		kit.Call(s.OnReset)
	default:
		s.Pass(ev)
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
		Drawn: []fyne.CanvasObject{s.line, s.Ring},
		Least: func() fyne.Size { return fyne.NewSize(lineWidth, lineHigh) },
		Arrange: func(size fyne.Size) {
			kit.Place(s.line, (size.Width-lineWidth)/2, (size.Height-lineHigh)/2, lineWidth, lineHigh)
			s.LayRing(size)
		},
		Paint: s.refresh,
	})
}

// refresh shows it only under the pointer: two columns need no line between them.
func (s *Splitter) refresh() {
	s.PaintRing()
	kit.PaintRect(s.line, skin.Ink(s, theme.ColorNamePrimary), color.Transparent, 0)
	layout.SetShown(s.line, s.held || s.Hovered())
}
