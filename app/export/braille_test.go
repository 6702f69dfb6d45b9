package export

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/surfaces"
)

// The text has what the report in Markdown has, in lines of 80 letters at most, and a picture.
func TestRaceText(t *testing.T) {
	doc := setup.Default()
	r, err := lab.Prepare(t.Context(), doc, RaceWants([]string{"r.txt"}, &doc, nil))
	if err != nil {
		t.Fatal(err)
	}
	told := func() string {
		var b strings.Builder
		if err := raceText(&Output{Writer: &b, ctx: t.Context()}, r); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	text := told()
	if again := told(); again != text {
		t.Error("the same race has two texts")
	}
	for line := range strings.Lines(text) {
		if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > textWidth || strings.HasSuffix(line, " \n") {
			t.Errorf("%d letters: %q", n, line)
		}
	}
	words := strings.Join(strings.Fields(text), " ")
	for line := range strings.Lines(reported(t, doc)) {
		event, is := strings.CutPrefix(strings.TrimSpace(line), "- Step")
		if is && !strings.Contains(words, strings.Join(strings.Fields(event), " ")) {
			t.Errorf("%q is missing", event)
		}
	}
	for _, want := range []string{"◎", "✕", "△", "3,4B", "2A", "1C", "Race on Peaks\n=====", " 4  Adam: adam lr=0.06\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}

// lit are the dots of a picture.
func lit(m *brailleMap) (list [][2]int) {
	for y := range m.h * dotsY {
		for x := range m.w * dotsX {
			if m.cells[y/dotsY*m.w+x/dotsX]&brailleDots[y%dotsY][x%dotsX] != 0 {
				list = append(list, [2]int{x, y})
			}
		}
	}
	return list
}

// A picture has dots along a way, as far as that is inside; what is far away or no number draws nothing and takes no time.
func TestBrailleLines(t *testing.T) {
	window := surfaces.Rect{X0: 0, X1: sketchWidth * dotsX, Y0: 0, Y1: sketchWidth * dotsX}
	m := newBrailleMap(window)
	at := func(x, y float64) surfaces.Point { // of the middle of a dot
		v := m.window
		return surfaces.Point{X: v.X0 + (x+0.5)/float64(m.w*dotsX)*(v.X1-v.X0), Y: v.Y1 - (y+0.5)/float64(m.h*dotsY)*(v.Y1-v.Y0)}
	}
	m.line(at(3, 5), at(6, 5))
	m.line(at(10, 10), at(10, 12))
	m.line(at(-5, 20), at(2, 20))
	want := [][2]int{{3, 5}, {4, 5}, {5, 5}, {6, 5}, {10, 10}, {10, 11}, {10, 12}, {0, 20}, {1, 20}, {2, 20}}
	if got := lit(m); !slices.Equal(got, want) {
		t.Errorf("dots are %v, want %v", got, want)
	}
	for _, far := range []surfaces.Point{at(-1e9, -1e9), {X: math.Inf(1)}, {X: math.NaN(), Y: 1}, {X: 1e308, Y: -1e308}} {
		m.line(far, surfaces.Point{X: far.X, Y: far.Y + 1})
	}
	if got := lit(m); !slices.Equal(got, want) {
		t.Errorf("what is far away has drawn: %v", got)
	}
	m.line(at(-1e12, 30), at(1e12, 30))
	if got := len(lit(m)) - len(want); got != m.w*dotsX {
		t.Errorf("a line across has %d dots, want %d", got, m.w*dotsX)
	}
}

// Signs stand where there is room for them, and only whole.
func TestBrailleSigns(t *testing.T) {
	m := newBrailleMap(surfaces.Rect{X0: 0, X1: 1, Y0: 0, Y1: 1})
	middle := surfaces.Point{X: 0.5, Y: 0.5}
	corner := surfaces.Point{X: 1, Y: 0}
	for _, s := range []struct {
		at    surfaces.Point
		text  string
		shift int
		want  bool
	}{
		{middle, "1,2", 0, true}, {middle, "x", 0, false}, {middle, "x", 2, false}, {middle, "A", 3, true}, {corner, "B12", 0, true},
		{surfaces.Point{X: 1e3}, "C", 9, false}, {surfaces.Point{X: math.NaN()}, "C", 9, false},
	} {
		if got := m.sign(s.at, s.text, s.shift); got != s.want {
			t.Errorf("%q at %v: %t", s.text, s.at, got)
		}
	}
	var b strings.Builder
	m.write(&b)
	if text := b.String(); !strings.Contains(text, "1,2A") || !strings.Contains(text, "B12│") {
		t.Errorf("\n%s", text)
	}
}
