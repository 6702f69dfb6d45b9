package describe

import (
	"io"
	"math"
	"strconv"
	"strings"

	"descentlab/app/words"
	"descentlab/internal/geom"
)

// A Table has what lies behind a picture, column by column. A column may be shorter than others: the rest of it is blank.
type Table struct{ Columns []Column }

// A Column has either numbers or texts.
type Column struct {
	Name    string
	Unit    string // "" where there is none
	Numbers []float64
	Texts   []string
	// Sparse says that a number which is none (NaN) is missing and not the result of a calculation: its cell is blank.
	Sparse bool
}

// Numbers is a column of numbers.
func Numbers(name, unit string, list []float64) Column {
	return Column{Name: name, Unit: unit, Numbers: list}
}

// Known is a column of numbers some of which are missing, as NaN.
func Known(name, unit string, list []float64) Column {
	return Column{Name: name, Unit: unit, Numbers: list, Sparse: true}
}

// Texts is a column of texts.
func Texts(name string, list []string) Column { return Column{Name: name, Texts: list} }

// Counts are whole numbers as numbers.
func Counts[I ~int | ~int32 | ~int64](list []I) []float64 {
	out := make([]float64, len(list))
	for i, v := range list {
		out[i] = float64(v)
	}
	return out
}

// Steps are the numbers 0 to last.
func Steps(last int) []float64 {
	out := make([]float64, last+1)
	for t := range out {
		out[t] = float64(t)
	}
	return out
}

// Head is the column's name with its unit: "lr", "loss (of 1)".
func (c Column) Head() string {
	if c.Unit == "" {
		return c.Name
	}
	return c.Name + " (" + c.Unit + ")"
}

// Len is how many rows the column has.
func (c Column) Len() int { return max(len(c.Numbers), len(c.Texts)) }

// blank tells whether nothing stands in a row.
func (c Column) blank(row int) bool {
	return row >= c.Len() || c.Texts == nil && c.Sparse && math.IsNaN(c.Numbers[row])
}

// Exact is a cell as other programs read it: a number reads back as it was. NaN and Inf are spelt as Python's float reads them.
func (c Column) Exact(row int) string {
	switch {
	case c.blank(row):
		return ""
	case c.Texts != nil:
		return oneLine.Replace(c.Texts[row])
	}
	return exact(c.Numbers[row])
}

// Brief is a cell for people: a number in four digits, a whole one in all of them.
func (c Column) Brief(row int) string {
	switch {
	case c.blank(row):
		return ""
	case c.Texts != nil:
		return oneLine.Replace(c.Texts[row])
	}
	if v := c.Numbers[row]; v == math.Trunc(v) && math.Abs(v) < 1e9 {
		return words.Count(v)
	}
	return words.Short(c.Numbers[row])
}

// exact prints a number so that it reads back as it was; minus zero is 0.
func exact(v float64) string {
	if v = geom.Unsigned(v); v == math.Trunc(v) && math.Abs(v) < 1e15 {
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

// oneLine keeps a text within its cell.
var oneLine = strings.NewReplacer("\t", " ", "\n", " ", "\r", " ")

// Rows is how many rows there are.
func (t Table) Rows() (n int) {
	for _, c := range t.Columns {
		n = max(n, c.Len())
	}
	return n
}

// WriteTSV writes the table as a spreadsheet takes it in: the names of the columns, then line by line the cells, apart by tabs.
// The error is the writer's.
func (t Table) WriteTSV(out io.Writer) error {
	var b strings.Builder
	for i, c := range t.Columns {
		if i > 0 {
			b.WriteByte('\t')
		}
		b.WriteString(oneLine.Replace(c.Head()))
	}
	b.WriteByte('\n')
	for row := range t.Rows() {
		for i, c := range t.Columns {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(c.Exact(row))
		}
		b.WriteByte('\n')
		if b.Len() > 1<<16 {
			if _, err := io.WriteString(out, b.String()); err != nil {
				return err
			}
			b.Reset()
		}
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// TSV is what WriteTSV writes.
func (t Table) TSV() string {
	var b strings.Builder
	_ = t.WriteTSV(&b) // which takes everything
	return b.String()
}
