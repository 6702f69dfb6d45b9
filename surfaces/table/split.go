package table

import (
	"regexp"
	"strings"

	"descentlab/internal/say"
)

// A separator is what stands between cells; space is any run of white space.
type separator byte

const space separator = ' '

// separators are all of them; of two that explain a table equally well the first one is taken.
var separators = []separator{'\t', ';', ',', '|', space}

// told is the line by which Excel is told the separator.
var told = regexp.MustCompile(`(?i)^\s*"?sep=(.)"?\s*$`)

// guess is the separator that explains most of the records: by which most of them are nothing but numbers, in equally many
// columns; else most cells are numbers; else most records have equally many cells.
func guess(records []record) separator {
	best, most := separator(','), [3]int{}
	for _, s := range separators {
		got := s.explains(records)
		for i := range got {
			if got[i] != most[i] {
				if got[i] > most[i] {
					best, most = s, got
				}
				break
			}
		}
	}
	return best
}

// explains counts records of numbers alone, cells that are numbers or stand for one (1 cm), and records, of those with as many
// cells as most have.
func (s separator) explains(records []record) [3]int {
	counts := map[int]*[3]int{}
	var best [3]int
	for _, r := range records {
		cells, err := s.split(nil, r.text)
		if err != nil || len(cells) < 2 {
			continue
		}
		c := counts[len(cells)]
		if c == nil {
			c = &[3]int{}
			counts[len(cells)] = c
		}
		numbers, others, stand := 0, 0, 0
		for _, cell := range cells {
			switch _, is := read(cell); {
			case is:
				numbers++
			case cell == "" || isMissing(cell):
			default:
				others++
				if isValue(cell) {
					stand++
				}
			}
		}
		if numbers > 0 && others == 0 {
			c[0]++
		}
		c[1], c[2] = c[1]+numbers+stand, c[2]+1
		if c[0] > best[0] || c[0] == best[0] && (c[1] > best[1] || c[1] == best[1] && c[2] > best[2]) {
			best = *c
		}
	}
	return best
}

// split appends a record's cells, without their quotation marks and the space around them.
func (s separator) split(cells []string, text string) ([]string, error) {
	switch s {
	case space:
		text = strings.TrimSpace(text)
	case '|':
		text = framed(text)
	}
	for rest, more := text, true; more; {
		if cell := strings.TrimLeft(rest, " "); strings.HasPrefix(cell, `"`) {
			end := closing(cell)
			if end < 0 {
				return nil, say.Errorf("column %d: a quotation mark is not closed", len(cells)+1)
			}
			quoted := strings.ReplaceAll(cell[1:end], `""`, `"`)
			cells = append(cells, strings.TrimSpace(quoted))
			var between string
			if between, rest, more = s.cut(cell[end+1:]); strings.TrimSpace(between) != "" {
				return nil, say.Errorf("column %d: %q follows the closing quotation mark", len(cells), clipped(between))
			}
			continue
		}
		var cell string
		cell, rest, more = s.cut(rest)
		cells = append(cells, strings.TrimSpace(cell))
	}
	return cells, nil
}

// framed is a row without the bars at its ends, as Markdown has them.
func framed(text string) string {
	inside := strings.TrimSpace(text)
	if len(inside) > 2 && inside[0] == '|' && inside[len(inside)-1] == '|' {
		return inside[1 : len(inside)-1]
	}
	return text
}

// cut is the text before the first separator and after it.
func (s separator) cut(text string) (before, after string, found bool) {
	if s != space {
		return strings.Cut(text, string(rune(s)))
	}
	i := strings.IndexAny(text, " \t")
	if i < 0 {
		return text, "", false
	}
	return text[:i], strings.TrimLeft(text[i:], " \t"), true
}

// closing is where the quotation mark is that closes the one at the begin of a text, or -1. Two of them inside stand for one.
func closing(text string) int {
	for i := 1; i < len(text); i++ {
		if text[i] != '"' {
			continue
		}
		if i+1 == len(text) || text[i+1] != '"' {
			return i
		}
		i++
	}
	return -1
}
