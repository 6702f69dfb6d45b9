package figure

import (
	"math"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

const (
	ellipsePart  = 0.08 // of the window's width, that an ellipse of middling size takes
	scaleSamples = 24   // places of the race by which that size is found
)

// ShowsBatch tells whether the maps of a state show what its racers see of the loss at one step: that is wanted, and they do
// not see all of it.
func ShowsBatch(s lab.State) bool {
	doc := &s.TapeDoc
	raced := s.Tape != nil && s.Field != nil && !s.Stale()
	return raced && s.Doc.Look.Batches && doc.Batch > 0 && doc.Batch < s.Field.Probe.Examples()
}

// A GradientScale is the length, in the plane, in which a gradient of 1 is drawn: the same all the race long, so that what grows
// and shrinks is the noise. It keeps what it has found last; the zero value is ready.
type GradientScale struct {
	tape  *race.Tape
	probe *surfaces.Probe
	unit  float64
}

// Of is that length for the race of a state that ShowsBatch: a round number, with which an ellipse of middling size is a small
// part of the window.
func (g *GradientScale) Of(s lab.State) float64 {
	if g.tape != s.Tape || g.probe != s.Field.Probe {
		*g = GradientScale{s.Tape, s.Field.Probe, findUnit(s)}
	}
	return g.unit
}

// legend says what the lines and ellipses on the maps are; "" if there are none.
func (g *GradientScale) legend(s lab.State) string {
	if !ShowsBatch(s) {
		return ""
	}
	return batchLegend(g.Of(s))
}

func batchLegend(unit float64) string {
	return words.T("Over the ground lie the isolines of the present batch's loss. Dashed ellipses: one standard deviation of "+
		"a batch's gradient, a gradient of 1 drawn %g long.", unit)
}

func findUnit(s lab.State) float64 {
	probe, runs := s.Field.Probe.Fork(), s.Tape.Runs
	sum, n := 0.0, 0
	for k := range scaleSamples {
		if len(runs) == 0 {
			break
		}
		run := runs[k%len(runs)]
		at := Weights(run, float64(k)/scaleSamples*float64(run.Steps))
		reach := EllipseOf(probe.GradientNoise(at.X, at.Y, s.TapeDoc.Batch)).Reach()
		if reach > 0 && !math.IsInf(reach, 0) {
			sum += math.Log(reach)
			n++
		}
	}
	if n == 0 {
		return 1
	}
	return RoundDown(ellipsePart * (s.Doc.Home.X1 - s.Doc.Home.X0) / math.Exp(sum/float64(n)))
}

// RoundDown is the largest of 1, 2 and 5 times a power of ten that is not above v.
func RoundDown(v float64) float64 {
	decade := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{5, 2, 1} {
		if v >= m*decade {
			return Digits(m*decade, 1)
		}
	}
	return v
}

// Weights are where a run is at a moment between two steps.
func Weights(run *race.Run, head float64) surfaces.Point {
	head = min(max(head, 0), float64(run.Steps))
	k := min(int(head), max(run.Steps-1, 0))
	part := head - float64(k)
	a := run.X(k)
	if part == 0 {
		return surfaces.Point{X: a[0], Y: a[1]}
	}
	b := run.X(k + 1)
	return surfaces.Point{X: a[0] + part*(b[0]-a[0]), Y: a[1] + part*(b[1]-a[1])}
}
