package fold

import (
	"strings"
	"testing"

	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// TestNotice: what helps is done while it can be done, and keeps its place when it cannot.
func TestNotice(t *testing.T) {
	n, done := NewNotice("why"), 0
	n.OnTapped = func() { done++ }
	widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(220, 20), func() fyne.CanvasObject { return n })
	n.Set("diverged", "take it", false)
	at := n.offer.Position()
	n.Tapped(nil)
	if done != 0 || !n.Disabled() {
		t.Error("what cannot be done is done")
	}
	n.Set("diverged", "take it", true)
	n.Tapped(nil)
	n.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if done != 2 || n.offer.Position() != at {
		t.Errorf("done %d times, at %v after %v", done, n.offer.Position(), at)
	}
	n.Set("", "", false)
	if n.offer.Visible() || n.text.Visible() || n.MinSize().Height != noticeHeight {
		t.Error("without anything to say it says something, or has another height")
	}
}

// TestFoldTellsWhatIsCut: what there is no room for in the line is in its hint.
func TestFoldTellsWhatIsCut(t *testing.T) {
	f := NewFold("Noise and batch")
	f.SetHint("Noise on every slope")
	w := widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(300, 40), func() fyne.CanvasObject { return f })
	f.Set("Noise and batch", "8 of 64 examples", false)
	if got := f.Hint(); got != "Noise on every slope" {
		t.Errorf("with room, the hint is %q", got)
	}
	w.Resize(fyne.NewSize(200, 40))
	if got := f.Hint(); got != "Noise and batch 8 of 64 examples\nNoise on every slope" {
		t.Errorf("without, it is %q", got)
	}
}

// TestFolder: it opens for its owner, who is told of clicks and keys.
func TestFolder(t *testing.T) {
	f, taps := NewFolder("Peaks"), 0
	f.OnTapped = func() { taps++ }
	widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(300, 200), func() fyne.CanvasObject { return container.NewVBox(f.Panel) })
	f.Tapped(nil)
	widgettest.Key(f.Fold, fyne.KeySpace)
	if taps != 2 || f.Opened() {
		t.Errorf("%d taps; open %t", taps, f.Opened())
	}
	row := kit.NewHeading("on")
	if !f.Show(true, row) || f.Show(true, row) || !f.Opened() || !f.Show(false) || f.Opened() {
		t.Error("it does not open and close, or says so when nothing has changed")
	}
}

// TestFoldShrinksBeforeItLeavesOut: a detail that has not quite the room is smaller, and of one that has none the brief is said.
func TestFoldShrinksBeforeItLeavesOut(t *testing.T) {
	f := NewMore("More:")
	widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(400, 40), func() fyne.CanvasObject { return f })
	const detail, brief = "schedule, clipping, noise", "all other knobs"
	f.Set("More:", detail, false, brief)
	usual := f.note.TextSize
	said := map[string]bool{}
	for width := float32(400); width > 170; width-- {
		f.Resize(fyne.NewSize(width, 32))
		said[f.note.Text] = true
		if f.note.TextSize > usual || f.note.TextSize < 0.85*usual {
			t.Fatalf("%v wide the detail is %v high, usually %v", width, f.note.TextSize, usual)
		}
		if strings.Contains(f.note.Text, "…") {
			t.Fatalf("%v wide it says %q", width, f.note.Text)
		}
	}
	if len(said) != 2 || !said[detail] || !said[brief] {
		t.Errorf("it says %v", said)
	}
}

// TestFoldSaysWholeParts: of a detail that has no room the last parts are left out, and not the ends of words.
func TestFoldSaysWholeParts(t *testing.T) {
	f := NewMore("More:")
	widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(400, 40), func() fyne.CanvasObject { return f })
	for _, c := range []struct {
		detail string
		width  float32
		want   string
	}{
		{"schedule, clipping, noise", 400, "schedule, clipping, noise"},
		{"schedule, clipping, noise, averaging", 206, "schedule, clipping …"},
		{"off: exact slopes", 220, "off: exact slopes"},
		{"off: exact slopes", 120, "off"},
	} {
		f.Set("More:", c.detail, false)
		f.Resize(fyne.NewSize(c.width, 32))
		if f.note.Text != c.want {
			t.Errorf("%v wide it says %q, want %q", c.width, f.note.Text, c.want)
		}
	}
}
