package words

import (
	"strings"
)

// Sentence makes an error fit to stand alone: with a capital at its beginning.
func Sentence(err error) string {
	return SentenceCase(err.Error())
}

func SentenceCase(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
