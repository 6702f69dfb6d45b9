package expr

import (
	"fmt"
	"slices"
)

// A MeanFormula is a compiled formula over examples: beside x and y it has columns, names that stand for another number in
// every example. It is immutable and safe for concurrent use; Over gives what evaluates it.
type MeanFormula struct {
	each    *Program // of a single example: the columns are its last parameters
	all     *Program // the same code in the order of what depends on the examples too
	columns []string
}

// CompileMean is CompileOver for a formula over examples. The names of columns and parameters obey the same rules, and no
// name may stand for both.
func CompileMean(over Affine, text string, columns []string, params ...string) (*MeanFormula, error) {
	names := slices.Concat(params, columns)
	g := newGraph()
	x, y := over.nodes(g)
	p, root, err := read(text, names, g, x, y)
	if err != nil {
		return nil, err
	}
	return &MeanFormula{p.program(g, root, 0), p.program(g, root, len(columns)), slices.Clone(columns)}, nil
}

// Text returns the formula as it was given to CompileMean.
func (o *MeanFormula) Text() string { return o.each.text }

// Uses reports whether the name, x, y, a parameter or a column, occurs in the formula.
func (o *MeanFormula) Uses(name string) bool { return o.each.Uses(name) }

// Size returns how many instructions an evaluation takes for each example.
func (o *MeanFormula) Size() int { return len(o.each.code) }

// Over returns the mean of the formula over the examples whose columns these are, one after the other as CompileMean
// took their names, for these parameters, in the order of theirs. The columns are not copied and must not change. It
// panics if they are not as many as the formula has, or empty or of different lengths, or if there are more or fewer
// parameters.
func (o *MeanFormula) Over(columns [][]float64, params ...float64) *Mean {
	if len(columns) != len(o.columns) || len(columns) == 0 {
		panic(fmt.Sprintf("expr: got %d columns, want %d: %v", len(columns), len(o.columns), o.columns))
	}
	for _, c := range columns {
		if len(c) != len(columns[0]) || len(c) == 0 {
			panic("expr: the columns must be of equal length and not empty")
		}
	}
	m := newMean(o, len(columns[0]), slices.Clone(params))
	m.keep(columns)
	return m
}
