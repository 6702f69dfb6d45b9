package optim

import (
	"fmt"
	"strconv"
	"strings"
)

// suggest is `; did you mean "name"?`, or "" if no name is near the word.
func suggest(word string, names []string) string {
	if name := nearest(word, names); name != "" {
		return fmt.Sprintf("; did you mean %q?", name)
	}
	return ""
}

// nearest is the name with the smallest edit distance to the word, capitals apart, or "" if more than a third of the
// letters (and more than one) would have to change.
func nearest(word string, names []string) string {
	if len(word) > maxWord {
		return ""
	}
	best, least := "", max(len(word)/3, 1)+1
	for _, name := range names {
		if d := distance(strings.ToLower(word), strings.ToLower(name)); d < least {
			best, least = name, d
		}
	}
	return best
}

// maxWord bounds the work that a mistyped word can cause.
const maxWord = 64

// distance counts the insertions, deletions, substitutions and swaps of neighbours that turn a into b
// (optimal string alignment).
func distance(a, b string) int {
	before, last, now := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
		}
		before, last, now = last, now, before
	}
	return last[len(b)]
}

// quote quotes a word for an error, shortened if it is very long.
func quote(word string) string { return strconv.Quote(shorten(word)) }

// shorten cuts a word to a length that fits in an error.
func shorten(word string) string {
	if len(word) > maxWord {
		word = strings.ToValidUTF8(word[:maxWord], "") + "..."
	}
	return word
}
