// Package say is the one function through which every text for people goes, so that a language is one file.
package say

import (
	"fmt"
	"sync/atomic"
)

// translate finds the text that stands for an English one in the reader's language.
var translate atomic.Pointer[func(english string) string]

// Translate makes T ask f for the text that stands for an English one; f returns the English one if it knows none. A nil f
// means English. It is to be called before the first text is said.
func Translate(f func(english string) string) {
	if f == nil {
		translate.Store(nil)
		return
	}
	translate.Store(&f)
}

// T is a text in the reader's language. Its key is the English text, which stands where it is said and is a format of
// package fmt if there are arguments: a translation has the same verbs, in any order by their numbers, as in "%[2]s %[1]s".
func T(english string, args ...any) string {
	text := english
	if f := translate.Load(); f != nil && english != "" {
		text = (*f)(english)
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, decimals(args)...)
}

// N is T of the text for one thing or for another number of things.
func N(n int, one, many string, args ...any) string {
	if n == 1 {
		return T(one, args...)
	}
	return T(many, args...)
}

// Errorf is an error in the reader's language; %w wraps another one, as in package fmt.
func Errorf(english string, args ...any) error { return fmt.Errorf(T(english), decimals(args)...) }
