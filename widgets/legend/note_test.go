package legend

import (
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"
)

// TestLegendNote: either the note is seen or the legend, and neither is higher than the other.
func TestLegendNote(t *testing.T) {
	l := NewNote(2)
	widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(300, 80), func() fyne.CanvasObject { return l.Box })
	room := l.Box.MinSize().Height
	list := []plot.LegendEntry{{Text: "loss"}, {Text: "diverged"}}
	for _, note := range []string{"", "No racers.", ""} {
		l.Set(note, list)
		if noted := note != ""; l.noted.Visible() != noted || l.legend.Visible() == noted || l.Noted() != noted || l.Note() != note {
			t.Errorf("told %q the note is shown: %t, the legend: %t", note, l.noted.Visible(), l.legend.Visible())
		}
		if got := l.Box.MinSize().Height; got != room {
			t.Errorf("told %q it is %v high, empty %v", note, got, room)
		}
		if len(l.Entries()) != 2 {
			t.Errorf("told %q it has %v", note, l.Entries())
		}
	}
}
