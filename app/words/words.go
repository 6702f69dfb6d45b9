// Package words is what the program says to people: numbers, sentences, and T, through which every text goes.
package words

import "descentlab/internal/say"

// T is a text in the reader's language. Its key is the English text, which stands where it is said and is a format of
// package fmt if there are arguments: a translation has the same verbs, in any order by their numbers, as in "%[2]s %[1]s".
func T(english string, args ...any) string { return say.T(english, args...) }

// N is T of the text for one thing or for another number of things.
func N(n int, one, many string, args ...any) string { return say.N(n, one, many, args...) }

// Translate makes T ask f for the text that stands for an English one; f returns the English one if it knows none. A nil f
// means English. It is to be called before the first text is said.
func Translate(f func(english string) string) { say.Translate(f) }

// Decimal is a written number with the decimal sign that people read.
func Decimal(number string) string { return say.Decimal(number) }

// Prose is a text in which numbers stand as in files, with a point, as people read it.
func Prose(text string) string { return say.Prose(text) }

// Between is what parts two numbers in a text: a comma, or a semicolon where they have commas themselves.
func Between() string { return say.Between() }
