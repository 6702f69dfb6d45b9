package surfaces

import (
	"math"
	"slices"

	"descentlab/internal/say"

	"descentlab/internal/geom"
	"descentlab/surfaces/expr"
)

// MaxExamples is the largest number of examples of a data set. Above it nothing changes in the picture of a loss over
// two weights, but everything takes longer; larger tables are sampled.
const MaxExamples = 10000

// A Dataset is a table of examples. It is immutable and may be shared. Formulas over it know its columns by their
// names, and the mean and the standard deviation (with divisor n; 1 for a column that is constant) of a column u as
// mean_u and std_u.
type Dataset struct {
	Name, Title, Cite string   // key, what a reader calls it, and where the numbers come from; none is needed
	Columns           []Column // u and t, or u, v and t: inputs, and what is to be predicted
	Of                int      // examples in the source if these are a sample of them; else 0
}

// A Column is a number of every example.
type Column struct {
	Name   string    // in formulas
	Label  string    // for people, with the unit: "petal length (cm)"
	Values []float64 // example by example
}

// Len returns the number of examples.
func (d *Dataset) Len() int { return len(d.Columns[0].Values) }

// columnNames are the names that the columns of a data set have, by how many there are.
func columnNames(n int) []string {
	if n == 2 {
		return []string{"u", "t"}
	}
	return []string{"u", "v", "t"}
}

// Check returns an error unless the columns are named u and t, or u, v and t, are equally long, with 2 to MaxExamples
// values each, and these are finite. If Of is given it must be greater than their number.
func (d *Dataset) Check() error {
	n := len(d.Columns)
	if n != 2 && n != 3 {
		return say.Errorf("data: two columns are needed (u, t), or three (u, v, t); got %d", n)
	}
	for i, name := range columnNames(n) {
		c := d.Columns[i]
		if c.Name != name {
			return say.Errorf("data: column %d must be named %s; got %q", i+1, name, c.Name)
		}
		if len(c.Values) != d.Len() {
			first := d.Columns[0].Name
			return say.Errorf("data: the columns must be of one length; %s has %d, %s has %d", first, d.Len(), c.Name, len(c.Values))
		}
		for k, v := range c.Values {
			if !geom.Finite(v) {
				return say.Errorf("data: value %d of column %s is %v: it must be finite", k+1, c.Name, v)
			}
		}
	}
	if d.Len() < 2 || d.Len() > MaxExamples {
		return say.Errorf("data: from 2 to %d examples are needed; got %d", MaxExamples, d.Len())
	}
	if d.Of != 0 && d.Of <= d.Len() {
		return say.Errorf("data: %d examples cannot be a sample of %d", d.Len(), d.Of)
	}
	return nil
}

// Size says how many examples there are: "60 examples", or "10000 of 123456 examples, sampled at random".
func (d *Dataset) Size() string {
	if d.Of > 0 {
		return say.T("%d of %d examples, sampled at random", d.Len(), d.Of)
	}
	return say.N(d.Len(), "%d example", "%d examples", d.Len())
}

// Key tells data sets apart whose numbers differ: those with the same key are the same.
func (d *Dataset) Key() uint64 {
	key := uint64(len(d.Columns))
	for _, c := range d.Columns {
		for _, v := range c.Values {
			// The finalizer of SplitMix64 (G. L. Steele, D. Lea and C. H. Flood, OOPSLA 2014).
			key += math.Float64bits(v) + 0x9e3779b97f4a7c15
			key = (key ^ key>>30) * 0xbf58476d1ce4e5b9
			key = (key ^ key>>27) * 0x94d049bb133111eb
			key ^= key >> 31
		}
	}
	return key
}

// UsedBy reports whether a formula contains a column or one of its statistics. A formula that cannot be compiled over the
// examples counts as if it did.
func (d *Dataset) UsedBy(formula string) bool {
	statistics, _ := d.statistics()
	over, err := expr.CompileMean(expr.Identity, formula, d.names(), statistics...)
	return err != nil || slices.ContainsFunc(append(statistics, d.names()...), over.Uses)
}

// target returns the last column.
func (d *Dataset) target() Column { return d.Columns[len(d.Columns)-1] }

// inputs returns the columns before the last.
func (d *Dataset) inputs() []Column { return d.Columns[:len(d.Columns)-1] }

// checkClasses returns an error unless the last column holds both classes.
func (d *Dataset) checkClasses() error {
	above := 0
	for _, t := range d.target().Values {
		if t > 0 {
			above++
		}
	}
	if above == 0 || above == d.Len() {
		return say.Errorf("data: the last column must tell two classes apart: numbers above 0, and 0 or below")
	}
	return nil
}

// statistics returns names and values of what formulas may know of the columns as wholes.
func (d *Dataset) statistics() (names []string, values []float64) {
	for _, c := range d.Columns {
		mean, std := c.moments()
		names = append(names, "mean_"+c.Name, "std_"+c.Name)
		values = append(values, mean, std)
	}
	return names, values
}

// moments returns the mean and the standard deviation of a column. The sums are of deviations from the first value, so
// that a column far from 0 keeps its digits.
func (c Column) moments() (mean, std float64) {
	n, first, sum := float64(len(c.Values)), c.Values[0], 0.0
	for _, v := range c.Values {
		sum += v - first
	}
	mean = first + sum/n
	square := 0.0
	for _, v := range c.Values {
		square += (v - mean) * (v - mean)
	}
	if std = math.Sqrt(square / n); std == 0 {
		std = 1
	}
	return mean, std
}

func (d *Dataset) names() []string {
	names := make([]string, len(d.Columns))
	for i, c := range d.Columns {
		names[i] = c.Name
	}
	return names
}

func (d *Dataset) values() [][]float64 {
	values := make([][]float64, len(d.Columns))
	for i, c := range d.Columns {
		values[i] = c.Values
	}
	return values
}
