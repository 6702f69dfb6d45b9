package window

import (
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"descentlab/app/lab/session"
	"descentlab/app/language"
	"descentlab/internal/say"
)

// speak lets the window, and Fyne's own dialogs, speak a language; "" is that of the system. Numbers are written as its readers
// do, unless they are chosen otherwise. It is called before the first text of the window is made.
func speak(key, numbers string) error {
	if key == "" || !language.Known(key) {
		key = language.OfSystem()
	} else {
		prefer(key)
	}
	// Fyne's own dialogs speak those languages that a program says to have, and look again at which one the environment names. The
	// texts are not for Fyne: to its files of languages "one" and "two" are no texts but ways to count.
	for _, l := range language.All() {
		if err := lang.AddTranslationsForLocale([]byte(`{"Descent Lab": "Descent Lab"}`), fyne.Locale(l.Key)); err != nil {
			return err
		}
	}
	comma := language.DecimalComma(key)
	if numbers != "" {
		comma = numbers == session.NumbersComma
	}
	say.DecimalComma(comma)
	return language.Speak(key)
}

// prefer puts a language into the program's own environment, of which only what concerns texts is touched: which characters the
// keyboard gives follows the rest.
func prefer(key string) {
	if all := os.Getenv("LC_ALL"); all != "" {
		os.Setenv("LC_CTYPE", all)
		os.Unsetenv("LC_ALL")
	}
	os.Setenv("LC_MESSAGES", key) // an error would leave Fyne's words in the system's language
	os.Setenv("LANGUAGE", key)
}
