package surfaces

import (
	_ "embed"
	"math"
	"math/rand/v2"
	"strings"
)

var (
	//go:embed data/forbes.csv
	forbesCSV string
	//go:embed data/iris.csv
	irisCSV string
	//go:embed data/orings.csv
	oringsCSV string
)

const irisCite = "E. Anderson, The irises of the Gaspé peninsula, Bulletin of the American Iris Society 59, 1935, pp. 2-5; " +
	"in R. A. Fisher, The use of multiple measurements in taxonomic problems, Annals of Eugenics 7(2), 1936, pp. 179-188"

// The data sets that come with the program. The measured ones are facts that were published long ago, or by the United
// States government, and are in the public domain.
var (
	forbes = Dataset{
		Name: "forbes", Title: "Forbes's boiling points",
		Cite: "J. D. Forbes, Further experiments and remarks on the measurement of heights by the boiling point of water, " +
			"Transactions of the Royal Society of Edinburgh 21, 1857, pp. 235-243",
		Columns: shipped(forbesCSV),
	}
	orings = Dataset{
		Name: "orings", Title: "O-rings of the space shuttle",
		Cite: "Report of the Presidential Commission on the Space Shuttle Challenger Accident, Washington, D.C., 1986, vol. " +
			"1, pp. 129-131: flights with damaged O-rings",
		Columns: shipped(oringsCSV),
	}
	setosaVersicolor = Dataset{
		Name: "iris_setosa_versicolor", Title: "Iris setosa and versicolor", Cite: irisCite, Columns: irises(0, 1),
	}
	versicolorVirginica = Dataset{
		Name: "iris_versicolor_virginica", Title: "Iris versicolor and virginica", Cite: irisCite, Columns: irises(1, 2),
	}
	aLine = generated("line", "A line with noise", 1, func(r *rand.Rand, _ int) []float64 {
		u := 4 + r.NormFloat64()
		return []float64{u, 0.8*u - 1 + 0.4*r.NormFloat64()}
	})
	outliers = generated("outliers", "A line with outliers", 2, func(r *rand.Rand, i int) []float64 {
		u := spread(r, 2)
		t := 1.2*u + 0.5 + 0.2*r.NormFloat64()
		if i%8 == 0 { // a gauge that sticks at high inputs
			u = 1 + r.Float64()
			t = -4 + 0.5*r.NormFloat64()
		}
		return []float64{u, t}
	})
	sigmoidal = generated("step", "A smooth step with noise", 3, func(r *rand.Rand, _ int) []float64 {
		u := spread(r, 3)
		return []float64{u, math.Tanh(1.5*u-1) + 0.1*r.NormFloat64()}
	})
	bounded = generated("bounded", "A bounded response with noise", 4, func(r *rand.Rand, _ int) []float64 {
		u := spread(r, 3)
		return []float64{u, 0.9*math.Tanh(1.4*u) + 0.1*r.NormFloat64()}
	})
	proportional = generated("proportional", "Proportion with noise", 5, func(r *rand.Rand, _ int) []float64 {
		u := r.NormFloat64()
		return []float64{u, u + 0.2*r.NormFloat64()}
	})
	hinged = generated("hinge", "A ramp with noise", 6, func(r *rand.Rand, _ int) []float64 {
		u := spread(r, 2)
		return []float64{u, max(1.5*u-0.5, 0) + 0.1*r.NormFloat64()}
	})
	clouds = generated("clouds", "Two clouds", 7, func(r *rand.Rand, i int) []float64 {
		sign := float64(2*(i%2) - 1)
		return []float64{1.1*sign + 0.6*r.NormFloat64(), 0.6*sign + 0.6*r.NormFloat64(), sign}
	})
)

// spread is uniform from -half to half.
func spread(r *rand.Rand, half float64) float64 { return half * (2*r.Float64() - 1) }

// generated makes 64 examples with random numbers of a seed. Their decimals are few, so that they are the same on every
// machine, whose last bits may differ.
func generated(name, title string, seed uint64, example func(r *rand.Rand, i int) []float64) Dataset {
	r := rand.New(rand.NewPCG(seed, 0))
	d := Dataset{Name: name, Title: title, Cite: "made up: generated from a seed"}
	for i := range 64 {
		row := example(r, i)
		if i == 0 {
			d.Columns = make([]Column, len(row))
		}
		for k, v := range row {
			d.Columns[k].Values = append(d.Columns[k].Values, math.Round(v*1000)/1000)
		}
	}
	for k, name := range columnNames(len(d.Columns)) {
		d.Columns[k].Name, d.Columns[k].Label = name, name
	}
	return d
}

// shipped reads a table that comes with the program.
func shipped(text string) []Column {
	d, _, err := ReadCSV(strings.NewReader(text))
	if err != nil {
		panic("surfaces: a data set of the program is broken: " + err.Error())
	}
	return d.Columns
}

// irises returns the petals of two species; the target is 0 for the first, 1 for the second.
func irises(first, second float64) []Column {
	all := shipped(irisCSV)
	columns := make([]Column, len(all))
	for k := range all {
		columns[k].Name, columns[k].Label = all[k].Name, all[k].Label
		for i, species := range all[2].Values {
			v := all[k].Values[i]
			if k == 2 {
				v -= first
			}
			if species == first || species == second {
				columns[k].Values = append(columns[k].Values, v)
			}
		}
	}
	return columns
}
