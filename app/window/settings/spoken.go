package settings

import (
	"slices"

	"descentlab/app/lab/session"
	"descentlab/app/language"
	"descentlab/app/words"
	"descentlab/widgets"
)

// A Spoken are the choices of language and numbers that the next start takes: texts that stand are not said anew.
type Spoken struct{ Language, Numbers string }

// chooseLanguage is a choice among the languages that there are, by their own names.
func (s *Spoken) chooseLanguage() *widgets.Segmented {
	keys, names := []string{""}, []string{words.T("As the system")}
	for _, l := range language.All() {
		keys, names = append(keys, l.Key), append(names, l.Name)
	}
	return choice(&s.Language, keys, names)
}

// chooseNumbers is a choice of the decimal sign.
func (s *Spoken) chooseNumbers() *widgets.Segmented {
	keys := []string{"", session.NumbersPoint, session.NumbersComma}
	return choice(&s.Numbers, keys, []string{words.T("As the language"), "1.5", "1,5"})
}

// choice is one that stands at a value, the first if it is none, and sets it.
func choice(value *string, keys, names []string) *widgets.Segmented {
	s := widgets.NewSegmented(names...)
	s.SetSelected(max(slices.Index(keys, *value), 0))
	s.OnChanged = func(i int) { *value = keys[i] }
	return s
}
