package strict

import (
	"bytes"
	"encoding/json"
	"strings"

	"descentlab/internal/say"
)

// misspelt says what is wrong with a text that is no JSON, in the words of somebody who has written it.
func misspelt(text []byte, err *json.SyntaxError) *Fault {
	at := max(int(err.Offset)-1, 0)
	switch {
	case len(bytes.TrimSpace(text)) == 0:
		return faultAt(text, 0, "", say.T("the file is empty"))
	case err.Error() == "unexpected end of JSON input", endsWithin(text, at, err):
		return faultAt(text, len(text), "", say.T("the file is cut off before its end"))
	case strings.Contains(err.Error(), "max depth"):
		return faultAt(text, at, "", say.T("braces and brackets are nested too deep"))
	}
	return faultAt(text, at, "", say.T("not JSON: %s", slip(text, at, err.Error())))
}

// endsWithin tells whether a text ends within a word, a number or an escaped letter: encoding/json complains of a blank then that
// is not there.
func endsWithin(text []byte, at int, err *json.SyntaxError) bool {
	return at == len(text)-1 && text[at] != ' ' && strings.HasPrefix(err.Error(), "invalid character ' ' ")
}

// slip is what was probably done wrong where encoding/json stumbled at a character.
func slip(text []byte, at int, message string) string {
	begins := strings.Contains(message, "looking for beginning")
	before := bytes.TrimRight(text[:at], " \t\r\n")
	here := text[at]
	switch {
	case strings.Contains(message, "after top-level value"):
		return say.T("something follows the closing brace of the whole; remove it")
	case strings.Contains(message, "in string"):
		return say.T("a text is not closed by a double quotation mark, or holds what cannot stand in one")
	case strings.Contains(message, "after object key:value pair"), strings.Contains(message, "after array element"):
		return say.T("a comma or a closing bracket is missing before %s", quoted(here))
	case strings.Contains(message, "after object key"):
		return say.T("a colon is missing after the key")
	case begins && here == '\'':
		return say.T("texts stand between double quotation marks, not between apostrophes")
	case begins && (here == '/' || here == '#'):
		return say.T("there are no comments in it; remove this one")
	case begins && (here == '}' || here == ']') && bytes.HasSuffix(before, []byte(",")):
		return say.T("a comma before the closing bracket; remove it")
	case begins && here == ',' && bytes.HasSuffix(before, []byte(",")):
		return say.T("a comma too many, or nothing between two of them")
	case begins && strings.Contains(message, "object key"):
		return say.T("keys stand between double quotation marks; got %s", quoted(here))
	case begins && strings.IndexByte("NnIi+.", here) >= 0:
		return say.T("a finite number is written with digits, as in 0.5 or -2e3")
	case begins:
		return say.T("a value is missing before %s", quoted(here))
	}
	return say.T("%s cannot stand here", quoted(here))
}

// quoted is a byte as it can be shown.
func quoted(c byte) string {
	if c < ' ' || c > '~' {
		return say.T("this character")
	}
	return string([]byte{c})
}
