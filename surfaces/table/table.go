// Package table reads tables of numbers from text as people, spreadsheets and programs write it. Whatever separates the columns,
// marks the decimals or ends the lines is found out from the text; no row is lost in silence: each is read, is said to name the
// columns, or is an error that tells its line.
package table

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"descentlab/internal/say"
)

// A Table is what has been read.
type Table struct {
	Columns []Column
	Rows    int      // in the text; more than there are values in a column if these are a sample
	Remarks []string // what somebody who knows the text should know of its reading
}

// A Column is a list of numbers, one of each row.
type Column struct {
	Label  string // from the header; may be empty
	Values []float64
}

// looked is how many records are looked at before the first one is read, to find out how the text is written.
const looked = 200

// Read reads the chosen columns of a table, by their names or their numbers from 1: two or three. If none are chosen and there
// are more, the error is a *WideError. Of more than most rows it keeps a random sample, always the same one for the same text;
// however long that is, no more is held in memory. A faulty text gives an error that says where; other errors are the reader's.
func Read(r io.Reader, most int, choose ...string) (*Table, error) {
	in, err := open(r)
	if err != nil {
		return nil, err
	}
	t := reader{in: in, most: most, random: rand.New(rand.NewPCG(1, 2))}
	first, err := t.begin(choose)
	if err != nil {
		return nil, err
	}
	for _, r := range first {
		if err := t.row(r); err != nil {
			return nil, err
		}
	}
	for {
		r, ok := in.next()
		if !ok {
			break
		}
		if err := t.row(r); err != nil {
			return nil, err
		}
	}
	if err := in.err(); err != nil {
		return nil, err
	}
	return t.table()
}

// A reader is at work on a text.
type reader struct {
	in        *records
	separator separator
	layout    layout
	chosen    []int // places of the columns to read

	cells  []string // of the record at hand
	count  int      // rows of numbers so far
	rows   []row
	most   int // of them
	random *rand.Rand

	last   int           // number of the last line with a row
	hollow int           // line of a row without any cell filled; 0 if there was none
	gaps   gaps          // numbers that are missing
	seen   [signs]*place // the first number of each sign
}

// A row is the numbers of one.
type row struct {
	number   int // among all rows
	readings [3]reading
}

// A place is a cell.
type place struct {
	line, column int // from 1
	text         string
}

func (p place) fault(english string, args ...any) error {
	return say.Errorf("line %d, column %d: %w", p.line, p.column, say.Errorf(english, args...))
}

// begin finds out how the text is written. It returns the records that have been read for that and are rows.
func (t *reader) begin(choose []string) (rows []record, err error) {
	for len(rows) < looked {
		r, ok := t.in.next()
		if !ok {
			break
		}
		if m := told.FindStringSubmatch(r.text); m != nil && len(rows) == 0 && t.separator == 0 {
			t.separator = separator(m[1][0])
			continue
		}
		rows = append(rows, r)
	}
	if err := t.in.err(); err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, say.Errorf("the file is empty; a table of two or three columns of numbers is needed")
	}
	if t.separator == 0 {
		t.separator = guess(rows)
	}
	t.layout, rows, err = t.separator.layout(rows)
	if err != nil {
		return nil, err
	}
	if t.last = t.layout.line; len(rows) == 0 {
		return nil, say.Errorf("line %d: no numbers follow the header", t.last)
	}
	t.chosen, err = t.layout.choose(choose)
	return rows, err
}

// row takes a record of numbers in.
func (t *reader) row(r record) error {
	cells, err := t.separator.split(t.cells[:0], r.text)
	t.cells = cells
	if err != nil {
		return t.gaps.or(say.Errorf("line %d, %w", r.line, err))
	}
	if !slices.ContainsFunc(cells, func(cell string) bool { return cell != "" }) && len(cells) > 1 {
		if t.hollow == 0 {
			t.hollow = r.line
		}
		return nil
	}
	if t.hollow != 0 {
		return t.gaps.or(say.Errorf("line %d: all cells of the row are empty; remove it or fill them", t.hollow))
	}
	if err := t.layout.fits(r.line, cells); err != nil {
		return t.gaps.or(err)
	}
	t.last = r.line
	var readings [3]reading
	whole := true
	for i, k := range t.chosen {
		at := place{r.line, k + 1, cells[k]}
		got, ok := read(at.text)
		switch {
		case !ok && (at.text == "" || isMissing(at.text)):
			t.gaps.add(at)
			whole = false
		case !ok:
			return t.gaps.or(at.fault("%s", why(at.text)))
		case math.IsInf(got.value, 0):
			return t.gaps.or(at.fault("%s is too large; the largest number is about 1.8e308", clipped(at.text)))
		case t.seen[got.sign] == nil:
			t.seen[got.sign] = &at
		}
		readings[i] = got
	}
	if whole {
		t.keep(row{t.count, readings})
	}
	return nil
}

// keep is algorithm R of J. S. Vitter, Random sampling with a reservoir, ACM Transactions on Mathematical Software
// 11(1), 1985: every row so far is kept with the same probability.
func (t *reader) keep(r row) {
	t.count++
	if len(t.rows) < t.most {
		t.rows = append(t.rows, r)
		return
	}
	if k := t.random.IntN(t.count); k < t.most {
		t.rows[k] = r
	}
}

// table is what has been read, once all of it has.
func (t *reader) table() (*Table, error) {
	if err := t.gaps.or(nil); err != nil {
		return nil, err
	}
	switch t.count {
	case 0:
		return nil, say.Errorf("line %d: no numbers follow the header", t.last)
	case 1:
		return nil, say.Errorf("line %d: the table has one row of numbers; two or more are needed", t.last)
	}
	other, err := t.marks()
	if err != nil {
		return nil, err
	}
	slices.SortFunc(t.rows, func(a, b row) int { return a.number - b.number })
	out := &Table{Rows: t.count, Remarks: t.layout.remarks}
	for i, k := range t.chosen {
		c := Column{Label: t.layout.label(k, t.chosen), Values: make([]float64, len(t.rows))}
		for n, r := range t.rows {
			c.Values[n] = r.readings[i].value
			if other[r.readings[i].sign] {
				c.Values[n] = r.readings[i].other
			}
		}
		out.Columns = append(out.Columns, c)
	}
	return out, nil
}

// gaps are cells where a number is missing.
type gaps struct {
	first *place
	more  []int // lines after the first one, each once
}

func (g *gaps) add(p place) {
	switch {
	case g.first == nil:
		g.first = &p
	case p.line != g.first.line && (len(g.more) == 0 || g.more[len(g.more)-1] != p.line):
		g.more = append(g.more, p.line)
	}
}

// or is an error that tells all of them; without any it is another one.
func (g *gaps) or(err error) error {
	if g.first == nil {
		return err
	}
	const told = 8
	var lines []string
	for _, line := range g.more[:min(len(g.more), told)] {
		lines = append(lines, fmt.Sprint(line))
	}
	others := ""
	switch n := len(g.more); {
	case n == 1:
		others = say.T("; so it is in line %s", lines[0])
	case n > told:
		others = say.T("; so it is in lines %s and %d more", strings.Join(lines, ", "), n-told)
	case n > 1:
		others = say.T("; so it is in lines %s", strings.Join(lines, ", "))
	}
	return g.first.fault("%s%s", why(g.first.text), others)
}
