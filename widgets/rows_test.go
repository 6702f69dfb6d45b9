package widgets

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"descentlab/widgets/picker"
	"descentlab/widgets/plot"
	"descentlab/widgets/skin"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestSwitch(t *testing.T) {
	s, _ := widgettest.In(t, func() *Switch { return NewSwitch("nesterov", "") })
	var said []string
	s.OnChanged = func(on bool) { said = append(said, fmt.Sprint(on)) }
	test.Tap(s.toggle)
	s.toggle.FocusGained()
	if !s.toggle.ring.Visible() || s.toggle.ring.StrokeWidth != skin.FocusRing {
		t.Error("the focused switch has no ring")
	}
	widgettest.Key(s.toggle, fyne.KeySpace)
	s.toggle.TypedRune(' ') // comes with the key and means nothing by itself
	s.toggle.FocusLost()
	widgettest.Expect(t, &said, "true", "false")
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) { said = append(said, "window "+string(ev.Name)) })
	c.SetOnTypedRune(func(r rune) { said = append(said, "window "+string(r)) })
	widgettest.Key(s.toggle, fyne.KeyHome)
	s.toggle.TypedRune('.')
	widgettest.Expect(t, &said, "window Home", "window .")
	s.SetOn(true)
	s.SetOn(true)
	s.SetColor(plot.DarkPalette().Accent)
	s.SetLabelWidth(100)
	widgettest.Expect(t, &said)
	if !s.On() || s.toggle.knob.Position().X <= toggleWidth/2 {
		t.Errorf("on %t, the knob at %v: want it at the right", s.On(), s.toggle.knob.Position().X)
	}
	if s.toggle.Position().X != 100 {
		t.Errorf("the toggle is at %v, want 100", s.toggle.Position().X)
	}
}

func TestChoice(t *testing.T) {
	c, w := widgettest.In(t, func() *Choice { return NewChoice("mode", "", []string{"min", "max", "rel"}) })
	var said []string
	c.OnChanged = func(choice string) { said = append(said, choice) }
	if c.Chosen() != "min" {
		t.Errorf("chosen %q, want the first", c.Chosen())
	}
	test.Tap(c.picker)
	widgettest.Key(w.Canvas().Focused(), fyne.KeyDown) // the list has the keyboard
	widgettest.Key(w.Canvas().Focused(), fyne.KeyReturn)
	widgettest.Expect(t, &said, "max")
	test.Tap(c.picker)
	widgettest.Key(w.Canvas().Focused(), fyne.KeyReturn) // the same again
	widgettest.Expect(t, &said)
	c.SetChosen("rel")
	c.SetLabelWidth(90)
	c.SetItems([]picker.Item{{Key: "rel", Title: "relative"}})
	widgettest.Expect(t, &said)
	if got := widgettest.Read(c.picker); c.Chosen() != "rel" || !slices.Equal(got, []string{"relative"}) {
		t.Errorf("chosen %q, shown %q", c.Chosen(), got)
	}
	if len(w.Canvas().Overlays().List()) != 0 {
		t.Error("the list stays open")
	}
}

func TestListEntry(t *testing.T) {
	l, _ := widgettest.In(t, func() *ListEntry { return NewList("milestones", "") })
	var said []string
	l.OnChanged = func(list []float64) { said = append(said, fmt.Sprint(list)) }
	l.OnError = func(message string) { said = append(said, "error: "+message) }
	typing := func(text string) {
		l.field.FocusGained()
		for _, r := range text {
			l.field.TypedRune(r)
		}
		widgettest.Key(l.field, fyne.KeyReturn)
	}
	typing("10, 50 90.5")
	widgettest.Expect(t, &said, "[10 50 90.5]")
	typing("10, x")
	widgettest.Expect(t, &said, `error: milestones must be numbers such as 10, 50, 90; got "x" as number 2`)
	if !slices.Equal(l.List(), []float64{10, 50, 90.5}) {
		t.Errorf("a wrong text has changed the list to %v", l.List())
	}
	widgettest.Key(l.field, fyne.KeyEscape)
	widgettest.Expect(t, &said, "error: ")
	l.Check = func(list []float64) error {
		if !slices.IsSorted(list) {
			return errors.New("milestones must ascend")
		}
		return nil
	}
	typing("3 2")
	widgettest.Expect(t, &said, "error: milestones must ascend")
	l.field.FocusLost()
	l.SetList([]float64{1})
	l.SetList(nil)
	widgettest.Expect(t, &said)
	if l.field.text.Text != "none" {
		t.Errorf("an empty list reads %q", l.field.text.Text)
	}
	l.OnError = nil
	typing("q")
}

func TestTextEntry(t *testing.T) {
	l, _ := widgettest.In(t, func() *TextEntry { return NewText("lr_lambda", "") })
	l.SetText("0.95^t")
	l.SetLabelWidth(60)
	var said []string
	l.OnChanged = func(text string) { said = append(said, text) }
	l.OnError = func(message string) { said = append(said, "error: "+message) }
	l.Check = func(text string) error {
		if text == "t)" {
			return errors.New("nothing was opened")
		}
		return nil
	}
	typing := func(text string) {
		l.field.FocusGained()
		for _, r := range text {
			l.field.TypedRune(r)
		}
		widgettest.Key(l.field, fyne.KeyReturn)
	}
	typing("t)")
	widgettest.Expect(t, &said, "error: nothing was opened")
	if l.field.Text != "t)" {
		t.Errorf("what is wrong has gone: %q", l.field.Text)
	}
	widgettest.Key(l.field, fyne.KeyEscape)
	widgettest.Expect(t, &said, "error: ")
	if l.field.text.Text != "0.95^t" {
		t.Errorf("it reads %q", l.field.text.Text)
	}
	typing("1/(1+t)")
	widgettest.Expect(t, &said, "1/(1+t)")
	typing("1/(1+t)")
	widgettest.Expect(t, &said)
}

// A list longer than its field is cut, and asks for no more room than a short one.
func TestLongListStaysInItsField(t *testing.T) {
	l, w := widgettest.In(t, func() *ListEntry { return NewList("milestones", "") })
	least := l.MinSize()
	l.SetList([]float64{1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10000, 20000})
	for _, width := range []float32{300, 150} {
		w.Resize(fyne.NewSize(width, 60))
		if need, room := l.field.text.MinSize().Width, l.field.Size().Width; need > room {
			t.Errorf("at %v: a text of %v in a field of %v: %q", width, need, room, l.field.text.Text)
		}
	}
	if l.MinSize() != least {
		t.Errorf("a long list needs %v, an empty one %v", l.MinSize(), least)
	}
}

func TestSegmented(t *testing.T) {
	s, _ := widgettest.In(t, func() *Segmented { return NewSegmented("Overlay", "Side by side", "3D") })
	var said []string
	s.OnChanged = func(i int) { said = append(said, fmt.Sprint(i)) }
	centre := func(i int) (at fyne.Position) {
		s.edges(func(j int, x, width float32) {
			if i == j {
				at = fyne.NewPos(x+width/2, 5)
			}
		})
		return at
	}
	test.TapAt(s, centre(1))
	test.TapAt(s, centre(1))
	test.TapAt(s, centre(2))
	test.TapAt(s, fyne.NewPos(-5, 5))
	widgettest.Expect(t, &said, "1", "2")
	s.SetSelected(0)
	s.SetSelected(7)
	s.SetSelected(-1)
	widgettest.Expect(t, &said)
	if s.Selected() != 0 || s.mark.Position().X != 0 {
		t.Errorf("selected %d, marked at %v", s.Selected(), s.mark.Position().X)
	}
	s.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: centre(2)}})
	if !s.wash.Visible() || s.wash.Position().X <= s.mark.Position().X {
		t.Error("the segment under the pointer is not shown")
	}
	s.MouseOut()
	if s.wash.Visible() {
		t.Error("the wash stays when the pointer has left")
	}
}

// A renderer that Fyne has thrown away is made again over the same state.
func TestRenderersAreDisposable(t *testing.T) {
	k, _ := widgettest.In(t, func() *Knob { return NewKnob(unit) })
	k.SetValue(0.25)
	again := k.CreateRenderer()
	again.Layout(k.Size())
	again.Refresh()
	if k.slider.position != 0.25 || k.field.text.Text != "0.25" {
		t.Errorf("position %v, text %q", k.slider.position, k.field.text.Text)
	}
}
