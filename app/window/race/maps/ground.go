package maps

import (
	"context"
	"fmt"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/widgets/plot"
)

// coarser is how much fewer pixels a sketch of the ground has along a side.
const coarser = 4

// A ground samples the surface in the window that the maps show.
type ground struct {
	work     *job.Job[*plot.Field]
	last     figure.Ground // asked for
	of       *lab.Field    // whose it is
	sketches bool          // the job at hand makes a coarse picture first
}

func newGround(d desk.Desk, changed func()) *ground {
	g := &ground{work: job.New[*plot.Field](d.Post, changed)}
	d.Keep(desk.Quiet(g.work))
	return g
}

// field is the newest picture; nil before the first one of a surface.
func (g *ground) field() *plot.Field {
	field, _ := g.work.Result()
	return field
}

// ask asks for a picture of a field, a coarse one first if it is of another surface than the last or takes long. One that
// follows another of a surface alike, as while a slider is dragged, lets that one's coarse picture be finished.
func (g *ground) ask(f *lab.Field, j figure.Ground) {
	if j == g.last {
		return
	}
	alike := f.Alike(g.of)
	if !alike {
		g.work.Forget() // never one surface's marks on another one's ground
	}
	sketch := g.field() == nil || j.Probe != g.last.Probe || j.Big()
	begin := g.work.Ask
	if alike && sketch && g.sketches {
		begin = g.work.Queue
	}
	key := fmt.Sprintf("%p %v %d %d %v %d", j.Probe, j.View, j.W, j.H, j.Spacing, j.Levels)
	begin(key, func(ctx context.Context, r *job.Report[*plot.Field]) error {
		return sample(ctx, r, j, sketch)
	})
	g.last, g.of, g.sketches = j, f, sketch
}

// sample makes a picture, or a coarse one and then the picture.
func sample(ctx context.Context, r *job.Report[*plot.Field], j figure.Ground, sketch bool) error {
	if sketch {
		field := j.Coarser(coarser).Sample(ctx)
		if field == nil {
			return ctx.Err()
		}
		r.Publish(field)
	}
	field := j.Sample(ctx)
	if field == nil {
		return ctx.Err()
	}
	r.Publish(field)
	return nil
}
