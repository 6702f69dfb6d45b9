package scenes

import (
	"descentlab/app/describe"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
)

// Rates describes how every racer ends for a range of learning rates; its table has a row for each run.
func Rates(c figure.Rates) describe.Description {
	s := c.State
	d := describe.Description{Title: words.T("Learning rates on %s", surface(s))}
	doc, names := &s.Doc, s.Doc.Names()
	var who, said []string
	var lr []float64
	var t outcomes
	n := 0
	for i, r := range doc.Racers {
		runs := c.Runs[r.Slot]
		if r.Hidden || len(runs) == 0 {
			continue
		}
		n = max(n, len(runs))
		for _, run := range runs {
			who, lr = append(who, names[i]), append(lr, run.LR)
			t.add(run.Outcome, s.Field.Searched)
		}
		said = append(said,
			bestRate(names[i], r.Spec.GetFor("lr", doc.Steps).Num, runs))
	}
	if len(c.Runs) == 0 && len(figure.Drawn(doc)) > 0 {
		d.Text = words.T("The runs with other learning rates are still being made.")
		return d
	}
	if len(said) == 0 {
		d.Text = describe.Sentence(c.Nothing())
		return d
	}
	d.Text = describe.Paragraph(
		words.T("Up to %s of every racer from one start, each of %s, with learning rates over the range of its slider.",
			words.Runs(n), words.Steps(doc.Steps)),
		describe.Listed(said, few)+".", standing(s))
	d.Table = describe.Table{Columns: append([]describe.Column{describe.Texts(words.T("racer"), who),
		describe.Numbers("lr", "", lr)}, t.columns()...)}
	return d
}

// bestRate says which rate of some runs leads lowest, and what the present one is.
func bestRate(name string, now float64, runs []lab.RateRun) string {
	failed := 0
	for _, r := range runs {
		if r.Failed() {
			failed++
		}
	}
	k := figure.Best(runs)
	if k < 0 {
		return words.T("%s has the rate %s now; no run of it keeps a finite loss", name, describe.Number(now))
	}
	said := words.T("%s has the rate %s now; the lowest loss, %s, is reached with %s", name, describe.Number(now),
		describe.Number(runs[k].Loss), describe.Number(runs[k].LR))
	if failed > 0 {
		said = words.N(failed, "%s (%d run diverges or ends early)", "%s (%d runs diverge or end early)", said, failed)
	}
	return said
}
