package scenes

import (
	"math"
	"slices"

	"descentlab/app/describe"
	"descentlab/app/figure/progress"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim/race"
)

// Charts describes the charts that stand above one another, from the top; their table has a row for each step and a column for
// each curve. Curves that are hidden are left out.
func Charts(s lab.State, list []progress.Curves) describe.Description {
	d := describe.Description{Title: words.T("Charts of the race on %s", surface(s))}
	if s.Tape == nil || len(s.Tape.Runs) == 0 {
		d.Text = standing(s)
		return d
	}
	said := []string{words.N(len(list), "%d chart over %s.", "%d charts over %s.", len(list), words.Steps(s.TapeDoc.Steps))}
	columns := []describe.Column{describe.Numbers(words.T("step"), "", describe.Steps(longest(list)))}
	for _, c := range list {
		said = append(said, chart(s, c))
		columns = append(columns, curves(s, c)...)
	}
	d.Text = describe.Paragraph(append(said, broken(s), alone(s), standing(s))...)
	if len(columns) > 1 {
		d.Table = describe.Table{Columns: columns}
	}
	return d
}

// longest is the last step of the longest curve.
func longest(list []progress.Curves) (last int) {
	for _, c := range list {
		for _, one := range c.List {
			last = max(last, len(one.Y)-1)
		}
	}
	return last
}

// seen are the curves that are not hidden.
func seen(s lab.State, c progress.Curves) []progress.Curve {
	return slices.DeleteFunc(slices.Clone(c.List), func(one progress.Curve) bool { return one.Hidden(s.View.Muted) })
}

// chart says what one chart shows: of what, on which axis, and how far each curve is now and at the end.
func chart(s lab.State, c progress.Curves) string {
	title, list := words.SentenceCase(c.Title), seen(s, c)
	switch {
	case c.Kind == "":
		return words.T("A chart is still being computed.")
	case len(c.List) == 0:
		return describe.Paragraph(title+".", c.Empty)
	case len(list) == 0:
		return describe.Paragraph(title+".", words.T("All of its curves are hidden."))
	}
	axis := words.T("%s, on a linear axis.", title)
	if c.Log {
		axis = words.T("%s, on a logarithmic axis.", title)
	}
	names := s.TapeDoc.Names()
	at := func(step int) string {
		var said []string
		for _, one := range list {
			said = append(said, words.T("%s %s", one.Name(names), value(one, step)))
		}
		return describe.Listed(said, few)
	}
	last := s.TapeDoc.Steps
	parts := []string{axis, words.T("At the start: %s.", at(0))}
	if now := s.Step(); now > 0 && now < last {
		parts = append(parts, words.T("At step %d: %s.", now, at(now)))
	}
	return describe.Paragraph(append(parts, words.T("At the end: %s.", at(last)), hiddenCurves(len(c.List)-len(list)),
		describe.Sentence(c.Note))...)
}

// hiddenCurves says how many are not drawn.
func hiddenCurves(n int) string {
	if n == 0 {
		return ""
	}
	return words.N(n, "%d curve is hidden.", "%d curves are hidden.", n)
}

// value is what a curve shows of a step: of one that has ended, its last value, and of one that has no value there, that it has
// none.
func value(c progress.Curve, step int) string {
	k := min(step, len(c.Y)-1)
	if k > 0 && k == step && math.IsNaN(c.Y[k]) && !math.IsNaN(c.Y[k-1]) {
		k-- // what belongs to the update that leaves a step has none at the last one
	}
	if math.IsNaN(c.Y[k]) {
		return words.T("has no value")
	}
	if c.X != nil {
		return words.T("%s after %s evaluations", describe.Number(c.Y[k]), words.Count(c.X[k]))
	}
	return describe.Number(c.Y[k])
}

// broken says whose curves end before the race does.
func broken(s lab.State) string {
	var list []string
	names := s.TapeDoc.Names()
	for i, run := range s.Tape.Runs {
		switch left := s.Courses.Left(i); {
		case s.TapeDoc.Racers[i].Hidden:
		case run.Verdict.Kind != race.Finished:
			list = append(list, words.T("%s has %s", names[i], words.Ending(run.Verdict)))
		case left >= 0:
			list = append(list, words.T("%s has left the map at step %d", names[i], left))
		}
	}
	if len(list) == 0 {
		return ""
	}
	return words.T("Curves that end before: %s.", describe.Listed(list, few))
}

// curves are the columns of a chart: of losses over evaluations, two for each curve.
func curves(s lab.State, c progress.Curves) (list []describe.Column) {
	names := s.TapeDoc.Names()
	for _, one := range seen(s, c) {
		name := one.Name(names)
		if c.Kind == setup.ChartEvaluations {
			list = append(list, describe.Numbers(words.T("gradient evaluations of %s", name), "", one.X))
		}
		column := describe.Numbers(words.T("%s: %s", c.Title, name), "", one.Y)
		column.Sparse = c.Kind != setup.ChartLoss && c.Kind != setup.ChartSlope && c.Kind != setup.ChartEvaluations
		list = append(list, column)
	}
	return list
}
