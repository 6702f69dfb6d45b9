package window

import (
	"bytes"
	"encoding/json"
	"log"
	"os"
	"path"
	"regexp"
	"slices"
	"testing"

	"fyne.io/fyne/v2/lang"

	"descentlab/app/lab/session"
	"descentlab/app/language"
	"descentlab/app/words"
	"descentlab/internal/say"
	"descentlab/resources"
)

var verb = regexp.MustCompile(`%(?:\[\d+\])?[-+#0-9.]*[a-z]`)

// TestTranslations: every file can be read by the window, and a translation has the verbs of its text.
func TestTranslations(t *testing.T) {
	files, err := resources.Translations.ReadDir("translations")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		data, err := resources.Translations.ReadFile(path.Join("translations", f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		var texts map[string]string
		if err := json.Unmarshal(data, &texts); err != nil {
			t.Errorf("%s: %v", f.Name(), err)
		}
		for english, text := range texts {
			if !slices.Equal(verbs(english), verbs(text)) {
				t.Errorf("%s: %q has other verbs than %q", f.Name(), text, english)
			}
		}
	}
	t.Cleanup(func() { words.Translate(nil) })
	if err := speak("", ""); err != nil {
		t.Fatal(err)
	}
	if got := words.T("no such text, %d", 1); got != "no such text, 1" {
		t.Errorf("a text without a translation is %q", got)
	}
}

// TestLanguagesWithoutAFileAreEnglish, and nothing is said of it: Fyne itself speaks some of them.
func TestLanguagesWithoutAFileAreEnglish(t *testing.T) {
	var said bytes.Buffer
	log.SetOutput(&said)
	t.Cleanup(func() { log.SetOutput(os.Stderr); words.Translate(nil) })
	for _, locale := range []string{"tr_TR.UTF-8", "fr_CH.UTF-8", "zh_TW.UTF-8", "C", "pt_BR"} {
		t.Setenv("LC_ALL", locale)
		if err := speak("", ""); err != nil {
			t.Fatal(err)
		}
		if got := words.T("Surface: "); got != "Surface: " {
			t.Errorf("%s: %q", locale, got)
		}
	}
	if said.Len() > 0 {
		t.Errorf("said: %s", said.String())
	}
}

// TestLanguageIsChosen in the settings: the session keeps it, Fyne's own words follow, and numbers are written as is chosen.
func TestLanguageIsChosen(t *testing.T) {
	t.Cleanup(func() { words.Translate(nil); say.DecimalComma(false) })
	u := newTestUI(t, freshSession())
	s := u.openSettings()
	if s.Language.Selected() != 0 || s.Numbers.Selected() != 0 {
		t.Errorf("at first language %d and numbers %d are chosen", s.Language.Selected(), s.Numbers.Selected())
	}
	s.Language.OnChanged(1)
	s.Numbers.OnChanged(2)
	kept := u.session()
	if kept.Language != language.English || kept.Numbers != session.NumbersComma {
		t.Errorf("kept are %q and %q", kept.Language, kept.Numbers)
	}
	t.Setenv("LC_ALL", "fr_FR.UTF-8")
	t.Setenv("LC_CTYPE", "")
	t.Setenv("LC_MESSAGES", "")
	t.Setenv("LANGUAGE", "")
	if err := speak(kept.Language, kept.Numbers); err != nil {
		t.Fatal(err)
	}
	if got := lang.L("Cancel"); got != "Cancel" {
		t.Errorf("Fyne says %q", got)
	}
	if got := os.Getenv("LC_CTYPE"); got != "fr_FR.UTF-8" {
		t.Errorf("characters are those of %q", got)
	}
	if got := words.Digits(0.5, 3); got != "0,5" {
		t.Errorf("a half is %q", got)
	}
	if err := speak("en", ""); err != nil || words.Digits(0.5, 3) != "0.5" {
		t.Errorf("in English a half is %q, %v", words.Digits(0.5, 3), err)
	}
}

// verbs are the kinds of a text's verbs, in any order.
func verbs(text string) (list []string) {
	for _, v := range verb.FindAllString(text, -1) {
		list = append(list, v[len(v)-1:])
	}
	slices.Sort(list)
	return list
}
