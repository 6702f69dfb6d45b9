package lab

import (
	"context"
	"iter"
	"slices"

	"descentlab/optim/race"
)

// atOnce is the number of runs that Runs records at the same time: one for each of two cores. A run of 100,000 steps takes 10 to
// 100 MB, and whoever reads all of them takes longer than it takes to record them.
const atOnce = 2

// Runs are the racers' runs in their order: those of the tape, or, if there is none or one of paths alone, runs that are recorded
// now and forgotten when the next one is asked for, so that a long race of many racers takes no more memory than one of few. They
// are the same, bit for bit. An error, which is the context's, ends them. Told hears which part of all is recorded.
func (r Run) Runs(ctx context.Context, told func(part float64)) iter.Seq2[*race.Run, error] {
	return func(yield func(*race.Run, error) bool) {
		if r.Tape != nil && !r.Tape.Paths {
			told(1)
			for _, run := range r.Tape.Runs {
				if !yield(run, ctx.Err()) {
					return
				}
			}
			return
		}
		list, before := entrants(r.Doc), 0
		for some := range slices.Chunk(list, atOnce) {
			tell := func(part float64) { told((float64(before) + part*float64(len(some))) / float64(len(list))) }
			tape, err := race.Record(ctx, r.Field.loss(r.Doc), some, r.Doc.Steps, tell)
			before += len(some)
			if err != nil {
				yield(nil, err)
				return
			}
			for i, run := range tape.Runs {
				tape.Runs[i] = nil
				if !yield(run, nil) {
					return
				}
			}
		}
	}
}
