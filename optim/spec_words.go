package optim

import (
	"strings"
	"unicode"

	"descentlab/internal/say"
)

// A setting is name=value as it was written; the name is "" where only a value stands.
type setting struct{ name, value string }

// A call is NAME or NAME(value, name=value, ...), as racers and schedules are written in Python.
type call struct {
	name string // with what stands before its last dot
	args []setting
}

// specWords splits a racer's text at spaces, semicolons and commas outside of brackets and quotes. A comma before a number
// goes on with a list, as in milestones=10,50; spaces beside an equals sign count for nothing.
func specWords(text string) ([]string, error) {
	var words []string
	var word strings.Builder
	end := func() {
		if word.Len() > 0 {
			words = append(words, word.String())
			word.Reset()
		}
	}
	open, quoted := make([]byte, 0, 8), rune(0)
	runes := []rune(strings.ToValidUTF8(text, "\ufffd"))
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		switch {
		case quoted != 0:
			if r == quoted {
				quoted = 0
			}
		case r == '"' || r == '\'':
			quoted = r
		case strings.ContainsRune("([{", r):
			open = append(open, closing(r))
		case strings.ContainsRune(")]}", r):
			if len(open) == 0 || open[len(open)-1] != byte(r) {
				return nil, say.Errorf("column %d: nothing was opened that %q closes", i+1, r)
			}
			open = open[:len(open)-1]
		case unicode.IsSpace(r):
			if nearEquals(runes, i) {
				continue
			}
			if len(open) == 0 {
				end()
				continue
			}
		case len(open) == 0 && r == ',' && goesOn(runes[i+1:]):
			for i+1 < len(runes) && unicode.IsSpace(runes[i+1]) {
				i++
			}
		case len(open) == 0 && (r == ';' || r == ','):
			end()
			continue
		}
		word.WriteRune(r)
	}
	end()
	switch {
	case quoted != 0:
		return nil, say.Errorf("a quotation mark is not closed")
	case len(open) > 0:
		return nil, say.Errorf("a bracket is not closed: %q is missing at the end", open[len(open)-1])
	}
	return words, nil
}

func closing(open rune) byte {
	switch open {
	case '(':
		return ')'
	case '[':
		return ']'
	}
	return '}'
}

// nearEquals tells whether the space at i stands between an equals sign and what is on its other side.
func nearEquals(runes []rune, i int) bool {
	from, to := i, i
	for from > 0 && unicode.IsSpace(runes[from-1]) {
		from--
	}
	for to < len(runes) && unicode.IsSpace(runes[to]) {
		to++
	}
	return from > 0 && to < len(runes) && (runes[from-1] == '=' || runes[to] == '=')
}

// goesOn tells whether a list of numbers goes on after a comma.
func goesOn(rest []rune) bool {
	for _, r := range rest {
		if !unicode.IsSpace(r) {
			return strings.ContainsRune("+-.,0123456789", r)
		}
	}
	return false
}

// readCall reads a word as a call; of one without brackets there are no arguments. It is false if the word is none.
func readCall(word string) (c call, bracketed, ok bool) {
	name, rest, bracketed := strings.Cut(word, "(")
	if c.name = strings.TrimSpace(name); !dotted(c.name) {
		return call{}, false, false
	}
	if !bracketed {
		return c, false, true
	}
	inner, whole := strings.CutSuffix(strings.TrimSpace(rest), ")")
	if !whole {
		return call{}, false, false
	}
	for _, arg := range arguments(inner) {
		c.args = append(c.args, readSetting(arg))
	}
	return c, true, true
}

// dotted tells whether a text is a name, or several with dots between.
func dotted(text string) bool {
	for part := range strings.SplitSeq(text, ".") {
		if part == "" {
			return false
		}
		for i, r := range part {
			if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
				return false
			}
		}
	}
	return true
}

// arguments splits at the commas outside of brackets and quotes; brackets are balanced. Empty ones are left out.
func arguments(text string) (args []string) {
	depth, from, quoted := 0, 0, rune(0)
	add := func(to int) {
		if arg := strings.TrimSpace(text[from:to]); arg != "" {
			args = append(args, arg)
		}
		from = to + 1
	}
	for i, r := range text {
		switch {
		case quoted != 0:
			if r == quoted {
				quoted = 0
			}
		case r == '"' || r == '\'':
			quoted = r
		case strings.ContainsRune("([{", r):
			depth++
		case strings.ContainsRune(")]}", r):
			depth--
		case r == ',' && depth == 0:
			add(i)
		}
	}
	if from <= len(text) {
		add(len(text))
	}
	return args
}

// readSetting reads name=value; what is no such thing is a value.
func readSetting(text string) setting {
	name, value, found := strings.Cut(text, "=")
	if name = strings.TrimSpace(name); !found || !dotted(name) {
		return setting{"", text}
	}
	return setting{name, strings.TrimSpace(value)}
}
