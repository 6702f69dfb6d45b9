package prose

import (
	"image/color"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"
)

// set is a paragraph in a window of a width.
func set(t *testing.T, width float32, style Style, spans ...Span) *Paragraph {
	t.Helper()
	var p *Paragraph
	widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(width, 300), func() fyne.CanvasObject {
		p = New(style, spans...)
		return p
	})
	return p
}

// TestLinesAreFilled: as far as there is room, with no word parted, and never with too many characters.
func TestLinesAreFilled(t *testing.T) {
	text := strings.Repeat("Momentum climbs the other side on its way down. ", 12)
	for _, width := range []float32{120, 333, 440, 900, 2000} {
		p := set(t, width, Body, Span{Text: text})
		lines := p.Lines()
		if got := strings.Join(lines, " "); got != strings.TrimSpace(text) {
			t.Fatalf("at %v it says %q", width, got)
		}
		for i, line := range lines {
			if n := utf8.RuneCountInString(line); n > LongestLine {
				t.Errorf("at %v a line has %d characters", width, n)
			}
			if p.lines[i].width > width {
				t.Errorf("at %v a line is %v wide", width, p.lines[i].width)
			}
		}
		if p.height != float32(len(lines))*Body.Pitch+Body.Foot {
			t.Errorf("%d lines are %v high", len(lines), p.height)
		}
	}
}

// TestWhatStandsTogether is not parted: a point goes with the word before it, whatever kind that is.
func TestWhatStandsTogether(t *testing.T) {
	p := set(t, 150, Body, Span{Text: "it needs so many ("}, Span{Kind: Math, Text: `10^{-6}`}, Span{Text: "), "},
		Span{Kind: Result, Text: "232 steps"}, Span{Text: ". Then "}, Span{Kind: Number, Text: "0.019"}, Span{Text: "."})
	for _, line := range p.Lines() {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, ")") || strings.HasSuffix(line, "(") {
			t.Errorf("a line says %q", line)
		}
	}
	if !slices.ContainsFunc(p.Lines(), func(line string) bool { return strings.Contains(line, "232 steps.") }) {
		t.Errorf("the pill is parted: %q", p.Lines())
	}
}

// TestLongWords are parted rather than cut.
func TestLongWords(t *testing.T) {
	p := set(t, 100, Body, Span{Text: "a "}, Span{Kind: Result, Text: "settled at a very far away place"}, Span{Text: " b"})
	if len(p.lines) < 3 {
		t.Errorf("lines %q", p.Lines())
	}
	for i := range p.lines {
		if p.lines[i].width > 100 {
			t.Errorf("line %d is %v wide", i, p.lines[i].width)
		}
	}
}

// TestGestures: a drag tells how far it has come in small steps, Shift makes them finer, keys are steps, and a double click
// resets.
func TestGestures(t *testing.T) {
	advance := widgettest.StopClock(t)
	run := widgettest.Waits(t)
	p := set(t, 400, Body, Span{Text: "with "}, Span{Kind: Number, Text: "0.019"}, Span{Text: " and "},
		Span{Kind: Link, Text: "a link"})
	type told struct {
		steps float64
		done  bool
	}
	var said []told
	resets, presses := 0, []int{}
	p.OnScrub = func(_ int, steps float64, done bool) { said = append(said, told{steps, done}) }
	p.OnReset = func(int) { resets++ }
	p.OnPress = func(span int) { presses = append(presses, span) }
	g := p.grips[1]
	g.MouseDown(widgettest.Mouse(5, 5, desktop.MouseButtonPrimary))
	widgettest.DragTo(g, 8, 5, 3, 0)
	widgettest.DragTo(g, 7, 5, -1, 0)
	g.MouseUp(widgettest.Mouse(7, 5, desktop.MouseButtonPrimary))
	g.DragEnd()
	if want := []told{{3, false}, {2, false}, {2, true}}; !slices.Equal(said, want) {
		t.Errorf("a drag tells %v, want %v", said, want)
	}
	said = nil
	widgettest.Hold(t, fyne.KeyModifierShift)
	widgettest.Key(g, fyne.KeyRight)
	widgettest.Key(g, fyne.KeyDown)
	run()
	if len(said) != 3 || said[0] != (told{0.1, false}) || said[2].done != true {
		t.Errorf("keys tell %v", said)
	}
	advance(1e10)
	widgettest.Click(g, 5, 5)
	widgettest.Click(g, 5, 5)
	if resets != 1 {
		t.Errorf("%d double clicks", resets)
	}
	p.grips[3].Tapped(nil)
	widgettest.Key(p.grips[3], fyne.KeyReturn)
	if !slices.Equal(presses, []int{3, 3}) {
		t.Errorf("the link tells %v", presses)
	}
	if g.Cursor() != desktop.HResizeCursor || p.grips[3].Cursor() != desktop.PointerCursor {
		t.Error("the pointer does not say what can be done")
	}
}

// TestNothingMovesUnderTheHand: while a number is dragged it does not get slimmer.
func TestNothingMovesUnderTheHand(t *testing.T) {
	spans := func(number string) []Span {
		return []Span{{Text: "with "}, {Kind: Number, Text: number}, {Text: " it falls"}}
	}
	p := set(t, 400, Body, spans("0.0195")...)
	after := func() float32 { return p.pieces[len(p.pieces)-1].x }
	wide := after()
	p.OnScrub = func(_ int, steps float64, done bool) {
		if !done {
			p.SetSpans(spans("0.02"))
		}
	}
	g := p.grips[1]
	g.MouseDown(widgettest.Mouse(5, 5, desktop.MouseButtonPrimary))
	widgettest.DragTo(g, 8, 5, 3, 0)
	if after() != wide {
		t.Errorf("the text has moved from %v to %v", wide, after())
	}
	g.MouseUp(widgettest.Mouse(5, 5, desktop.MouseButtonPrimary))
	if after() >= wide {
		t.Error("it does not close up when the number is let go")
	}
}

// TestPictures: what all kinds of spans look like.
func TestPictures(t *testing.T) {
	for name, palette := range widgettest.Palettes {
		w := widgettest.Window(t, palette, fyne.NewSize(440, 150), func() fyne.CanvasObject {
			return New(Body, Span{Text: "Each step moves by "}, Span{Kind: Math, Text: `\eta \frac{\partial L}{\partial w}`},
				Span{Text: ". With "}, Span{Kind: Math, Text: `\eta`, Tint: color.RGBA{0xc9, 0x83, 0, 0xff}}, Span{Text: " = "},
				Span{Kind: Number, Text: "0.019"}, Span{Text: " it needs "}, Span{Kind: Result, Text: "232 steps"},
				Span{Text: ", "}, Span{Text: "more", Bold: true}, Span{Text: " or "}, Span{Text: "less", Italic: true}, Span{Text: ": see "},
				Span{Kind: Link, Text: "the same knob"}, Span{Text: " and "}, Span{Kind: Code, Text: "lesson check"}, Span{Text: "."})
		})
		widgettest.CheckGolden(t, "prose-"+name, widgettest.Shoot(w, 1))
	}
}
