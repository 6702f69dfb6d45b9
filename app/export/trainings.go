package export

import (
	"context"
	"math"
	"strconv"

	"descentlab/app/export/picture"
	"descentlab/app/export/poster"
	"descentlab/app/export/provenance"
	"descentlab/app/figure/minima"
	"descentlab/app/trainings"
	"descentlab/widgets/plot"
)

// trainingsCSV has a line for each training.
func trainingsCSV(out *Output, s trainings.Study) error {
	t := newTable(out, provenanceOfTrainings(s.Setting), "hidden", "run", "loss", "slope", "mistakes")
	for _, n := range s.Nets {
		for i, e := range n.Ends {
			t.row(strconv.Itoa(n.Hidden), strconv.Itoa(i), exact(e.Loss), exact(e.Slope), strconv.Itoa(e.Mistakes))
		}
	}
	return t.end()
}

// trainingsJSON has the networks with their sentences and the losses at which their trainings end.
func trainingsJSON(out *Output, s trainings.Study) error {
	type netJSON struct {
		Hidden    int      `json:"hidden"`
		Weights   int      `json:"weights"`
		Runs      int      `json:"runs"`
		Near      int      `json:"near_best"`
		Faultless int      `json:"without_mistakes"`
		Best      Known    `json:"best"`
		Worst     Known    `json:"worst"`
		Steepest  Number   `json:"steepest"`
		Losses    []Number `json:"losses"`
		Sentence  string   `json:"sentence"`
	}
	nets := make([]netJSON, len(s.Nets))
	for i, n := range s.Nets {
		worst, losses := math.NaN(), make([]Number, len(n.Ends))
		if list := n.Losses(); len(list) > 0 {
			worst = list[len(list)-1]
		}
		for k, e := range n.Ends {
			losses[k] = Number(e.Loss)
		}
		nets[i] = netJSON{n.Hidden, n.Weights(), len(n.Ends), n.Near(), n.Faultless(), Known(n.Best()), Known(worst),
			Number(n.Steepest()), losses, n.Sentence()}
	}
	return out.json(struct {
		Racer    string          `json:"racer"`
		Steps    int             `json:"steps"`
		Seed     uint64          `json:"seed"`
		Within   Number          `json:"within"`
		Nets     []netJSON       `json:"networks"`
		Sentence string          `json:"sentence"`
		From     provenance.List `json:"provenance"`
	}{s.Setting.Racer.String(), s.Setting.Steps, s.Setting.Seed, Number(s.Setting.Within), nets, s.Sentence(),
		provenanceOfTrainings(s.Setting)})
}

// trainingsPicture has the histograms, and below them what they show.
func trainingsPicture(_ context.Context, s trainings.Study) (picture.Picture, error) {
	p := poster.Beside(s.Sentence(),
		func(st plot.Style) poster.Drawing { return minima.Losses{Study: s, Style: st} })
	p.Notes = provenanceOfTrainings(s.Setting)
	return p, nil
}
