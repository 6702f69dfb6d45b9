package experiments

import (
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/gallery"
	"descentlab/app/gallery/cards"
	"descentlab/app/language"
	"descentlab/app/words"
	"descentlab/internal/say"
	"descentlab/widgets/kit"
)

// TestEveryLanguageFits: no title and no sentence of a card is cut in any language that is complete.
func TestEveryLanguageFits(t *testing.T) {
	t.Cleanup(func() {
		say.DecimalComma(false)
		if err := language.Speak(language.English); err != nil {
			t.Error(err)
		}
	})
	for _, key := range append([]string{language.English}, language.Complete...) {
		if err := language.Speak(key); err != nil {
			t.Fatal(err)
		}
		say.DecimalComma(language.DecimalComma(key))
		c := newCard(some(t, 1)[0])
		c.Resize(c.MinSize())
		c.CreateRenderer()
		if word := c.openText.MinSize().Width; word > c.key.Position().X-c.openText.Position().X {
			t.Errorf("%s: %q runs into the key beside it", key, c.openText.Text)
		}
		for _, e := range gallery.All() {
			lines, whole := kit.Lines(words.Prose(words.T(e.Notice)), len(c.notice), cards.Width-2*side, sizeNotice)
			if !whole {
				t.Errorf("%s, %s: %q", key, e.Key, lines)
			}
			title := words.T(e.Title)
			if width := fyne.MeasureText(title, sizeTitle, fyne.TextStyle{Bold: true}).Width; width > cards.Width-2*side {
				t.Errorf("%s, %s: %q is %.0f wide", key, e.Key, title, width)
			}
		}
	}
}
