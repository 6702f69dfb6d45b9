package table

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"descentlab/internal/say"
)

// A layout is which columns a table has.
type layout struct {
	line    int      // of the header, or of the first row
	labels  []string // of the columns; empty ones without a header
	empty   int      // columns without anything at the end of each row
	index   bool     // the first column only numbers the rows
	text    []int    // columns that hold no number, as far as looked at
	remarks []string
	samples []string // of each column, its first cell
}

// bracketed is a unit in a row below the names.
var bracketed = regexp.MustCompile(`^[(\[].*[)\]]$`)

// head takes off what stands above the rows: the names of the columns, the line below them and their units.
func (l *layout) head(table [][]string, records []record) (header []string, below [][]string, rows []record) {
	l.line = records[0].line
	if !isHeader(table[0]) {
		return nil, table, records
	}
	header, table, rows = table[0], table[1:], records[1:]
	if len(rows) > 0 && ruler.MatchString(strings.TrimSpace(rows[0].text)) {
		l.line, table, rows = rows[0].line, table[1:], rows[1:]
	}
	if len(table) > 0 && isUnits(table[0]) && len(table[0]) == len(header) {
		for i, u := range table[0] {
			header[i] = strings.TrimSpace(header[i] + " " + u)
		}
		l.line, table, rows = rows[0].line, table[1:], rows[1:]
	}
	return header, table, rows
}

// layout finds out which columns there are, and returns those of the records that are rows.
func (s separator) layout(records []record) (l layout, rows []record, err error) {
	var table [][]string
	for i, r := range records {
		cells, err := s.split(nil, r.text)
		if err != nil && i == 0 {
			return l, nil, say.Errorf("line %d, %w", r.line, err)
		}
		table = append(table, cells) // nil for a faulty row, which is told when it is read
	}
	header, table, rows := l.head(table, records)
	n, first := len(header), slices.IndexFunc(table, func(cells []string) bool { return cells != nil })
	if first >= 0 {
		n = len(table[first])
	}
	for n > 1 && isEmptyFrom(n-1, header) && first >= 0 && allEmpty(table, n-1) {
		n--
		l.empty++
	}
	if header != nil {
		for len(header) > n && header[len(header)-1] == "" {
			header = header[:len(header)-1]
		}
		if at := splitThousands(header, table); at >= 0 {
			cells := table[at]
			return l, nil, say.Errorf("line %d: %s,%s may be one number, as the header has fewer columns than the rows; write %s%s, "+
				"or a name for the first column", rows[at].line, cells[0], cells[1], cells[0], cells[1])
		}
		if len(header) == n-1 && n > 2 && numbersRows(table) {
			header = append([]string{""}, header...) // R does not name the column of the rows' names
		}
		if len(header) == 1 && n > 1 && first >= 0 {
			return l, nil, say.Errorf("line %d: %q stands above the table; remove the line, or begin it with #", l.line,
				clipped(header[0]))
		}
		if len(header) != n {
			return l, nil, say.Errorf("line %d: got %s, the lines before have %d", rows[first].line, columns(n+l.empty), len(header))
		}
		for _, name := range header {
			l.labels = append(l.labels, strings.Join(strings.Fields(name), " ")) // names have line breaks in spreadsheets
		}
	} else {
		l.labels = make([]string, n)
	}
	l.look(table, header != nil)
	return l, rows, nil
}

// threeDigits are those behind a mark between thousands, perhaps with decimals.
var threeDigits, toThree = regexp.MustCompile(`^\d{3}(\.\d+)?$`), regexp.MustCompile(`^[1-9]\d{0,2}$`)

// splitThousands is the first row if there is one cell more in each than in the header and the first two of each may be a number
// that a comma between its thousands has cut; else -1.
func splitThousands(header []string, table [][]string) (first int) {
	first = -1
	for i, cells := range table {
		if cells == nil {
			continue
		}
		if len(cells) != len(header)+1 || !toThree.MatchString(cells[0]) || !threeDigits.MatchString(cells[1]) {
			return -1
		}
		if first < 0 {
			first = i
		}
	}
	return first
}

// isEmptyFrom tells whether a header has no names from a place on.
func isEmptyFrom(k int, header []string) bool {
	return !slices.ContainsFunc(header[min(k, len(header)):], func(cell string) bool { return cell != "" })
}

// allEmpty tells whether no row has anything from a place on, and each has a cell there.
func allEmpty(table [][]string, k int) bool {
	for _, cells := range table {
		if cells != nil && (len(cells) <= k || !isEmptyFrom(k, cells)) {
			return false
		}
	}
	return true
}

// isHeader tells whether the cells of a first row are names: none is a number, or stands where one should be.
func isHeader(cells []string) bool {
	named := false
	for i, cell := range cells {
		if isValue(cell) {
			return false
		}
		named = named || cell != "" && (i > 0 || cell != "#")
	}
	return named
}

// isUnits tells whether a row below the header holds units in brackets.
func isUnits(cells []string) bool {
	some := false
	for _, cell := range cells {
		if cell != "" && (!bracketed.MatchString(cell) || isValue(cell)) {
			return false
		}
		some = some || cell != ""
	}
	return some
}

// indexes are names, in lower case, of columns that number the rows.
var indexes = []string{"", "#", "index", "unnamed: 0", "id", "no", "no.", "nr", "nr.", "row", "rownames", "row.names"}

// look finds the column that numbers the rows, and columns without numbers.
func (l *layout) look(table [][]string, named bool) {
	n := len(l.labels)
	for k := range n {
		numbers, cells := 0, 0
		first := ""
		for _, row := range table {
			if k >= len(row) || row[k] == "" || isMissing(row[k]) {
				continue
			}
			if cells++; first == "" {
				first = row[k]
			}
			if isValue(row[k]) && !date.MatchString(row[k]) && !clock.MatchString(row[k]) {
				numbers++
			}
		}
		l.samples = append(l.samples, first)
		if cells > 1 && numbers == 0 {
			l.text = append(l.text, k)
		}
	}
	if !named || n < 3 || !slices.Contains(indexes, strings.ToLower(l.labels[0])) {
		return
	}
	if numbersRows(table) || l.labels[0] == "" && slices.Contains(l.text, 0) {
		l.index = true
		l.remarks = append(l.remarks, say.T("the first column%s numbers or names the rows and is left out",
			inBrackets(l.labels[0])))
	}
}

func inBrackets(label string) string {
	if label == "" {
		return ""
	}
	return fmt.Sprintf(" (%s)", clipped(label))
}

// numbersRows tells whether the first cells count up, by one in each row, or are names.
func numbersRows(table [][]string) bool {
	before, counts := 0.0, true
	names := true
	for i, row := range table {
		if len(row) == 0 {
			continue
		}
		v, is := read(row[0])
		counts = counts && is && (i == 0 && (v.value == 0 || v.value == 1) || i > 0 && v.value == before+1)
		names = names && !isValue(row[0]) && row[0] != ""
		before = v.value
	}
	return len(table) > 1 && (counts || names)
}

// fits says what is wrong with the number of cells in a row, or with what stands beyond the last column.
func (l *layout) fits(line int, cells []string) error {
	n := len(l.labels)
	if len(cells) == n || len(cells) > n && l.empty > 0 && isEmptyFrom(n, cells) {
		return nil
	}
	if len(cells) > n && len(cells) <= n+l.empty {
		k := n + slices.IndexFunc(cells[n:], func(cell string) bool { return cell != "" })
		return place{line, k + 1, cells[k]}.fault("%q stands where the lines before have nothing", clipped(cells[k]))
	}
	return say.Errorf("line %d: got %s, the lines before have %d", line, columns(len(cells)), n)
}

// columns are so many of them, in words.
func columns(n int) string {
	return say.N(n, "%d column", "%d columns", n)
}

// label is the name of a column among those chosen, none of which has the same one.
func (l *layout) label(k int, chosen []int) string {
	name := clipped(l.labels[k])
	for _, other := range chosen {
		if other != k && name != "" && clipped(l.labels[other]) == name {
			return say.T("%s (column %d)", name, k+1)
		}
	}
	return name
}
