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
	"fyne.io/fyne/v2/theme"
)

const (
	thumbSize  = 14
	thumbRing  = 3
	thumbHalo  = 3
	inset      = 4 // at both ends, for halo and marks: Fyne clips what takes the wheel to its bounds
	trackThick = 4
)

// fine is how much of the pointer's way the thumb goes while Shift is held, and of a step.
const fine = 0.1

// thumbCore is the light middle of thumbs and toggles, on dark and on light ground.
var thumbCore = color.NRGBA{0xf4, 0xf7, 0xfb, 0xff}

// A rail is a thumb on a track, within a widget of any kind. It knows positions from 0 to 1 and nothing of what they stand for.
type rail struct {
	owner    interface{ Theme() fyne.Theme } // the widget
	color    color.Color                     // of the thumb and the track below it; nil: the theme's accent
	position float64                         // 0 to 1
	limit    float64                         // the track above it is drawn as a warning; 1 or more: none
	beyond   int                             // -1 or 1: the value lies below or above the track
	veiled   float64                         // how far its colours have gone over into the ground's

	left, top, width, height float32 // where it lies in the widget

	onMove  func(position float64, done bool) // press, drag, release
	onStep  func(steps float64)               // wheel and arrow keys; 1 is a plain step, 10 a big one
	onReset func()                            // double click; nil: two clicks
	onWheel func(ev *fyne.ScrollEvent) bool   // asked first; true: the wheel was taken. May be nil

	clicks                    gesture.Clicks
	pressed, ignored, changed bool    // a button is down; its press does nothing more; it has moved the thumb
	grab                      float32 // pointer minus centre of the thumb when it was pressed
	at                        float32 // where the pointer was last
	aim                       float64 // where a fine drag has come to: values may be rounder
	finely                    bool    // the last move was fine
	hovered, focused          bool
	ringed                    bool // the focus is shown round the thumb

	track, filled, warn, over, outward, halo, thumb, core *canvas.Rectangle
}

// setUp makes the parts, for a widget.
func (s *rail) setUp(owner interface{ Theme() fyne.Theme }, c color.Color) {
	s.owner, s.color, s.limit = owner, c, 1
	for _, r := range []**canvas.Rectangle{&s.track, &s.filled, &s.warn, &s.over, &s.halo, &s.thumb, &s.core, &s.outward} {
		*r = canvas.NewRectangle(color.Transparent)
		(*r).CornerRadius = trackThick / 2
	}
	s.halo.CornerRadius, s.thumb.CornerRadius, s.core.CornerRadius = thumbSize/2+thumbHalo, thumbSize/2, thumbSize/2-thumbRing
	s.outward.CornerRadius = 1
}

// parts are what it is drawn by, from the lowest.
func (s *rail) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.track, s.warn, s.filled, s.over, s.outward, s.halo, s.thumb, s.core}
}

// set moves the thumb and the ends of the coloured parts; nothing is told to anyone.
func (s *rail) set(position float64, beyond int) {
	position = math.Min(math.Max(position, 0), 1)
	if s.position == position && s.beyond == beyond {
		return
	}
	s.position, s.beyond = position, beyond
	s.arrange()
	s.paint()
}

// setLimit moves the place where the warning begins.
func (s *rail) setLimit(position float64) {
	if s.limit == position {
		return
	}
	s.limit = position
	s.arrange()
	s.paint()
}

// lay gives it a place in the widget.
func (s *rail) lay(left, top, width, height float32) {
	s.left, s.top, s.width, s.height = left, top, width, height
	s.arrange()
}

// x is where the centre of the thumb stands for a position.
func (s *rail) x(position float64) float32 {
	return s.left + inset + thumbSize/2 + float32(position)*s.length()
}

// length is how far the thumb can travel.
func (s *rail) length() float32 {
	return float32(math.Max(float64(s.width-thumbSize-2*inset), 1))
}

func (s *rail) arrange() {
	top := s.top + (s.height-trackThick)/2
	bar := func(r *canvas.Rectangle, from, to float32) {
		kit.Place(r, from, top, float32(math.Max(float64(to-from), 0)), trackThick)
	}
	left, right := s.x(0)-trackThick/2, s.x(1)+trackThick/2
	x, limit := s.x(s.position), s.x(math.Min(math.Max(s.limit, 0), 1))
	bar(s.track, left, right)
	bar(s.warn, limit, right)
	bar(s.filled, left, x)
	bar(s.over, limit, x)
	mid := s.top + s.height/2
	disc := func(r *canvas.Rectangle, radius float32) { kit.Place(r, x-radius, mid-radius, 2*radius, 2*radius) }
	disc(s.halo, thumbSize/2+thumbHalo)
	disc(s.thumb, thumbSize/2)
	disc(s.core, thumbSize/2-thumbRing)
	mark := s.left
	if s.beyond > 0 {
		mark = s.left + s.width - 2
	}
	kit.Place(s.outward, mark, mid-4, 2, 8)
}

func (s *rail) paint() {
	ground := skin.Ink(s.owner, theme.ColorNameOverlayBackground)
	veil := func(c color.Color) color.Color {
		if s.veiled == 0 {
			return c
		}
		return skin.Mix(c, ground, s.veiled)
	}
	c := s.color
	if c == nil {
		c = skin.Ink(s.owner, theme.ColorNamePrimary)
	}
	rest, warning := skin.Ink(s.owner, theme.ColorNameSeparator), skin.Ink(s.owner, theme.ColorNameError)
	limited := s.limit < 1
	kit.PaintRect(s.track, rest, color.Transparent, 0)
	kit.PaintRect(s.filled, veil(c), color.Transparent, 0)
	kit.PaintRect(s.warn, veil(skin.Mix(rest, warning, 0.45)), color.Transparent, 0)
	kit.PaintRect(s.over, veil(warning), color.Transparent, 0)
	kit.PaintRect(s.outward, veil(c), color.Transparent, 0)
	kit.PaintRect(s.thumb, veil(c), color.Transparent, 0)
	kit.PaintRect(s.core, veil(thumbCore), color.Transparent, 0)
	edge, line := color.Color(color.Transparent), float32(0)
	if s.focused && s.ringed {
		edge, line = skin.Ink(s.owner, theme.ColorNamePrimary), skin.FocusRing
	}
	kit.PaintRect(s.halo, skin.Faded(c, 0.22), edge, line)
	layout.SetShown(s.warn, limited)
	layout.SetShown(s.over, limited && s.position > s.limit)
	layout.SetShown(s.outward, s.beyond != 0)
	layout.SetShown(s.halo, s.hovered || s.focused || s.pressed)
}

// press takes hold of the thumb or, beside it, makes it jump under the pointer. A second press soon after resets.
func (s *rail) press(at fyne.Position) {
	gesture.Hold(true)
	s.pressed, s.changed, s.ignored = true, false, s.onReset != nil && s.clicks.Double(at)
	s.at, s.aim, s.finely = at.X, s.position, false
	if s.ignored {
		s.onReset()
	} else if s.grab = at.X - s.x(s.position); math.Abs(float64(s.grab)) > thumbSize/2 {
		s.grab = 0
		s.follow(at.X)
	}
	s.paint()
}

// drag moves the thumb with the pointer. A drag that no press announced (a finger's) begins here.
func (s *rail) drag(x float32) {
	if !s.pressed {
		gesture.Hold(true)
		s.pressed, s.changed, s.ignored, s.grab = true, false, false, 0
		s.at, s.aim = x, s.position
	}
	s.clicks.Forget()
	if gesture.Modifiers()&fyne.KeyModifierShift != 0 {
		s.followFinely(x)
	} else {
		s.finely = false
		s.follow(x)
		s.aim = s.position
	}
	s.at = x
}

// follow puts the thumb under the pointer at x and tells of it.
func (s *rail) follow(x float32) { s.moveTo(float64((x - s.grab - s.x(0)) / s.length())) }

// followFinely moves the thumb by a part of the pointer's way. The pointer holds it from then on where it is, so that it
// does not jump when Shift is let go.
func (s *rail) followFinely(x float32) {
	s.finely = true
	s.aim = math.Min(math.Max(s.aim+fine*float64((x-s.at)/s.length()), 0), 1)
	s.moveTo(s.aim)
	s.grab = x - s.x(s.aim)
}

func (s *rail) moveTo(position float64) {
	position = math.Min(math.Max(position, 0), 1)
	if s.ignored || s.changed && position == s.position {
		return
	}
	s.changed = true
	s.set(position, 0)
	s.onMove(position, false)
}

// release ends a press, with a last word if it moved the thumb.
func (s *rail) release() {
	if !s.pressed {
		return
	}
	gesture.Hold(false)
	s.pressed, s.ignored = false, false
	if s.changed {
		s.changed = false
		s.onMove(s.position, true)
	}
	s.finely = false
	s.paint()
}

// wheel steps by a notch of the wheel, or less on a trackpad; with ctrl ten times finer.
func (s *rail) wheel(ev *fyne.ScrollEvent) {
	if s.onWheel != nil && s.onWheel(ev) {
		return
	}
	steps := float64(ev.Scrolled.DY) / gesture.WheelNotch
	if gesture.Modifiers()&fyne.KeyModifierShortcutDefault != 0 {
		steps *= fine
	}
	if steps != 0 {
		s.onStep(2 * steps)
	}
}

// key steps with the arrow keys, with shift by a tenth of a step, and tells whether the key was one of these.
func (s *rail) key(name fyne.KeyName) bool {
	step := 1.0
	if gesture.Modifiers()&fyne.KeyModifierShift != 0 {
		step = fine
	}
	switch name {
	case fyne.KeyRight, fyne.KeyUp:
		s.onStep(step)
	case fyne.KeyLeft, fyne.KeyDown:
		s.onStep(-step)
	case fyne.KeyPageUp:
		s.onStep(10)
	case fyne.KeyPageDown:
		s.onStep(-10)
	case fyne.KeyHome:
		s.onMove(0, true)
	case fyne.KeyEnd:
		s.onMove(1, true)
	case fyne.KeyDelete, fyne.KeyBackspace:
		if s.onReset == nil {
			return false
		}
		s.onReset()
	default:
		return false
	}
	return true
}
