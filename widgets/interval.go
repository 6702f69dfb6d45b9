package widgets

import (
	"image/color"
	"math"
	"regexp"
	"strconv"
	"strings"

	"descentlab/internal/geom"
	"descentlab/widgets/kit"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

var _ fyne.Widget = (*Interval)(nil)

// An Interval is a row that shows and changes the two ends of an interval, each in a field to type in; an end may be infinite,
// "inf" or "-inf". The fields behave as those of knobs do.
type Interval struct {
	kit.Widget

	// OnChanged tells of ends that were typed; false: they cannot be.
	OnChanged func(ends [2]float64) bool
	// OnError tells what is wrong with the text in a field; "" when it has become right again.
	OnError func(message string)

	ends   [2]float64
	label  *rowLabel
	dash   *canvas.Text
	fields [2]*numberField
}

// NewInterval returns a row of an interval from 0 to 0. Help is shown when the pointer rests on the label.
func NewInterval(label, help string) *Interval {
	v := &Interval{label: newRowLabel(label, help), dash: canvas.NewText("…", color.Transparent)}
	v.dash.Alignment = fyne.TextAlignCenter
	for i := range v.fields {
		f := newNumberField()
		f.onCommit = func(text string) bool { return v.typed(i, text) }
		f.onRevert = func() { v.fault("") }
		f.onStep = func(steps float64) { v.step(i, steps) }
		v.fields[i] = f
	}
	v.ExtendBaseWidget(v)
	v.show()
	return v
}

// Ends are those that are shown.
func (v *Interval) Ends() [2]float64 { return v.ends }

// SetEnds shows an interval; OnChanged is not called.
func (v *Interval) SetEnds(ends [2]float64) {
	if v.ends != ends {
		v.ends = ends
		v.show()
	}
}

func (v *Interval) show() {
	for i, f := range v.fields {
		short, full := KnobSpec{}.short(v.ends[i]), exact(v.ends[i])
		if math.IsInf(v.ends[i], 0) {
			short, full = [...]string{"−∞", "∞"}[max(0, int(math.Copysign(1, v.ends[i])))], strings.TrimPrefix(strings.ToLower(full), "+")
		}
		f.set(short, full)
	}
}

// typed takes over what was typed for an end, and tells whether it can be one.
func (v *Interval) typed(i int, text string) bool {
	n, err := parseEnd(text)
	if err != nil {
		v.fault(err.Error())
		return false
	}
	return v.change(i, n)
}

func (v *Interval) change(i int, n float64) bool {
	ends := v.ends
	ends[i] = n
	if ends != v.ends && v.OnChanged != nil && !v.OnChanged(ends) {
		return false
	}
	v.fault("")
	v.SetEnds(ends)
	return true
}

// step moves an end by hundredths of the interval, or of its own size.
func (v *Interval) step(i int, steps float64) {
	unit := (v.ends[1] - v.ends[0]) / 100
	if math.IsInf(unit, 0) {
		unit = max(math.Abs(v.ends[i]), 1) / 100
	}
	if n := round(v.ends[i]+steps*unit, dragDigits); !math.IsInf(v.ends[i], 0) && n != v.ends[i] {
		v.change(i, n)
	}
}

func (v *Interval) fault(message string) {
	if v.OnError != nil {
		v.OnError(message)
	}
}

var infinite = regexp.MustCompile(`^(?i)([+-]?)(?:inf|infinity|∞)$`)

// parseEnd reads a number that may be infinite.
func parseEnd(text string) (float64, error) {
	text = geom.Hyphen(strings.TrimSpace(text))
	if m := infinite.FindStringSubmatch(text); m != nil {
		if m[1] == "-" {
			return math.Inf(-1), nil
		}
		return math.Inf(1), nil
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(n) {
		return 0, wrong("a side must be a number, or inf or -inf for none; got %q", text)
	}
	return n, nil
}

// CreateRenderer is called by Fyne.
func (v *Interval) CreateRenderer() fyne.WidgetRenderer {
	const dash = 16
	return v.Consists(&kit.Parts{
		Drawn: []fyne.CanvasObject{v.label, v.fields[0].bare, v.dash, v.fields[1].bare},
		Least: func() fyne.Size { return fyne.NewSize(v.label.width+2*fieldWidth+dash, kit.RowHeight) },
		Arrange: func(size fyne.Size) {
			room := (size.Width - v.label.width - dash) / 2
			y := (size.Height - kit.RowHeight) / 2
			kit.Place(v.label, 0, 0, v.label.width, size.Height)
			kit.Place(v.fields[0].bare, v.label.width, y, room, kit.RowHeight)
			kit.Place(v.dash, v.label.width+room, y, dash, kit.RowHeight)
			kit.Place(v.fields[1].bare, size.Width-room, y, room, kit.RowHeight)
		},
		Paint: func() {
			kit.PaintText(v.dash, "…", skin.RowTextSize(skin.Current()), skin.Ink(v, theme.ColorNamePlaceHolder))
		},
	})
}
