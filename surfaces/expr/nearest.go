package expr

import "strings"

// Nearest returns the name that word was probably meant to be: the one that it begins, if it is three letters or
// more, or else the one at the smallest edit distance (insertions, deletions, replacements and swaps of neighbours:
// optimal string alignment). It returns "" if none is close, that is, if more than one edit and one more for every
// four letters of word are needed, or as many as word has letters. Case does not matter; the first of several
// equally near names wins.
func Nearest(word string, names []string) string {
	w := []rune(strings.ToLower(word))
	best, least := "", min(len(w), 2+len(w)/4)
	for _, name := range names {
		n := []rune(strings.ToLower(name))
		d := distance(w, n)
		if d > 1 && len(w) >= 3 && strings.HasPrefix(string(n), string(w)) {
			d = 1
		}
		if d < least {
			best, least = name, d
		}
	}
	return best
}

// distance is the optimal string alignment distance of a and b.
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
