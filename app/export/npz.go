package export

import (
	"context"

	"descentlab/app/export/npz"
	"descentlab/app/lab"
	"descentlab/optim"
	"descentlab/optim/race"
)

var _ = Race.With(".npz", raceNPZ)

// raceNPZ has the rows of all runs as arrays for NumPy, a racer after the other; where a run has ended there is NaN. The gradient
// is the exact one, without batches and noise.
func raceNPZ(out *Output, r lab.Run) error {
	var kept [][]int
	rows, names, settings := 0, r.Doc.Names(), []string{}
	for i, run := range r.Tape.Runs {
		var list []int
		for t := range run.Kept() {
			list = append(list, t)
		}
		kept, rows = append(kept, list), max(rows, len(list))
		settings = append(settings, optim.RacerText(r.Doc.Racers[i].Spec, r.Doc.Racers[i].Changes))
	}
	file := npz.New(out)
	n := len(r.Tape.Runs)
	grid := func(name string, of func(run *race.Run, t int) float64) {
		file.Floats(name, []int{n, rows}, func(put func(float64)) error {
			return eachRow(out.ctx, r.Tape.Runs, kept, rows, put, of)
		})
	}
	grid("step", func(_ *race.Run, t int) float64 { return float64(t) })
	grid("x", func(run *race.Run, t int) float64 { return run.X(t)[0] })
	grid("y", func(run *race.Run, t int) float64 { return run.X(t)[1] })
	grid("loss", (*race.Run).Loss)
	grid("grad_norm", (*race.Run).GradNorm)
	probe := r.Field.Probe
	grid("grad_x", func(run *race.Run, t int) float64 {
		_, fx, _ := probe.Grad(run.X(t)[0], run.X(t)[1])
		return fx
	})
	grid("grad_y", func(run *race.Run, t int) float64 {
		_, _, fy := probe.Grad(run.X(t)[0], run.X(t)[1])
		return fy
	})
	grid("evaluations", func(run *race.Run, t int) float64 { return float64(run.Evaluations(t)) })
	file.Texts("racer", names)
	file.Texts("settings", settings)
	var keys, texts []string
	for _, note := range provenanceOfRun(r) {
		keys, texts = append(keys, note.Key), append(texts, note.Text)
	}
	file.Texts("provenance_key", keys)
	file.Texts("provenance", texts)
	return file.Close()
}

// eachRow puts a number for every row of every run, and NaN behind the last one of a run that has fewer.
func eachRow(ctx context.Context, runs []*race.Run, kept [][]int, rows int, put func(float64),
	of func(run *race.Run, t int) float64) error {
	for i, run := range runs {
		for k := range rows {
			if k%tidings == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			if k < len(kept[i]) {
				put(of(run, kept[i][k]))
			} else {
				put(npz.None)
			}
		}
	}
	return nil
}
