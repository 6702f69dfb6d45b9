package export

import (
	"descentlab/app/export/provenance"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
)

// A FairOutcome is what a fair race on an experiment tells.
type FairOutcome struct {
	Doc     setup.Experiment
	Results []lab.FairResult
}

// fairJSON has where settings were tried, and of each racer its setting, how it was tuned and how it fared. The start is that of
// the experiment; with more starts than this one they are random.
func fairJSON(out *Output, o FairOutcome) error {
	type racerJSON struct {
		specJSON
		Tuned       []string `json:"tuned"`
		Trials      int      `json:"trials"`
		Evaluations int      `json:"tuning_evaluations"`
		Budget      int      `json:"tuning_budget"`
		Ended       string   `json:"tuning_ended,omitempty"`
		Rate        Number   `json:"rate"`
		Runs        int      `json:"runs"`
		Spend       int      `json:"run_evaluations"`
		Won         Number   `json:"won"`
		Global      Number   `json:"global"`
		Arrived     Number   `json:"arrived"`
		Diverged    Number   `json:"diverged"`
		Gap         []Number `json:"gap_quartiles"`
		Spent       []Known  `json:"evaluations_quartiles"`
	}
	list := []racerJSON{}
	for _, r := range o.Results {
		head, err := newSpecJSON(r.Spec)
		if err != nil {
			return err
		}
		s, ended := r.Score, ""
		if len(r.Knobs) > 0 {
			ended = r.Ended.Key()
		}
		list = append(list, racerJSON{head, r.Knobs, r.Trials, r.Evaluations, r.Budget, ended, Number(r.Rate),
			s.Runs, r.Spend, Number(s.Won), Number(s.Global),
			Number(s.Arrived), Number(s.Diverged), Numbers(s.Gap[:]...), allKnown(s.Evaluations[:]...)})
	}
	var start []Number
	starts := o.Doc.Fair.Filled().TuneStarts
	if starts == 1 {
		start = place(o.Doc.Outset())
	}
	return out.json(struct {
		Start  []Number        `json:"start,omitempty"`
		Bounds []Number        `json:"bounds,omitempty"`
		Starts int             `json:"tune_starts"`
		Steps  int             `json:"steps"`
		Racers []racerJSON     `json:"racers"`
		From   provenance.List `json:"provenance"`
	}{start, bounds(&o.Doc), starts, o.Doc.Steps, list, provenanceOfFair(&o)})
}
