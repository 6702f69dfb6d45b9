package export

import (
	"descentlab/app/gallery"
	"descentlab/app/gallery/claim"
	"descentlab/app/lab/setup"
)

// An ExhibitJSON is an experiment of the gallery.
type ExhibitJSON struct {
	Key        string            `json:"key"`
	Title      string            `json:"title"`
	Tags       []string          `json:"tags"`
	Notice     string            `json:"notice"`
	Racers     []string          `json:"racers"`
	Claims     []ClaimJSON       `json:"claims"`
	Experiment *setup.Experiment `json:"experiment,omitempty"`
}

// A ClaimJSON is a claim, and what has become of it if it was checked.
type ClaimJSON struct {
	Claim string `json:"claim"`
	True  *bool  `json:"true,omitempty"`
	Found string `json:"found,omitempty"`
}

// NewExhibitJSON is an exhibit for JSON: with what has become of its claims if these are given, and with its experiment if that
// is wanted.
func NewExhibitJSON(e gallery.Exhibit, results []claim.Result, whole bool) ExhibitJSON {
	j := ExhibitJSON{Key: e.Key, Title: e.Title, Tags: e.Tags, Notice: e.Notice, Racers: e.Names}
	for i, c := range e.Claims {
		one := ClaimJSON{Claim: c.Text}
		if results != nil {
			one.True, one.Found = &results[i].OK, results[i].Found
		}
		j.Claims = append(j.Claims, one)
	}
	if whole {
		j.Experiment = &e.Doc
	}
	return j
}
