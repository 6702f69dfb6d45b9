package thumb

import (
	"strings"
	"testing"

	"descentlab/app/figure"
	"descentlab/app/gallery"
)

// TestTextsFitBelowTheirPictures: what to notice takes two lines of a card at most, the title one, and the tags one.
func TestTextsFitBelowTheirPictures(t *testing.T) {
	font, err := figure.Font()
	if err != nil {
		t.Fatal(err)
	}
	const room = Width - 2*16
	for _, e := range gallery.All() {
		lines, line := 1, ""
		for word := range strings.FieldsSeq(e.Notice) {
			longer := strings.TrimSpace(line + " " + word)
			if font.Width(longer, 12) > room {
				lines, longer = lines+1, word
			}
			line = longer
		}
		if lines > 2 {
			t.Errorf("%s: what to notice takes %d lines, the last one is %q", e.Key, lines, line)
		}
		if w := font.Width(e.Title, 14*1.05); w > room { // it is bold
			t.Errorf("%s: the title is %g wide", e.Key, w)
		}
		width := 0.0
		for _, tag := range e.Tags {
			width += font.Width(tag, 10.5) + 17
		}
		if width > room {
			t.Errorf("%s: the tags are %g wide", e.Key, width)
		}
	}
}
