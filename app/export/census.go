package export

import (
	"context"
	"strconv"

	"descentlab/app/census"
	"descentlab/app/export/picture"
	"descentlab/app/export/poster"
	"descentlab/app/export/provenance"
	"descentlab/app/figure/minima"
	"descentlab/widgets/plot"
)

// censusCSV has a line for each number of downhill directions in each number of dimensions.
func censusCSV(out *Output, c census.Census) error {
	t := newTable(out, provenanceOfCensus(c.Setting), "n", "downhill", "points", "count", "share", "low", "high", "exact")
	for _, r := range c.Rows {
		for k, found := range r.Index {
			low, high := census.Interval(found, r.Count())
			if found == 0 {
				high = census.AtMost(r.Count())
			}
			t.row(strconv.Itoa(r.Dim), strconv.Itoa(k), strconv.Itoa(found), strconv.Itoa(r.Count()),
				exact(float64(found)/float64(r.Count())), exact(low), exact(high), exact(r.Exact[k]))
		}
	}
	return t.end()
}

// censusJSON has the rows with their sentences.
func censusJSON(out *Output, c census.Census) error {
	type rowJSON struct {
		Dim      int      `json:"n"`
		Points   int      `json:"points"`
		Minima   int      `json:"minima"`
		Share    Number   `json:"share"`
		Interval []Number `json:"interval_95"`
		Exact    Number   `json:"exact"`
		Index    []int    `json:"downhill"`
		Expected []Number `json:"downhill_exact"`
		Sentence string   `json:"sentence"`
	}
	rows := make([]rowJSON, len(c.Rows))
	for i, r := range c.Rows {
		low, high := r.Interval()
		rows[i] = rowJSON{r.Dim, r.Count(), r.Minima(), Number(r.Share()), Numbers(low, high), Number(r.Expected()), r.Index,
			Numbers(r.Exact...), r.Sentence()}
	}
	return out.json(struct {
		Count    int             `json:"count"`
		Seed     uint64          `json:"seed"`
		Rows     []rowJSON       `json:"rows"`
		Sentence string          `json:"sentence"`
		From     provenance.List `json:"provenance"`
	}{c.Setting.Count, c.Setting.Seed, rows, c.Sentence(), provenanceOfCensus(c.Setting)})
}

// censusPicture has both of its pictures, and below them what they show.
func censusPicture(_ context.Context, c census.Census) (picture.Picture, error) {
	p := poster.Beside(c.Sentence(),
		func(st plot.Style) poster.Drawing { return minima.Shares{Census: c, Style: st} },
		func(st plot.Style) poster.Drawing { return minima.Downhill{Census: c, Style: st} })
	p.Notes = provenanceOfCensus(c.Setting)
	return p, nil
}
