package syntax

import (
	"slices"
	"strings"
	"unicode"

	"descentlab/internal/say"
)

// A definition is a name for a part of the formula, as in r = hypot(x, y); sin(r)/r. It holds to the end of the parentheses in
// which it stands. What has a name is built once, so that a formula may use it often without becoming long.
type definition struct {
	name string
	term term
}

// definitions reads those that a formula, or what stands in parentheses, begins with.
func (p *parser) definitions() {
	for p.err == nil && p.tok.kind == tokenName && !p.taken(p.tok.text) {
		name := p.tok
		behind := name.at + len(name.text)
		rest := strings.TrimLeftFunc(p.text[behind:], unicode.IsSpace)
		if !strings.HasPrefix(rest, "=") || strings.HasPrefix(rest, "==") {
			return
		}
		p.tok = token{kind: tokenSymbol, text: "=", at: len(p.text) - len(rest)}
		p.next()
		t := p.expression(lowest)
		if !p.at(";") {
			p.unexpected(say.Later("expected ; after what %s is", clip(name.text)))
			return
		}
		p.next()
		p.local = append(p.local, definition{name.text, t})
	}
}

// taken tells whether a name means something else already.
func (p *parser) taken(name string) bool {
	return slices.Contains([]string{"x", "y", "pi", "e"}, name) || slices.Contains(p.params, name) || p.lookup(name) >= 0
}

// defined is the place of the definition that a name has here, or -1: the latest one counts.
func (p *parser) defined(name string) int {
	for i, d := range slices.Backward(p.local) {
		if d.name == name {
			return i
		}
	}
	return -1
}
