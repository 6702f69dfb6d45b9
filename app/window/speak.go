package window

import (
	"encoding/json"
	"path"
	"strings"

	"fyne.io/fyne/v2/lang"
	"golang.org/x/text/language"

	"descentlab/app/words"
	"descentlab/resources"
)

const translations = "translations" // the folder of the files

// speak lets the window speak the language of the system, if there is a file for it. It is called before the first text is
// made.
func speak() error {
	// Fyne's own dialogs take words from the files, too.
	if err := lang.AddTranslationsFS(resources.Translations, translations); err != nil {
		return err
	}
	texts, err := dictionary(lang.SystemLocale().LanguageString())
	if err != nil {
		return err
	}
	words.Translate(func(english string) string {
		if text := texts[english]; text != "" {
			return text
		}
		return english
	})
	return nil
}

// dictionary is the file of a language, or of one that its speakers understand; nil if there is none. (Fyne knows languages
// that the program does not speak, and would complain on standard error of every text that it lacks in them.)
func dictionary(locale string) (map[string]string, error) {
	files, err := resources.Translations.ReadDir(translations)
	if err != nil {
		return nil, err
	}
	spoken, names := []language.Tag{language.English}, []string{"en.json"} // the first is what the matcher falls back on
	for _, f := range files {
		spoken = append(spoken, language.Make(strings.TrimSuffix(f.Name(), path.Ext(f.Name()))))
		names = append(names, f.Name())
	}
	_, at, _ := language.NewMatcher(spoken).Match(language.Make(locale))
	data, err := resources.Translations.ReadFile(path.Join(translations, names[at]))
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	return texts, json.Unmarshal(data, &texts)
}
