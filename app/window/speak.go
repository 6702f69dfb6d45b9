package window

import (
	"sync"

	"fyne.io/fyne/v2/lang"

	"descentlab/app/words"
	"descentlab/resources"
)

// speak lets the window speak the language of the system, if there is a file for it. It is called before the first text is
// made.
func speak() error {
	if err := lang.AddTranslationsFS(resources.Translations, "translations"); err != nil {
		return err
	}
	var known sync.Map // the same few texts are asked for in every frame
	words.Translate(func(english string) string {
		if text, ok := known.Load(english); ok {
			return text.(string)
		}
		text := lang.L(english)
		known.Store(english, text)
		return text
	})
	return nil
}
