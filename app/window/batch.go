package window

import (
	"context"
	"fmt"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// batchView shows on the maps what a racer sees of the loss at one step: the isolines of the present mini-batch's own loss,
// which flicker over those of the whole, and at every racer an ellipse that says how its gradient scatters from batch to
// batch.
type batchView struct {
	ui    *ui
	work  background
	state lab.State

	of      figure.BatchKey
	whole   *surfaces.Probe            // for this goroutine
	batched *surfaces.Probe            // for the goroutine of the work
	lines   map[int][]plot.Curve       // by step
	shown   []plot.Curve               // the newest of them
	busy    bool                       // some are being made
	shapes  map[int]figure.PlotEllipse // by racer, of the step below
	step    int
	scale   figure.GradientScale
}

func newBatchView(u *ui) *batchView { return &batchView{ui: u, work: background{post: u.post}} }

// curves are what a map shows of the present batch: the ellipse of one racer, or of all if that is -1.
func (b *batchView) curves(s lab.State, field *plot.Field, view surfaces.Rect, racer int) []plot.Curve {
	if b.state = s; !figure.ShowsBatches(s) || field == nil {
		b.forget()
		return nil
	}
	doc := &s.TapeDoc
	key := figure.BatchKey{Probe: s.Field.Probe, Field: field, View: view, Palette: b.ui.palette(), Batch: doc.Batch, Seed: doc.Seed}
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
		if pts := b.shape(i).Outline(at, unit, view); pts != nil {
			list = append(list, plot.Curve{Pts: pts, Color: key.Palette.Racer(r.Slot), Width: figure.EllipseWidth, Dashed: true})
		}
	}
	return list
}

// begin sets out on another surface, window or batch; what is seen stays until there is something new.
func (b *batchView) begin(key figure.BatchKey) bool {
	batched, err := key.Probe.Batched(key.Batch, key.Seed)
	if err != nil {
		return false // no document with such a batch passes its check
	}
	b.work.stop()
	b.of, b.batched, b.whole = key, batched, key.Probe.Fork()
	b.lines, b.busy, b.step = map[int][]plot.Curve{}, false, -1
	return true
}

func (b *batchView) forget() {
	if b.whole != nil {
		b.work.stop()
		b.of, b.shown, b.whole, b.batched, b.lines = figure.BatchKey{}, nil, nil, nil, nil
	}
}

// follow sees to the lines of a step. One job at a time is let come to its end: else fast playback would never show any.
func (b *batchView) follow(step int) {
	if step != b.step {
		b.step, b.shapes = step, map[int]figure.PlotEllipse{}
	}
	if lines, made := b.lines[step]; made {
		b.shown = lines
		return
	}
	if b.busy {
		return
	}
	b.busy = true
	key, probe := b.of, b.batched
	b.work.ask(fmt.Sprint(step), func(ctx context.Context, say func(func())) {
		lines := figure.BatchLines(ctx, key, probe, step)
		say(func() {
			if len(b.lines) >= figure.MostFlicker {
				clear(b.lines)
			}
			b.lines[step], b.shown, b.busy = lines, lines, false
			b.ui.maps.draw()
		})
	})
}

// shape is how a racer's gradient scatters at the present step.
func (b *batchView) shape(racer int) figure.PlotEllipse {
	e, known := b.shapes[racer]
	if !known {
		at := figure.Weights(b.state.Tape.Runs[racer], float64(b.step))
		e = figure.EllipseOf(b.whole.GradientNoise(at.X, at.Y, b.of.Batch))
		b.shapes[racer] = e
	}
	return e
}
