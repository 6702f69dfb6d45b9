// Package language chooses the language that the program speaks: a file of resources/translations, from English texts to those
// that stand for them. A further file is a further language, wherever one can be chosen.
package language

import (
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/jeandeaual/go-locale"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"descentlab/app/words"
	"descentlab/resources"
)

// folder is that of the files.
const folder = "translations"

// A Language is one that can be chosen.
type Language struct {
	Key  string // as in -language and in sessions: "de"
	Name string // in the language itself: "Deutsch"
}

// English is the language of the texts themselves.
const English = "en"

// Complete are the languages that have every text and every lesson, English apart: tests hold them to it. One that is not among
// them may be in the making: what it lacks is said in English.
var Complete = []string{"de"}

// All are the languages that there are, English first.
func All() []Language {
	list := []Language{{English, "English"}}
	files, err := resources.Translations.ReadDir(folder)
	if err != nil {
		return list // the files are part of the program: none are missing
	}
	for _, f := range files {
		key := strings.TrimSuffix(f.Name(), path.Ext(f.Name()))
		if key != English {
			list = append(list, Language{key, display.Self.Name(language.Make(key))})
		}
	}
	return list
}

// Keys are those of all languages.
func Keys() []string {
	var list []string
	for _, l := range All() {
		list = append(list, l.Key)
	}
	return list
}

// Known tells whether there is a language of that key.
func Known(key string) bool { return slices.Contains(Keys(), key) }

// OfSystem is the language that the system asks for, or one that its speakers understand; English if there is none.
func OfSystem() string {
	name, err := locale.GetLocale()
	if err != nil {
		return English
	}
	return Nearest(name)
}

// Nearest is the language of a locale, such as de-AT, or one that its speakers understand; English if there is none.
func Nearest(locale string) string {
	keys := Keys() // English is first: the matcher falls back on it
	tags := make([]language.Tag, len(keys))
	for i, key := range keys {
		tags[i] = language.Make(key)
	}
	_, at, _ := language.NewMatcher(tags).Match(language.Make(locale))
	return keys[at]
}

// spoken is the key of the language that is spoken; nil is English.
var spoken atomic.Pointer[string]

// Spoken is the key of the language that is spoken.
func Spoken() string {
	if key := spoken.Load(); key != nil {
		return *key
	}
	return English
}

// Speak makes every text be said in a language from now on; those that its file lacks are said in English. Texts that have been
// said stay as they are.
func Speak(key string) error {
	if key == English {
		words.Translate(nil)
		spoken.Store(nil)
		return nil
	}
	texts, err := dictionary(key)
	if err != nil {
		return err
	}
	spoken.Store(&key)
	words.Translate(func(english string) string {
		if text := texts[english]; text != "" {
			return text
		}
		return english
	})
	return nil
}

// DecimalComma tells whether people who read a language write 1,5 for one and a half.
func DecimalComma(key string) bool { return key == "de" }

// dictionary reads the file of a language.
func dictionary(key string) (texts map[string]string, err error) {
	data, err := resources.Translations.ReadFile(path.Join(folder, key+".json"))
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, &texts); err != nil {
		return nil, fmt.Errorf("%s.json: %w", key, err)
	}
	return texts, nil
}
