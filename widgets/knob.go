package widgets

import (
	"image/color"
	"math"

	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"

	"fyne.io/fyne/v2"
)

const (
	rowGap     = 8
	fieldWidth = 54
)

// LargestWhole is the number up to which a knob holds every whole number exactly.
const LargestWhole = 1 << 53

// A KnobSpec describes a knob. Min and Max are the ends of its track; any value of the domain Low to High may be typed.
type KnobSpec struct {
	Label, Help       string      // Help is shown when the pointer rests on the label
	Min, Max          float64     // of the track
	Low, High         float64     // inclusive; both 0: every number
	OpenLow, OpenHigh bool        // the bound itself is outside the domain
	Default           float64     // where a double click returns to
	Scale             Scale       // how the values are spread over the track
	Integer           bool        // only whole numbers are of the domain
	ZeroText          string      // what the field shows for 0 until it is edited, as "off"; it may be typed, too
	FullText          string      // the same for High, as "all"
	Color             color.Color // nil: the theme's accent
}

var _ fyne.Widget = (*Knob)(nil)

// A Knob is a row that shows and changes one number: a label, a slider and a field to type in.
//
// The slider is dragged, clicked or stepped with the wheel and the arrow keys; a double click resets. In the field, Enter
// commits and Escape reverts, and both leave it; so does leaving it otherwise commit; Up and Down step. A value outside the
// domain is refused with a message and does not change anything.
type Knob struct {
	kit.Widget

	// OnChanged tells of a value that a gesture has set; done is false in the middle of a gesture: a drag, or a burst of
	// keys or notches of the wheel, which is over a moment after the last one or when the focus leaves.
	OnChanged func(v float64, done bool)
	// OnError tells what is wrong with the text in the field; "" when it has become right again.
	OnError func(message string)
	// Scroller, if not nil, is given the wheel as long as the slider has not the focus: the panel that the knob is in
	// scrolls on under the pointer and no value is changed by accident.
	Scroller fyne.Scrollable

	spec    KnobSpec
	value   float64
	dragged bool          // a drag has changed the value
	burst   gesture.Burst // of steps
	message string        // what OnError was last told
	label   *rowLabel
	slider  *slider
	field   *numberField
}

// NewKnob returns a knob that shows the default value.
func NewKnob(spec KnobSpec) *Knob {
	k := &Knob{spec: spec, value: spec.Default, label: newRowLabel(spec.Label, spec.Help), slider: newSlider(spec.Color)}
	k.slider.onMove = k.moved
	k.slider.onStep = k.stepped
	k.slider.onReset = func() { k.change(spec.Default, true) }
	k.slider.onWheel = func(ev *fyne.ScrollEvent) bool {
		if k.Scroller == nil || k.slider.focused {
			return false
		}
		k.Scroller.Scrolled(ev)
		return true
	}
	k.slider.onLeave = k.settle
	k.field = newNumberField()
	k.field.onLeave = k.settle
	k.field.onCommit = k.typed
	k.field.onStep = k.stepped
	k.field.onRevert = func() { k.fault("") }
	k.ExtendBaseWidget(k)
	k.show()
	return k
}

// Value returns the value in full precision.
func (k *Knob) Value() float64 { return k.value }

// SetValue shows a value; OnChanged is not called. What is being typed in the field stays.
func (k *Knob) SetValue(v float64) {
	if v == k.value {
		return
	}
	k.burst.End() // its value is no longer the one that there is
	k.value = v
	k.show()
}

// SetLimit tints the track above v as a warning, for a rate beyond which a method cannot be stable. 0 or less, infinity and NaN
// take the tint away.
func (k *Knob) SetLimit(v float64) {
	if !(v > 0) {
		v = math.Inf(1)
	}
	if v >= k.spec.Max {
		k.slider.setLimit(1)
		return
	}
	k.slider.setLimit(k.spec.position(v))
}

// SetColor changes the colour of the slider; nil is the theme's accent.
func (k *Knob) SetColor(c color.Color) {
	if k.slider.color == c {
		return
	}
	k.slider.color = c
	k.slider.Refresh()
}

// SetLabelWidth sets the width that the label takes.
func (k *Knob) SetLabelWidth(width float32) { k.label.setWidth(width, k) }

// CreateRenderer is called by Fyne.
func (k *Knob) CreateRenderer() fyne.WidgetRenderer {
	return k.Consists(&kit.Parts{
		Drawn: []fyne.CanvasObject{k.label, k.slider, k.field.bare},
		Least: func() fyne.Size {
			return fyne.NewSize(k.label.width+k.slider.MinSize().Width+fieldWidth+rowGap, kit.RowHeight)
		},
		Arrange: func(size fyne.Size) {
			kit.Place(k.label, 0, 0, k.label.width, size.Height)
			kit.Place(k.slider, k.label.width-inset, 0, size.Width-k.label.width-fieldWidth-rowGap+2*inset, size.Height)
			kit.Place(k.field.bare, size.Width-fieldWidth, (size.Height-kit.RowHeight)/2, fieldWidth, kit.RowHeight)
		},
		Paint: func() {},
	})
}

// show writes the value on the slider and in the field.
func (k *Knob) show() {
	beyond := 0
	if k.value < k.spec.Min {
		beyond = -1
	} else if k.value > k.spec.Max {
		beyond = 1
	}
	k.slider.set(k.spec.position(k.value), beyond)
	k.field.set(k.spec.short(k.value), exact(k.value))
}

// change takes a value over from a gesture, which ends a burst of steps.
func (k *Knob) change(v float64, done bool) {
	k.settle()
	k.set(v, done)
}

// set shows a value and tells of it.
func (k *Knob) set(v float64, done bool) {
	k.fault("")
	k.value = v
	k.show()
	k.tell(done)
}

func (k *Knob) tell(done bool) {
	if k.OnChanged != nil {
		k.OnChanged(k.value, done)
	}
}

// moved answers the slider: with what stands at the position, and with a last word if a drag has changed anything.
func (k *Knob) moved(position float64, done bool) {
	v := k.spec.value(position, dragDigits)
	if !k.spec.allowed(v) {
		v = k.value
	}
	if v != k.value || done && k.dragged {
		k.change(v, done)
		k.dragged = !done
		return
	}
	k.show() // the thumb stands where the value is
}

func (k *Knob) stepped(steps float64) {
	if v := k.spec.step(k.value, steps/100); v != k.value && k.spec.allowed(v) {
		k.set(v, false)
		k.burst.GoOn(k.settle)
	}
}

// settle says the last word of a burst of steps, if there is one.
func (k *Knob) settle() {
	if k.burst.End() && k.onScreen() {
		k.tell(true)
	}
}

// onScreen tells whether the knob is in its window still: another one may have taken its place. The parts of one that is
// not have no position of their own.
func (k *Knob) onScreen() bool {
	d := fyne.CurrentApp().Driver()
	return d.AbsolutePositionForObject(k.label) != d.AbsolutePositionForObject(k.field.bare)
}

// typed takes over what was typed and tells whether it is a value of the domain.
func (k *Knob) typed(text string) bool {
	v, err := k.spec.parse(text)
	switch {
	case err != nil:
		k.fault(err.Error())
		return false
	case v == k.value:
		k.fault("")
		k.show()
	default:
		k.change(v, true)
	}
	return true
}

// fault tells what is wrong with the field, or once that nothing is any more.
func (k *Knob) fault(message string) {
	if k.message == message {
		return
	}
	k.message = message
	if k.OnError != nil {
		k.OnError(message)
	}
}
