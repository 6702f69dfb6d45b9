package gallery

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"descentlab/app/words"
)

// Search are the exhibits of a list that have all words of a query, or what they begin, in title, tags, key, what to notice, or
// the names of racers and surface; and the tag, unless it is "". Capitals and accents do not matter. Those that have the words in
// their titles come first; else the order stays.
func Search(list []Exhibit, query, tag string) []Exhibit {
	asked := split(query)
	var in, elsewhere []Exhibit
	for _, e := range list {
		if tag != "" && !slices.Contains(e.Tags, tag) {
			continue
		}
		switch {
		case has(e.Title+" "+words.T(e.Title), asked):
			in = append(in, e)
		case has(e.words(), asked):
			elsewhere = append(elsewhere, e)
		}
	}
	return append(in, elsewhere...)
}

// words are all by which an exhibit is found, in English and in the reader's language.
func (e Exhibit) words() string {
	english := append([]string{e.Title, e.Notice}, e.Tags...)
	parts := append(append([]string{e.Key, e.Doc.Surface}, e.Names...), e.Doc.Names()...)
	for _, text := range english {
		parts = append(parts, text, words.T(text))
	}
	return strings.Join(parts, " ")
}

// has tells whether each of the words begins some word of a text.
func has(text string, asked []string) bool {
	known := split(text)
	for _, word := range asked {
		if !slices.ContainsFunc(known, func(w string) bool { return strings.HasPrefix(w, word) }) {
			return false
		}
	}
	return true
}

// split are the words of a text, folded, and its numbers.
func split(text string) []string {
	return strings.FieldsFunc(fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' })
}

// fold is a text without capitals and accents.
func fold(text string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(text) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}
