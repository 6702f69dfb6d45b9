package window

import (
	"bytes"
	"encoding/json"
	"log"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"descentlab/app/words"
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
	if err := speak(); err != nil {
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
	for _, locale := range []string{"de_DE.UTF-8", "tr_TR.UTF-8", "fr_CH.UTF-8", "zh_TW.UTF-8", "C", "pt_BR"} {
		t.Setenv("LC_ALL", locale)
		if err := speak(); err != nil {
			t.Fatal(err)
		}
		if got := words.T("Surface: "); got != "Surface: " {
			t.Errorf("%s: %q", locale, got)
		}
		if texts, err := dictionary(strings.ReplaceAll(locale, "_", "-")); err != nil || len(texts) > 0 {
			t.Errorf("%s: %d texts, %v", locale, len(texts), err)
		}
	}
	if said.Len() > 0 {
		t.Errorf("said: %s", said.String())
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
