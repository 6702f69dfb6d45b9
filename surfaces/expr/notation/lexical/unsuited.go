package lexical

import (
	"strings"
	"unicode/utf8"

	"descentlab/internal/say"
)

// What to do instead of what a formula cannot have.
var (
	follow   = say.Later("derivatives follow by themselves")
	noneSuch = say.Later("there is none of its kind")
	byValue  = say.Later("write its value")
	asSum    = say.Later("write its terms out with +")
	asTimes  = say.Later("write its factors out with *")
	asDots   = say.Later("write the sum of the products")
	signed   = say.Later("write + or -")
	asPlain  = say.Later("leave out the sign above the letter")
	asOrder  = say.Later("write < or >")
)

// unsuited are functions and commands that are well known and not to be had, with what to do instead.
var unsuited = map[string]say.Text{
	"sum": asSum, "mean": say.Later("write its terms out with + and divide by their number"), "prod": asTimes, "product": asTimes,
	"factorial": byValue, "gamma": noneSuch, "γ": noneSuch, "beta": noneSuch, "zeta": noneSuch, "diff": follow, "grad": follow,
	"partial": follow, "nabla": follow, "prime": follow, "sinc": say.Later("write sin(x)/x, or sin(pi*x)/(pi*x)"),
	"int": byValue, "iint": byValue, "oint": byValue, "integrate": byValue, "lim": byValue, "det": say.Later("write it out"),
	"top": asDots, "intercal": asDots, "pm": signed, "mp": signed, "approx": asOrder, "sim": asOrder, "simeq": asOrder,
	`\hat`: asPlain, `\bar`: asPlain, `\tilde`: asPlain, `\dot`: asPlain, `\vec`: asPlain, `\overline`: asPlain, "dot": asDots,
	"piecewise": say.Later("write condition ? a : b"), "random": say.Later("use -noise instead"),
	"rand": say.Later("use -noise instead"), "in": say.Later("leave out what the letters are members of"),
	"pmod": say.Later("write mod(x, 2)"), "binom": say.Later("write its terms out"),
}

func isUnsuited(name string) bool {
	_, is := unsuited[name]
	return is
}

// Unsuited is what to do instead of a function that a formula cannot have, if the name is that of one.
func Unsuited(name string) (instead say.Text, is bool) {
	instead, is = unsuited[name]
	return instead, is
}

// unsuitedSigns are signs that stand for what a formula cannot have, by the names of these.
var unsuitedSigns = map[rune]string{
	'∑': "sum", '∏': "prod", '∫': "int", '∬': "int", '∮': "int", '∂': "partial", '∇': "nabla", '′': "prime", '″': "prime",
	'±': "pm", '∓': "pm", 'ᵀ': "top", '⊤': "top", '≈': "approx", '≃': "approx", '≅': "approx", '∈': "in",
}

// refuse reports what a formula cannot have, and leaves out what stands above and below it.
func (l *lexer) refuse(shown, name string, n int) {
	l.fault(l.at(), "a formula has no %s; %s", shown, unsuited[name])
	l.skip(n)
	l.bounds()
}

// isBounded tells what stands below a command.
func isBounded(s string) bool {
	return strings.HasPrefix(strings.TrimLeft(strings.TrimPrefix(s, `\limits`), " "), "_")
}

// bounds leaves out what stands below and above a sign: the bounds of a sum.
func (l *lexer) bounds() {
	for {
		mark := strings.TrimLeft(strings.TrimPrefix(l.rest, `\limits`), " ")
		if mark == "" || mark[0] != '_' && mark[0] != '^' {
			return
		}
		inside := strings.TrimLeft(mark[1:], " ")
		l.skip(len(l.rest) - len(inside) + boundLength(inside))
	}
}

// boundLength is how many bytes a bound has: a group in brackets, or a number, a word or a sign.
func boundLength(s string) int {
	depth := 0
	for i, c := range s {
		_, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case strings.ContainsRune("({[", c):
			depth++
		case strings.ContainsRune(")}]", c):
			depth--
		}
		if depth > 0 {
			continue
		}
		end := i + size
		if i == 0 {
			end += len(s[end:]) - len(strings.TrimLeftFunc(s[end:], func(c rune) bool { return isLetter(c) || isDigit(c) }))
		}
		return end
	}
	return len(s)
}
