package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type tokenKind uint8

const (
	tokenEnd tokenKind = iota
	tokenNumber
	tokenName
	tokenSymbol // operators, parentheses, comma, semicolon
	tokenBad    // a character that no formula holds
)

type token struct {
	kind tokenKind
	text string
	at   int // byte offset in the formula
}

// symbols are tried in order, so the longer ones stand before their beginnings.
var symbols = []string{
	"**", "<=", ">=", "==", "!=", "&&", "||",
	"+", "-", "*", "/", "^", "(", ")", ",", "?", ":", "<", ">", "!", ";",
}

// scan returns the token that begins at or after the offset, skipping white space.
func scan(text string, at int) token {
	at += len(text[at:]) - len(strings.TrimLeftFunc(text[at:], unicode.IsSpace))
	rest := text[at:]
	if rest == "" {
		return token{kind: tokenEnd, at: at}
	}
	if n := numberLength(rest); n > 0 {
		return token{tokenNumber, rest[:n], at}
	}
	if n := nameLength(rest); n > 0 {
		return token{tokenName, rest[:n], at}
	}
	for _, s := range symbols {
		if strings.HasPrefix(rest, s) {
			return token{tokenSymbol, s, at}
		}
	}
	_, n := utf8.DecodeRuneInString(rest)
	return token{tokenBad, rest[:n], at}
}

// numberLength returns the length of the decimal number that s begins with, or 0. An e belongs to the number only if
// digits follow, so that 2e is 2 and the name e.
func numberLength(s string) int {
	whole := digits(s)
	n := whole
	if n < len(s) && s[n] == '.' {
		fraction := digits(s[n+1:])
		if whole+fraction == 0 {
			return 0
		}
		n += 1 + fraction
	}
	if n == 0 || n == len(s) || s[n] != 'e' && s[n] != 'E' {
		return n
	}
	exponent := n + 1
	if exponent < len(s) && (s[exponent] == '+' || s[exponent] == '-') {
		exponent++
	}
	if d := digits(s[exponent:]); d > 0 {
		return exponent + d
	}
	return n
}

func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

// nameLength returns the length of the name that s begins with, or 0: a letter or _, then letters, digits or _.
func nameLength(s string) int {
	for i, r := range s {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) || r == utf8.RuneError {
			return i
		}
	}
	return len(s)
}

// IsName tells whether a text could be the name of a parameter: a letter or _ followed by letters, digits or _.
func IsName(text string) bool { return text != "" && nameLength(text) == len(text) }
