package export

import (
	"encoding/json"

	"descentlab/app/lab"
)

// fairJSON has a racer's setting, how it was tuned and how it fared.
func fairJSON(results []lab.FairResult) ([]byte, error) {
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
	for _, r := range results {
		head, err := newSpecJSON(r.Spec)
		if err != nil {
			return nil, err
		}
		s, ended := r.Score, ""
		if len(r.Knobs) > 0 {
			ended = r.Ended.Key()
		}
		list = append(list, racerJSON{head, r.Knobs, r.Trials, r.Evaluations, r.Budget, ended, Number(r.Rate),
			s.Runs, r.Spend, Number(s.Won), Number(s.Global),
			Number(s.Arrived), Number(s.Diverged), Numbers(s.Gap[:]...), allKnown(s.Evaluations[:]...)})
	}
	data, err := json.Marshal(map[string]any{"racers": list})
	return append(data, '\n'), err
}
