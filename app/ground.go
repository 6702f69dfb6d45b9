package main

import (
	"context"
	"fmt"
	"sync"

	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// A groundJob is a field to sample: a surface in a window, at device pixels.
type groundJob struct {
	probe   *surfaces.Probe
	view    plot.Rect
	w, h    int
	spacing plot.Spacing
}

// drawnExamples is how many examples at most the ground is the mean over: with more, a picture takes many seconds and
// looks the same. Whoever draws it shows groundNote beside it.
const drawnExamples = 1000

// groundNote says over how many examples the ground is drawn, if that is not all of them.
func groundNote(p *surfaces.Probe) string {
	if n := p.Examples(); n > drawnExamples {
		return fmt.Sprintf("ground: %d of %d examples", drawnExamples, n)
	}
	return ""
}

// sample computes the field of a job, or nil if the context ends first.
func (j groundJob) sample(ctx context.Context) *plot.Field {
	grid := plot.Sample(ctx, j.view, j.w, j.h, func() func(dst, xs []float64, y float64) {
		return j.probe.Thinned(drawnExamples).Row
	})
	if grid == nil {
		return nil
	}
	return plot.NewField(grid, isolines, j.spacing)
}

// coarser is the job at a fraction of its pixels.
func (j groundJob) coarser(factor int) groundJob {
	j.w, j.h = max(j.w/factor, 1), max(j.h/factor, 1)
	return j
}

// A groundPainter samples fields in the background. The newest job wins; every result goes to done through post.
type groundPainter struct {
	post   func(func())
	done   func(f *plot.Field, final bool)
	last   groundJob
	cancel context.CancelFunc
	wait   sync.WaitGroup
}

// bigGround is the number of pixels above which a coarse picture is shown while the fine one is sampled.
const bigGround = 1 << 20

// ask starts a job; coarseFirst asks for a coarse picture before the fine one whatever the size. It must be called on
// the goroutine on which post runs functions.
func (g *groundPainter) ask(j groundJob, coarseFirst bool) {
	if g.cancel != nil {
		g.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	g.last, g.cancel = j, cancel
	jobs := []groundJob{j}
	if coarseFirst || j.w*j.h > bigGround {
		jobs = []groundJob{j.coarser(4), j}
	}
	g.wait.Go(func() {
		for i, job := range jobs {
			field := job.sample(ctx)
			if field == nil {
				return
			}
			g.post(func() {
				if ctx.Err() == nil {
					g.done(field, i == len(jobs)-1)
				}
			})
		}
	})
}

// join waits until the last job has ended.
func (g *groundPainter) join() { g.wait.Wait() }

// field samples a job to the end, with about so many levels.
func (j groundJob) field(levels int) *plot.Field {
	grid := plot.Sample(context.Background(), j.view, j.w, j.h, func() func(dst, xs []float64, y float64) {
		return j.probe.Thinned(drawnExamples).Row
	})
	return plot.NewField(grid, levels, j.spacing)
}
