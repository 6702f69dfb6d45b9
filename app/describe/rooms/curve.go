// Package rooms describes what is seen in the rooms beside the race: the curve, the game, the census and the trainings.
package rooms

import (
	"descentlab/app/curve"
	"descentlab/app/describe"
	"descentlab/app/words"
)

// few is how many things a paragraph names; the table has the others.
const few = 8

// Curve describes the curve with the racers on it at the step that is looked at; the table has all steps that were made.
func Curve(s curve.State) describe.Description {
	c := s.Curve
	said := []string{words.T("L(w) = %s, w from %s to %s.", c.Formula, describe.Number(c.Home.X0), describe.Number(c.Home.X1)),
		valleys(c)}
	names := s.Doc.Called()
	var list, who []string
	var step, w, loss, slope, rate, next []float64
	for i, run := range s.Runs {
		row := run.At(s.Step)
		list = append(list, words.T("%s is at w = %s with the loss %s and the slope %s; its step leads to w = %s", names[i],
			describe.Number(row.W), describe.Number(row.Loss), describe.Number(row.Slope), describe.Number(row.New)))
		for _, row := range run.Rows(s.Done) {
			who, step, w = append(who, names[i]), append(step, float64(row.Step)), append(w, row.W)
			loss, slope = append(loss, row.Loss), append(slope, row.Slope)
			rate, next = append(rate, row.Rate), append(next, row.New)
		}
	}
	now := words.T("At the start, before any step: %s.", describe.Listed(list, few))
	if s.Done > 0 {
		now = words.N(s.Done, "At step %d of the %d that was made: %s.", "At step %d of the %d that were made: %s.",
			s.Step, s.Done, describe.Listed(list, few))
	}
	said = append(said, now)
	if len(s.Runs) == 1 {
		said = append(said, c.Insight(s.Runs[0], s.Step).String())
	}
	var trials []string
	for _, t := range s.Trials {
		trials = append(trials, words.T("%s %s (%s)", describe.Number(t.Eta), t.Fate, t.Count()))
	}
	if len(trials) > 0 {
		said = append(said, words.T("Three learning rates to try: %s.", describe.Listed(trials, few)))
	}
	return describe.Description{Title: words.T("The curve L(w) = %s", c.Formula), Text: describe.Paragraph(said...),
		Table: describe.Table{Columns: []describe.Column{
			describe.Texts(words.T("racer"), who), describe.Numbers(words.T("step"), "", step), describe.Numbers("w", "", w),
			describe.Numbers(words.T("loss"), "", loss), describe.Numbers(words.T("slope"), "", slope),
			describe.Known(words.T("learning rate"), "", rate), describe.Numbers(words.T("new w"), "", next),
		}}}
}

// valleys names the minima of a curve.
func valleys(c *curve.Curve) string {
	var list []string
	for _, m := range c.Minima {
		list = append(list, words.T("%s at w = %s with the loss %s", m.Name, describe.Number(m.At), describe.Number(m.Loss)))
	}
	if len(list) == 0 {
		return words.T("It has no minimum there.")
	}
	return words.N(len(list), "It has one minimum: %s.", "Its minima: %s.", describe.Listed(list, few))
}
