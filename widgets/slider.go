package widgets

import (
	"image/color"
	"math"

	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

const (
	thumbSize  = 14
	thumbRing  = 3
	thumbHalo  = 3
	inset      = 4 // at both ends, for halo and marks: Fyne clips what takes the wheel to its bounds
	trackThick = 4
)

// thumbCore is the light middle of thumbs and toggles, on dark and on light ground.
var thumbCore = color.NRGBA{0xf4, 0xf7, 0xfb, 0xff}

var (
	_ fyne.Widget       = (*slider)(nil)
	_ fyne.Draggable    = (*slider)(nil)
	_ fyne.Scrollable   = (*slider)(nil)
	_ fyne.Focusable    = (*slider)(nil)
	_ desktop.Mouseable = (*slider)(nil)
	_ desktop.Hoverable = (*slider)(nil)
)

// A slider is a thumb on a track. It knows positions from 0 to 1 and nothing of what they stand for.
type slider struct {
	kit.Widget

	color    color.Color // of the thumb and the track below it; nil: the theme's accent
	position float64     // 0 to 1
	limit    float64     // the track above it is drawn as a warning; 1 or more: none
	beyond   int         // -1 or 1: the value lies below or above the track

	onMove  func(position float64, done bool) // press, drag, release
	onStep  func(steps float64)               // wheel and arrow keys; 1 is a plain step, 10 a big one
	onReset func()                            // double click; nil: two clicks
	onWheel func(ev *fyne.ScrollEvent) bool   // asked first; true: the wheel was taken. May be nil
	onLeave func()                            // the focus has left; may be nil

	clicks                    gesture.Clicks
	pressed, ignored, changed bool    // a button is down; its press does nothing more; it has moved the thumb
	grab                      float32 // pointer minus centre of the thumb when it was pressed
	hovered, focused          bool

	track, filled, warn, over, outward, halo, thumb, core *canvas.Rectangle
}

func newSlider(c color.Color) *slider {
	s := &slider{color: c, limit: 1}
	for _, r := range []**canvas.Rectangle{&s.track, &s.filled, &s.warn, &s.over, &s.halo, &s.thumb, &s.core, &s.outward} {
		*r = canvas.NewRectangle(color.Transparent)
		(*r).CornerRadius = trackThick / 2
	}
	s.halo.CornerRadius, s.thumb.CornerRadius, s.core.CornerRadius = thumbSize/2+thumbHalo, thumbSize/2, thumbSize/2-thumbRing
	s.outward.CornerRadius = 1
	s.ExtendBaseWidget(s)
	return s
}

// set moves the thumb and the ends of the coloured parts; nothing is told to anyone.
func (s *slider) set(position float64, beyond int) {
	position = math.Min(math.Max(position, 0), 1)
	if s.position == position && s.beyond == beyond {
		return
	}
	s.position, s.beyond = position, beyond
	s.layout(s.Size())
	s.refresh()
}

// setLimit moves the place where the warning begins.
func (s *slider) setLimit(position float64) {
	if s.limit == position {
		return
	}
	s.limit = position
	s.layout(s.Size())
	s.refresh()
}

// CreateRenderer is called by Fyne.
func (s *slider) CreateRenderer() fyne.WidgetRenderer {
	s.refresh()
	return s.Consists(&kit.Parts{
		Drawn:   []fyne.CanvasObject{s.track, s.warn, s.filled, s.over, s.outward, s.halo, s.thumb, s.core},
		Least:   func() fyne.Size { return fyne.NewSize(4*thumbSize, thumbSize+2*thumbHalo) },
		Arrange: s.layout,
		Paint:   s.refresh,
	})
}

// x is where the centre of the thumb stands for a position.
func (s *slider) x(position float64) float32 {
	return inset + thumbSize/2 + float32(position)*s.length()
}

// length is how far the thumb can travel.
func (s *slider) length() float32 {
	return float32(math.Max(float64(s.Size().Width-thumbSize-2*inset), 1))
}

func (s *slider) layout(size fyne.Size) {
	top := (size.Height - trackThick) / 2
	bar := func(r *canvas.Rectangle, from, to float32) {
		kit.Place(r, from, top, float32(math.Max(float64(to-from), 0)), trackThick)
	}
	left, right := s.x(0)-trackThick/2, s.x(1)+trackThick/2
	x, limit := s.x(s.position), s.x(math.Min(math.Max(s.limit, 0), 1))
	bar(s.track, left, right)
	bar(s.warn, limit, right)
	bar(s.filled, left, x)
	bar(s.over, limit, x)
	mid := size.Height / 2
	disc := func(r *canvas.Rectangle, radius float32) { kit.Place(r, x-radius, mid-radius, 2*radius, 2*radius) }
	disc(s.halo, thumbSize/2+thumbHalo)
	disc(s.thumb, thumbSize/2)
	disc(s.core, thumbSize/2-thumbRing)
	mark := float32(0)
	if s.beyond > 0 {
		mark = size.Width - 2
	}
	kit.Place(s.outward, mark, mid-4, 2, 8)
}

func (s *slider) refresh() {
	c := s.color
	if c == nil {
		c = skin.Ink(s, theme.ColorNamePrimary)
	}
	rest, warning := skin.Ink(s, theme.ColorNameSeparator), skin.Ink(s, theme.ColorNameError)
	limited := s.limit < 1
	kit.PaintRect(s.track, rest, color.Transparent, 0)
	kit.PaintRect(s.filled, c, color.Transparent, 0)
	kit.PaintRect(s.warn, skin.Mix(rest, warning, 0.45), color.Transparent, 0)
	kit.PaintRect(s.over, warning, color.Transparent, 0)
	kit.PaintRect(s.outward, c, color.Transparent, 0)
	kit.PaintRect(s.thumb, c, color.Transparent, 0)
	kit.PaintRect(s.core, thumbCore, color.Transparent, 0)
	opacity := 0.22
	if s.focused {
		opacity = 0.4
	}
	kit.PaintRect(s.halo, skin.Faded(c, opacity), color.Transparent, 0)
	layout.SetShown(s.warn, limited)
	layout.SetShown(s.over, limited && s.position > s.limit)
	layout.SetShown(s.outward, s.beyond != 0)
	layout.SetShown(s.halo, s.hovered || s.focused || s.pressed)
}

// MouseDown takes hold of the thumb or, beside it, makes it jump under the pointer. A second press soon after resets.
func (s *slider) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s)
	}
	s.pressed, s.changed, s.ignored = true, false, s.onReset != nil && s.clicks.Double(ev.Position)
	if s.ignored {
		s.onReset()
	} else if s.grab = ev.Position.X - s.x(s.position); math.Abs(float64(s.grab)) > thumbSize/2 {
		s.grab = 0
		s.follow(ev.Position.X)
	}
	s.refresh()
}

// MouseUp ends a press.
func (s *slider) MouseUp(ev *desktop.MouseEvent) {
	if ev.Button == desktop.MouseButtonPrimary {
		s.release()
	}
}

// Dragged moves the thumb with the pointer. A drag that no press announced (a finger's) begins here.
func (s *slider) Dragged(ev *fyne.DragEvent) {
	if !s.pressed {
		s.pressed, s.changed, s.ignored, s.grab = true, false, false, 0
	}
	s.clicks.Forget()
	s.follow(ev.Position.X)
}

// DragEnd ends a drag.
func (s *slider) DragEnd() { s.release() }

// follow puts the thumb under the pointer at x and tells of it.
func (s *slider) follow(x float32) {
	if s.ignored {
		return
	}
	position := math.Min(math.Max(float64((x-s.grab-s.x(0))/s.length()), 0), 1)
	if s.changed && position == s.position {
		return
	}
	s.changed = true
	s.set(position, 0)
	s.onMove(position, false)
}

// release ends a press, with a last word if it moved the thumb.
func (s *slider) release() {
	if !s.pressed {
		return
	}
	s.pressed, s.ignored = false, false
	if s.changed {
		s.changed = false
		s.onMove(s.position, true)
	}
	s.refresh()
}

// Scrolled steps by a notch of the wheel, or less on a trackpad; with ctrl ten times finer.
func (s *slider) Scrolled(ev *fyne.ScrollEvent) {
	if s.onWheel != nil && s.onWheel(ev) {
		return
	}
	steps := float64(ev.Scrolled.DY) / gesture.WheelNotch
	if gesture.Modifiers()&fyne.KeyModifierShortcutDefault != 0 {
		steps /= 10
	}
	if steps != 0 {
		s.onStep(2 * steps)
	}
}

// TypedKey steps with the arrow keys, ten steps at once with shift.
func (s *slider) TypedKey(ev *fyne.KeyEvent) {
	step := 1.0
	if gesture.Modifiers()&fyne.KeyModifierShift != 0 {
		step = 10
	}
	switch ev.Name {
	case fyne.KeyRight, fyne.KeyUp:
		s.onStep(step)
	case fyne.KeyLeft, fyne.KeyDown:
		s.onStep(-step)
	case fyne.KeyPageUp:
		s.onStep(10)
	case fyne.KeyPageDown:
		s.onStep(-10)
	default:
		gesture.PassKey(s, ev)
	}
}

// TypedRune hands what is typed on to the window.
func (s *slider) TypedRune(r rune) { gesture.PassRune(s, r) }

// FocusGained shows the ring round the thumb.
func (s *slider) FocusGained() { s.focused = true; s.refresh() }

// FocusLost hides it.
func (s *slider) FocusLost() {
	s.focused = false
	s.refresh()
	if s.onLeave != nil {
		s.onLeave()
	}
}

// MouseIn shows the halo of the thumb.
func (s *slider) MouseIn(*desktop.MouseEvent) { s.hovered = true; s.refresh() }

// MouseMoved is part of desktop.Hoverable.
func (s *slider) MouseMoved(*desktop.MouseEvent) {}

// MouseOut hides the halo.
func (s *slider) MouseOut() { s.hovered = false; s.refresh() }
