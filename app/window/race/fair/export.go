package fair

import (
	"descentlab/app/export"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// Exports are the results of the last fair race, if there are any.
func (p *Pane) Exports() ([]export.Offer, string) {
	c, made := p.job.Result()
	if !made || len(c.results) == 0 {
		return nil, ""
	}
	outcome := export.FairOutcome{Doc: c.of, Results: c.results}
	return []export.Offer{export.Fair.Made(setup.PanelFair, words.T("Fair race"), "fair", outcome)}, setup.PanelFair
}
