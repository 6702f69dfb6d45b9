package scenes

import (
	"math"
	"slices"

	"descentlab/app/contest"
	"descentlab/app/describe"
	"descentlab/app/lab"
	"descentlab/app/words"
)

// perDecade is how many rows the table of a benchmark has for each tenfold more evaluations.
const perDecade = 10

// Bench describes a picture of a benchmark at one of its stages, nil for one that has not been made. The table has a row for every
// so many evaluations, ratios, or trials of tuning that were made, and the part of the pairs that each racer has solved by then.
func Bench(r *contest.Result, stage int, kind lab.BenchPicture, remark string) describe.Description {
	d := describe.Description{Title: words.T("Benchmark")}
	if r == nil || len(r.Stages) == 0 {
		d.Text = describe.Paragraph(words.T("No benchmark has been made yet."), describe.Sentence(remark))
		return d
	}
	st := &r.Stages[stage]
	d.Title = words.T("Benchmark, runtimes")
	level, unit, grid := words.T("gradient evaluations"), "", decades(10*float64(r.Setting.Budget))
	part := func(racer int, x float64) float64 { return st.Curves[racer].Fraction(x) }
	said := func(racer int, x float64) string { return r.Said(stage, racer, x) }
	at := float64(r.Setting.Budget)
	switch kind {
	case lab.BenchProfile:
		d.Title = words.T("Benchmark, performance profile")
		level, unit, grid, at = words.T("evaluations"), words.T("times those of the fastest"), decades(1000), 1
		profiles := st.Results.Profiles()
		part = func(racer int, x float64) float64 { return profiles[racer].Fraction(x) }
		said = func(racer int, x float64) string { return r.ProfileSaid(racer, x, part(racer, x)) }
	case lab.BenchTuning:
		d.Title = words.T("Benchmark, tuning")
		level, grid = words.T("trials of tuning"), nil
		for _, s := range r.Stages {
			grid = append(grid, float64(s.Trials))
		}
		part = func(racer int, trials float64) float64 {
			solved, _ := r.Stages[slices.Index(grid, trials)].Results.Within(racer)
			return solved
		}
		said = func(racer int, _ float64) string { return r.TuningSaid(racer, stage) }
	}
	list := []string{r.Summary(stage)}
	for i := range r.Names {
		if i == few {
			list = append(list, words.T("The table has %d more racers.", len(r.Names)-few))
			break
		}
		list = append(list, said(i, at))
	}
	rules := r.Rules(stage)
	const bands = 3 // the rule that tells of them
	switch kind {
	case lab.BenchProfile:
		rules[bands] = contest.ProfileWarning()
	case lab.BenchTuning:
		rules = slices.Delete(rules, bands, bands+1)
	}
	d.Text = describe.Paragraph(append(append(list, rules...), describe.Sentence(remark))...)
	d.Table.Columns = []describe.Column{describe.Numbers(level, unit, grid)}
	for i, name := range r.Names {
		y := make([]float64, len(grid))
		for k, x := range grid {
			y[k] = part(i, x)
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
