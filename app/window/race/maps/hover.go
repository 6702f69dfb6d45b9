package maps

import (
	"context"
	"fmt"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/internal/geom"
	"descentlab/widgets/plot"
)

// askUnder asks for the runs from the pointer's place of the racers whose basins are shown; none without either. It works in
// the background: a slow method or a large table must not hold the pointer up. Those of the last place stay until the new ones
// are there.
func (p *Pane) askUnder() {
	var racers []int
	for _, c := range p.cells {
		if p.state.View.Cross != nil && p.basinCells(c) != nil {
			racers = append(racers, figure.Subjects(p.state, c.racer)...)
		}
	}
	if len(racers) == 0 {
		p.under.Forget()
		return
	}
	s, at, palette := p.state, *p.state.View.Cross, p.desk.Palette()
	key := fmt.Sprintf("%p %v %v %s", s.Tape, at, racers, palette.Key())
	p.under.Ask(key, func(ctx context.Context, r *job.Report[map[int]plot.Trace]) error {
		traces, err := runsFrom(ctx, s, at, racers, palette)
		if err != nil {
			return err // the context's: the document's racers have passed their checks
		}
		r.Publish(traces)
		return nil
	})
}

// runsFrom are the ways of some racers from a place, by racer.
func runsFrom(ctx context.Context, s lab.State, at geom.Point, racers []int, palette *plot.Palette) (map[int]plot.Trace, error) {
	survey, names := s.Run().Survey(), s.TapeDoc.Names()
	traces := map[int]plot.Trace{}
	for _, i := range racers {
		run, err := survey.From(ctx, i, at)
		if err != nil {
			return nil, err
		}
		ink := palette.Racer(s.TapeDoc.Racers[i].Slot)
		traces[i] = plot.Trace{Shadow: figure.Way(run, run.X), Head: float64(run.Steps), Color: ink, Name: names[i]}
	}
	return traces, nil
}

// underTraces are the runs from the pointer's place that a cell shows: thin, below all others.
func (p *Pane) underTraces(c *cell) []plot.Trace {
	traces, made := p.under.Result()
	if p.state.View.Cross == nil || !made || p.basinCells(c) == nil {
		return nil
	}
	var list []plot.Trace
	for _, i := range figure.Subjects(p.state, c.racer) {
		if trace, made := traces[i]; made {
			list = append(list, trace)
		}
	}
	return list
}
