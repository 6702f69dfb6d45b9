package window

import (
	"context"
	"sync"

	"descentlab/app/figure"
	"descentlab/widgets/plot"
)

// A groundPainter samples fields in the background. The newest job wins; every result goes to done through post.
type groundPainter struct {
	post   func(func())
	done   func(f *plot.Field, final bool)
	last   figure.Ground
	cancel context.CancelFunc
	wait   sync.WaitGroup

	sketching bool           // a coarse picture is on its way
	next      *figure.Ground // to begin when that is there
}

// ask starts a job; coarseFirst asks for a coarse picture before the fine one whatever the size. A job that follows the one
// at hand, as while a slider is dragged, lets its coarse picture be finished: else a hand that never rests would see none. It
// must be called on the goroutine on which post runs functions.
func (g *groundPainter) ask(j figure.Ground, coarseFirst, follows bool) {
	g.last = j
	if follows && g.sketching && (coarseFirst || j.Big()) {
		g.next = &j
		return
	}
	g.start(j, coarseFirst)
}

func (g *groundPainter) start(j figure.Ground, coarseFirst bool) {
	if g.cancel != nil {
		g.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	g.cancel, g.next = cancel, nil
	jobs := []figure.Ground{j}
	if coarseFirst || j.Big() {
		jobs = []figure.Ground{j.Coarser(4), j}
	}
	g.sketching = len(jobs) > 1
	g.wait.Go(func() {
		for i, job := range jobs {
			field := job.Sample(ctx)
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
