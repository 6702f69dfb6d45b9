package graphic

import (
	"testing"

	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
)

// TestKeysMoveTheWindow: on a map without a start that could be moved the arrows move the window, + and - zoom about its middle,
// and 0 shows what was shown at first.
func TestKeysMoveTheWindow(t *testing.T) {
	m, _, said := mapOn(t)
	m.OnNudge = nil
	widgettest.Key(m, fyne.KeyRight)
	widgettest.Key(m, fyne.KeyDown)
	widgettest.Expect(t, said, "view -1.8..2.2 -1..1 true", "view -1.8..2.2 -1.1..0.9 true")
	m.TypedRune('+')
	m.TypedRune('-')
	m.TypedRune('0')
	widgettest.Expect(t, said, "view -1.4..1.8 -0.9..0.7 true", "view -1.8..2.2 -1.1..0.9 true", "restore")
	m.OnRune = func(r rune) { *said = append(*said, string(r)) }
	m.TypedRune('t')
	m.OnView = nil
	m.TypedRune('+')
	widgettest.Expect(t, said, "t", "+")
	widgettest.Key(m, fyne.KeyLeft)
	widgettest.Expect(t, said)
}

// TestPicturesTellTheirKeys: what a map, a chart and a table tell of their keys is what they have.
func TestPicturesTellTheirKeys(t *testing.T) {
	m, _, _ := mapOn(t)
	m.OnNudge = nil
	table := NewTable([]Column{{Title: "a", Help: "the first"}})
	for _, c := range []struct{ got, want string }{
		{m.Keys(), "← → ↑ ↓: the window · + −: nearer or farther · 0: as at first"},
		{table.Keys(), "↑ ↓ Home End: a row · ← →: what a column means"},
		{NewTable([]Column{{Title: "a"}}).Keys(), "↑ ↓ Home End: a row"},
		{NewChart().Keys(), "← → Home End: the values at a step · Shift: ten at once · ↑ ↓: a curve · Enter: go there"},
	} {
		if c.got != c.want {
			t.Errorf("%q, expected %q", c.got, c.want)
		}
	}
	if m.OnView = nil; m.Keys() != "" {
		t.Errorf("a map without keys tells %q", m.Keys())
	}
}
