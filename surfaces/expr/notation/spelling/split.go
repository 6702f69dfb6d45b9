package spelling

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestWord is how many letters a word has at most that is taken apart.
const longestWord = 12

// Split returns the names that the word is a product of: known ones and functions, or if it is short and has x or y, letters
// of which some are free. followed tells that something stands behind it which may be an argument; knows tells known names.
func Split(word string, followed bool, knows func(name string) bool) []string {
	if len(word) > longestWord {
		return nil
	}
	s := splitter{followed, knows}
	if parts := s.parts(word, false); parts != nil {
		return parts
	}
	mayBe := strings.ContainsAny(word, "xyXY") || utf8.RuneCountInString(word) < len(word)
	if utf8.RuneCountInString(word) <= 4 && mayBe && !slices.Contains(neverProducts, word) {
		return s.parts(word, true)
	}
	return nil
}

// neverProducts are words of people's languages and programs' that have an x or a y.
var neverProducts = strings.Fields("axis xor xnor any only yes why key type next text exit")

// A splitter takes words apart.
type splitter struct {
	followed bool
	knows    func(name string) bool
}

// parts tries the longest names first.
func (s splitter) parts(word string, free bool) []string {
	if word == "" {
		return []string{}
	}
	for n := len(word); n > 0; n-- {
		head, rest := word[:n], word[n:]
		if !utf8.RuneStart((rest + " ")[0]) || !s.isPart(head, rest, free) {
			continue
		}
		if parts := s.parts(rest, free); parts != nil {
			return append([]string{head}, parts...)
		}
	}
	return nil
}

func (s splitter) isPart(head, rest string, free bool) bool {
	if s.knows(head) && Constants[head] == "" || head == "π" {
		return true
	}
	if len(head) == 2 && (head[0] == 'x' || head[0] == 'y') && '2' <= head[1] && head[1] <= '9' {
		return rest == "" || rest[0] < '0' || rest[0] > '9' // x2y has lost its raised 2: it is asked about
	}
	if f := Functions[Function(head)]; f.Arguments == 1 && len(head) > 1 {
		return rest == "" && s.followed || rest != "" && rest[0] != 'e' // cose is no product
	}
	letter, index, single := Base(head)
	if free && single && index != "" && letter+index == head && letter != "x" && letter != "y" {
		return rest != "" && (rest[0] < '0' || rest[0] > '9') // a1x
	}
	return free && single && index == "" && utf8.RuneCountInString(head) == 1 && strings.IndexFunc(head, unicode.IsLetter) == 0
}
