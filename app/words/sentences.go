package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence makes an error fit to stand alone: with a capital at its beginning.
func Sentence(err error) string {
	return SentenceCase(err.Error())
}

// SentenceCase is a text with a capital at its beginning.
func SentenceCase(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 || first == utf8.RuneError {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// And names one or more things: "SGD", "SGD and Adam", "SGD, RMSprop and Adam".
func And(list []string) string {
	last := len(list) - 1
	if last == 0 {
		return list[0]
	}
	return T("%s and %s", strings.Join(list[:last], ", "), list[last])
}
