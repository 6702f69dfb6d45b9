package export

import (
	"context"
	"math"
	"strconv"

	"descentlab/app/contest"
	"descentlab/app/export/picture"
	"descentlab/app/export/provenance"
	"descentlab/app/figure/runtimes"
	"descentlab/app/lab"
	"descentlab/optim/bench"
	"descentlab/widgets/plot"
)

// benchCSV has a line for each trial and each target that it has met; of a trial that has met none, one without a target.
func benchCSV(out *Output, r *contest.Result) error {
	t := newTable(out, provenanceOfBench(r), "tuning_trials", "racer", "setting", "function", "instance", "target",
		"evaluations", "step", "spent", "best", "end")
	for _, st := range r.Stages {
		for i, trials := range st.Results.Trials {
			for k := range trials {
				trial, p := &trials[k], &st.Results.Problems[k]
				head := []string{strconv.Itoa(st.Trials), r.Names[i], st.Racers[i].String(), p.Function, strconv.Itoa(p.Instance)}
				tail := []string{strconv.Itoa(int(trial.Spent)), exact(trial.Best), trial.End.Key()}
				line := func(middle ...string) { t.row(append(append(append([]string{}, head...), middle...), tail...)...) }
				met := trial.Met()
				for n := range met {
					line(exact(bench.Target(n)), strconv.Itoa(int(trial.Hits[n])), strconv.Itoa(int(trial.Steps[n])))
				}
				if met == 0 {
					line("", "", "")
				}
			}
		}
	}
	return t.end()
}

// benchJSON has the rules, what is left out, and for each number of tuning trials the racers with their curves and their average
// runtimes for some targets of every function; null stands for a target that was never met.
func benchJSON(out *Output, r *contest.Result) error {
	type functionJSON struct {
		Function string  `json:"function"`
		ART      []Known `json:"average_runtime"`
	}
	type racerJSON struct {
		specJSON
		Name      string         `json:"name"`
		Tuned     []string       `json:"tuned"`
		Score     Number         `json:"score"`
		Solved    Number         `json:"solved_within_budget"`
		Restarted Number         `json:"solved_with_restarts"`
		Failed    int            `json:"failed_runs"`
		Curve     [][2]Number    `json:"curve"`
		Functions []functionJSON `json:"functions"`
	}
	type stageJSON struct {
		Trials int         `json:"tuning_trials"`
		Rules  []string    `json:"rules"`
		Racers []racerJSON `json:"racers"`
	}
	type leftJSON struct {
		What string `json:"what"`
		Why  string `json:"why"`
	}
	stages, left := []stageJSON{}, []leftJSON{}
	for _, l := range r.Suite.Left {
		left = append(left, leftJSON(l))
	}
	told := []int{10, 20, 30, 40, 50} // 1, 1e-2, 1e-4, 1e-6, 1e-8
	for k, st := range r.Stages {
		s := stageJSON{Trials: st.Trials, Rules: r.Rules(k), Racers: []racerJSON{}}
		for i := range st.Racers {
			head, err := newSpecJSON(st.Racers[i])
			if err != nil {
				return err
			}
			solved, failed := st.Results.Within(i)
			racer := racerJSON{specJSON: head, Name: r.Names[i], Tuned: append([]string{}, r.Knobs[i]...), Score: Number(st.Scores[i]),
				Solved: Number(solved), Restarted: Number(st.Curves[i].Final()), Failed: failed, Curve: curveOf(st.Curves[i])}
			for _, name := range st.Results.Functions() {
				f := functionJSON{Function: name}
				for _, target := range told {
					art := st.Results.ART(i, name, target)
					if math.IsInf(art, 1) {
						art = math.NaN()
					}
					f.ART = append(f.ART, Known(art))
				}
				racer.Functions = append(racer.Functions, f)
			}
			s.Racers = append(s.Racers, racer)
		}
		stages = append(stages, s)
	}
	targets := make([]Number, len(told))
	for i, n := range told {
		targets[i] = Number(bench.Target(n))
	}
	return out.json(struct {
		Suite     string          `json:"suite"`
		Budget    int             `json:"budget"`
		Instances int             `json:"instances"`
		Problems  int             `json:"problems"`
		Targets   int             `json:"targets"`
		Told      []Number        `json:"average_runtime_targets"`
		Left      []leftJSON      `json:"left_out"`
		Stages    []stageJSON     `json:"stages"`
		From      provenance.List `json:"provenance"`
	}{r.Setting.Suite, r.Setting.Budget, r.Setting.Instances, len(r.Suite.Problems), bench.TargetCount, targets, left, stages,
		provenanceOfBench(r)})
}

// curveOf is a curve at every number of evaluations at which it rises.
func curveOf(c bench.Curve) [][2]Number {
	list := [][2]Number{}
	for i, s := range c.Steps {
		if i+1 == len(c.Steps) || c.Steps[i+1].Evaluations > s.Evaluations {
			list = append(list, [2]Number{Number(s.Evaluations), Number(s.Fraction)})
		}
	}
	return list
}

// The size of a benchmark's picture, in units.
const (
	benchWide = 900
	benchHigh = 560
)

// benchPicture has the runtimes after the last number of trials, and the rules below them.
func benchPicture(ctx context.Context, r *contest.Result) (picture.Picture, error) {
	p, err := runtimes.New(ctx, r, len(r.Stages)-1, lab.BenchRuntimes)
	return picture.Picture{
		Title: r.Summary(len(r.Stages) - 1), Notes: provenanceOfBench(r), W: benchWide, H: benchHigh,
		Draw: func(_ context.Context, on plot.Canvas, st plot.Style) error {
			p.Draw(on, runtimes.Look{Style: st, Rules: true, Racer: -1})
			return nil
		},
	}, err
}
