package widgets

import (
	"testing"

	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/skin"
	"descentlab/widgets/tabs"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
)

// Tabs move together where there is little room, and a hidden one leaves none.
func TestTabs(t *testing.T) {
	var tabs *Segmented
	space := layout.NewSpacer()
	line, _ := widgettest.In(t, func() *fyne.Container {
		tabs = NewSegmented("Charts", "Plane", "Data")
		tabs.Tight = true
		return NewLine(space, tabs, space)
	})
	line.Resize(fyne.NewSize(400, 30))
	wide := tabs.Size().Width
	if wide != tabs.PreferredWidth() || tabs.MinSize().Width >= wide {
		t.Errorf("with much room %v wide, preferred %v, least %v", wide, tabs.PreferredWidth(), tabs.MinSize().Width)
	}
	tabs.SetShown(2, false)
	if got := tabs.Size().Width; got >= wide || tabs.texts[2].Visible() {
		t.Errorf("with a tab hidden %v wide", got)
	}
	var said []int
	tabs.OnChanged = func(i int) { said = append(said, i) }
	test.TapAt(tabs, fyne.NewPos(tabs.Size().Width-3, 5))
	if len(said) != 1 || said[0] != 1 {
		t.Errorf("a tap at the right end tells %v", said)
	}
	if m := tabs.mark; m.TopRightCornerRadius == 0 || m.TopLeftCornerRadius != 0 {
		t.Error("the last tab that is shown has no round corners")
	}
	tabs.SetShown(2, true)
	if tabs.Size().Width != wide {
		t.Errorf("shown again %v wide, want %v", tabs.Size().Width, wide)
	}
	line.Resize(fyne.NewSize(tabs.MinSize().Width, 30))
	last := float32(0)
	tabs.edges(func(_ int, x, width float32) { last = x + width })
	if last > tabs.Size().Width+0.1 {
		t.Errorf("in little room the tabs end at %v of %v", last, tabs.Size().Width)
	}
	tabs.SetShown(9, false)
}

func TestKnobFullText(t *testing.T) {
	spec := KnobSpec{Label: "batch", Min: 1, Max: 64, Low: 1, High: 64, Default: 64, Integer: true, FullText: "all"}
	if got := spec.short(64); got != "all" {
		t.Errorf("64 of 64 is shown as %q", got)
	}
	if v, err := spec.parse(" ALL"); v != 64 || err != nil {
		t.Errorf("all is read as %v, %v", v, err)
	}
	if got := spec.short(63); got != "63" {
		t.Errorf("63 is shown as %q", got)
	}
	if _, err := spec.parse("many"); err == nil || err.Error() != `batch must be a number such as 64, or all; got "many"` {
		t.Errorf("many: %v", err)
	}
}

// TestHintsOfTabsStandAbove: what is said of a tab does not lie over what the chosen one shows, and nothing is said of that.
func TestHintsOfTabsStandAbove(t *testing.T) {
	run := widgettest.Waits(t)
	var words *tabs.Tabs
	var heads *Segmented
	var h *kit.Hints
	w := widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(300, 200), func() fyne.CanvasObject {
		words, heads = tabs.New([]string{"one", "two"}, []string{"the first", "the second"}), NewSegmented("one", "two")
		heads.Heads = true
		heads.SetHints("the first", "the second")
		words.Move(fyne.NewPos(10, 100))
		words.Resize(fyne.NewSize(280, 32))
		heads.Move(fyne.NewPos(10, 60))
		heads.Resize(fyne.NewSize(280, 26))
		h = kit.WithHints(container.NewWithoutLayout(heads, words))
		return h
	})
	for _, c := range []struct {
		x, y, below float32
		says        string
	}{{15, 115, 0, ""}, {60, 115, 100, "the second"}, {60, 75, 0, ""}, {250, 75, 60, "the second"}} {
		test.MoveMouse(w.Canvas(), fyne.NewPos(c.x, c.y))
		run()
		got := widgettest.Hint(h)
		if got.First() != c.says || got.Shown() && got.At.Y > c.below-20 {
			t.Errorf("over (%v, %v) %q is said at %v", c.x, c.y, got.First(), got.At)
		}
	}
}

// TestTightTabsShrinkForTheirEdges: in little room the labels are smaller rather than touch the edges of their tabs, the chosen
// one's bold letters included, and no smaller than can be read.
func TestTightTabsShrinkForTheirEdges(t *testing.T) {
	tabs, _ := widgettest.In(t, func() *Segmented { return NewSegmented("Race", "Settings", "Many runs", "Landscape") })
	tabs.Tight, tabs.Even = true, true
	least := tabs.width(easyPad, leastPart*tabs.normal()+sizeStep)
	for width := 1.5 * tabs.PreferredWidth(); width >= least; width-- {
		tabs.Resize(fyne.NewSize(width, 30))
		if tabs.size() < leastPart*tabs.normal() {
			t.Fatalf("%v wide the letters are %v high", width, tabs.size())
		}
		tabs.edges(func(i int, _, room float32) {
			if aside := (room - tabs.need(i, tabs.size())) / 2; aside < easyPad-0.1 {
				t.Errorf("%v wide %q has %v at its sides", width, tabs.labels[i], aside)
			}
		})
	}
}

// A row of labels is chosen from by the arrow keys while it has the focus; others are the window's.
func TestSegmentedByKeys(t *testing.T) {
	s, w := widgettest.In(t, func() *Segmented { return NewSegmented("disc", "ring", "grid") })
	keys := 0
	w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { keys++ })
	s.SetShown(1, false)
	w.Canvas().Focus(s)
	widgettest.Key(s, fyne.KeyRight)
	widgettest.Key(s, fyne.KeyRight)
	if s.Selected() != 2 {
		t.Errorf("Right leads to %d", s.Selected())
	}
	widgettest.Key(s, fyne.KeyLeft)
	widgettest.Key(s, fyne.KeyHome)
	if rim := s.ground.Position().X; rim != skin.FocusRing {
		t.Errorf("the ring of the focus is %v thick", rim)
	}
	if s.Selected() != 0 || keys != 1 {
		t.Errorf("Left leads to %d; %d keys are passed on", s.Selected(), keys)
	}
}
