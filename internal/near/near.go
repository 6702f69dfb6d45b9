// Package near finds the name that a mistyped word was probably meant to be.
package near

import "strings"

// longest bounds the work that a mistyped word can cause Word, in bytes.
const longest = 64

// Word returns the name at the smallest edit distance from word, or "" if more than a third of word's letters, and more than
// one, would have to change, or all of them, or if word has more than 64. Letters are counted as bytes, case does not matter,
// and the first of several equally near names wins.
func Word(word string, names []string) string {
	if len(word) > longest {
		return ""
	}
	w := []byte(strings.ToLower(word))
	return nearest(names, min(max(len(word)/3, 1)+1, len(word)), func(name string) int {
		return distance(w, []byte(strings.ToLower(name)))
	})
}

// Prefix returns the name that word begins, if word is three letters or more, or else the one at the smallest edit distance.
// It returns "" if none is close, that is, if more than one edit and one more for every four letters of word are needed, or as
// many as word has letters. Case does not matter; the first of several equally near names wins.
func Prefix(word string, names []string) string {
	w := []rune(strings.ToLower(word))
	return nearest(names, min(len(w), 2+len(w)/4), func(name string) int {
		n := []rune(strings.ToLower(name))
		d := distance(w, n)
		if d > 1 && len(w) >= 3 && strings.HasPrefix(string(n), string(w)) {
			d = 1
		}
		return d
	})
}

// nearest returns the first of the names that are least far away, or "" if all are as far as the limit or farther.
func nearest(names []string, limit int, far func(name string) int) string {
	best, least := "", limit
	for _, name := range names {
		if d := far(name); d < least {
			best, least = name, d
		}
	}
	return best
}
