package inside_test

import (
	"strings"
	"testing"

	"descentlab/app/figure"
	"descentlab/app/figure/inside"
	"descentlab/app/lab"
	"descentlab/app/lab/labtest"
	"descentlab/internal/geom"
	"descentlab/internal/lengthy"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
	"descentlab/widgets/plot/relief"
)

// awkward is a race where something cannot be drawn or told: on a formula, from a start, of so many steps.
func awkward(t *testing.T, formula string, start geom.Point, steps int, racers ...string) lab.State {
	t.Helper()
	doc := labtest.Experiment(t, formula, steps, racers...)
	doc.Start = start
	s := open(labtest.Run(t, doc, lab.WantRace).State())
	for _, mark := range []string{lab.InsideNewton, lab.InsideUsual} {
		s.View.Inside = s.View.Inside.Toggled(mark)
	}
	return s
}

// TestAwkwardSteps: whatever is wrong with a step is said on its sheet, and that, the map and the relief are drawn all the same,
// from a race's first step to after its last one.
func TestAwkwardSteps(t *testing.T) {
	lengthy.Test(t)
	l := look(t)
	for _, c := range []struct {
		formula string
		start   geom.Point
		steps   int
		racers  string // with semicolons between them
		say     string // somewhere in the race
	}{
		// no Hessian here
		{"abs(x)^1.5 + y^2", geom.Point{X: 0, Y: 1}, 3, "sgd;nelder_mead", "the derivatives are not finite here"},
		// no curvature
		{"abs(x) + abs(y)", geom.Point{X: 1, Y: 2}, 3, "sgd", "the Hessian is singular"},
		// a plane
		{"x + y", geom.Point{X: 1, Y: 2}, 3, "newton;adam", "the Hessian is singular"},
		// no slope
		{"0*x + 3", geom.Point{X: 1, Y: 2}, 3, "sgd;adam;momentum", "the step has no length"},
		// one step
		{"x^2 + y^2", geom.Point{X: 1, Y: 2}, 1, "adam", "The race ends here"},
		// no step at all
		{"log(x) + y^2", geom.Point{X: -1, Y: 1}, 9, "adam", "has made no step"},
		// a pole
		{"1/(x^2 + y^2)", geom.Point{X: 0.1, Y: 0}, 9, "sgd lr=1e-6 maximize=true;adam", ""},
		// out of the domain
		{"log(x) + y^2", geom.Point{X: 0.2, Y: 1}, 9, "sgd lr=0.5;adam lr=0.3", "Its last step"},
		// beyond all bounds
		{"x^4 + y^4", geom.Point{X: 2, Y: 2}, 12, "sgd lr=1;momentum lr=1", "Its last step"},
		// steps of no size
		{"x^2 + y^2", geom.Point{X: 1, Y: 2}, 4, "sgd lr=1e-300;adam lr=1e-300", "the step has no length"},
		// a slope of no size
		{"1e-300*(x^2 + y^2)", geom.Point{X: 1, Y: 2}, 4, "sgd;adam;adagrad", ""},
		// a slope of all size
		{"1e300*(x^2 + y^2)", geom.Point{X: 1, Y: 2}, 4, "adam;rmsprop;novograd;adafactor", ""},
	} {
		racers := strings.Split(c.racers, ";")
		s := awkward(t, c.formula, c.start, c.steps, racers...)
		view := plot.Rect{X0: -3, X1: 3, Y0: -3, Y1: 3}
		ground := figure.Ground{Probe: s.Field.Probe, View: view, W: 24, H: 24, Spacing: plot.LogSpacing}.Field(figure.Isolines)
		said := ""
		for slot := range racers {
			s.View.Pinned = slot
			for k := range c.steps + 1 {
				s.Head = float64(k)
				sheet := inside.Of(s, slot)
				sheet.Hot = "slope"
				high := sheet.Height(l, 417)
				on := record.New(417, high)
				sheet.Draw(on, l)
				said += strings.Join(on.Marks.Texts(), " ") + " "
				scene := shown(s)
				scene.View, scene.Field, scene.Key = view, ground, plot.KeyLowerRight
				scene.Traces = figure.WithHead(figure.Traces(s, l.Palette), s.Head)
				scene.Draw(record.New(300, 300), l.Style)
				if k == 0 || k == c.steps {
					relief.Scene{Map: scene, Camera: relief.Usual(), Coarse: true}.Draw(record.New(260, 260), l.Style)
				}
			}
		}
		if !strings.Contains(said, c.say) {
			t.Errorf("%s: %q is not said in %q", c.formula, c.say, said)
		}
	}
}
