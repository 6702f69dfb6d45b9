package main

import (
	"math"
	"slices"
	"strconv"

	"descentlab/app/lab"
	"descentlab/optim/race"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// isolines is the number of levels on a map.
const isolines = 24

// spacings are the ways to space isolines, as the document names them.
var spacings = map[string]plot.Spacing{
	"log": plot.LogSpacing, "linear": plot.LinearSpacing, "quantile": plot.QuantileSpacing,
}

// marks are the places of a field as glyphs; those named stand out: the one under the pointer, the selected one.
func marks(field *lab.Field, named ...string) []plot.Mark {
	if field == nil {
		return nil
	}
	list := make([]plot.Mark, 0, len(field.Places))
	for _, p := range field.Places {
		m := plot.Mark{At: plot.Point(p.At), Label: p.Name, Strong: slices.Contains(named, p.Name)}
		switch p.Kind {
		case surfaces.Minimum:
			m.Kind = plot.MinimumMark
			if p.Global {
				m.Kind = plot.BestMark
			}
		case surfaces.Saddle:
			m.Kind = plot.SaddleMark
			m.Arms = [2]plot.Point{plot.Point(p.V1), plot.Point(p.V2)}
		case surfaces.Maximum:
			m.Kind = plot.MaximumMark
		default:
			m.Kind = plot.DegenerateMark
		}
		list = append(list, m)
	}
	return list
}

// traces are the runs of the tape, in the order of the tape's document; hidden racers have none. A run that ends where it
// starts has left for nowhere: it gets no arrow.
func traces(s lab.State, p *plot.Palette) []plot.Trace {
	if s.Tape == nil {
		return nil
	}
	names := s.TapeDoc.Names()
	var list []plot.Trace
	for i, run := range s.Tape.Runs {
		racer := s.TapeDoc.Racers[i]
		if racer.Hidden {
			continue
		}
		list = append(list, plot.Trace{
			Pts: way(run, run.X), Shadow: way(run, run.Shadow), Color: p.Racer(racer.Slot), Glyph: plot.RacerGlyph(racer.Slot), Name: names[i],
			Diverged: run.Verdict.Kind != race.Finished && run.Verdict.Step > 0, Step: run.Verdict.Step,
		})
	}
	return list
}

// way is a position of the run at every step, or nil if it has none.
func way(run *race.Run, at func(int) []float64) []plot.Point {
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

// withHead returns the traces drawn up to step t.
func withHead(list []plot.Trace, t float64) []plot.Trace {
	moved := make([]plot.Trace, len(list))
	for i, trace := range list {
		trace.Head = t
		moved[i] = trace
	}
	return moved
}

// charts are the loss chart and the chart of gradient norms of the tape, without their cursors.
func charts(s lab.State, st plot.Style) (loss, norm plot.Chart) {
	norm = plot.Chart{Title: "gradient norm |∇f| (log)", Log: true, Style: st, Steps: s.Doc.Steps}
	loss = plot.Chart{Title: "loss", Style: st, Steps: s.Doc.Steps}
	if s.Tape == nil {
		return loss, norm
	}
	loss.Steps, norm.Steps = s.TapeDoc.Steps, s.TapeDoc.Steps
	best, known := lab.Best(s.Tape, s.Field.Places)
	loss.Title = map[bool]string{true: "loss − best minimum", false: "loss − lowest loss seen"}[known]
	if loss.Log = !s.TapeDoc.Look.LinearLoss; loss.Log {
		loss.Title += " (log)"
	}
	loss.Floor, norm.Floor = resolution(best), 1e-16
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

// resolution is the smallest difference from best that a float64 loss can show.
func resolution(best float64) float64 {
	return max(1e-16, math.Nextafter(math.Abs(best), math.Inf(1))-math.Abs(best))
}

// short prints a number for people: four significant digits, an exponent where that is shorter.
func short(v float64) string { return shortTo(v, 4) }

// shortTo writes fewer digits, where there is less room.
func shortTo(v float64, digits int) string {
	switch {
	case math.IsNaN(v):
		return "NaN"
	case math.IsInf(v, 0):
		return map[bool]string{true: "∞", false: "-∞"}[v > 0]
	case v == 0:
		return "0"
	}
	if a := math.Abs(v); a < 1e-3 || a >= 1e5 {
		return strconv.FormatFloat(v, 'e', max(digits-2, 0), 64)
	}
	decimals := digits - 1 - int(math.Floor(math.Log10(math.Abs(v))))
	return strconv.FormatFloat(v, 'f', max(decimals, 0), 64)
}
