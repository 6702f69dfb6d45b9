package surfaces

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
)

// longestLine is the length in bytes that a line of a table may have.
const longestLine = 1 << 16

// ReadCSV reads a table of two or three columns of numbers: the inputs u, or u and v, and the target t. Cells are
// separated by commas, semicolons or tabs and may be quoted; with semicolons, numbers may have decimal commas. A first
// row without numbers is a header, which gives the labels. Blank lines and lines that begin with # are skipped. Two rows
// of numbers are needed. Name, Title and Cite are left to the caller.
//
// Of more than MaxExamples rows it keeps a random sample, always the same one for the same table, and says so in Of;
// however long the table is, no more than that is held in memory. A faulty table gives an error that says where it is, by
// line and column; other errors are the reader's.
func ReadCSV(r io.Reader) (*Dataset, error) {
	t := table{random: rand.New(rand.NewPCG(1, 2))}
	in := bufio.NewReaderSize(r, longestLine)
	if err := skipMark(in); err != nil {
		return nil, err
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, longestLine)
	for lines.Scan() {
		t.line++
		text := bytes.TrimSpace(lines.Bytes())
		if len(text) == 0 || text[0] == '#' {
			continue
		}
		if err := t.read(lines.Text()); err != nil {
			return nil, err
		}
	}
	switch err := lines.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, fmt.Errorf("line %d: longer than %d bytes; not a table of numbers", t.line+1, longestLine)
	case err != nil:
		return nil, err
	}
	return t.dataset()
}

// skipMark passes over a byte order mark.
func skipMark(in *bufio.Reader) error {
	head, _ := in.Peek(3) // a shorter file is met again when it is read
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, err := in.Discard(3)
		return err
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return errors.New("line 1: the text is in UTF-16; save it as UTF-8")
	}
	return nil
}

// A table is what has been read of a CSV.
type table struct {
	line      int // number of the last line read
	separator byte
	labels    []string // of the columns; empty if there is no header
	count     int      // rows of numbers so far
	rows      []row    // those kept
	cells     []string // of the line being read
	random    *rand.Rand
}

type row struct {
	number int
	values [3]float64
}

// read takes one line in.
func (t *table) read(text string) error {
	first := t.separator == 0
	if first {
		t.separator = separator(text)
	}
	if err := t.split(text); err != nil {
		return err
	}
	if first {
		if n := len(t.cells); n != 2 && n != 3 {
			return fmt.Errorf("line %d: two or three columns are needed, separated by commas, semicolons or tabs; got %d", t.line, n)
		}
		t.labels = make([]string, len(t.cells))
		if isHeader(t.cells) {
			copy(t.labels, t.cells)
			return nil
		}
	}
	if len(t.cells) != len(t.labels) {
		return fmt.Errorf("line %d: got %d columns, the lines before have %d", t.line, len(t.cells), len(t.labels))
	}
	r := row{number: t.count}
	for i, cell := range t.cells {
		v, err := t.number(cell)
		if err != nil {
			return fmt.Errorf("line %d, column %d: %w", t.line, i+1, err)
		}
		r.values[i] = v
	}
	t.keep(r)
	return nil
}

// keep is algorithm R of J. S. Vitter, Random sampling with a reservoir, ACM Transactions on Mathematical Software
// 11(1), 1985: every row so far is kept with the same probability.
func (t *table) keep(r row) {
	t.count++
	if len(t.rows) < MaxExamples {
		t.rows = append(t.rows, r)
		return
	}
	if k := t.random.IntN(t.count); k < MaxExamples {
		t.rows[k] = r
	}
}

// separator returns the one that a line uses.
func separator(text string) byte {
	quoted, commas := false, false
	for i := range len(text) {
		switch c := text[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == ';' || c == '\t':
			return c
		case c == ',':
			commas = true
		}
	}
	if commas {
		return ','
	}
	return ';'
}

// split sets the cells to those of a line, without their quotation marks and the space around them.
func (t *table) split(text string) error {
	t.cells = t.cells[:0]
	for rest, more := text, true; more; {
		if cell := strings.TrimLeft(rest, " "); strings.HasPrefix(cell, `"`) {
			end := closing(cell)
			if end < 0 {
				return fmt.Errorf("line %d, column %d: a quotation mark is not closed", t.line, len(t.cells)+1)
			}
			quoted := strings.ReplaceAll(cell[1:end], `""`, `"`)
			t.cells = append(t.cells, strings.TrimSpace(quoted))
			var between string
			if between, rest, more = strings.Cut(cell[end+1:], string(t.separator)); strings.TrimSpace(between) != "" {
				return fmt.Errorf("line %d, column %d: %q follows the closing quotation mark", t.line, len(t.cells), clipped(between))
			}
			continue
		}
		var cell string
		cell, rest, more = strings.Cut(rest, string(t.separator))
		t.cells = append(t.cells, strings.TrimSpace(cell))
	}
	return nil
}

// closing returns where the quotation mark is that closes the one at the begin of the text, or -1. Two of them inside
// stand for one.
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

// missing are words that programs write where a number is missing, in lower case.
var missing = []string{"nan", "na", "n/a", "#n/a", "null", "none", "nil", "inf", "+inf", "-inf", "infinity", "+infinity",
	"-infinity", "-nan"}

func isMissing(cell string) bool { return slices.Contains(missing, strings.ToLower(cell)) }

// isHeader reports whether the cells of a first row are names: none is a number, or stands where one should be.
func isHeader(cells []string) bool {
	named := false
	for _, cell := range cells {
		if _, err := parseDecimal(cell); err == nil || isMissing(cell) {
			return false
		}
		named = named || cell != ""
	}
	return named
}

func (t *table) number(cell string) (float64, error) {
	switch {
	case cell == "":
		return 0, errors.New("the cell is empty; remove the row or fill it")
	case isMissing(cell):
		return 0, fmt.Errorf("%s is no finite number; remove the row or fill the cell", clipped(cell))
	case t.separator == ';' && !strings.Contains(cell, "."):
		cell = strings.Replace(cell, ",", ".", 1)
	}
	v, err := parseDecimal(cell)
	if math.IsInf(v, 0) {
		return 0, fmt.Errorf("%s is too large; the largest number is about 1.8e308", clipped(cell))
	}
	if err != nil {
		return 0, fmt.Errorf("%q is not a number", clipped(cell))
	}
	return v, nil
}

// parseDecimal is strconv.ParseFloat for decimal numbers alone.
func parseDecimal(cell string) (float64, error) {
	if strings.Trim(cell, "+-.0123456789eE") != "" {
		return 0, strconv.ErrSyntax
	}
	return strconv.ParseFloat(cell, 64)
}

// clipped shortens what a message quotes.
func clipped(s string) string {
	const most = 24
	s = strings.ToValidUTF8(s, "?")
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "..."
	}
	return s
}

// dataset makes a data set of what was read.
func (t *table) dataset() (*Dataset, error) {
	switch {
	case t.line == 0 || t.separator == 0:
		return nil, errors.New("the file is empty; a table of two or three columns of numbers is needed")
	case t.count == 0:
		return nil, fmt.Errorf("line %d: no numbers follow the header", t.line)
	case t.count == 1:
		return nil, fmt.Errorf("line %d: the table has one row of numbers; two or more are needed", t.line)
	}
	d := &Dataset{}
	if t.count > len(t.rows) {
		d.Of = t.count
		slices.SortFunc(t.rows, func(a, b row) int { return a.number - b.number })
	}
	for i, name := range columnNames(len(t.labels)) {
		c := Column{Name: name, Label: clipped(t.labels[i]), Values: make([]float64, len(t.rows))}
		if c.Label == "" {
			c.Label = name
		}
		for k := range t.rows {
			c.Values[k] = t.rows[k].values[i]
		}
		d.Columns = append(d.Columns, c)
	}
	return d, nil
}
