package export

import (
	"descentlab/app/census"
	"descentlab/app/contest"
	"descentlab/app/describe"
	"descentlab/app/describe/rooms"
	"descentlab/app/describe/scenes"
	"descentlab/app/figure/runtimes"
	"descentlab/app/lab"
	"descentlab/app/trainings"
)

// The tables behind pictures, as spreadsheets take them in.
var (
	_ = Race.With(".tsv", raceTSV)
	_ = Maps.With(".tsv", mapTSV)
	_ = Swarms.WithEach(".tsv", Swarm.each, swarmTSV)
	_ = Fair.With(".tsv", fairTSV)
	_ = Census.With(".tsv", censusTSV)
	_ = Bench.With(".tsv", benchTSV)
	_ = Trainings.With(".tsv", trainingsTSV)
)

// finish is what the map shows at the end of a race.
func finish(r lab.Run) describe.Description {
	s := r.State()
	s.Head = float64(r.Doc.Steps)
	return scenes.Map(s)
}

// raceTSV is what is marked on the map at the end of a race: its critical points, the start, and where the racers are.
func raceTSV(out *Output, r lab.Run) error { return spread(out, finish(r).Table, provenanceOfRun(r)) }

// mapTSV is which part of the runs of a map ends where.
func mapTSV(out *Output, r *Map) error {
	return spread(out, scenes.Shares(r.Sheet, r.Survey.Places), r.from())
}

// swarmTSV is what the chart of a swarm shows: of its losses, its arrivals or its escapes, as the document chooses.
func swarmTSV(out *Output, s Swarm) error {
	for _, r := range s.Racers {
		state := lab.State{Doc: s.Doc}
		state.Doc.Look.Subject = r.Racer.Slot
		d := scenes.Swarm(state, &lab.Swarmed{SwarmRun: r.Run, Slot: r.Racer.Slot}, r.Run.Bands())
		if err := spread(out, d.Table, provenanceOfSwarm(&s)); err != nil {
			return err
		}
	}
	return nil
}

// fairTSV is how a fair race has ended, with a line for each racer.
func fairTSV(out *Output, o FairOutcome) error {
	return spread(out, scenes.Fair(&o.Doc, o.Results, "").Table, provenanceOfFair(&o))
}

// censusTSV has a line for each number of downhill directions in each number of dimensions.
func censusTSV(out *Output, c census.Census) error {
	return spread(out, rooms.Census(c).Table, provenanceOfCensus(c.Setting))
}

// trainingsTSV has a line for each training.
func trainingsTSV(out *Output, s trainings.Study) error {
	return spread(out, rooms.Trainings(s).Table, provenanceOfTrainings(s.Setting))
}

// benchTSV are the runtimes of a benchmark, of the settings that tuning has found last: which part each racer has solved after
// how many evaluations.
func benchTSV(out *Output, r *contest.Result) error {
	p, err := runtimes.New(out.ctx, r, len(r.Stages)-1, lab.BenchRuntimes)
	if err != nil {
		return err
	}
	return spread(out, scenes.Bench(p, "").Table, provenanceOfBench(r))
}
