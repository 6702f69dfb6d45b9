package kit

import (
	"strings"
	"testing"

	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// twoTerms are terms beside one another in a window, and the layer that tells what they mean.
func twoTerms(t *testing.T) (slope, loss *Term, w fyne.Window, h *Hints) {
	t.Helper()
	w = widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(400, 200), func() fyne.CanvasObject {
		slope, loss = NewTerm("slope", "Slope\nHow steep it is."), NewTerm("loss", "Loss\nHow high it is.")
		h = WithHints(container.NewPadded(container.NewVBox(container.NewHBox(slope, loss))))
		return h
	})
	return slope, loss, w, h
}

// told is what a layer tells about a term, in one line.
func told(h *Hints) string {
	var list []string
	for _, line := range widgettest.Meaning(h).Lines {
		list = append(list, line.Text)
	}
	return strings.Join(list, "|")
}

// Under the pointer a term tells what it means after a while, and no more when the pointer has gone.
func TestTermTellsUnderThePointer(t *testing.T) {
	run := widgettest.Waits(t)
	slope, _, w, h := twoTerms(t)
	test.MoveMouse(w.Canvas(), fyne.CurrentApp().Driver().AbsolutePositionForObject(slope).AddXY(5, 5))
	if told(h) != "" {
		t.Error("it does not wait")
	}
	run()
	if got := told(h); got != "Slope|How steep it is." {
		t.Errorf("told %q", got)
	}
	if title := widgettest.Meaning(h).Lines; len(title) == 2 && (!title[0].TextStyle.Bold || title[1].TextStyle.Bold) {
		t.Error("the title is not set off")
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(300, 150))
	if told(h) != "" {
		t.Error("it stays without the pointer")
	}
}

// A click, or Enter, lets the meaning stay until Escape, a second click or another focus.
func TestTermStaysOpen(t *testing.T) {
	widgettest.Waits(t)
	slope, loss, w, h := twoTerms(t)
	click := func(o fyne.CanvasObject) {
		test.TapCanvas(w.Canvas(), fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(3, 3))
	}
	const whole = "Slope|How steep it is."
	click(slope)
	slope.MouseOut()
	if told(h) != whole {
		t.Fatalf("after a click %q", told(h))
	}
	click(slope)
	if told(h) != "" {
		t.Error("a second click does not close it")
	}
	widgettest.Key(slope, fyne.KeyReturn)
	if told(h) != whole {
		t.Error("Enter does not open it")
	}
	widgettest.Key(slope, fyne.KeyEscape)
	if told(h) != "" {
		t.Error("Escape does not close it")
	}
	widgettest.Key(slope, fyne.KeyReturn)
	click(loss)
	if got := told(h); got != "Loss|How high it is." {
		t.Errorf("a click on another term: %q", got)
	}
	w.Canvas().Unfocus()
	if told(h) != "" {
		t.Error("it stays when the focus has gone")
	}
}

// Keys that it has no use for are the window's; so is Escape while nothing is open.
func TestTermPassesKeys(t *testing.T) {
	widgettest.Waits(t)
	slope, _, w, _ := twoTerms(t)
	var keys []fyne.KeyName
	var runes []rune
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { keys = append(keys, ev.Name) })
	w.Canvas().SetOnTypedRune(func(r rune) { runes = append(runes, r) })
	w.Canvas().Focus(slope)
	widgettest.Key(slope, fyne.KeyHome)
	widgettest.Key(slope, fyne.KeyEscape)
	slope.TypedRune(' ')
	if len(keys) != 2 || len(runes) != 1 {
		t.Errorf("passed %v, %v", keys, runes)
	}
}

// What a hidden term tells is taken away, and the next click opens it again.
func TestMeaningGoesWithItsTerm(t *testing.T) {
	run := widgettest.Waits(t)
	slope, _, _, h := twoTerms(t)
	slope.Tapped(nil)
	slope.Hide()
	run()
	if told(h) != "" {
		t.Error("it stays")
	}
	slope.Show()
	slope.Tapped(nil)
	if told(h) == "" {
		t.Error("it does not open again")
	}
}

// A term stands on dots, on a panel's sheet as well.
func TestTermStandsOnDots(t *testing.T) {
	for _, sheet := range []bool{false, true} {
		if sheet {
			withSheets(t)
		}
		var term *Term
		_, w := widgettest.In(t, func() *Panel {
			term = NewTerm("slope", "Slope\nHow steep it is.")
			return NewPanel(container.NewHBox(term), nil)
		})
		picture := widgettest.Shoot(w, 1)
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(term).Add(term.dots.Position())
		ground := picture.At(int(at.X)+1, int(at.Y)+1)
		for x := range 12 {
			if dot := picture.At(int(at.X)+x, int(at.Y)) != ground; dot != (x%dotsPitch == 0) {
				t.Errorf("sheet %t: at %d a dot: %t", sheet, x, dot)
			}
		}
	}
}
