package surfaces

import (
	"io"

	"descentlab/surfaces/table"
)

// ReadCSV reads a table of two or three columns of numbers: the inputs u, or u and v, and the target t. Of a table with more
// columns some are to be chosen, by their names in the header or by their numbers from 1; else the error is a *table.WideError.
// How the text is written is found out, see [table.Read]. Name, Title and Cite are left to the caller.
//
// Of more than MaxExamples rows it keeps a random sample, always the same one for the same table, and says so in Of;
// however long the table is, no more than that is held in memory. A faulty table gives an error that says where it is, by
// line and column; other errors are the reader's. The remarks say what somebody who knows the table should know of its reading.
func ReadCSV(r io.Reader, columns ...string) (d *Dataset, remarks []string, err error) {
	t, err := table.Read(r, MaxExamples, columns...)
	if err != nil {
		return nil, nil, err
	}
	d = &Dataset{}
	if t.Rows > len(t.Columns[0].Values) {
		d.Of = t.Rows
	}
	for i, name := range columnNames(len(t.Columns)) {
		c := Column{Name: name, Label: t.Columns[i].Label, Values: t.Columns[i].Values}
		if c.Label == "" {
			c.Label = name
		}
		d.Columns = append(d.Columns, c)
	}
	return d, t.Remarks, nil
}
