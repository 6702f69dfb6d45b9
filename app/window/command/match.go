package command

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"descentlab/app/window/desk"
)

// A match is a command that answers a search.
type match struct {
	desk.Command
	score int
	hits  []int // letters of the name that were searched for, from the left
	last  int   // how lately it was used: 1 last of all; 0: not lately
}

// What a letter that is found is worth: more at the beginning of a word, and behind another one that was searched for before it.
const (
	ofLetter   = 16
	ofWord     = 10 // at the beginning of a word
	ofFirst    = 6  // and more at that of the first one
	ofRun      = 8  // right behind the letter before
	ofGap      = 3  // less, for the first letter that is left out between two
	ofGapMore  = 1  // and for each further one
	ofGroup    = 8  // for each letter of a word that the group has
	ofHint     = 3  // and of one that only the hint has
	ofDenied   = 12 // less, if it cannot be done now
	enoughPart = 2  // answers that are worth less than this part of the best one are left out
)

// search gives the commands that answer a text, the best ones first, equally good ones as they were used last and then in
// their own order. Every word of the text has to be found: its letters in the name, in their order, or all of it in group
// or hint.
func search(list []match, text string) []match {
	words := strings.Fields(string(folded(text)))
	var found []match
	best := 0
	for _, m := range list {
		if m.answer(words) {
			if m.Why != "" {
				m.score = max(m.score-ofDenied, 1)
			}
			best = max(best, m.score)
			found = append(found, m)
		}
	}
	found = slices.DeleteFunc(found, func(m match) bool { return m.score*enoughPart < best })
	slices.SortStableFunc(found, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(age(a.last), age(b.last)))
	})
	return found
}

// age puts what was not used lately behind what was.
func age(last int) int {
	if last == 0 {
		return lasting + 1
	}
	return last
}

// answer tells whether a command has all of the words, and notes how well and where.
func (m *match) answer(words []string) bool {
	name := folded(m.Name)
	m.score, m.hits = 0, nil
	for _, word := range words {
		letters := []rune(word)
		score, hits := align(letters, name)
		n := len(letters)
		if in := strings.Contains(string(folded(m.Group)), word); in && ofGroup*n > score {
			score, hits = ofGroup*n, nil
		} else if score == 0 && strings.Contains(string(folded(m.Hint)), word) {
			score = ofHint * n
		}
		if score <= 0 {
			return false
		}
		m.score += score
		m.hits = append(m.hits, hits...)
	}
	slices.Sort(m.hits)
	m.hits = slices.Compact(m.hits)
	return true
}

// align finds the letters of a word in a name, in their order, where they are worth most; 0 and nil if they are not all there.
func align(word, name []rune) (score int, hits []int) {
	if len(word) == 0 || len(word) > len(name) {
		return 0, nil
	}
	// at[i][j] is what the first i+1 letters are worth if the last of them stands at j, and from where the one before stands.
	type cell struct{ score, from int }
	at := make([][]cell, len(word))
	for i, letter := range word {
		at[i] = make([]cell, len(name))
		for j, r := range name {
			at[i][j] = cell{-1, -1}
			if r != letter {
				continue
			}
			worth := ofLetter + bonus(name, j)
			if i == 0 {
				at[i][j].score = worth
				continue
			}
			for k := i - 1; k < j; k++ {
				if at[i-1][k].score < 0 {
					continue
				}
				sum := at[i-1][k].score + worth
				if gap := j - k - 1; gap > 0 {
					sum -= ofGap + ofGapMore*(gap-1)
				} else {
					sum += ofRun
				}
				if sum > at[i][j].score {
					at[i][j] = cell{sum, k}
				}
			}
		}
	}
	end := -1
	for j, c := range at[len(word)-1] {
		if c.score > score {
			score, end = c.score, j
		}
	}
	for i := len(word) - 1; i >= 0 && end >= 0; i-- {
		hits = append(hits, end)
		end = at[i][end].from
	}
	slices.Reverse(hits)
	return score, hits
}

// bonus is what a letter is worth more for where it stands.
func bonus(name []rune, j int) int {
	switch {
	case j == 0:
		return ofWord + ofFirst
	case !unicode.IsLetter(name[j-1]) && !unicode.IsDigit(name[j-1]) && name[j-1] != '.': // 0.25 is one word
		return ofWord
	}
	return 0
}

// folded is a text letter by letter, in small ones without accents.
func folded(text string) []rune {
	runes := []rune(text)
	for i, r := range runes {
		bare := []rune(norm.NFD.String(string(unicode.ToLower(r))))
		if runes[i] = bare[0]; bare[0] == 'ß' {
			runes[i] = 's'
		}
	}
	return runes
}
