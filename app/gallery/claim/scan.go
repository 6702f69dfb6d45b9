package claim

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/internal/near"
)

// An Error is what is wrong with a claim, and at which character of it, from 1.
type Error struct {
	Column int
	Msg    string
}

// Error is one line.
func (e *Error) Error() string { return words.T("character %d of the claim: %s", e.Column, e.Msg) }

// A scanner reads a claim from left to right. After its first fault it stays where it is, and everything it is asked fails.
type scanner struct {
	text  string
	at    int // byte
	names []string
	fault *Error
}

// fail keeps the first fault, which is at a byte.
func (s *scanner) fail(at int, msg string) {
	if s.fault == nil {
		s.fault = &Error{1 + utf8.RuneCountInString(s.text[:at]), msg}
	}
}

// rest is what is still to be read, without blanks before it.
func (s *scanner) rest() string {
	for s.at < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[s.at:])
		if !unicode.IsSpace(r) {
			break
		}
		s.at += size
	}
	return s.text[s.at:]
}

// here is what stands next, for a message.
func (s *scanner) here() string {
	rest := s.rest()
	if rest == "" {
		return words.T("the end")
	}
	if word := leading(rest); word != "" {
		return strconv.Quote(word)
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return strconv.Quote(string(r))
}

// leading is the word with which a text begins.
func leading(text string) string {
	end := strings.IndexFunc(text, func(r rune) bool { return !part(r) })
	if end < 0 {
		return text
	}
	return text[:end]
}

// part tells whether a letter is a part of a word.
func part(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }

// ends tells whether a word that has been read ends before the rest.
func ends(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || !part(r)
}

// sees tells whether these words, parted by blanks, or these signs come next, and where they end.
func (s *scanner) sees(phrase string) (end int, ok bool) {
	if s.fault != nil {
		return 0, false
	}
	begin := s.at
	defer func() { s.at = begin }()
	for _, word := range strings.Fields(phrase) {
		rest, found := strings.CutPrefix(s.rest(), word)
		if r, _ := utf8.DecodeLastRuneInString(word); !found || part(r) && !ends(rest) {
			return 0, false
		}
		s.at = len(s.text) - len(rest)
	}
	return s.at, true
}

// takes reads the phrase if it comes next.
func (s *scanner) takes(phrase string) bool {
	end, ok := s.sees(phrase)
	if ok {
		s.at = end
	}
	return ok
}

// wants reads the phrase, which must come next.
func (s *scanner) wants(phrase string) {
	if s.fault == nil && !s.takes(phrase) {
		got := s.here()
		s.fail(s.at, words.T("%q is needed here; got %s", phrase, got))
	}
}

// oneOf reads the longest of the phrases that comes next; "" if none does.
func (s *scanner) oneOf(phrases []string) string {
	best, end := "", 0
	for _, phrase := range phrases {
		if to, ok := s.sees(phrase); ok && to > end {
			best, end = phrase, to
		}
	}
	if best != "" {
		s.at = end
	}
	return best
}

// among reads one of the phrases, which must come next.
func (s *scanner) among(phrases []string) string {
	phrase := s.oneOf(phrases)
	if phrase == "" && s.fault == nil {
		got := s.here()
		msg := words.T("one of %s is needed here; got %s", strings.Join(phrases, ", "), got)
		if meant := near.Word(leading(s.rest()), phrases); meant != "" {
			msg = words.T("%s is not known; did you mean %s?", got, meant)
		}
		s.fail(s.at, msg)
	}
	return phrase
}

// racer reads the name of a racer: its number.
func (s *scanner) racer() int {
	best := -1
	if s.fault != nil {
		return best
	}
	rest := s.rest()
	for i, name := range s.names {
		after, ok := strings.CutPrefix(rest, name)
		if ok && ends(after) && (best < 0 || len(name) > len(s.names[best])) {
			best = i
		}
	}
	switch {
	case best >= 0:
		s.at += len(s.names[best])
	case len(s.names) == 0:
		s.fail(s.at, words.T("the experiment has no racers"))
	default:
		got, msg := s.here(), ""
		if meant := near.Word(leading(rest), s.names); meant != "" {
			msg = words.T("no racer is called %s; did you mean %s?", got, meant)
		} else {
			msg = words.T("no racer is called %s; there are %s", got, strings.Join(s.names, ", "))
		}
		s.fail(s.at, msg)
	}
	return best
}

// number reads a number; text is how it is written.
func (s *scanner) number() (v float64, text string) {
	if s.fault != nil {
		return 0, ""
	}
	text = numeral(s.rest())
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || !geom.Finite(v) || !ends(s.text[s.at+len(text):]) {
		got := s.here()
		s.fail(s.at, words.T("a number is needed here, as 12 or 1e-6; got %s", got))
		return 0, ""
	}
	s.at += len(text)
	return v, text
}

// startsNumber tells whether a number may come next.
func (s *scanner) startsNumber() bool { return s.fault == nil && numeral(s.rest()) != "" }

// numeral is the number with which a text begins.
func numeral(text string) string {
	at := 0
	skip := func(set string) (n int) {
		for at < len(text) && strings.IndexByte(set, text[at]) >= 0 {
			at, n = at+1, n+1
		}
		return n
	}
	if at < len(text) && (text[at] == '-' || text[at] == '+') {
		at++
	}
	digits := skip("0123456789")
	if at < len(text) && text[at] == '.' {
		at++
		digits += skip("0123456789")
	}
	if digits == 0 {
		return ""
	}
	if mantissa := at; at < len(text) && (text[at] == 'e' || text[at] == 'E') {
		at++
		if at < len(text) && (text[at] == '-' || text[at] == '+') {
			at++
		}
		if skip("0123456789") == 0 {
			at = mantissa
		}
	}
	return text[:at]
}

// whole reads a whole number from least on.
func (s *scanner) whole(least int) int {
	s.rest()
	at := s.at
	v, _ := s.number()
	if s.fault == nil && (v != math.Trunc(v) || v < float64(least) || v > 1e9) {
		s.fail(at, words.T("a whole number from %d to 1e9 is needed here", least))
		return 0
	}
	return int(v)
}

// point reads a point.
func (s *scanner) point() (p geom.Point) {
	s.wants("(")
	p.X, _ = s.number()
	s.wants(",")
	p.Y, _ = s.number()
	s.wants(")")
	return p
}

// since is what has been read from a byte on.
func (s *scanner) since(begin int) string { return strings.TrimSpace(s.text[begin:s.at]) }

// place reads the name of a place, or a point.
func (s *scanner) place() place {
	if _, ok := s.sees("("); ok {
		return place{at: s.point()}
	}
	if s.fault != nil {
		return place{}
	}
	name := leading(s.rest())
	if r, _ := utf8.DecodeRuneInString(name); name == "" || !unicode.IsUpper(r) {
		got := s.here()
		s.fail(s.at, words.T("a place is needed here, as A, S1 or (1, 2); got %s", got))
		return place{}
	}
	s.at += len(name)
	return place{name: name}
}

// moment reads when something happens, if that is said.
func (s *scanner) moment() moment {
	for _, is := range []string{"at", "before", "after"} {
		if s.takes(is + " step") {
			return moment{is, s.whole(0)}
		}
	}
	return moment{}
}

// known tells whether a word is one of a list.
func known(word string, list []string) bool { return slices.Contains(list, word) }
