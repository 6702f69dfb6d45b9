package progress

import (
	"context"
	"math"
	"slices"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/optim/race"
)

// A Numbered is a column of a table of a race, as programs read it: a number for each step of a run, NaN where there is none.
type Numbered struct {
	Name string // "sharpness_limit", "exp_avg_x"
	Y    []float64
}

// columnKinds are the charts whose numbers a table of the race does not have anyway.
var columnKinds = []string{setup.ChartDistance, setup.ChartSharpness, setup.ChartAxisRates}

// ColumnKinds are the kinds of charts of a list that add columns to the table of a race.
func ColumnKinds(kinds []string) (list []string) {
	for _, kind := range kinds {
		if _, memory := setup.ChartedMemory(kind); memory || slices.Contains(columnKinds, kind) {
			list = append(list, kind)
		}
	}
	return list
}

// AllColumnKinds are those that a document's racers can have.
func AllColumnKinds(doc *setup.Experiment) []string { return ColumnKinds(Kinds(doc)) }

// ColumnNames are the names of the columns that a kind of chart adds.
func ColumnNames(kind string) []string {
	if name, memory := setup.ChartedMemory(kind); memory {
		return []string{name + "_x", name + "_y"}
	}
	switch kind {
	case setup.ChartDistance:
		return []string{"distance"}
	case setup.ChartSharpness:
		return []string{"sharpness", "sharpness_limit"}
	}
	return []string{"axis_rate_x", "axis_rate_y"}
}

// Columns are those of a kind along a whole run of a racer, which have no numbers if the racer has none. The error is the
// context's.
func Columns(
	ctx context.Context, doc *setup.Experiment, f *lab.Field, racer int, run *race.Run, kind string,
) ([]Numbered, error) {
	curves, err := along(ctx, doc, f, racer, run, kind)
	names := ColumnNames(kind)
	list := make([]Numbered, len(names))
	for k, parts := range [][]string{{whole, axisX}, {limit, axisY, whole}}[:len(names)] {
		if kind == setup.ChartSharpness {
			parts = parts[:1]
		}
		list[k].Name = names[k]
		for _, c := range curves {
			if slices.Contains(parts, c.Part) {
				list[k].Y = c.Y
			}
		}
	}
	return list, err
}

// At is the number of a step; NaN if there is none.
func (n Numbered) At(step int) float64 {
	if step >= len(n.Y) {
		return math.NaN()
	}
	return n.Y[step]
}
