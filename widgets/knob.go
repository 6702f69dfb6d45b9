package widgets

import (
	"image/color"
	"strings"

	"descentlab/internal/say"
	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/ribbon"

	"fyne.io/fyne/v2"
)

const (
	rowGap     = 8
	fieldWidth = 54
	fieldSlim  = 40 // of a knob with a slim field
)

// LargestWhole is the number up to which a knob holds every whole number exactly.
const LargestWhole = 1 << 53

// A KnobSpec describes a knob. Min and Max are the ends of its track; any value of the domain Low to High may be typed.
type KnobSpec struct {
	Label, Help       string      // Help is shown when the pointer rests on the label
	Domain            string      // what its values must be, in words, for the same hint; may be empty
	Min, Max          float64     // of the track
	Low, High         float64     // inclusive; both 0: every number
	OpenLow, OpenHigh bool        // the bound itself is outside the domain
	Default           float64     // where a double click returns to
	Scale             Scale       // how the values are spread over the track
	Integer           bool        // only whole numbers are of the domain
	ZeroText          string      // what the field shows for 0 until it is edited, as "off"; it may be typed, too
	FullText          string      // the same for High, as "all"
	Color             color.Color // nil: the theme's accent
	Slim              bool        // the field is as narrow as may be: the track gets what it leaves
	Ribbon            bool        // there is one below the track
}

// At is what stands at a place of the track, from 0 to 1, as a click there sets it.
func (s KnobSpec) At(place float64) float64 { return s.value(place, dragDigits) }

// Place is where a value stands on the track, from 0 to 1.
func (s KnobSpec) Place(v float64) float64 { return s.position(v) }

// Step is the value a share of the track away from another one.
func (s KnobSpec) Step(v, share float64) float64 { return s.step(v, share) }

// hint is what is told where the pointer rests on the knob: what it may be, its meaning, and how it is set.
func (s KnobSpec) hint() string {
	text := s.Help
	if s.Domain != "" {
		text = say.T("%s must be %s.", s.Label, s.Domain) + " " + text
	}
	return strings.TrimLeft(text+"\n", "\n") + say.T("slider: %s to %s · Shift: fine · double click: back to %s",
		s.short(s.Min), s.short(s.Max), s.short(s.Default))
}

// field is how wide the field is, with the gap before it.
func (s KnobSpec) field() (width, gap float32) {
	if s.Slim {
		return fieldSlim, 0
	}
	return fieldWidth, rowGap
}

var _ fyne.Widget = (*Knob)(nil)

// A Knob is a row that shows and changes one number: a label, a slider and a field to type in.
//
// The slider is dragged, clicked or stepped with the wheel and the arrow keys, and with Shift all of that finely; a double click
// resets. In the field, Enter commits and Escape reverts, and both leave it; so does leaving it otherwise commit; Up and Down
// step. A value outside the domain is refused with a message and does not change anything.
type Knob struct {
	kit.Widget
	dial

	// Scroller, if not nil, is given the wheel as long as the slider has not the focus: the panel that the knob is in
	// scrolls on under the pointer and no value is changed by accident.
	Scroller fyne.Scrollable
	// OnFocus, if not nil, is told when the slider has got the focus: it may have to be scrolled to where it is seen.
	OnFocus func()

	label  *rowLabel
	slider *slider
	field  *numberField
	ribbon *ribbon.Strip // nil: none
}

// NewKnob returns a knob that shows the default value.
func NewKnob(spec KnobSpec) *Knob {
	k := &Knob{label: newRowLabel(spec.Label, spec.hint()), slider: newSlider(spec.Color), field: newNumberField()}
	k.slider.label = k.label
	k.dial.setUp(spec, &k.slider.rail)
	k.write = k.field.set
	// Another knob may have taken its place. The parts of one that is not in the window have no position of their own.
	k.onScreen = func() bool {
		d := fyne.CurrentApp().Driver()
		return d.AbsolutePositionForObject(k.label) != d.AbsolutePositionForObject(k.field.bare)
	}
	k.slider.onWheel = func(ev *fyne.ScrollEvent) bool {
		if k.Scroller == nil || k.slider.focused {
			return false
		}
		k.Scroller.Scrolled(ev)
		return true
	}
	k.slider.onFocus = func() { kit.Call(k.OnFocus) }
	k.slider.onLeave = k.settle
	k.field.onLeave = k.settle
	k.field.onCommit = k.typed
	k.field.onStep = k.stepped
	k.field.onRevert = func() { k.fault("") }
	if spec.Ribbon {
		k.addRibbon()
	}
	k.ExtendBaseWidget(k)
	k.show()
	return k
}

// addRibbon puts a strip below the track. To click or drag on it is to do so on the track, beside the thumb.
func (k *Knob) addRibbon() {
	k.ribbon = ribbon.New()
	k.ribbon.OnMoved = func(place float64, done bool) {
		if done {
			gesture.FocusIn(k.slider, k)
		}
		k.moved(place, done)
	}
	k.write = func(short, exact string) {
		k.field.set(short, exact)
		k.ribbon.SetPlace(k.spec.position(k.value))
	}
}

// Ribbon is the strip below the track; nil if there is none.
func (k *Knob) Ribbon() *ribbon.Strip { return k.ribbon }

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

// What a ribbon needs below the row, and how far it reaches into that.
const (
	belowRow = 3
	intoRow  = ribbon.Height - belowRow
)

// CreateRenderer is called by Fyne.
func (k *Knob) CreateRenderer() fyne.WidgetRenderer {
	drawn, height := []fyne.CanvasObject{k.label, k.slider, k.field.bare}, float32(kit.RowHeight)
	if k.ribbon != nil {
		drawn, height = append(drawn, k.ribbon), height+belowRow
	}
	field, gap := k.spec.field()
	return k.Consists(&kit.Parts{
		Drawn: drawn,
		Least: func() fyne.Size {
			return fyne.NewSize(k.label.width+k.slider.MinSize().Width+field+gap, height)
		},
		Arrange: k.arrange,
		Paint:   func() {},
	})
}

// arrange gives the parts their places. The ribbon begins and ends where the middle of the thumb may stand.
func (k *Knob) arrange(size fyne.Size) {
	row := size.Height
	if k.ribbon != nil {
		row -= belowRow
	}
	field, gap := k.spec.field()
	kit.Place(k.label, 0, 0, k.label.width, row)
	kit.Place(k.slider, k.label.width-inset, 0, size.Width-k.label.width-field-gap+2*inset, row)
	kit.Place(k.field.bare, size.Width-field, (row-kit.RowHeight)/2, field, kit.RowHeight)
	if k.ribbon != nil {
		kit.Place(k.ribbon, k.slider.Position().X+k.slider.x(0), row-intoRow, k.slider.length(), ribbon.Height)
	}
}
