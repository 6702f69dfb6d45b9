package plot

import (
	"strings"
	"unicode/utf8"
)

// Markup is what the equation was read from.
func (e *Equation) Markup() string { return e.markup }

// String writes the equation in one line of plain characters, for a terminal: "m̂ₜ₊₁/(√v̂ₜ₊₁ + ϵ)".
func (e *Equation) String() string {
	return strings.ReplaceAll(plainRow(e.line, true), plainQuad, "   ")
}

// plainQuad stands for a wide space until the narrow ones are put in order.
const plainQuad = "\x00"

// plainRow writes items side by side, with blanks around operators if there is room for them.
func plainRow(items mathRow, spaced bool) string {
	var b strings.Builder
	for i, n := range items {
		role, text := roleAt(items, i), plain(n)
		before := mathOpening
		if i > 0 && !signAt(items, i-1) {
			before = roleAt(items, i-1)
		}
		switch {
		case spaced && (role == mathBinary || role == mathRelation):
			text = " " + text + " "
		case spaced && role == mathPunctuation:
			text += " "
		case i > 0 && isFrac(items[i-1]) && (role == mathOrdinary || role == mathOpening):
			text = "·" + text // what follows is no part of the denominator
		case role == mathFunction && before != mathOpening, before == mathFunction && roleOf(n) == mathOrdinary:
			text = " " + text
		}
		b.WriteString(text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// signAt tells whether item i is a sign before its operand.
func signAt(items mathRow, i int) bool {
	return roleOf(items[i]) == mathBinary && roleAt(items, i) == mathOrdinary
}

func plain(n mathNode) string {
	switch n := n.(type) {
	case mathRow:
		return plainRow(n, true)
	case mathSymbol:
		return n.text
	case mathScripts:
		text := plain(n.base)
		if n.sub != nil {
			text += plainScript(n.sub, "_", plainSubs)
		}
		if n.sup != nil {
			text += plainScript(n.sup, "^", plainSups)
		}
		return text
	case mathFrac:
		return plainOperand(n.num) + "/" + plainOperand(n.den)
	case mathRoot:
		return "√" + plainOperand(n.body)
	case mathAccent:
		mark := map[string]string{"hat": "\u0302", "bar": "\u0304", "tilde": "\u0303"}[n.kind]
		if text := plain(n.body); utf8.RuneCountInString(text) == 1 {
			return text + mark
		}
		return plainOperand(n.body) + mark
	case mathSpace:
		if n >= 1 {
			return plainQuad
		}
		return " "
	}
	return ""
}

// plainOperand is an item that is divided or the like: in parentheses, if it is more than one.
func plainOperand(n mathNode) string {
	text := plain(n)
	if row, ok := n.(mathRow); ok && (len(row) > 1 || len(row) == 1 && isFrac(row[0])) {
		return "(" + text + ")"
	}
	return text
}

func isFrac(n mathNode) bool {
	_, ok := n.(mathFrac)
	return ok
}

// plainScript raises or lowers an item, by characters of that kind if there are such.
func plainScript(n mathNode, sign string, table map[rune]rune) string {
	text := plain(n)
	if row, ok := n.(mathRow); ok {
		text = plainRow(row, false)
	}
	script := strings.Map(func(r rune) rune {
		if s, ok := table[r]; ok {
			return s
		}
		return utf8.RuneError
	}, text)
	switch {
	case !strings.ContainsRune(script, utf8.RuneError):
		return script
	case utf8.RuneCountInString(text) == 1:
		return sign + text
	}
	return sign + "(" + text + ")"
}

var (
	plainSubs = scripts("0123456789+−=()aehijklmnoprstuvxβγρϕχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")
	plainSups = scripts("0123456789+−=()abcdefghijklmnoprstuvwxyzT⊤′", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᵀ′")
)

func scripts(from, to string) map[rune]rune {
	table := map[rune]rune{}
	letters := []rune(to)
	for i, r := range []rune(from) {
		table[r] = letters[i]
	}
	return table
}
