package main

import (
	"context"
	"fmt"
	"math"

	"descentlab/app/lab"
	"descentlab/optim/race"
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

	of      batchKey
	whole   *surfaces.Probe      // for this goroutine
	batched *surfaces.Probe      // for the goroutine of the work
	lines   map[int][]plot.Curve // by step
	shown   []plot.Curve         // the newest of them
	busy    bool                 // some are being made
	shapes  map[int]plotEllipse  // by racer, of the step below
	step    int
	scale   gradientScale
}

// A batchKey tells apart what the lines are of.
type batchKey struct {
	probe   *surfaces.Probe
	field   *plot.Field
	view    surfaces.Rect
	palette *plot.Palette
	batch   int
	seed    uint64
}

const (
	mostFlicker   = 200 // steps whose lines are kept
	batchCells    = 96  // along each side of a batch's grid, if the batch is not large
	batchSamples  = 4e6 // losses of single examples that such a grid may take
	ellipsePart   = 0.08
	scaleSamples  = 24 // places of the race by which the ellipses' scale is found
	ellipseSteps  = 48
	flickerWidth  = 1.2
	everyLevel    = 3 // of those of the ground a batch has one
	ellipseWidth  = 1.5
	smallestShape = 1e-3 // of the window: smaller ellipses would hide under the racer's glyph anyway
)

func newBatchView(u *ui) *batchView { return &batchView{ui: u, work: background{post: u.post}} }

// on tells whether a document wants its batches shown, and has any.
func (b *batchView) on(s lab.State) bool {
	doc := &s.TapeDoc
	return s.Doc.Look.Batches && s.Tape != nil && s.Field != nil && !s.Stale() && doc.Batch > 0 && doc.Batch < s.Field.Probe.Examples()
}

// curves are what a map shows of the present batch: the ellipse of one racer, or of all if that is -1.
func (b *batchView) curves(s lab.State, field *plot.Field, view surfaces.Rect, racer int) []plot.Curve {
	if b.state = s; !b.on(s) || field == nil {
		b.forget()
		return nil
	}
	doc := &s.TapeDoc
	key := batchKey{s.Field.Probe, field, view, b.ui.palette(), doc.Batch, doc.Seed}
	if key != b.of && !b.begin(key) {
		return nil
	}
	b.follow(s.Step())
	unit := b.scale.of(s)
	list := b.shown[:len(b.shown):len(b.shown)]
	for i, r := range doc.Racers {
		if r.Hidden || racer >= 0 && i != racer {
			continue
		}
		at := weights(s.Tape.Runs[i], s.Head)
		if pts := b.shape(i).outline(at, unit, view); pts != nil {
			list = append(list, plot.Curve{Pts: pts, Color: key.palette.Racer(r.Slot), Width: ellipseWidth, Dashed: true})
		}
	}
	return list
}

// begin sets out on another surface, window or batch; what is seen stays until there is something new.
func (b *batchView) begin(key batchKey) bool {
	batched, err := key.probe.Batched(key.batch, key.seed)
	if err != nil {
		return false // no document with such a batch passes its check
	}
	b.work.stop()
	b.of, b.batched, b.whole = key, batched, key.probe.Fork()
	b.lines, b.busy, b.step = map[int][]plot.Curve{}, false, -1
	return true
}

func (b *batchView) forget() {
	if b.whole != nil {
		b.work.stop()
		b.of, b.shown, b.whole, b.batched, b.lines = batchKey{}, nil, nil, nil, nil
	}
}

// follow sees to the lines of a step. One job at a time is let come to its end: else fast playback would never show any.
func (b *batchView) follow(step int) {
	if step != b.step {
		b.step, b.shapes = step, map[int]plotEllipse{}
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
		lines := batchLines(ctx, key, probe, step)
		say(func() {
			if len(b.lines) >= mostFlicker {
				clear(b.lines)
			}
			b.lines[step], b.shown, b.busy = lines, lines, false
			b.ui.maps.draw()
		})
	})
}

// batchLines are the isolines of a batch's own loss, at every third level of the whole one's.
func batchLines(ctx context.Context, key batchKey, batched *surfaces.Probe, step int) []plot.Curve {
	n := min(max(int(math.Sqrt(batchSamples/float64(key.batch))), batchCells/4), batchCells)
	grid := plot.Sample(ctx, plot.Rect(key.view), n, n, func() func(dst, xs []float64, y float64) {
		return batched.Batch(step).Row
	})
	if grid == nil {
		return nil
	}
	var levels []float64
	for i := 0; i < len(key.field.Levels); i += everyLevel {
		levels = append(levels, key.field.Levels[i])
	}
	var curves []plot.Curve
	for _, line := range grid.Isolines(levels) {
		pts := line.Pts
		if line.Closed {
			pts = append(pts[:len(pts):len(pts)], pts[0])
		}
		curves = append(curves, plot.Curve{Pts: pts, Color: key.palette.Text, Width: flickerWidth, Faint: true})
	}
	return curves
}

// shape is how a racer's gradient scatters at the present step.
func (b *batchView) shape(racer int) plotEllipse {
	e, known := b.shapes[racer]
	if !known {
		at := weights(b.state.Tape.Runs[racer], float64(b.step))
		e = ellipseOf(b.whole.GradientNoise(at.X, at.Y, b.of.batch))
		b.shapes[racer] = e
	}
	return e
}

// legend says what the ellipses measure.
func (b *batchView) legend(s lab.State) string {
	if !b.on(s) {
		return ""
	}
	return fmt.Sprintf("Over the ground lie the isolines of the present batch's loss. Dashed ellipses: one standard deviation of a batch's gradient, a gradient of 1 drawn %g long.", b.scale.of(s))
}

// A plotEllipse has two half axes, at right angles to each other.
type plotEllipse struct{ a, b plot.Point }

// ellipseOf is the ellipse of one standard deviation of a covariance.
func ellipseOf(xx, xy, yy float64) plotEllipse {
	mean, spread := (xx+yy)/2, math.Hypot((xx-yy)/2, xy)
	large, small := math.Sqrt(max(mean+spread, 0)), math.Sqrt(max(mean-spread, 0))
	sin, cos := math.Sincos(math.Atan2(2*xy, xx-yy) / 2)
	return plotEllipse{plot.Point{X: large * cos, Y: large * sin}, plot.Point{X: -small * sin, Y: small * cos}}
}

func (e plotEllipse) reach() float64 { return math.Hypot(e.a.X, e.a.Y) }

// outline is the ellipse around a place, so many times as large; nil if it cannot be seen.
func (e plotEllipse) outline(at surfaces.Point, unit float64, view surfaces.Rect) []plot.Point {
	if reach := e.reach() * unit; !(reach > smallestShape*(view.X1-view.X0)) || reach-reach != 0 {
		return nil
	}
	pts := make([]plot.Point, ellipseSteps+1)
	for k := range pts {
		sin, cos := math.Sincos(2 * math.Pi * float64(k) / ellipseSteps)
		pts[k] = plot.Point{X: at.X + unit*(cos*e.a.X+sin*e.b.X), Y: at.Y + unit*(cos*e.a.Y+sin*e.b.Y)}
	}
	return pts
}

// A gradientScale is the length, in the plane, in which a gradient of 1 is drawn: the same all the race long, so that what
// grows and shrinks is the noise.
type gradientScale struct {
	tape  *race.Tape
	probe *surfaces.Probe
	unit  float64
}

// of is the scale for the race of a state: a round number, with which an ellipse of middling size is a small part of the
// window.
func (g *gradientScale) of(s lab.State) float64 {
	if g.tape == s.Tape && g.probe == s.Field.Probe {
		return g.unit
	}
	probe, runs := s.Field.Probe.Fork(), s.Tape.Runs
	sum, n := 0.0, 0
	for k := range scaleSamples {
		if len(runs) == 0 {
			break
		}
		run := runs[k%len(runs)]
		at := weights(run, float64(k)/scaleSamples*float64(run.Steps))
		reach := ellipseOf(probe.GradientNoise(at.X, at.Y, s.TapeDoc.Batch)).reach()
		if reach > 0 && !math.IsInf(reach, 0) {
			sum += math.Log(reach)
			n++
		}
	}
	*g = gradientScale{s.Tape, s.Field.Probe, 1}
	if n > 0 {
		g.unit = roundDown(ellipsePart * (s.Doc.Home.X1 - s.Doc.Home.X0) / math.Exp(sum/float64(n)))
	}
	return g.unit
}

// roundDown is the largest of 1, 2 and 5 times a power of ten that is not above v.
func roundDown(v float64) float64 {
	decade := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{5, 2, 1} {
		if v >= m*decade {
			return digits(m*decade, 1)
		}
	}
	return v
}
