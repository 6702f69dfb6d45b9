package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestFit: whole words are worth more than their size, and that is worth more than the words that a brief name leaves out.
func TestFit(t *testing.T) {
	test.NewTempApp(t)
	const size = 14
	style := fyne.TextStyle{Bold: true}
	wide := func(text string) float32 { return fyne.MeasureText(text, size, style).Width }
	long, brief := "Nesterov momentum", "Nesterov"
	for _, c := range []struct {
		width float32
		texts []string
		want  string
		usual bool
	}{
		{wide(long), []string{long, brief}, long, true},
		{wide(long) - 4, []string{long, brief}, brief, true},
		{wide(long) - 8, []string{long}, long, false},
		{wide(brief) - 8, []string{long, brief}, brief, false},
	} {
		text, got := Fit(c.width, size, style, c.texts...)
		if text != c.want || (got == size) != c.usual {
			t.Errorf("%q in %v: %q at %v", c.texts, c.width, text, got)
		}
		if w := fyne.MeasureText(text, got, style).Width; w > c.width {
			t.Errorf("%q at %v is %v wide, not %v", text, got, w, c.width)
		}
	}
	text, got := Fit(wide(brief)/2, size, style, long, brief)
	if !strings.HasPrefix(text, "Ne") || !strings.HasSuffix(text, "…") || got != size {
		t.Errorf("in half the width: %q at %v", text, got)
	}
}
