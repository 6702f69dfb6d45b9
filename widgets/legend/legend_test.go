package legend

import (
	"fmt"
	"image/color"
	"testing"

	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

func legendSample(p *plot.Palette) []plot.LegendEntry {
	return []plot.LegendEntry{
		{Colors: []color.RGBA{p.Basin(0, 0.3)}, Text: "A 42 %"}, {Colors: []color.RGBA{p.Basin(1, 0.3)}, Text: "B 30 %"},
		{Colors: []color.RGBA{p.Slow}, Text: "still descending 20 %"}, {Colors: p.Ramp, From: "1e-9", Text: "3.2"},
		{Text: "boundary 3 %"},
	}
}

// seen are the texts that can be read, with where they begin.
func (l *Legend) seen() map[string]fyne.Position {
	at := map[string]fyne.Position{}
	for _, e := range l.drawn {
		if e.text.Visible() {
			at[e.text.Text] = e.text.Position()
		}
	}
	if l.more.Visible() {
		at[legendMore] = l.more.Position()
	}
	return at
}

// A legend wraps as far as it has lines, and leaves the rest away: an ellipsis says so.
func TestLegend(t *testing.T) {
	var one, two *Legend
	widgettest.In(t, func() *fyne.Container {
		one, two = New(1), New(2)
		return container.NewVBox(one, two)
	})
	one.Trailing = true
	for _, l := range []*Legend{one, two} {
		if height := l.MinSize().Height; height != legendRow*float32(l.lines) {
			t.Errorf("empty it is %v high", height)
		}
		l.SetEntries(legendSample(plot.DarkPalette()))
		l.Resize(fyne.NewSize(290, 36))
	}
	if at := one.seen(); len(at) != 4 || at[legendMore].X == 0 {
		t.Errorf("in one line %v", at)
	} else if end := one.more.Position().X + one.more.Size().Width; end < 289.9 || end > 290.1 {
		t.Errorf("a trailing line ends at %v", end)
	}
	if at := two.seen(); len(at) != 5 || at["3.2"].Y <= at["A 42 %"].Y {
		t.Errorf("in two lines %v", at)
	}
	two.Resize(fyne.NewSize(70, 36))
	if at := two.seen(); len(at) != 3 || at[legendMore].Y <= at["A 42 %"].Y || at[legendMore].X <= at["B 30 %"].X {
		t.Errorf("in narrow lines %v", at)
	}
	objects := two.drawn
	two.SetEntries(legendSample(plot.DarkPalette()))
	if &two.drawn[0] != &objects[0] {
		t.Error("equal entries are made anew")
	}
	two.SetEntries(nil)
	if len(two.seen()) != 0 {
		t.Error("an emptied legend lists something")
	}
}

// Whatever the width, there is room for the ellipsis if it is needed, and it is there only then, and never alone.
func TestLegendEllipsis(t *testing.T) {
	for _, lines := range []int{1, 2} {
		l, _ := widgettest.In(t, func() *Legend { return New(lines) })
		l.SetEntries(legendSample(plot.DarkPalette()))
		for width := float32(20); width < 600; width += 3 {
			l.Resize(fyne.NewSize(width, 36))
			at := l.seen()
			_, cut := at[legendMore]
			if len(at) == 0 && width < 100 {
				continue // not even the first entry fits
			}
			if whole := len(at) == len(l.entries) && !cut; whole == cut {
				t.Fatalf("%d lines, %v wide: %v", lines, width, at)
			}
			if end := at[legendMore].X + l.more.MinSize().Width; cut && end > width {
				t.Errorf("%d lines, %v wide: the ellipsis ends at %v", lines, width, end)
			}
			for _, e := range l.drawn {
				if !e.text.Visible() {
					continue
				}
				end, below := e.text.Position().X+e.text.Size().Width, e.text.Position().Y > at[legendMore].Y+5
				if end > width || cut && below {
					t.Errorf("%d lines, %v wide: %s ends at %v", lines, width, e.text.Text, end)
				}
			}
		}
		if len(l.seen()) != len(l.entries) {
			t.Error("nothing fits")
		}
	}
}

// TestLegendIsBrief: where not all of it fits, it is said briefly before anything is left away, and a hint says all of it.
func TestLegendIsBrief(t *testing.T) {
	run := widgettest.Waits(t)
	var h *kit.Hints
	l := New(1)
	widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(1000, 100), func() fyne.CanvasObject {
		l.Move(fyne.NewPos(4, 4))
		h = kit.WithHints(container.NewWithoutLayout(l))
		return h
	})
	var entries []plot.LegendEntry
	for i, name := range []string{"Momentum", "Saddle-free Newton", "Adam"} {
		entries = append(entries, plot.LegendEntry{Colors: []color.RGBA{{A: 255}}, Text: name + " 0.1", Brief: "0.1", Shaped: true,
			Glyph: plot.RacerGlyph(i)})
	}
	l.SetEntries(entries)
	l.Resize(fyne.NewSize(400, legendRow))
	if text := l.drawn[1].text; text.Text != "Saddle-free Newton 0.1" {
		t.Errorf("with room it says %q", text.Text)
	}
	l.Resize(fyne.NewSize(150, legendRow))
	if text := l.drawn[1].text; text.Text != "0.1" || !l.drawn[2].text.Visible() || l.more.Visible() {
		t.Errorf("with little room it says %q, the last is seen: %t", text.Text, l.drawn[2].text.Visible())
	}
	l.MouseIn(nil)
	run()
	if got := widgettest.Hint(h).First(); got != "Momentum 0.1 · Saddle-free Newton 0.1 · Adam 0.1" {
		t.Errorf("the hint says %q", got)
	}
}

// TestLegendPicture draws one, dark and light.
func TestLegendPicture(t *testing.T) {
	for name, p := range widgettest.Palettes {
		for _, scale := range []float32{1, 2} {
			w := widgettest.Window(t, p, fyne.NewSize(280, 50), func() fyne.CanvasObject {
				l := New(2)
				l.SetEntries(legendSample(p))
				ground := canvas.NewRectangle(p.Panel)
				return container.NewStack(ground, container.NewPadded(l))
			})
			widgettest.CheckGolden(t, fmt.Sprintf("legend-%s-%g", name, scale), widgettest.Shoot(w, scale))
			w.Resize(fyne.NewSize(200, 50))
			widgettest.CheckGolden(t, fmt.Sprintf("legend-cut-%s-%g", name, scale), widgettest.Shoot(w, scale))
		}
	}
}

// What is left away is told by a hint.
func TestLegendHint(t *testing.T) {
	run := widgettest.Waits(t)
	var l *Legend
	var h *kit.Hints
	widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(1000, 100), func() fyne.CanvasObject {
		l = New(1)
		l.SetEntries(legendSample(plot.DarkPalette()))
		l.Move(fyne.NewPos(4, 4))
		h = kit.WithHints(container.NewWithoutLayout(l))
		return h
	})
	for width, want := range map[float32]bool{120: true, 900: false} {
		l.Resize(fyne.NewSize(width, legendRow))
		l.MouseIn(widgettest.Mouse(1, 1, 0))
		run()
		if got := widgettest.Hint(h).Shown(); got != want {
			t.Errorf("%v wide: hint %t", width, got)
		}
		l.MouseOut()
		if widgettest.Hint(h).Shown() {
			t.Error("the hint stays")
		}
	}
	if got := l.all(); got != "A 42 % · B 30 % · still descending 20 % · 1e-9 … 3.2 · boundary 3 %" {
		t.Error(got)
	}
}
