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

	sketching bool       // a coarse picture is on its way
	next      *groundJob // to begin when that is there
}

// A job of more work than this, in pixels or in losses of single examples, is sketched first: a coarse picture is shown while
// the fine one is sampled.
const (
	bigGround   = 1 << 20
	bigExamples = 1 << 22
)

// big tells whether a job is to be sketched first.
func (j groundJob) big() bool {
	return j.w*j.h > bigGround || j.w*j.h*min(j.probe.Examples(), drawnExamples) > bigExamples
}

// ask starts a job; coarseFirst asks for a coarse picture before the fine one whatever the size. A job that follows the one
// at hand, as while a slider is dragged, lets its coarse picture be finished: else a hand that never rests would see none. It
// must be called on the goroutine on which post runs functions.
func (g *groundPainter) ask(j groundJob, coarseFirst, follows bool) {
	g.last = j
	if follows && g.sketching && (coarseFirst || j.big()) {
		g.next = &j
		return
	}
	g.start(j, coarseFirst)
}

func (g *groundPainter) start(j groundJob, coarseFirst bool) {
	if g.cancel != nil {
		g.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	g.cancel, g.next = cancel, nil
	jobs := []groundJob{j}
	if coarseFirst || j.big() {
		jobs = []groundJob{j.coarser(4), j}
	}
	g.sketching = len(jobs) > 1
	g.wait.Go(func() {
		for i, job := range jobs {
			field := job.sample(ctx)
			if field == nil {
				return
			}
			g.post(func() {
				if ctx.Err() == nil {
					g.take(field, i == len(jobs)-1)
				}
			})
		}
	})
}

// take hands a picture on, and begins what has waited for it.
func (g *groundPainter) take(f *plot.Field, final bool) {
	g.sketching = false
	g.done(f, final && g.next == nil)
	if g.next != nil {
		g.start(*g.next, true)
	}
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
