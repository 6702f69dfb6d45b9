package scenes

import (
	"math"

	"descentlab/app/contest"
	"descentlab/app/describe"
	"descentlab/app/words"
)

// perDecade is how many rows the table of a benchmark has for each tenfold more evaluations.
const perDecade = 10

// Bench describes a benchmark at one of its stages, nil for one that has not been made: runtimes, or a performance profile. The
// table has a row for every so many evaluations, or ratios, and the part of the pairs that each racer has solved by then.
func Bench(r *contest.Result, stage int, profile bool, remark string) describe.Description {
	d := describe.Description{Title: words.T("Benchmark")}
	if r == nil || len(r.Stages) == 0 {
		d.Text = describe.Paragraph(words.T("No benchmark has been made yet."), describe.Sentence(remark))
		return d
	}
	st := &r.Stages[stage]
	d.Title = words.T("Benchmark, runtimes")
	level, unit, top := words.T("gradient evaluations"), "", 10*float64(r.Setting.Budget)
	part := func(racer int, x float64) float64 { return st.Curves[racer].Fraction(x) }
	said := func(racer int, x float64) string { return r.Said(stage, racer, x) }
	at := float64(r.Setting.Budget)
	if profile {
		d.Title = words.T("Benchmark, performance profile")
		level, unit, top, at = words.T("evaluations"), words.T("times those of the fastest"), 1000, 1
		profiles := st.Results.Profiles()
		part = func(racer int, x float64) float64 { return profiles[racer].Fraction(x) }
		said = func(racer int, x float64) string { return r.ProfileSaid(racer, x, part(racer, x)) }
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
	if profile {
		rules[3] = contest.ProfileWarning() // there are no bands
	}
	d.Text = describe.Paragraph(append(append(list, rules...), describe.Sentence(remark))...)
	grid := decades(top)
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
