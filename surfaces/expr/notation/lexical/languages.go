package lexical

import (
	"regexp"
	"strings"
)

// fixed is a cell of a spreadsheet that stays the same when the formula is copied: $A$1.
var fixed = regexp.MustCompile(`^(\$[A-Z]{1,2}\$?|[A-Z]{1,2}\$)[0-9]+`)

// cell reads one, in a formula that begins as a spreadsheet's.
func (l *lexer) cell() bool {
	m := fixed.FindString(l.rest)
	if m == "" || !strings.HasPrefix(strings.TrimSpace(l.text), "=") {
		return false
	}
	l.put(Name, strings.ReplaceAll(m, "$", ""), len(m))
	return true
}

// ellipsis reads the three points with which MATLAB goes on in the next line, and Python's for all the indexes before: x[..., 0].
func (l *lexer) ellipsis() bool {
	after := strings.TrimLeft(l.rest[3:], " \t\r")
	switch {
	case strings.HasPrefix(after, ",") && len(l.tokens) > 0 && l.tokens[len(l.tokens)-1].Raw == "[":
		l.put(Symbol, ":", 3)
	case strings.HasPrefix(after, "\n"):
		l.skip(len(l.rest) - len(after) + 1)
	case l.rest[3:] != after: // the end of the line became a space
		l.skip(3)
	default:
		return false
	}
	return true
}

// pure is a function of Wolfram's without names: #1^2 + #2^2 &.
var pure = regexp.MustCompile(`^[^&]*#[^&]*&\s*$`)

// slot reads an argument of one; # alone is the first.
func (l *lexer) slot() {
	which, n := "1", 1
	if strings.HasPrefix(l.rest, "#1") || strings.HasPrefix(l.rest, "#2") {
		which, n = l.rest[1:2], 2
	}
	l.put(Name, "x_"+which, n)
}

// sought is what LaTeX writes before a function that is to be minimized or maximized, beside \min_x.
var sought = regexp.MustCompile(`^\\(underset\s*\{[^{}]*\}\s*\{\s*(\\arg\s*)?\\(min|max)\s*\}|` +
	`operatorname\*?\s*\{\s*arg[\s\\,]*(min|max)\})`)

// toSeek leaves it out, and refuses the maximum.
func (l *lexer) toSeek() bool {
	m := sought.FindString(l.rest)
	if m == "" {
		return false
	}
	if strings.Contains(m, "max}") || strings.Contains(m, "max }") {
		l.refuseMaximum()
	}
	l.skip(len(m))
	l.bounds()
	return true
}

func (l *lexer) refuseMaximum() {
	l.fault(l.at(), "a formula has no \\max over its variables; write the function alone, and let the racers maximize it")
}
