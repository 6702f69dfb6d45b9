package kit

import (
	"strings"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
)

// TestHintFollowsWhatItIsOf: a hint that is shown changes with what it is of, and one that is not shown waits as before.
func TestHintFollowsWhatItIsOf(t *testing.T) {
	run := widgettest.Waits(t)
	var b *IconButton
	var h *Hints
	w := widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(200, 100), func() fyne.CanvasObject {
		b = NewIconButton(IconEye, "three basins", nil)
		h = WithHints(container.NewHBox(layout.NewSpacer(), b))
		return h
	})
	over := fyne.CurrentApp().Driver().AbsolutePositionForObject(b).AddXY(5, 5)
	test.MoveMouse(w.Canvas(), over)
	if b.Rehint("a valley"); widgettest.Hint(h).Shown() {
		t.Error("the hint does not wait")
	}
	if run(); widgettest.Hint(h).First() != "a valley" {
		t.Fatalf("the hint says %q", widgettest.Hint(h).First())
	}
	if b.Rehint("a bowl"); widgettest.Hint(h).First() != "a bowl" {
		t.Errorf("the hint says %q of what is a bowl now", widgettest.Hint(h).First())
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(10, 90))
	if b.Rehint("a ridge"); widgettest.Hint(h).Shown() {
		t.Error("the hint comes when the pointer has left")
	}
}

func TestHintShowsAfterAWhile(t *testing.T) {
	run := widgettest.Waits(t)
	var b *IconButton
	var h *Hints
	w := widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(200, 100), func() fyne.CanvasObject {
		b = NewIconButton(IconEye, "Hide this racer", nil)
		h = WithHints(container.NewHBox(layout.NewSpacer(), b))
		return h
	})
	over := fyne.CurrentApp().Driver().AbsolutePositionForObject(b).AddXY(5, 5)
	test.MoveMouse(w.Canvas(), over)
	if widgettest.Hint(h).Shown() {
		t.Error("the hint does not wait")
	}
	run()
	if widgettest.Hint(h).First() != "Hide this racer" {
		t.Fatal("no hint")
	}
	if right := widgettest.Hint(h).At.X + widgettest.Hint(h).Size.Width; right > 200 {
		t.Errorf("the hint reaches to %v in a window of 200", right)
	}
	// It is not in the way of the mouse.
	taps := 0
	b.OnTapped = func() { taps++ }
	test.TapCanvas(w.Canvas(), over)
	if taps != 1 {
		t.Error("the hint keeps a click away from the button")
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(10, 90))
	if widgettest.Hint(h).Shown() {
		t.Error("the hint stays when the pointer has left")
	}

	test.MoveMouse(w.Canvas(), over)
	test.MoveMouse(w.Canvas(), fyne.NewPos(10, 90))
	run()
	if widgettest.Hint(h).Shown() {
		t.Error("a hint for a pointer that has left")
	}

	test.MoveMouse(w.Canvas(), over)
	run()
	b.MouseDown(widgettest.Mouse(5, 5, desktop.MouseButtonPrimary))
	if widgettest.Hint(h).Shown() {
		t.Error("the hint stays after a press")
	}
}

// A hint goes with its owner, though nothing tells the owner that the pointer is not over it any more.
func TestHintGoesWithItsOwner(t *testing.T) {
	for name, lose := range map[string]func(b *IconButton, panel *fyne.Container){
		"hidden":             func(b *IconButton, _ *fyne.Container) { b.Hide() },
		"in a hidden panel":  func(_ *IconButton, panel *fyne.Container) { panel.Hide() },
		"taken away":         func(b *IconButton, panel *fyne.Container) { panel.Remove(b) },
		"moved":              func(b *IconButton, _ *fyne.Container) { b.Move(b.Position().AddXY(0, 40)) },
		"with a moved panel": func(_ *IconButton, panel *fyne.Container) { panel.Move(fyne.NewPos(10, 30)) },
	} {
		run := widgettest.Waits(t)
		var b *IconButton
		var panel *fyne.Container
		var h *Hints
		w := widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(200, 100), func() fyne.CanvasObject {
			b = NewIconButton(IconEye, "Hide this racer", nil)
			panel = container.NewWithoutLayout(b)
			b.Resize(b.MinSize())
			b.Move(fyne.NewPos(8, 8))
			h = WithHints(container.NewWithoutLayout(panel))
			return h
		})
		test.MoveMouse(w.Canvas(), fyne.NewPos(12, 12))
		lost := func() bool { run(); return !widgettest.Hint(h).Shown() }
		for range 3 {
			if lost() {
				t.Fatalf("%s: the hint does not stay while its owner does", name)
			}
		}
		lose(b, panel)
		if !lost() || b.Hovered() {
			t.Errorf("%s: hint %t, hovered %t", name, widgettest.Hint(h).Shown(), b.Hovered())
		}
		if !lost() || h.hint.watched {
			t.Errorf("%s: somebody looks after a hint that is not shown", name)
		}
	}
}

// twoButtons are controls with hints below one another, the first one in a box, and the layer that shows the hints.
func twoButtons(t *testing.T) (first, second *Button, box *fyne.Container, h *Hints) {
	t.Helper()
	widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(400, 200), func() fyne.CanvasObject {
		first, second = NewButton("lr", "", "The rate", nil), NewButton("eps", "", "A small number", nil)
		box = container.NewVBox(first)
		h = WithHints(container.NewPadded(container.NewVBox(box, second)))
		return h
	})
	return first, second, box, h
}

// What vanishes before its hint is due has none.
func TestNoHintForWhatIsGone(t *testing.T) {
	run := widgettest.Waits(t)
	first, _, box, h := twoButtons(t)
	first.MouseIn(widgettest.Mouse(1, 1, 0))
	box.Hide()
	run()
	if hint := widgettest.Hint(h); hint.Shown() {
		t.Errorf("a hint at %v for what is hidden", hint.At)
	}
}

// A hint leaves alone what another control has to say.
func TestErrorOutlivesAHint(t *testing.T) {
	run := widgettest.Waits(t)
	first, second, _, h := twoButtons(t)
	want := func(when string, hint, fault bool) {
		t.Helper()
		if gotHint, gotFault := widgettest.Hint(h).Shown(), widgettest.Fault(h).Shown(); gotHint != hint || gotFault != fault {
			t.Errorf("%s: hint %t, error %t: want %t and %t", when, gotHint, gotFault, hint, fault)
		}
	}
	ShowFault(first, "column 1: what is this?")
	second.MouseIn(widgettest.Mouse(1, 1, 0))
	run()
	want("over the other one", true, true)
	second.MouseOut()
	want("when the pointer has left", false, true)
}

func TestNoHintWithoutText(t *testing.T) {
	run := widgettest.Waits(t)
	var h *Hints
	var b *IconButton
	widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(200, 100), func() fyne.CanvasObject {
		b = NewIconButton(IconEye, "", nil)
		h = WithHints(b)
		return h
	})
	b.MouseIn(widgettest.Mouse(1, 1, 0))
	run()
	if widgettest.Hint(h).Shown() {
		t.Error("an empty hint is shown")
	}
}

func TestHintsWithoutALayer(t *testing.T) {
	run := widgettest.Waits(t)
	b, _ := widgettest.In(t, func() *IconButton { return NewIconButton(IconEye, "Hide", nil) })
	b.MouseIn(widgettest.Mouse(1, 1, 0))
	run()
	b.MouseOut()
}

func TestWrap(t *testing.T) {
	test.NewTempApp(t)
	width := fyne.MeasureText("one two", 11, fyne.TextStyle{}).Width + 1
	for text, want := range map[string]int{"": 1, "one": 1, "one two": 1, "one two three": 2, "incomprehensibilities one two": 2} {
		if lines := wrap(text, width, 11); len(lines) != want {
			t.Errorf("%q wraps to %q, want %d lines", text, lines, want)
		}
	}
}

// TestWrapFillsLines: no line could have taken the next word, and none but a single word is wider than the room.
func TestWrapFillsLines(t *testing.T) {
	test.NewTempApp(t)
	const text = "The AVATAR of WAVES, lilliputian iiiiiiii illicit fillings and WWWWWW MMMM: 1e-5 − 2 minima, a saddle … of y"
	wide := func(s string) float32 { return fyne.MeasureText(s, 11, fyne.TextStyle{}).Width }
	for width := float32(5); width < 700; width += 7 {
		lines := wrap(text, width, 11)
		if got := strings.Join(lines, " "); got != text {
			t.Fatalf("%v wide: %q", width, got)
		}
		for i, line := range lines {
			if strings.Contains(line, " ") && wide(line) > width {
				t.Errorf("%q is wider than %v", line, width)
			}
			if i+1 < len(lines) {
				if next, _, _ := strings.Cut(lines[i+1], " "); wide(line+" "+next) <= width {
					t.Errorf("%v wide: %q had room for %q", width, line, next)
				}
			}
		}
	}
}

// TestPassingFaultGoes: by itself after a while, also when what it is of has gone; a later one is not taken away with it.
func TestPassingFaultGoes(t *testing.T) {
	run := widgettest.Waits(t)
	var box *fyne.Container
	var b *IconButton
	var h *Hints
	widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(300, 100), func() fyne.CanvasObject {
		b = NewIconButton(IconEye, "", nil)
		box = container.NewHBox(b)
		h = WithHints(box)
		return h
	})
	ShowPassingFault(b, "lr must be a number")
	if !h.fault.Visible() {
		t.Fatal("it is not shown")
	}
	box.RemoveAll()
	if run(); h.fault.Visible() {
		t.Error("it stays")
	}
	box.Add(b)
	ShowPassingFault(b, "one")
	ShowPassingFault(b, "two")
	h.passing++ // as if a third one had come: what waits is not of it
	if run(); !h.fault.Visible() {
		t.Error("another one is taken away")
	}
	if ShowPassingFault(b, ""); h.fault.Visible() {
		t.Error("it stays though it is right again")
	}
}
