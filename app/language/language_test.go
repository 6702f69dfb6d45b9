package language

import (
	"testing"

	"descentlab/app/words"
)

// TestEveryLanguageSpeaks: each file can be read, and a text that it lacks is English.
func TestEveryLanguageSpeaks(t *testing.T) {
	t.Cleanup(func() { words.Translate(nil) })
	for _, l := range All() {
		if err := Speak(l.Key); err != nil {
			t.Errorf("%s: %v", l.Key, err)
		}
		if got := words.T("no such text, %d", 1); got != "no such text, 1" {
			t.Errorf("%s: a text without a translation is %q", l.Key, got)
		}
		if l.Name == "" || !Known(l.Key) {
			t.Errorf("%s is called %q", l.Key, l.Name)
		}
	}
	if err := Speak("xx"); err == nil {
		t.Error("a language without a file speaks")
	}
}

func TestNearestLanguage(t *testing.T) {
	german := English
	if Known("de") {
		german = "de"
	}
	for locale, want := range map[string]string{
		"en-GB": English, "C": English, "": English, "not a language": English, "tr-TR": English, "de-AT": german, "de": german,
	} {
		if got := Nearest(locale); got != want {
			t.Errorf("of %q the nearest is %s, want %s", locale, got, want)
		}
	}
}

func TestLanguageOfSystem(t *testing.T) {
	t.Setenv("LC_ALL", "en_GB.UTF-8")
	if got := OfSystem(); got != English {
		t.Errorf("of English people it is %s", got)
	}
}
