package figure

import (
	"math"
	"slices"

	"descentlab/app/lab"
	"descentlab/app/lab/stability"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// Stability is the line lr = 2(1 + momentum)/lambda_max above which heavy-ball descent cannot settle in the minimum of a
// quadratic surface, and its best setting (Polyak 1964), in a plane of these two knobs. Weight decay adds to the curvatures.
// There is none on other surfaces, for other methods and axes, and with other settings.
func Stability(s lab.State, spec optim.Spec, axes [2]sweep.Axis, palette *plot.Palette) ([]plot.Curve, []plot.Trace) {
	lr, momentum := slices.IndexFunc(axes[:], isOf("lr")), slices.IndexFunc(axes[:], isOf("momentum"))
	low, high, ok := quadraticCurvatures(s)
	if !ok || lr < 0 || momentum < 0 || !heavyBall(spec) {
		return nil, nil
	}
	sharpness, decay := high, spec.Get("weight_decay").Num
	low, high = low+decay, high+decay
	at := func(rate, beta float64) plot.Point {
		var on [2]float64
		on[lr], on[momentum] = OnAxis(axes[lr], rate), OnAxis(axes[momentum], beta)
		return plot.Point{X: on[0], Y: on[1]}
	}
	var line []plot.Point
	for k := range 101 {
		beta := axes[momentum].At(float64(k) / 100)
		if law, known := stability.Of(spec.With("momentum", optim.Num(beta))); known {
			line = append(line, at(law.Rate(sharpness), beta))
		}
	}
	root := math.Sqrt(high / low)
	best := at(4/((math.Sqrt(low)+math.Sqrt(high))*(math.Sqrt(low)+math.Sqrt(high))), (root-1)*(root-1)/((root+1)*(root+1)))
	return []plot.Curve{{Pts: line, Color: palette.Text, Width: CurveWidth, Dashed: true}},
		[]plot.Trace{{Pts: []plot.Point{best}, Color: palette.Accent, Glyph: plot.Star, Name: words.T("best")}}
}

func isOf(knob string) func(sweep.Axis) bool {
	return func(a sweep.Axis) bool { return a.Knob == knob }
}

// heavyBall tells whether a racer is plain gradient descent with momentum, at a rate that never changes.
func heavyBall(spec optim.Spec) bool {
	if spec.Method != "sgd" && spec.Method != "momentum" {
		return false
	}
	for name, v := range spec.Set {
		if name == "lr" || name == "momentum" || name == "weight_decay" {
			continue
		}
		if k, err := spec.Knob(name); err != nil || v.Num != k.Default || v.List != nil {
			return false
		}
	}
	return true
}

// quadraticCurvatures are the eigenvalues of the Hessian, if it is the same everywhere and positive.
func quadraticCurvatures(s lab.State) (low, high float64, ok bool) {
	if s.Field == nil {
		return 0, 0, false
	}
	probe, home := s.Field.Probe.Fork(), s.Doc.Home
	first := probe.Jet(home.X0, home.Y0)
	low, high, _, _ = surfaces.Eigen(first)
	corners := [][2]float64{{home.X1, home.Y0}, {home.X0, home.Y1}, {home.X1, home.Y1}}
	for _, at := range append(corners, [2]float64{(home.X0 + 2*home.X1) / 3, (2*home.Y0 + home.Y1) / 3}) {
		j := probe.Jet(at[0], at[1])
		far := math.Abs(j.XX-first.XX) + math.Abs(j.XY-first.XY) + math.Abs(j.YY-first.YY)
		if !(far <= 1e-9*high) {
			return 0, 0, false
		}
	}
	return low, high, low > 0
}
