package widgets

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"descentlab/widgets/plot"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// in puts a widget into a window of 300 by 200 units.
func in[W fyne.CanvasObject](t *testing.T, build func() W) (W, fyne.Window) {
	t.Helper()
	var made W
	w := window(t, plot.DarkPalette(), fyne.NewSize(300, 200), func() fyne.CanvasObject {
		made = build()
		return container.NewVBox(made)
	})
	return made, w
}

func TestSwitch(t *testing.T) {
	s, _ := in(t, func() *Switch { return NewSwitch("nesterov", "") })
	var said []string
	s.OnChanged = func(on bool) { said = append(said, fmt.Sprint(on)) }
	test.Tap(s.toggle)
	s.toggle.FocusGained()
	if s.toggle.track.StrokeColor != ink(s.toggle, "foreground") {
		t.Error("the focused switch has no ring")
	}
	key(s.toggle, fyne.KeySpace)
	s.toggle.TypedRune(' ') // comes with the key and means nothing by itself
	s.toggle.FocusLost()
	expect(t, &said, "true", "false")
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) { said = append(said, "window "+string(ev.Name)) })
	c.SetOnTypedRune(func(r rune) { said = append(said, "window "+string(r)) })
	key(s.toggle, fyne.KeyHome)
	s.toggle.TypedRune('.')
	expect(t, &said, "window Home", "window .")
	s.SetOn(true)
	s.SetOn(true)
	s.SetColor(plot.DarkPalette().Accent)
	s.SetLabelWidth(100)
	expect(t, &said)
	if !s.On() || s.toggle.knob.Position().X <= toggleWidth/2 {
		t.Errorf("on %t, the knob at %v: want it at the right", s.On(), s.toggle.knob.Position().X)
	}
	if s.toggle.Position().X != 100 {
		t.Errorf("the toggle is at %v, want 100", s.toggle.Position().X)
	}
}

func TestChoice(t *testing.T) {
	c, w := in(t, func() *Choice { return NewChoice("mode", "", []string{"min", "max", "rel"}) })
	var said []string
	c.OnChanged = func(choice string) { said = append(said, choice) }
	if c.Chosen() != "min" {
		t.Errorf("chosen %q, want the first", c.Chosen())
	}
	test.Tap(c.picker)
	list := c.picker.list
	key(list, fyne.KeyDown)
	key(list, fyne.KeyReturn)
	expect(t, &said, "max")
	test.Tap(c.picker)
	key(c.picker.list, fyne.KeyReturn) // the same again
	expect(t, &said)
	c.SetChosen("rel")
	c.SetLabelWidth(90)
	c.SetItems([]PickerItem{{Key: "rel", Title: "relative"}})
	expect(t, &said)
	if c.Chosen() != "rel" || c.picker.label.Text != "relative" || len(w.Canvas().Overlays().List()) != 0 {
		t.Errorf("chosen %q, shown %q", c.Chosen(), c.picker.label.Text)
	}
}

func TestListEntry(t *testing.T) {
	l, _ := in(t, func() *ListEntry { return NewList("milestones", "") })
	var said []string
	l.OnChanged = func(list []float64) { said = append(said, fmt.Sprint(list)) }
	l.OnError = func(message string) { said = append(said, "error: "+message) }
	typing := func(text string) {
		l.field.FocusGained()
		for _, r := range text {
			l.field.TypedRune(r)
		}
		key(l.field, fyne.KeyReturn)
	}
	typing("10, 50 90.5")
	expect(t, &said, "[10 50 90.5]")
	typing("10, x")
	expect(t, &said, `error: milestones must be numbers such as 10, 50, 90; got "x" as number 2`)
	if !slices.Equal(l.List(), []float64{10, 50, 90.5}) {
		t.Errorf("a wrong text has changed the list to %v", l.List())
	}
	key(l.field, fyne.KeyEscape)
	expect(t, &said, "error: ")
	l.Check = func(list []float64) error {
		if !slices.IsSorted(list) {
			return errors.New("milestones must ascend")
		}
		return nil
	}
	typing("3 2")
	expect(t, &said, "error: milestones must ascend")
	l.field.FocusLost()
	l.SetList([]float64{1})
	l.SetList(nil)
	expect(t, &said)
	if l.field.text.Text != "none" {
		t.Errorf("an empty list reads %q", l.field.text.Text)
	}
	l.OnError = nil
	typing("q")
}

// A list longer than its field is cut, and asks for no more room than a short one.
func TestLongListStaysInItsField(t *testing.T) {
	l, w := in(t, func() *ListEntry { return NewList("milestones", "") })
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

// A number too long for the field loses digits but not its exponent.
func TestNumberStaysInItsField(t *testing.T) {
	k, _ := knobOn(t, unit)
	for v, want := range map[float64]string{-1.234e-100: "-1.2e-100", 0.5: "0.5"} {
		k.SetValue(v)
		if got := k.field.text.Text; got != want || k.field.text.MinSize().Width > fieldWidth {
			t.Errorf("%v is shown as %q, %v wide", v, got, k.field.text.MinSize().Width)
		}
	}
}

func TestSegmented(t *testing.T) {
	s, _ := in(t, func() *Segmented { return NewSegmented("Overlay", "Side by side", "3D") })
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
	expect(t, &said, "1", "2")
	s.SetSelected(0)
	s.SetSelected(7)
	s.SetSelected(-1)
	expect(t, &said)
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

func TestButton(t *testing.T) {
	taps := 0
	b, _ := in(t, func() *Button { return NewButton("Export", IconExport, "Write a file", func() { taps++ }) })
	test.Tap(b)
	b.Disable()
	test.Tap(b)
	b.Enable()
	test.Tap(b)
	if taps != 2 {
		t.Errorf("%d taps came through, want 2", taps)
	}
	b.MouseIn(mouse(1, 1, 0))
	if !b.wash.Visible() {
		t.Error("no wash under the pointer")
	}
	b.MouseDown(mouse(1, 1, desktop.MouseButtonPrimary))
	if b.wash.FillColor != ink(b, "pressed") {
		t.Error("a pressed button looks like one that is not")
	}
	b.MouseUp(mouse(1, 1, desktop.MouseButtonPrimary))
	b.MouseOut()
	if b.wash.Visible() {
		t.Error("the wash stays when the pointer has left")
	}
	width := b.MinSize().Width
	b.SetText("Export all")
	b.SetIcon("", "")
	b.SetFlat(true)
	b.SetOn(true)
	b.SetColor(plot.DarkPalette().Error)
	if b.frame.Visible() || b.label.Text != "Export all" || b.label.Color != plot.DarkPalette().Error || b.picture.Visible() {
		t.Error("the button does not look as it was set")
	}
	if b.MinSize().Width == width {
		t.Error("another text asks for the same width")
	}
	b.OnTapped = nil
	test.Tap(b)
}

func TestPanelAccent(t *testing.T) {
	label := container.NewVBox()
	p, _ := in(t, func() *Panel { return NewPanel(label, nil) })
	without := label.Position().X
	p.SetAccent(plot.DarkPalette().Accent)
	if label.Position().X != without+panelAccent || !p.edge.Visible() {
		t.Errorf("content at %v, without an accent at %v: want room for the bar", label.Position().X, without)
	}
	p.SetAccent(nil)
	if label.Position().X != without || p.edge.Visible() {
		t.Error("the bar stays")
	}
}

// A renderer that Fyne has thrown away is made again over the same state.
func TestRenderersAreDisposable(t *testing.T) {
	k, _ := in(t, func() *Knob { return NewKnob(unit) })
	k.SetValue(0.25)
	again := k.CreateRenderer()
	again.Layout(k.Size())
	again.Refresh()
	if k.slider.position != 0.25 || k.field.text.Text != "0.25" {
		t.Errorf("position %v, text %q", k.slider.position, k.field.text.Text)
	}
}
