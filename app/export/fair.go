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
		Rate        Number   `json:"rate"`
		Runs        int      `json:"runs"`
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
		s := r.Score
		list = append(list, racerJSON{head, r.Knobs, r.Trials, r.Evaluations, Number(r.Rate), s.Runs, Number(s.Won), Number(s.Global),
			Number(s.Arrived), Number(s.Diverged), Numbers(s.Gap[:]...), allKnown(s.Evaluations[:]...)})
	}
	data, err := json.Marshal(map[string]any{"racers": list})
	return append(data, '\n'), err
}
