package widgets

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"descentlab/widgets/gesture"
	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// knobOn puts a knob into a window and writes down what it says. Its track is 100 units long and begins at x = 11 on the slider.
func knobOn(t *testing.T, spec KnobSpec) (k *Knob, said *[]string) {
	t.Helper()
	said = &[]string{}
	size := fyne.NewSize(100+thumbSize+LabelWidth+fieldWidth+rowGap, 30)
	w := widgettest.Window(t, plot.DarkPalette(), size, func() fyne.CanvasObject {
		k = NewKnob(spec)
		return k
	})
	if w.Canvas().Size().IsZero() || k.slider.length() != 100 {
		t.Fatalf("the track is %v units long, want 100", k.slider.length())
	}
	k.OnChanged = func(v float64, done bool) { *said = append(*said, fmt.Sprintf("%v %t", v, done)) }
	k.OnError = func(message string) { *said = append(*said, "error: "+message) }
	return k, said
}

var unit = KnobSpec{Label: "momentum", Max: 1, High: 1, Default: 0.5}

func TestKnobDrag(t *testing.T) {
	k, said := knobOn(t, unit)
	s := k.slider
	s.MouseDown(widgettest.Mouse(64, 10, desktop.MouseButtonPrimary)) // 3 units right of the thumb's centre
	widgettest.Expect(t, said)
	widgettest.DragTo(s, 74, 10, 10, 0)
	widgettest.DragTo(s, 84, 40, 10, 30)
	widgettest.DragTo(s, 500, 10, 10, 0)
	s.MouseUp(widgettest.Mouse(500, 10, desktop.MouseButtonPrimary))
	s.DragEnd()
	widgettest.Expect(t, said, "0.6 false", "0.7 false", "1 false", "1 true")
	if k.Value() != 1 || k.field.text.Text != "1" {
		t.Errorf("value %v shown as %q, want 1", k.Value(), k.field.text.Text)
	}
}

// TestKnobDragsFinely: with Shift the thumb goes a tenth of the pointer's way, also over values between those of a plain drag;
// when Shift is let go it does not jump, and goes as far as the pointer does.
func TestKnobDragsFinely(t *testing.T) {
	k, said := knobOn(t, unit)
	s := k.slider
	shift := fyne.KeyModifierShift
	was := gesture.Modifiers
	t.Cleanup(func() { gesture.Modifiers = was })
	gesture.Modifiers = func() fyne.KeyModifier { return shift }
	s.MouseDown(widgettest.Mouse(63, 10, desktop.MouseButtonPrimary)) // 2 units right of the thumb's centre
	for _, x := range []float32{68, 73, 75, 76} {
		widgettest.DragTo(s, x, 10, 1, 0)
	}
	shift = 0
	widgettest.DragTo(s, 86, 10, 10, 0)
	s.MouseUp(widgettest.Mouse(86, 10, desktop.MouseButtonPrimary))
	widgettest.Expect(t, said, "0.505 false", "0.51 false", "0.512 false", "0.513 false", "0.613 false", "0.613 true")
}

func TestKnobHint(t *testing.T) {
	spec := KnobSpec{Label: "lr", Help: "How far a step goes.", Domain: "in (0, 1]", Max: 1, High: 1, OpenLow: true, Default: 0.5}
	k, _ := knobOn(t, spec)
	want := "lr must be in (0, 1]. How far a step goes.\nslider: 0 to 1 · Shift: fine · double click: back to 0.5"
	if got := k.label.Hint(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestKnobClickJumps(t *testing.T) {
	k, said := knobOn(t, unit)
	widgettest.Click(k.slider, 11+20, 5)
	widgettest.Expect(t, said, "0.2 false", "0.2 true")
	if s := k.slider; s.thumb.Position().X+thumbSize/2 != 11+20 {
		t.Errorf("the thumb is at %v, want 31", s.thumb.Position().X+thumbSize/2)
	}
	k.slider.MouseDown(widgettest.Mouse(90, 5, desktop.MouseButtonSecondary))
	k.slider.MouseUp(widgettest.Mouse(90, 5, desktop.MouseButtonSecondary))
	widgettest.Expect(t, said)
}

func TestKnobDoubleClickResets(t *testing.T) {
	k, said := knobOn(t, unit)
	advance := widgettest.StopClock(t)
	widgettest.Click(k.slider, 31, 5)
	advance(150 * time.Millisecond)
	k.slider.MouseDown(widgettest.Mouse(31, 5, desktop.MouseButtonPrimary))
	widgettest.DragTo(k.slider, 60, 5, 33, 0) // a slip of the hand does not take the reset back
	k.slider.MouseUp(widgettest.Mouse(60, 5, desktop.MouseButtonPrimary))
	widgettest.Expect(t, said, "0.2 false", "0.2 true", "0.5 true")
}

func TestKnobWheel(t *testing.T) {
	run := widgettest.Waits(t)
	k, said := knobOn(t, unit)
	widgettest.Scroll(k.slider, 10, 10, gesture.WheelNotch)
	widgettest.Scroll(k.slider, 10, 10, -2*gesture.WheelNotch)
	widgettest.Hold(t, fyne.KeyModifierShortcutDefault)
	widgettest.Scroll(k.slider, 10, 10, gesture.WheelNotch)
	widgettest.Expect(t, said, "0.52 false", "0.48 false", "0.482 false")
	run()
	widgettest.Expect(t, said, "0.482 true")
}

func TestKnobLeavesTheWheelToThePanel(t *testing.T) {
	k, said := knobOn(t, unit)
	got := &scrolled{}
	k.Scroller = got
	widgettest.Scroll(k.slider, 10, 10, gesture.WheelNotch)
	if got.dy != gesture.WheelNotch {
		t.Errorf("the panel got %v, want %v", got.dy, float32(gesture.WheelNotch))
	}
	widgettest.Expect(t, said)
	k.slider.FocusGained()
	widgettest.Scroll(k.slider, 10, 10, gesture.WheelNotch)
	widgettest.Expect(t, said, "0.52 false")
}

type scrolled struct {
	canvas.Rectangle
	dy float32
}

func (s *scrolled) Scrolled(ev *fyne.ScrollEvent) { s.dy += ev.Scrolled.DY }

func TestKnobArrowKeys(t *testing.T) {
	k, said := knobOn(t, unit)
	widgettest.Key(k.slider, fyne.KeyRight)
	widgettest.Key(k.slider, fyne.KeyLeft)
	widgettest.Key(k.slider, fyne.KeyUp)
	widgettest.Key(k.slider, fyne.KeyPageDown)
	widgettest.Hold(t, fyne.KeyModifierShift)
	widgettest.Key(k.slider, fyne.KeyRight)
	widgettest.Expect(t, said, "0.51 false", "0.5 false", "0.51 false", "0.41 false", "0.411 false")
}

func TestKnobPassesOtherKeysToTheWindow(t *testing.T) {
	k, said := knobOn(t, unit)
	c := fyne.CurrentApp().Driver().CanvasForObject(k)
	var got []string
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) { got = append(got, string(ev.Name)) })
	c.SetOnTypedRune(func(r rune) { got = append(got, string(r)) })
	widgettest.Key(k.slider, fyne.KeySpace)
	k.slider.TypedRune('.')
	if want := []string{"Space", "."}; !slices.Equal(got, want) {
		t.Errorf("the window got %q, want %q", got, want)
	}
	widgettest.Expect(t, said)
}

func TestKnobSettersAreSilent(t *testing.T) {
	k, said := knobOn(t, unit)
	k.SetValue(0.75)
	k.SetValue(3)
	k.SetLimit(0.5)
	k.SetColor(plot.DarkPalette().Racer(2))
	k.SetLabelWidth(90)
	k.SetValue(math.NaN())
	k.SetValue(0.25)
	widgettest.Expect(t, said)
	if k.Value() != 0.25 || k.field.text.Text != "0.25" {
		t.Errorf("value %v, shown %q", k.Value(), k.field.text.Text)
	}
}

func TestKnobInteger(t *testing.T) {
	k, said := knobOn(t, KnobSpec{Label: "window", Min: 1, Max: 5, Low: 1, High: 9, Default: 3, Integer: true})
	widgettest.Key(k.slider, fyne.KeyRight)
	widgettest.Scroll(k.slider, 0, 0, -gesture.WheelNotch)
	widgettest.Click(k.slider, 11+60, 5)
	widgettest.Click(k.slider, 11+95, 5)
	widgettest.Expect(t, said, "4 false", "3 false", "3 true", "5 false", "5 true")
	// The thumb stands on the whole number, not under the pointer.
	if k.slider.position != 1 {
		t.Errorf("the thumb is at %v, want 1", k.slider.position)
	}
	enter(k, "2.5")
	widgettest.Expect(t, said, "error: window must be a whole number; got 2.5")
}

func TestKnobLimit(t *testing.T) {
	k, _ := knobOn(t, unit)
	if k.slider.warn.Visible() {
		t.Error("a warning without a limit")
	}
	k.SetLimit(0.4)
	if s := k.slider; !s.warn.Visible() || !s.over.Visible() || s.warn.Position().X != 11+40 {
		t.Errorf("limit 0.4: warning %t from %v, want it from 51", s.warn.Visible(), s.warn.Position().X)
	}
	k.SetValue(0.3)
	k.slider.Refresh()
	if k.slider.over.Visible() {
		t.Error("the value is below the limit")
	}
	for _, none := range []float64{0, -1, 2, math.Inf(1), math.NaN()} {
		k.SetLimit(none)
		if k.slider.warn.Visible() {
			t.Errorf("limit %v: a warning on the track", none)
		}
	}
}

// A finger drags without pressing first.
func TestKnobDragWithoutPress(t *testing.T) {
	k, said := knobOn(t, unit)
	w := fyne.CurrentApp().Driver().CanvasForObject(k)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(k.slider)
	test.Drag(w, at.AddXY(11+30, 10), 5, 0)
	widgettest.Expect(t, said, "0.3 false", "0.3 true")
}

// The end of the track may itself be no value: the thumb stops a little before it, and the drag is finished all the same.
func TestKnobDragToAnOpenEnd(t *testing.T) {
	k, said := knobOn(t, KnobSpec{Label: "lr", Max: 1, High: 1, OpenLow: true, OpenHigh: true, Default: 0.5})
	k.slider.MouseDown(widgettest.Mouse(61, 10, desktop.MouseButtonPrimary))
	widgettest.DragTo(k.slider, 0, 10, -60, 0)
	widgettest.DragTo(k.slider, 300, 10, 300, 0)
	k.slider.MouseUp(widgettest.Mouse(300, 10, desktop.MouseButtonPrimary))
	widgettest.Expect(t, said, "0.001 false", "0.999 false", "0.999 true")
}

// A track that reaches out of the domain, as a mistake in a catalogue, leads to no forbidden value.
func TestKnobTrackBeyondTheDomain(t *testing.T) {
	k, said := knobOn(t, KnobSpec{Label: "x", Min: -1, Max: 1, Low: 0, High: 1, Default: 0.5})
	k.slider.MouseDown(widgettest.Mouse(86, 10, desktop.MouseButtonPrimary))
	widgettest.DragTo(k.slider, 71, 10, -15, 0)
	widgettest.DragTo(k.slider, 20, 10, -60, 0)
	k.slider.MouseUp(widgettest.Mouse(20, 10, desktop.MouseButtonPrimary))
	widgettest.Expect(t, said, "0.2 false", "0.2 true")
	if got := k.slider.position; math.Abs(got-0.6) > 1e-9 {
		t.Errorf("the thumb stands at %v, want 0.6: where the value is", got)
	}
}

func TestKnobShowsWhereThePointerIs(t *testing.T) {
	k, _ := knobOn(t, unit)
	s := k.slider
	s.MouseIn(widgettest.Mouse(1, 1, 0))
	if !s.halo.Visible() {
		t.Error("no halo under the pointer")
	}
	s.MouseOut()
	if s.halo.Visible() {
		t.Error("the halo stays when the pointer has left")
	}
	s.FocusGained()
	if !s.halo.Visible() {
		t.Error("no halo with the focus")
	}
	s.FocusLost()
	if s.halo.Visible() {
		t.Error("the halo stays without the focus")
	}
}

func TestKnobZeroText(t *testing.T) {
	spec := KnobSpec{Label: "clip_norm", Max: 10, High: math.Inf(1), Default: 0.5, ZeroText: "off"}
	k, said := knobOn(t, spec)
	for _, text := range []string{"off", "0", " OFF"} {
		k.SetValue(2)
		enter(k, text)
		widgettest.Expect(t, said, "0 true")
		if k.field.text.Text != "off" || !k.field.rest.Visible() {
			t.Errorf("%q: shown as %q", text, k.field.text.Text)
		}
	}
	fyne.CurrentApp().Driver().CanvasForObject(k).Focus(k.field)
	if k.field.Text != "0" {
		t.Errorf("edited, the field reads %q, want 0", k.field.Text)
	}
	enter(k, "none")
	widgettest.Expect(t, said, `error: clip_norm must be a number such as 0.5, or off; got "none"`)
	k.SetValue(0.1)
	if k.field.text.Text != "0.1" {
		t.Errorf("0.1 is shown as %q", k.field.text.Text)
	}
	spec.Low, spec.OpenLow = 0, true
	k, said = knobOn(t, spec)
	enter(k, "off")
	widgettest.Expect(t, said, "error: clip_norm must be above 0; got 0")
}

func TestKnobWithoutListeners(t *testing.T) {
	k, _ := knobOn(t, unit)
	k.OnChanged, k.OnError = nil, nil
	widgettest.Click(k.slider, 30, 5)
	enter(k, "7")
	widgettest.Key(k.field, fyne.KeyEscape)
	enter(k, "0.1")
	if k.Value() != 0.1 {
		t.Errorf("value %v, want 0.1", k.Value())
	}
}

// A knob whose label has no width has no label: not even an ellipsis.
func TestKnobWithoutLabel(t *testing.T) {
	k, _ := knobOn(t, unit)
	k.SetLabelWidth(0)
	if k.label.text.Visible() {
		t.Errorf("the label shows %q", k.label.text.Text)
	}
	k.SetLabelWidth(LabelWidth)
	if !k.label.text.Visible() || k.label.text.Text != unit.Label {
		t.Errorf("the label shows %q again", k.label.text.Text)
	}
}
