package export

import (
	"bytes"
	"encoding/csv"
	"strconv"

	"descentlab/internal/geom"
)

// A table is a CSV file while it is written. Numbers read back exactly.
type table struct {
	b   bytes.Buffer
	csv *csv.Writer
}

// newTable begins with the names of the columns.
func newTable(columns ...string) *table {
	t := &table{}
	t.csv = csv.NewWriter(&t.b)
	t.row(columns...)
	return t
}

// row adds a line; its error, if any, is told by bytes.
func (t *table) row(cells ...string) { _ = t.csv.Write(cells) }

func (t *table) bytes() ([]byte, error) {
	t.csv.Flush()
	return t.b.Bytes(), t.csv.Error()
}

// exact prints a number so that it reads back as it was; minus zero is 0.
func exact(v float64) string { return strconv.FormatFloat(geom.Unsigned(v), 'g', -1, 64) }
