package widgets

import (
	"math"
	"testing"

	"descentlab/widgets/kit"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
)

// enter types a text into the knob's field as a user does: click, type, Enter.
func enter(k *Knob, text string) {
	c := fyne.CurrentApp().Driver().CanvasForObject(k)
	if c.Focused() != k.field {
		k.field.rest.MouseDown(widgettest.Mouse(10, 10, desktop.MouseButtonPrimary))
		k.field.rest.MouseUp(widgettest.Mouse(10, 10, desktop.MouseButtonPrimary))
	}
	for _, r := range text {
		k.field.TypedRune(r)
	}
	widgettest.Key(k.field, fyne.KeyReturn)
}

func TestKnobTyping(t *testing.T) {
	k, said := knobOn(t, KnobSpec{Label: "lr", Min: 1e-5, Max: 10, High: math.Inf(1), OpenLow: true, Default: 0.01, Scale: Log})
	enter(k, "0.06")
	widgettest.Expect(t, said, "0.06 true")
	enter(k, "1e-3") // what stood there is selected again
	widgettest.Expect(t, said, "0.001 true")
	enter(k, "0.0123456789")
	widgettest.Expect(t, said, "0.0123456789 true")
	if k.field.text.Text != "0.01235" || k.field.Text != "0.0123456789" {
		t.Errorf("shown %q, edited %q: want four digits and all of them", k.field.text.Text, k.field.Text)
	}
	enter(k, "0.0123456789")
	widgettest.Expect(t, said) // nothing changed
	enter(k, "300")
	widgettest.Expect(t, said, "300 true")
	if k.slider.beyond != 1 || !k.slider.outward.Visible() || k.slider.position != 1 {
		t.Errorf("a value above Max: beyond %d at %v, want the mark at the end", k.slider.beyond, k.slider.position)
	}
	enter(k, "0.5")
	widgettest.Expect(t, said, "0.5 true")
	if k.slider.outward.Visible() {
		t.Error("the mark stays although the value is on the track again")
	}
}

func TestKnobCommitsWhenTheFocusLeaves(t *testing.T) {
	k, said := knobOn(t, unit)
	c := fyne.CurrentApp().Driver().CanvasForObject(k)
	c.Focus(k.field.rest)
	for _, r := range "0.25" {
		k.field.TypedRune(r)
	}
	widgettest.Expect(t, said)
	c.Unfocus()
	widgettest.Expect(t, said, "0.25 true")
}

func TestKnobRefusesWrongText(t *testing.T) {
	k, said := knobOn(t, unit)
	enter(k, "1.5")
	widgettest.Expect(t, said, "error: momentum must be at most 1; got 1.5")
	if !k.field.underline.Visible() || k.field.Text != "1.5" || k.Value() != 0.5 {
		t.Errorf("underline %t, text %q, value %v: want it marked, kept and without effect",
			k.field.underline.Visible(), k.field.Text, k.Value())
	}
	widgettest.Key(k.field, fyne.KeyEscape)
	widgettest.Expect(t, said, "error: ")
	if k.field.underline.Visible() || k.field.Text != "0.5" {
		t.Errorf("after Escape: underline %t, text %q", k.field.underline.Visible(), k.field.Text)
	}
	enter(k, "abc")
	widgettest.Expect(t, said, `error: momentum must be a number such as 0.5; got "abc"`)
	fyne.CurrentApp().Driver().CanvasForObject(k).Unfocus()
	if k.field.underline.Visible() || k.field.text.Text != "0.5" || !k.field.rest.Visible() {
		t.Errorf("after leaving: underline %t, text %q", k.field.underline.Visible(), k.field.text.Text)
	}
	widgettest.Expect(t, said) // the message stays until something right is said
	widgettest.Click(k.slider, 31, 5)
	widgettest.Expect(t, said, "error: ", "0.2 false", "0.2 true")
}

func TestKnobFieldSteps(t *testing.T) {
	k, said := knobOn(t, unit)
	k.field.FocusGained()
	widgettest.Key(k.field, fyne.KeyUp)
	widgettest.Key(k.field, fyne.KeyUp)
	widgettest.Key(k.field, fyne.KeyDown)
	widgettest.Hold(t, fyne.KeyModifierShift)
	widgettest.Key(k.field, fyne.KeyUp)
	widgettest.Expect(t, said, "0.51 false", "0.52 false", "0.51 false", "0.511 false")
	if k.field.Text != "0.511" {
		t.Errorf("the field reads %q, want 0.511", k.field.Text)
	}
	for _, r := range "0.3" {
		k.field.TypedRune(r)
	}
	widgettest.Key(k.field, fyne.KeyUp)
	widgettest.Expect(t, said, "0.511 true", "0.3 true", "0.301 false")
}

func TestKnobSetValueLeavesTypingAlone(t *testing.T) {
	k, said := knobOn(t, unit)
	k.field.FocusGained()
	k.SetValue(0.75)
	if k.field.Text != "0.75" {
		t.Errorf("an untouched field reads %q, want the new 0.75", k.field.Text)
	}
	k.field.TypedRune('8')
	k.SetValue(0.25)
	if k.field.Text != "8" {
		t.Errorf("the field reads %q, want what was typed", k.field.Text)
	}
	widgettest.Key(k.field, fyne.KeyEscape)
	if k.field.Text != "0.25" {
		t.Errorf("after Escape the field reads %q, want 0.25", k.field.Text)
	}
	widgettest.Expect(t, said)
}

// A number too long for the field loses digits but not its exponent.
func TestNumberStaysInItsField(t *testing.T) {
	k, _ := knobOn(t, unit)
	for v, want := range map[float64]string{-1.234e-100: "−1e-100", 0.00046: "0.00046", 0.5: "0.5"} {
		k.SetValue(v)
		if got := k.field.text.Text; got != want || k.field.text.MinSize().Width > fieldWidth {
			t.Errorf("%v is shown as %q, %v wide", v, got, k.field.text.MinSize().Width)
		}
	}
}

// The keyboard's focus comes to every slider and to every field, and back again; what is not edited is a text without an entry.
func TestFocusWalksThroughTheFields(t *testing.T) {
	var knobs []*Knob
	_, w := widgettest.In(t, func() *kit.Box {
		knobs = []*Knob{NewKnob(unit), NewKnob(unit)}
		return kit.NewBox(layout.NewVBoxLayout(), knobs[0], knobs[1])
	})
	order := []fyne.Focusable{knobs[0].slider, knobs[0].field, knobs[1].slider, knobs[1].field}
	for i, want := range order {
		if w.Canvas().FocusNext(); w.Canvas().Focused() != want {
			t.Fatalf("forwards, %d: %T has the focus, want %T", i, w.Canvas().Focused(), want)
		}
	}
	for i := len(order) - 2; i >= 0; i-- {
		if w.Canvas().FocusPrevious(); w.Canvas().Focused() != order[i] {
			t.Fatalf("backwards, %d: %T has the focus, want %T", i, w.Canvas().Focused(), order[i])
		}
	}
	for i, k := range knobs {
		if k.field.inlet.Visible() || !k.field.rest.Visible() {
			t.Errorf("field %d shows its entry: %t, its text: %t", i, k.field.inlet.Visible(), k.field.rest.Visible())
		}
	}
}
