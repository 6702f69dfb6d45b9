package curve

import (
	"cmp"
	"errors"
	"strings"
	"unicode"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/surfaces/expr"
	"descentlab/surfaces/expr/notation"
)

// Letter is the variable of a curve.
const Letter = "w"

// ReadFormula puts a formula in w, as people write formulas, into the program's own grammar. The remark says how it was read; ""
// if it was in the grammar already. An error is what is wrong with it, or *notation.Ambiguous.
func ReadFormula(text string) (formula, remark string, err error) {
	if strings.TrimSpace(text) == "" {
		return "", "", words.Errorf("a formula in w is needed, as in 0.15*(w-4)^2 + 0.5")
	}
	reading, err := notation.Read(text, Letter)
	if err != nil {
		if letter := other(text); letter != "" && Ambiguity(err) == nil {
			return "", "", stray(letter)
		}
		return "", "", err
	}
	formula = reading.Formula
	program, err := expr.Compile(formula, append(names(reading.Params), Letter)...)
	switch {
	case err != nil:
		return "", "", err
	case len(reading.Params) > 0:
		return "", "", stray(reading.Params[0].Name)
	case program.Uses("y") || program.Uses("x") && program.Uses(Letter):
		return "", "", stray(cmp.Or(other(text), "x"))
	}
	formula = renamed(formula, "x", Letter)
	return formula, setup.Remark(notation.Reading{Formula: formula, Same: formula == text}), nil
}

// names are those of parameters.
func names(params []notation.Param) []string {
	list := make([]string, len(params))
	for i, p := range params {
		list[i] = p.Name
	}
	return list
}

// other is the first letter of a text that stands alone and is neither the variable nor a number; "" if there is none.
func other(text string) string {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !inName(r) }) {
		if len(word) == 1 && unicode.IsLetter(rune(word[0])) && word != Letter && word != "e" {
			return word
		}
	}
	return ""
}

// stray is the error about a letter that is not the variable.
func stray(letter string) error {
	return words.Errorf("%s has no value here: a curve has one variable, w; write a number in the place of every other letter",
		letter)
}

// compile makes the program of a formula in w. The derivatives of a program are by x, so w is called so in it.
func compile(formula string) (*expr.Program, error) {
	if _, err := expr.Compile(formula, Letter); err != nil {
		return nil, err // which speaks of w
	}
	return expr.Compile(renamed(formula, Letter, "x"))
}

// inName tells what names are made of.
func inName(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// renamed is a formula of the grammar with another name for a variable.
func renamed(formula, from, to string) string {
	var b strings.Builder
	for rest := formula; rest != ""; {
		end := strings.IndexFunc(rest, func(r rune) bool { return !inName(r) })
		if end == 0 {
			end = strings.IndexFunc(rest, inName)
			b.WriteString(rest[:tail(end, rest)])
		} else if word := rest[:tail(end, rest)]; word == from {
			b.WriteString(to)
		} else {
			b.WriteString(word)
		}
		rest = rest[tail(end, rest):]
	}
	return b.String()
}

// tail is an index, or the end of the text if there is none.
func tail(i int, text string) int {
	if i < 0 {
		return len(text)
	}
	return i
}

// Ambiguity is an error that says that people mean different things by a formula; nil if it is another one.
func Ambiguity(err error) *notation.Ambiguous {
	var a *notation.Ambiguous
	errors.As(err, &a)
	return a
}
