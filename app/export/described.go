package export

import (
	"descentlab/app/contest"
	"descentlab/app/describe"
	"descentlab/app/describe/scenes"
	"descentlab/app/figure/runtimes"
	"descentlab/app/lab"
)

// The tables behind pictures, as spreadsheets take them in.
var (
	_ = Race.With(".tsv", raceTSV)
	_ = Maps.With(".tsv", mapTSV)
	_ = Bench.With(".tsv", benchTSV)
)

// finish is what the map shows at the end of a race.
func finish(r lab.Run) describe.Description {
	s := r.State()
	s.Head = float64(r.Doc.Steps)
	return scenes.Map(s)
}

// raceTSV is what is marked on the map at the end of a race: its critical points, the start, and where the racers are.
func raceTSV(out *Output, r lab.Run) error { return finish(r).Table.WriteTSV(out) }

// mapTSV is which part of the runs of a map ends where.
func mapTSV(out *Output, r *Map) error { return scenes.Shares(r.Sheet, r.Survey.Places).WriteTSV(out) }

// benchTSV are the runtimes of a benchmark, of the settings that tuning has found last: which part each racer has solved after
// how many evaluations.
func benchTSV(out *Output, r *contest.Result) error {
	p, err := runtimes.New(out.ctx, r, len(r.Stages)-1, lab.BenchRuntimes)
	if err != nil {
		return err
	}
	return scenes.Bench(p, "").Table.WriteTSV(out)
}
