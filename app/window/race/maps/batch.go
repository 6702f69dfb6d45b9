package maps

import (
	"context"
	"strconv"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// A batch shows on the maps what a racer sees of the loss at one step: the isolines of the present mini-batch's own loss,
// which flicker over those of the whole, and at every racer an ellipse that says how its gradient scatters from batch to
// batch.
type batch struct {
	desk desk.Desk
	work *job.Job[batchLines]

	of      figure.BatchKey
	whole   *surfaces.Probe            // for this goroutine; nil while nothing is shown
	batched *surfaces.Probe            // for the goroutine of the work
	lines   map[int][]plot.Curve       // by step
	shown   []plot.Curve               // the newest of them
	step    int                        // that the shapes below are of
	shapes  map[int]figure.PlotEllipse // by racer
	scale   figure.GradientScale
}

// batchLines are the isolines of the loss at a step.
type batchLines struct {
	step   int
	curves []plot.Curve
}

func newBatch(d desk.Desk, changed func()) *batch {
	b := &batch{desk: d}
	b.work = job.New[batchLines](d.Post, func() {
		b.take()
		changed()
	})
	d.Keep(desk.Quiet(b.work))
	return b
}

// curves are what a map of a field shows of the present batch: the ellipse of one racer, or of all if that is -1.
func (b *batch) curves(s lab.State, field *plot.Field, view plot.Rect, racer int) []plot.Curve {
	if !figure.ShowsBatch(s) || field == nil {
		b.forget()
		return nil
	}
	doc, palette := &s.TapeDoc, b.desk.Palette()
	key := figure.BatchKey{Probe: s.Field.Probe, Field: field, View: view, Palette: palette, Batch: doc.Batch, Seed: doc.Seed}
	if key != b.of && !b.begin(key) {
		return nil
	}
	b.follow(s.Step())
	unit := b.scale.Of(s)
	list := b.shown[:len(b.shown):len(b.shown)]
	for i, r := range doc.Racers {
		if r.Hidden || racer >= 0 && i != racer {
			continue
		}
		at := figure.Weights(s.Tape.Runs[i], s.Head)
		if pts := b.shape(s, i).Outline(at, unit, view); pts != nil {
			list = append(list, plot.Curve{Pts: pts, Color: palette.Racer(r.Slot), Width: figure.EllipseWidth, Dashed: true})
		}
	}
	return list
}

// begin sets out on another surface, window or batch; what is seen stays until there is something new.
func (b *batch) begin(key figure.BatchKey) bool {
	batched, err := key.Probe.Batched(key.Batch, key.Seed)
	if err != nil {
		return false // no document with such a batch passes its check
	}
	b.work.Forget()
	b.of, b.batched, b.whole = key, batched, key.Probe.Fork()
	b.lines, b.step = map[int][]plot.Curve{}, -1
	return true
}

// forget shows nothing any more.
func (b *batch) forget() {
	if b.whole != nil {
		b.work.Forget()
		b.of, b.shown, b.whole, b.batched, b.lines = figure.BatchKey{}, nil, nil, nil, nil
	}
}

// follow sees to the lines of a step. One job at a time is let come to its end: else fast playback would never show any.
func (b *batch) follow(step int) {
	if step != b.step {
		b.step, b.shapes = step, map[int]figure.PlotEllipse{}
	}
	if lines, made := b.lines[step]; made {
		b.shown = lines
		return
	}
	if b.work.Busy() {
		return
	}
	key, probe := b.of, b.batched
	b.work.Ask(strconv.Itoa(step), func(ctx context.Context, r *job.Report[batchLines]) error {
		curves := figure.BatchLines(ctx, key, probe, step)
		r.Publish(batchLines{step, curves})
		return nil
	})
}

// take keeps the newest lines and shows them.
func (b *batch) take() {
	news, made := b.work.Result()
	if _, known := b.lines[news.step]; !made || known {
		return
	}
	if len(b.lines) >= figure.MostFlicker {
		clear(b.lines)
	}
	b.lines[news.step], b.shown = news.curves, news.curves
}

// shape is how a racer's gradient scatters at the present step.
func (b *batch) shape(s lab.State, racer int) figure.PlotEllipse {
	e, known := b.shapes[racer]
	if !known {
		at := figure.Weights(s.Tape.Runs[racer], float64(b.step))
		e = figure.EllipseOf(b.whole.GradientNoise(at.X, at.Y, b.of.Batch))
		b.shapes[racer] = e
	}
	return e
}
