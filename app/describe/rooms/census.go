package rooms

import (
	"descentlab/app/census"
	"descentlab/app/describe"
	"descentlab/app/words"
)

// Census describes how rare minima are among random critical points; the table has a row for every number of downhill directions
// in every number of dimensions.
func Census(c census.Census) describe.Description {
	d := describe.Description{Title: words.T("The census: how rare are minima?")}
	if len(c.Rows) == 0 {
		d.Text = words.T("Nothing has been counted yet.")
		return d
	}
	last := c.Rows[len(c.Rows)-1]
	d.Text = describe.Paragraph(
		words.T("%s random critical points in each of %d numbers of dimensions, from %d on.", census.Grouped(c.Setting.Count),
			len(c.Rows), c.Setting.From),
		describe.Sentence(words.SentenceCase(c.Rows[0].Sentence())), describe.Sentence(words.SentenceCase(last.Sentence())),
		describe.Sentence(words.SentenceCase(c.Sentence())), describe.Sentence(words.SentenceCase(c.Agreement())))
	columns := make([][]float64, 8)
	for _, r := range c.Rows {
		for k, found := range r.Index {
			low, high := census.Interval(found, r.Count())
			if found == 0 {
				high = census.AtMost(r.Count())
			}
			for i, v := range []float64{float64(r.Dim), float64(k), float64(found), float64(r.Count()),
				float64(found) / float64(r.Count()), low, high, r.Exact[k]} {
				columns[i] = append(columns[i], v)
			}
		}
	}
	part := words.T("of 1")
	d.Table = describe.Table{Columns: []describe.Column{
		describe.Numbers(words.T("dimensions"), "", columns[0]), describe.Numbers(words.T("downhill directions"), "", columns[1]),
		describe.Numbers(words.T("points"), "", columns[2]), describe.Numbers(words.T("of all points"), "", columns[3]),
		describe.Numbers(words.T("share"), part, columns[4]), describe.Numbers(words.T("95 % interval, from"), part, columns[5]),
		describe.Numbers(words.T("95 % interval, to"), part, columns[6]), describe.Numbers(words.T("exact share"), part, columns[7]),
	}}
	return d
}
