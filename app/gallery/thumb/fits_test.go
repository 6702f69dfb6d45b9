package thumb

import (
	"strings"
	"testing"

	"descentlab/app/figure"
	"descentlab/app/gallery"
)

// TestTextsFitTheirCards: what to notice takes two lines of a card at most, the title and the tags one.
func TestTextsFitTheirCards(t *testing.T) {
	font, err := figure.Font()
	if err != nil {
		t.Fatal(err)
	}
	const room, size = Width - 2*14, 12
	for _, e := range gallery.All() {
		lines, line := 1, ""
		for _, word := range strings.Fields(e.Notice) {
			longer := strings.TrimSpace(line + " " + word)
			if font.Width(longer, size) > room {
				lines, longer = lines+1, word
			}
			line = longer
		}
		if lines > 2 {
			t.Errorf("%s: what to notice takes %d lines, the last one is %q", e.Key, lines, line)
		}
		if w := font.Width(e.Title, 14*1.05); w > room {
			t.Errorf("%s: the title is %g wide", e.Key, w)
		}
	}
}
