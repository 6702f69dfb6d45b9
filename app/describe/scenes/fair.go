package scenes

import (
	"descentlab/app/describe"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// Fair describes the results of a fair race of an experiment; remark is what else is to be known of them, such as that they are
// old.
func Fair(of *setup.Experiment, results []lab.FairResult, remark string) describe.Description {
	d := describe.Description{Title: words.T("Fair race")}
	if len(results) == 0 {
		d.Text = describe.Paragraph(words.T("No fair race has been held yet."), describe.Sentence(remark))
		return d
	}
	if s, err := of.Landscape(); err == nil {
		d.Title = words.T("Fair race on %s", figure.SurfaceTitle(of, s))
	}
	names := of.Names()
	var list, settings []string
	columns := make([][]float64, 13)
	for i, r := range results {
		list = append(list, words.T("%s wins %s of its runs and finds the lowest minimum in %s, median gap %s", names[i], r.Won,
			words.Percent(r.Score.Global), describe.Number(r.Score.Gap[1])))
		settings = append(settings, r.Spec.String())
		g, e := r.Score.Gap, r.Score.Evaluations
		for k, v := range []float64{float64(r.Score.Runs), r.Score.Won, r.Score.Global, r.Score.Arrived, r.Score.Diverged, g[0], g[1],
			g[2], e[0], e[1], e[2], float64(r.Trials), float64(r.Evaluations)} {
			columns[k] = append(columns[k], v)
		}
	}
	d.Text = describe.Paragraph(words.T("%s.", describe.Listed(list, few)), figure.FairNote(of.Fair, results[0].Spend),
		describe.Sentence(remark))
	part := words.T("of 1")
	d.Table = describe.Table{Columns: []describe.Column{
		describe.Texts(words.T("racer"), names), describe.Texts(words.T("settings that were found"), settings),
		describe.Numbers(words.T("runs"), "", columns[0]), describe.Numbers(words.T("won"), part, columns[1]),
		describe.Numbers(words.T("at the lowest minimum"), part, columns[2]),
		describe.Numbers(words.T("at any minimum"), part, columns[3]), describe.Numbers(words.T("diverged"), part, columns[4]),
		describe.Numbers(words.T("gap, lower quartile"), "", columns[5]), describe.Numbers(words.T("gap, median"), "", columns[6]),
		describe.Numbers(words.T("gap, upper quartile"), "", columns[7]),
		describe.Known(words.T("evaluations to arrive, lower quartile"), "", columns[8]),
		describe.Known(words.T("evaluations to arrive, median"), "", columns[9]),
		describe.Known(words.T("evaluations to arrive, upper quartile"), "", columns[10]),
		describe.Numbers(words.T("trials of the tuning"), "", columns[11]),
		describe.Numbers(words.T("evaluations of the tuning"), "", columns[12]),
	}}
	return d
}
