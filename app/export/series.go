package export

import (
	"bytes"
	"context"
	"encoding/json"
	"math"
	"slices"

	"descentlab/app/figure/progress"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/optim/race"
)

// A seriesJSON has the numbers of charts by name, in the order of the charts.
type seriesJSON []progress.Numbered

// MarshalJSON writes an object whose names are those of the columns.
func (s seriesJSON) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, c := range s {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := json.Marshal(c.Name)
		if err != nil {
			return nil, err
		}
		list, err := json.Marshal(allKnown(c.Y...))
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(list)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// kindsOf are the kinds of charts whose numbers the tables of a race have beside those that every one has: the given ones, or if
// that is nil those that the document shows. A race of which not all rows are kept has none.
func kindsOf(doc *setup.Experiment, given []string) []string {
	switch {
	case doc.Steps > race.MaxSteps:
		return nil
	case given != nil:
		return progress.ColumnKinds(given)
	}
	return progress.ColumnKinds(doc.Look.Charts.Shown())
}

// columnsOf are the columns of a racer's run.
func columnsOf(ctx context.Context, r lab.Run, racer int, run *race.Run) (list []progress.Numbered, err error) {
	for _, kind := range kindsOf(&r.Doc, r.Series) {
		columns, err := progress.Columns(ctx, &r.Doc, r.Field, racer, run, kind)
		if err != nil {
			return nil, err
		}
		list = append(list, columns...)
	}
	return list, nil
}

// seriesOf are the columns of a racer's run that has numbers for them.
func seriesOf(ctx context.Context, r lab.Run, racer int, run *race.Run) (seriesJSON, error) {
	list, err := columnsOf(ctx, r, racer, run)
	return slices.DeleteFunc(list, func(c progress.Numbered) bool { return c.Y == nil }), err
}

// seriesNames are the names of the columns.
func seriesNames(r lab.Run) (names []string) {
	for _, kind := range kindsOf(&r.Doc, r.Series) {
		names = append(names, progress.ColumnNames(kind)...)
	}
	return names
}

// known is a number that there may not be.
func known(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return exact(v)
}
