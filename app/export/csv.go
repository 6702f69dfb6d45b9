package export

import (
	"encoding/csv"
	"io"
	"strconv"

	"descentlab/internal/geom"
)

// A table is a CSV file while it is written. Numbers read back exactly.
type table struct{ csv *csv.Writer }

// newTable begins with the names of the columns.
func newTable(out io.Writer, columns ...string) *table {
	t := &table{csv.NewWriter(out)}
	t.row(columns...)
	return t
}

// row adds a line; its error, if any, is told by end.
func (t *table) row(cells ...string) { _ = t.csv.Write(cells) }

// end writes what is left of it.
func (t *table) end() error {
	t.csv.Flush()
	return t.csv.Error()
}

// exact prints a number so that it reads back as it was; minus zero is 0.
func exact(v float64) string { return strconv.FormatFloat(geom.Unsigned(v), 'g', -1, 64) }
