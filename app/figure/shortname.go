package figure

import (
	"slices"
	"strings"
	"unicode"
)

// nameStem is how many letters of a word a short name has.
const nameStem = 4

// ShortNames are the names of racers in fewer letters, and then in ever fewer, as long as they tell the racers apart: "Nesterov"
// of "Nesterov momentum", "Mome 2" of "Momentum 2". A name without shorter ones has none.
func ShortNames(names []string) [][]string {
	ways := []func(head []string) string{
		func(head []string) string { return head[0] },
		func(head []string) string { return string([]rune(head[0])[:min(nameStem, len([]rune(head[0])))]) },
	}
	list := make([][]string, len(names))
	for k, way := range ways {
		short := make([]string, len(names))
		count := map[string]int{}
		for i, name := range names {
			head, tail := parts(name)
			short[i] = strings.Join(append([]string{way(head)}, tail...), " ")
			count[short[i]]++
		}
		for i, name := range names {
			_, tail := parts(name)
			whole := k > 0 && len(tail) == 0 // a cut word alone is no better than an ellipsis
			if count[short[i]] == 1 && !slices.Contains(names, short[i]) && !whole {
				list[i] = append(list[i], short[i])
			}
		}
	}
	return list
}

// parts are the words of a name, and what follows them: a number, an arrow.
func parts(name string) (head, tail []string) {
	head = strings.Fields(name)
	for n := len(head); n > 1 && !strings.ContainsFunc(head[n-1], unicode.IsLetter); n-- {
		head, tail = head[:n-1], slices.Insert(tail, 0, head[n-1])
	}
	return head, tail
}

// ShortName is the first of the short names of one of some racers; "" if it has none.
func ShortName(names []string, i int) string {
	if short := ShortNames(names)[i]; len(short) > 0 {
		return short[0]
	}
	return ""
}
