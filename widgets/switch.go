package widgets

import (
	"image/color"

	"descentlab/widgets/kit"
	"descentlab/widgets/reach"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

const (
	toggleWidth  = 28
	toggleHeight = 16
)

var _ fyne.Widget = (*Switch)(nil)

// A Switch is a row that shows and changes a yes or no: a label and a small toggle.
type Switch struct {
	kit.Widget

	// OnChanged tells of the new state after a click or a key.
	OnChanged func(on bool)

	label  *rowLabel
	toggle *toggle
}

// NewSwitch returns a switch that is off. Help is shown when the pointer rests on the label.
func NewSwitch(label, help string) *Switch {
	s := &Switch{label: newRowLabel(label, help), toggle: newToggle()}
	s.toggle.label = s.label
	s.toggle.onTapped = func() {
		s.SetOn(!s.toggle.on)
		if s.OnChanged != nil {
			s.OnChanged(s.toggle.on)
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

// On tells whether the switch is on.
func (s *Switch) On() bool { return s.toggle.on }

// SetOn shows a state; OnChanged is not called.
func (s *Switch) SetOn(on bool) {
	if s.toggle.on != on {
		s.toggle.on = on
		s.toggle.Refresh()
	}
}

// SetColor changes the colour of the toggle when it is on; nil is the theme's accent.
func (s *Switch) SetColor(c color.Color) {
	if s.toggle.color != c {
		s.toggle.color = c
		s.toggle.Refresh()
	}
}

// SetLabelWidth sets the width that the label takes.
func (s *Switch) SetLabelWidth(width float32) { s.label.setWidth(width, s) }

// CreateRenderer is called by Fyne.
func (s *Switch) CreateRenderer() fyne.WidgetRenderer {
	return s.Consists(labelled(s.label, s.toggle, toggleWidth))
}

var (
	_ fyne.Tappable  = (*toggle)(nil)
	_ fyne.Focusable = (*toggle)(nil)
)

// toggle is the switch without its label.
type toggle struct {
	kit.Widget
	reach.Pressable

	label       *rowLabel // whose hint is shown while it has the focus; may be nil
	on          bool
	color       color.Color
	onTapped    func()
	track, knob *canvas.Rectangle
	ring        *kit.Ring
}

func newToggle() *toggle {
	t := &toggle{track: canvas.NewRectangle(color.Transparent), knob: canvas.NewRectangle(color.Transparent),
		ring: kit.NewRing(toggleHeight / 2)}
	t.track.CornerRadius, t.knob.CornerRadius = toggleHeight/2, (toggleHeight-6)/2
	t.ExtendPressable(t, func() { t.onTapped() }, t.refresh)
	t.ExtendBaseWidget(t)
	return t
}

// FocusHint shows the hint of its label, after a while.
func (t *toggle) FocusHint() {
	if t.label != nil {
		t.label.FocusHint()
	}
}

// EndFocusHint takes it away.
func (t *toggle) EndFocusHint() {
	if t.label != nil {
		t.label.EndFocusHint()
	}
}

// Tapped switches.
func (t *toggle) Tapped(*fyne.PointEvent) { t.onTapped() }

// CreateRenderer is called by Fyne.
func (t *toggle) CreateRenderer() fyne.WidgetRenderer {
	t.refresh()
	return t.Consists(&kit.Parts{
		Drawn:   []fyne.CanvasObject{t.track, t.knob, t.ring.Rectangle},
		Least:   func() fyne.Size { return fyne.NewSize(toggleWidth, toggleHeight) },
		Arrange: t.layout,
		Paint:   func() { t.refresh(); t.layout(t.Size()) },
	})
}

func (t *toggle) layout(size fyne.Size) {
	top := (size.Height - toggleHeight) / 2
	kit.Place(t.track, 0, top, toggleWidth, toggleHeight)
	t.ring.Around(0, top, toggleWidth, toggleHeight)
	x := float32(3)
	if t.on {
		x = toggleWidth - toggleHeight + 3
	}
	kit.Place(t.knob, x, top+3, toggleHeight-6, toggleHeight-6)
}

func (t *toggle) refresh() {
	fill, edge := skin.Ink(t, theme.ColorNameInputBackground), skin.Ink(t, theme.ColorNameSeparator)
	knob := skin.Ink(t, theme.ColorNamePlaceHolder)
	if t.on {
		fill = t.color
		if fill == nil {
			fill = skin.Ink(t, theme.ColorNamePrimary)
		}
		edge, knob = fill, thumbCore
	}
	t.ring.Paint(t, t.Focused())
	kit.PaintRect(t.track, fill, edge, 1)
	kit.PaintRect(t.knob, knob, color.Transparent, 0)
}
