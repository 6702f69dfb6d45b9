package figure

import (
	"math"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim/race"
	"descentlab/widgets/plot"
)

// The number of levels on a map, and on a small one.
const (
	Isolines    = 24
	fewIsolines = 13
)

// Spacings are the ways to space isolines, as the document names them.
var Spacings = map[string]plot.Spacing{
	"log": plot.LogSpacing, "linear": plot.LinearSpacing, "quantile": plot.QuantileSpacing,
}

// Way is a position of the run at every step, or nil if it has none.
func Way(run *race.Run, at func(int) []float64) []plot.Point {
	if at(0) == nil {
		return nil
	}
	pts := make([]plot.Point, run.Steps+1)
	for t := range pts {
		x := at(t)
		pts[t] = plot.Point{X: x[0], Y: x[1]}
	}
	// A memory is zero before its first update: the second position starts with the first.
	first := run.X(0)
	pts[0] = plot.Point{X: first[0], Y: first[1]}
	return pts
}

// WithHead returns the traces drawn up to step t.
func WithHead(list []plot.Trace, t float64) []plot.Trace {
	moved := make([]plot.Trace, len(list))
	for i, trace := range list {
		trace.Head = t
		moved[i] = trace
	}
	return moved
}

// Charts are the loss chart and the chart of gradient norms of the tape, without their cursors.
func Charts(s lab.State, st plot.Style) (loss, norm plot.Chart) {
	norm = plot.Chart{Title: words.T("gradient norm |∇f| (log)"), Log: true, Style: st, Steps: s.Doc.Steps}
	loss = plot.Chart{Title: words.T("loss"), Style: st, Steps: s.Doc.Steps}
	if s.Tape == nil {
		return loss, norm
	}
	loss.Steps, norm.Steps = s.TapeDoc.Steps, s.TapeDoc.Steps
	best, known := lab.Best(s.Tape, s.Field.Places)
	loss.Log = !s.TapeDoc.Look.LinearLoss
	loss.Title = lossTitle(known, loss.Log)
	loss.Floor, norm.Floor = Resolution(best), 1e-16
	names := s.TapeDoc.Names()
	for i, run := range s.Tape.Runs {
		racer := s.TapeDoc.Racers[i]
		if racer.Hidden {
			continue
		}
		gap, grad := make([]float64, run.Steps+1), make([]float64, run.Steps+1)
		for t := range gap {
			gap[t], grad[t] = run.Loss(t)-best, run.GradNorm(t)
		}
		series := plot.Series{Y: gap, Color: st.Palette.Racer(racer.Slot), Glyph: plot.RacerGlyph(racer.Slot), Name: names[i]}
		loss.Series = append(loss.Series, series)
		series.Y = grad
		norm.Series = append(norm.Series, series)
	}
	return loss, norm
}

// lossTitle says from what the losses are measured, and how.
func lossTitle(minimum, log bool) string {
	title := words.T("loss − lowest loss seen")
	if minimum {
		title = words.T("loss − best minimum")
	}
	if log {
		title = words.T("%s (log)", title)
	}
	return title
}

// Resolution is the smallest difference from best that a float64 loss can show.
func Resolution(best float64) float64 {
	return max(1e-16, math.Nextafter(math.Abs(best), math.Inf(1))-math.Abs(best))
}
