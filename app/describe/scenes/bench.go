package scenes

import (
	"math"

	"descentlab/app/describe"
	"descentlab/app/figure/runtimes"
	"descentlab/app/lab"
	"descentlab/app/words"
)

// perDecade is how many rows the table of a benchmark has for each tenfold more evaluations.
const perDecade = 10

// Bench describes a picture of a benchmark, nil for one that has not been made. The table has a row for every so many
// evaluations, ratios or trials, and the part of the pairs that each racer has solved by then.
func Bench(p *runtimes.Picture, remark string) describe.Description {
	d := describe.Description{Title: words.T("Benchmark")}
	if p == nil {
		d.Text = describe.Paragraph(words.T("No benchmark has been made yet."), describe.Sentence(remark))
		return d
	}
	r := p.Result
	d.Title = words.T("Benchmark, runtimes")
	level, unit, at := words.T("gradient evaluations"), "", float64(r.Setting.Budget)
	grid := decades(p.Top())
	switch p.Kind {
	case lab.BenchProfile:
		d.Title = words.T("Benchmark, performance profile")
		level, unit, at = words.T("evaluations"), words.T("times those of the fastest"), 1
	case lab.BenchTuning:
		d.Title = words.T("Benchmark, what tuning is worth")
		level, at, grid = words.T("trials of tuning"), float64(r.Stages[p.Stage].Trials), nil
		for i := range r.Stages {
			grid = append(grid, float64(r.Stages[i].Trials))
		}
	}
	list := []string{r.Summary(p.Stage)}
	for i := range r.Names {
		if i == few {
			list = append(list, words.T("The table has %d more racers.", len(r.Names)-few))
			break
		}
		list = append(list, describe.Sentence(p.Said(i, at)))
	}
	d.Text = describe.Paragraph(append(append(list, p.Notes()...), describe.Sentence(remark))...)
	d.Table.Columns = []describe.Column{describe.Numbers(level, unit, grid)}
	for i, name := range r.Names {
		y := make([]float64, len(grid))
		for k, x := range grid {
			y[k] = p.Part(i, x)
		}
		d.Table.Columns = append(d.Table.Columns, describe.Numbers(name, words.T("part of the pairs"), y))
	}
	return d
}

// decades are numbers from 1 to a top, evenly on a logarithmic scale.
func decades(top float64) (list []float64) {
	n := int(math.Ceil(perDecade*math.Log10(top) - 1e-9))
	for k := range n {
		list = append(list, math.Pow(10, float64(k)/perDecade))
	}
	return append(list, top)
}
