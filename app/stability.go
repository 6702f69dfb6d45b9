package main

import (
	"math"

	"descentlab/app/lab"
	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// stability is the line lr = 2(1 + momentum)/lambda_max above which heavy-ball descent cannot settle in the minimum of a
// quadratic surface, and its best setting (Polyak 1964). There is none on other surfaces, for other methods and axes.
func stability(s lab.State, spec optim.Spec, axes [2]sweep.Axis, palette *plot.Palette) ([]plot.Curve, []plot.Trace) {
	if spec.Method != "sgd" && spec.Method != "momentum" || spec.Get("nesterov").Num != 0 || spec.Get("dampening").Num != 0 ||
		axes[0].Knob != "lr" || axes[1].Knob != "momentum" {
		return nil, nil
	}
	low, high, ok := quadraticCurvatures(s)
	if !ok {
		return nil, nil
	}
	line := make([]plot.Point, 101)
	for k := range line {
		beta := axes[1].At(float64(k) / 100)
		line[k] = plot.Point{X: onAxis(axes[0], 2*(1+beta)/high), Y: onAxis(axes[1], beta)}
	}
	root := math.Sqrt(high / low)
	beta := (root - 1) * (root - 1) / ((root + 1) * (root + 1))
	lr := 4 / ((math.Sqrt(low) + math.Sqrt(high)) * (math.Sqrt(low) + math.Sqrt(high)))
	best := plot.Point{X: onAxis(axes[0], lr), Y: onAxis(axes[1], beta)}
	return []plot.Curve{{Pts: line, Color: palette.Text, Width: curveWidth, Dashed: true}},
		[]plot.Trace{{Pts: []plot.Point{best}, Color: palette.Accent, Glyph: plot.Star, Name: "best"}}
}

// quadraticCurvatures are the eigenvalues of the Hessian, if it is the same everywhere and positive.
func quadraticCurvatures(s lab.State) (low, high float64, ok bool) {
	if s.Field == nil {
		return 0, 0, false
	}
	probe, home := s.Field.Probe.Fork(), s.Doc.Home
	first := probe.Jet(home.X0, home.Y0)
	low, high, _, _ = surfaces.Eigen(first)
	for _, at := range [][2]float64{{home.X1, home.Y0}, {home.X0, home.Y1}, {home.X1, home.Y1}, {(home.X0 + 2*home.X1) / 3, (2*home.Y0 + home.Y1) / 3}} {
		j := probe.Jet(at[0], at[1])
		far := math.Abs(j.XX-first.XX) + math.Abs(j.XY-first.XY) + math.Abs(j.YY-first.YY)
		if !(far <= 1e-9*high) {
			return 0, 0, false
		}
	}
	return low, high, low > 0
}
