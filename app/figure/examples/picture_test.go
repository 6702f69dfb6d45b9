package examples

import (
	"math"
	"strings"
	"testing"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// raced is the state of a race of some optimizers on a surface.
func raced(t *testing.T, surface string, steps int, optimizers ...string) lab.State {
	t.Helper()
	s, err := surfaces.Lookup(surface)
	if err != nil {
		t.Fatal(err)
	}
	doc := setup.Default()
	doc.SetSurface(s)
	doc.Steps, doc.Racers = steps, doc.Racers[:len(optimizers)]
	for i, text := range optimizers {
		if doc.Racers[i].Spec, err = optim.ParseSpec(text); err != nil {
			t.Fatal(err)
		}
	}
	return carriedOut(t, doc)
}

// carriedOut is the state at the end of an experiment.
func carriedOut(t *testing.T, doc setup.Experiment) lab.State {
	t.Helper()
	run, err := lab.Prepare(t.Context(), doc, lab.WantRace)
	if err != nil {
		t.Fatal(err)
	}
	return run.State()
}

func TestEveryLearningProblemIsDrawn(t *testing.T) {
	var d Picture
	for _, surface := range surfaces.Catalogue() {
		if surface.Group != surfaces.Learning {
			continue
		}
		s := raced(t, surface.Name, 30, "adam lr=0.1")
		s.Head = 30
		if !d.Follow(s) || d.Follow(s) {
			t.Errorf("%s: its examples are not new, or always", surface.Name)
		}
		scene := d.Scene(s, plot.Rect{}, plot.DarkPalette())
		if len(scene.Curves) == 0 || len(scene.Traces) == 0 || len(scene.Clouds[0].Pts) == 0 {
			t.Errorf("%s: %d lines, %d glyphs in %v", surface.Name, len(scene.Curves), len(scene.Traces), scene.View)
		}
	}
	// A formula of the user's own over examples has points but no model.
	doc := raced(t, "logistic", 3, "adam lr=0.1").Doc
	doc.SetFormula("(x*u + v*y - t)^4")
	s := carriedOut(t, doc)
	d.Follow(s)
	scene, legend := d.Scene(s, plot.Rect{}, plot.DarkPalette()), d.Legend(s)
	if len(scene.Curves) > 0 || len(scene.Clouds[0].Pts)+len(scene.Clouds[1].Pts) == 0 || !strings.Contains(legend, "no model") {
		t.Errorf("a formula of one's own: %d lines, %q", len(scene.Curves), legend)
	}
	// And what has no examples has no picture.
	s = raced(t, "sphere", 3, "adam lr=0.1")
	d.Follow(s)
	if scene := d.Scene(s, plot.Rect{}, plot.DarkPalette()); len(scene.Clouds) > 0 || d.Legend(s) != "" {
		t.Errorf("a sphere: %+v, %+v", scene, d.Legend(s))
	}
}

// TestLinesOfModels: those of a regression are its values, and on a boundary the score is 0.
func TestLinesOfModels(t *testing.T) {
	var d Picture
	s := raced(t, "linear_regression", 40, "sgd lr=0.02", "adam lr=0.1")
	s.Head = 20
	d.Follow(s)
	x := s.Tape.Runs[1].X(20)
	scene := d.Scene(s, plot.Rect{}, plot.DarkPalette())
	if len(scene.Curves) != 2 {
		t.Fatalf("%d lines", len(scene.Curves))
	}
	for _, at := range scene.Curves[1].Pts {
		if math.Abs(at.Y-(x[0]*at.X+x[1])) > 1e-9 {
			t.Fatalf("at %v the line of weights %v", at, x)
		}
	}
	s = raced(t, "logistic", 40, "sgd lr=0.02", "adam lr=0.1")
	s.Head = 20
	d.Follow(s)
	scene = d.Scene(s, plot.Rect{}, plot.DarkPalette())
	curves := scene.Curves
	if scene.Up != "petal width (cm)" || scene.Across != "petal length (cm)" {
		t.Errorf("the axes are %q and %q", scene.Across, scene.Up)
	}
	if len(curves) == 0 || len(scene.Clouds[1].Pts) != 50 {
		t.Fatalf("%d lines of the boundary, %d of the other class", len(curves), len(scene.Clouds[1].Pts))
	}
	for i, c := range curves {
		run := s.Tape.Runs[len(s.Tape.Runs)-len(curves)+i]
		for _, at := range c.Pts {
			if v := d.model.Predict.At(figure.Weights(run, s.Head), at.X, at.Y); math.Abs(v) > 1e-6 {
				t.Fatalf("on the boundary the score is %g", v)
			}
		}
	}
}
