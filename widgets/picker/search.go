package picker

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// How well an item answers a search, best first.
const (
	titleBegins = iota
	titleWordBegins
	titleContains
	noteContains
	noMatch
)

// searched returns the rows that match a search, the best ones first and equally good ones in their own order.
func searched(rows []*row, text string) []*row {
	rank := make(map[*row]int, len(rows))
	var found []*row
	for _, row := range rows {
		if rank[row] = searchRank(row.item, text); rank[row] < noMatch {
			found = append(found, row)
		}
	}
	slices.SortStableFunc(found, func(a, b *row) int { return rank[a] - rank[b] })
	return found
}

// folded is a text in small letters in which it does not matter how those are spelled that a keyboard may not have: ü, ue and u
// are the same, and so is every letter with an accent and without.
func folded(text string) string {
	bare := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1 // the accent
		}
		return r
	}, norm.NFD.String(strings.ToLower(text)))
	return spellings.Replace(bare)
}

var spellings = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u", "aa", "a", "ss", "s", "ß", "s",
	"ø", "o", "æ", "a", "œ", "o", "ł", "l", "ı", "i")

// searchRank tells how well an item answers a search, as it is spelled or in whichever way that means the same.
func searchRank(item Item, text string) int {
	return min(titleRank(strings.ToLower(item.Title), item, text), titleRank(folded(item.Title), item, folded(text)))
}

// titleRank tells how well an item answers a search with its title spelled like this: as well as it answers that word of it
// which it answers worst, unless the title begins with all of it.
func titleRank(title string, item Item, text string) int {
	text = strings.ToLower(strings.TrimSpace(text))
	if strings.HasPrefix(title, text) {
		return titleBegins
	}
	rank := titleBegins
	for _, word := range strings.Fields(text) {
		rank = max(rank, wordRank(title, item, word))
	}
	return rank
}

// wordRank is titleRank for one word. Detail and group count as a note, and so does the key: it is not seen, but may be
// known.
func wordRank(title string, item Item, word string) int {
	begins := func(part string) bool { return strings.HasPrefix(part, word) }
	switch {
	case begins(title):
		return titleBegins
	case slices.ContainsFunc(strings.FieldsFunc(title, partsWords), begins):
		return titleWordBegins
	case strings.Contains(title, word):
		return titleContains
	case strings.Contains(strings.ToLower(strings.Join([]string{item.Note, item.Key, item.Detail, item.Group}, "\n")), word):
		return noteContains
	}
	return noMatch
}

// partsWords tells whether a character of a title stands between words.
func partsWords(r rune) bool { return strings.ContainsRune(" -–_/(),'’", r) }
