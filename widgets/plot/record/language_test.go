package record

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"descentlab/internal/say"
	"descentlab/widgets/plot"
)

// TestPicturesSpeak: in a language in which every text stands between brackets, what a picture says of its own stands so, and has
// been said.
func TestPicturesSpeak(t *testing.T) {
	say.Translate(func(english string) string { return "⟦" + english + "⟧" })
	t.Cleanup(func() { say.Translate(nil) })
	st := plot.Style{Palette: plot.DarkPalette(), Font: testFont(t), Scale: 1, TextSize: 11}
	chart := func(c plot.Chart, h int, hover float64) Marks {
		c.Style = st
		return Chart(c, 300, h, -1, hover)
	}
	many := make([]plot.Series, 40)
	for i := range many {
		many[i] = plot.Series{Y: []float64{1, 2, 3}}
	}
	far, none := plot.Point{X: 5}, plot.Series{Y: []float64{math.NaN()}}
	bars := plot.Bars{Width: 1, Groups: []plot.BarGroup{{Counts: []int{1, 2}}}}
	wide := plot.Bars{Width: 2, Groups: bars.Groups}
	view := plot.Rect{X0: -1, X1: 1, Y0: -1, Y1: 1}
	ended := []plot.Trace{{Pts: []plot.Point{{}, {X: 0.5}}, Head: 1, Diverged: true, Step: 7}}
	left := []plot.Trace{{Pts: []plot.Point{{}, {X: 5}}, Head: 1, Left: 1}}
	slope := &plot.Grid{W: 2, H: 2, View: view, V: []float64{0, 1, 2, 3}}
	field := plot.NewField(slope, 4, plot.LinearSpacing)
	for name, c := range map[string]struct {
		marks Marks
		says  string
	}{
		"no series":   {chart(plot.Chart{Steps: 2}, 200, -1), "⟦no racers to show⟧"},
		"no values":   {chart(plot.Chart{Steps: 2, Series: []plot.Series{none}}, 200, -1), "⟦no finite values to show⟧"},
		"values":      {chart(plot.Chart{Steps: 2, Series: many[:1]}, 200, 1), "⟦step 1⟧"},
		"many values": {chart(plot.Chart{Steps: 2, Series: many}, 60, 1), " more⟧"},
		"a step":      {chart(plot.Chart{Steps: 1, Bars: bars}, 200, 0), "⟦step 0⟧"},
		"steps":       {chart(plot.Chart{Steps: 3, Bars: wide}, 200, 0), "⟦steps 0–1⟧"},
		"busy":        {Scene(plot.Scene{View: view, Busy: true}, st, 300, 300), "⟦sampling …⟧"},
		"start":       {Scene(plot.Scene{View: view, Start: &far}, st, 300, 300), "⟦start⟧"},
		"left":        {Scene(plot.Scene{View: view, Traces: left}, st, 300, 300), "⟦left at step 1⟧"},
		"key":         {Scene(plot.Scene{View: view, Field: field, Key: plot.KeyLowerRight}, st, 300, 300), "⟦height⟧"},
		"diverged":    {Scene(plot.Scene{View: view, Traces: ended}, st, 300, 300), "⟦step 7⟧"},
	} {
		texts := c.marks.Texts()
		if !strings.Contains(strings.Join(texts, "\n"), c.says) {
			t.Errorf("%s: %q do not say %q", name, texts, c.says)
		}
		for _, text := range texts {
			if lettered.MatchString(text) && !(strings.HasPrefix(text, "⟦") && strings.HasSuffix(text, "⟧")) {
				t.Errorf("%s: %q is said in English", name, text)
			}
		}
	}
}

var lettered = regexp.MustCompile(`\p{L}{2}`)
