package export

import (
	"encoding/csv"
	"io"
	"strconv"

	"descentlab/app/describe"
	"descentlab/app/export/provenance"
	"descentlab/app/words"
	"descentlab/internal/geom"
)

// A table is a CSV file while it is written. Numbers read back exactly. What it follows from stands in a last column, in its
// first row: every program reads that without being told of it, and who parts lines at their commas finds all other columns.
type table struct {
	csv  *csv.Writer
	from string // not yet written
	wide int    // columns
	told bool   // there is a column for what it follows from
}

// newTable begins with the names of the columns. A list of nothing has no column.
func newTable(out io.Writer, from provenance.List, columns ...string) *table {
	t := &table{csv: csv.NewWriter(out), wide: len(columns), told: from != nil, from: from.Line()}
	if t.told {
		columns = append(columns, "provenance")
	}
	_ = t.csv.Write(columns) // end tells of it
	return t
}

// row adds a line; its error, if any, is told by end.
func (t *table) row(cells ...string) {
	if t.told {
		cells, t.from = append(cells, t.from), ""
	}
	_ = t.csv.Write(cells)
}

// end writes what is left of it.
func (t *table) end() error {
	if t.from != "" { // there is no row for it
		t.row(make([]string, t.wide)...)
	}
	t.csv.Flush()
	return t.csv.Error()
}

// spread writes a table for spreadsheets, with what it follows from as in a table of CSV.
func spread(out *Output, t describe.Table, from provenance.List) error {
	t.Columns = append(t.Columns, describe.Texts(words.T("provenance"), []string{from.Line()}))
	return t.WriteTSV(out)
}

// exact prints a number so that it reads back as it was; minus zero is 0.
func exact(v float64) string { return strconv.FormatFloat(geom.Unsigned(v), 'g', -1, 64) }
