package maps

import (
	"context"
	"fmt"

	"descentlab/app/figure/ghost"
	"descentlab/app/job"
	"descentlab/app/lab/flows"
	"descentlab/widgets/plot"
)

// askFlows asks for the flows beside the race, if they are to be seen: in the background, and else not at all.
func (p *Pane) askFlows() {
	s := p.state
	if !s.Doc.Look.Flows || s.Tape == nil || s.Field == nil {
		p.flows.Forget()
		return
	}
	p.flows.Ask(fmt.Sprintf("%p", s.Tape), func(ctx context.Context, r *job.Report[flows.Flows]) error {
		f, err := flows.Of(ctx, s.Run())
		if err == nil {
			r.Publish(f)
		}
		return err
	})
}

// flow adds the flows beside the ways on the map of a racer, or of all, and gives what is written of them.
func (p *Pane) flow(scene *plot.Scene, racer int) []plot.Tag {
	f, made := p.flows.Result()
	if !made || !p.state.Doc.Look.Flows {
		return nil
	}
	curves, tags := ghost.Flows(f, p.state, racer, p.desk.Palette())
	scene.Curves = append(scene.Curves, curves...)
	return tags
}
