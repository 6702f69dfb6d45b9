package figure

import (
	"math"
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// stateOn is the state of an experiment on a surface of the catalogue, whose places are known and that is not raced.
func stateOn(t *testing.T, surface string, racers ...string) lab.State {
	t.Helper()
	s, err := surfaces.Lookup(surface)
	if err != nil {
		t.Fatal(err)
	}
	doc := setup.Default()
	doc.SetSurface(s)
	doc.Racers = nil
	for i, text := range racers {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		doc.Racers = append(doc.Racers, setup.Racer{Spec: spec, Slot: i})
	}
	run, err := lab.Prepare(t.Context(), doc, lab.WantPlaces)
	if err != nil {
		t.Fatal(err)
	}
	return run.State()
}

// TestPlaneAxes: they are those that the document names, never one knob twice, and else the racer's main ones.
func TestPlaneAxes(t *testing.T) {
	s := stateOn(t, "ravine", "momentum lr=0.01 momentum=0.5")
	knobs, why := PlaneKnobs(s)
	if why != "" {
		t.Fatal(why)
	}
	for _, c := range []struct{ x, y, wantX, wantY string }{
		{"", "", "lr", "momentum"},
		{"momentum", "lr", "momentum", "lr"},
		{"momentum", "", "momentum", "lr"},
		{"", "lr", "lr", "momentum"}, // not twice
		{"beta1", "noise", "lr", "noise"},
		{"noise", "noise", "noise", "momentum"},
	} {
		axes := PlaneAxes(setup.Look{PlaneX: c.x, PlaneY: c.y}, knobs)
		if axes[0].Knob != c.wantX || axes[1].Knob != c.wantY {
			t.Errorf("of %q and %q: %q and %q, want %q and %q", c.x, c.y, axes[0].Knob, axes[1].Knob, c.wantX, c.wantY)
		}
	}
	s.Doc.Racers = nil
	if _, why := PlaneKnobs(s); !strings.HasPrefix(why, "No racers.") {
		t.Errorf("without racers it says %q", why)
	}
}

// TestZoomedAxes: an axis ends where its knob's domain does, and a window beyond it is none.
func TestZoomedAxes(t *testing.T) {
	s := stateOn(t, "ravine", "momentum lr=0.01 momentum=0.5")
	home := [2]sweep.Axis{{Knob: "lr", From: 1e-4, To: 1, Log: true}, {Knob: "momentum", To: 0.999}}
	axes, ok := ZoomedAxes(s, home, plot.Rect{X0: -2, X1: -1, Y0: -5, Y1: 0.5})
	if !ok || math.Abs(axes[0].From-0.01) > 1e-12 || math.Abs(axes[0].To-0.1) > 1e-12 || axes[1].From != 0 || axes[1].To != 0.5 {
		t.Errorf("zoomed to %+v, %t", axes, ok)
	}
	for _, v := range []plot.Rect{{X0: -2, X1: -1, Y0: -5, Y1: -1}, {X0: -1, X1: -1, Y1: 0.5}} {
		if axes, ok := ZoomedAxes(s, home, v); ok {
			t.Errorf("%+v is zoomed to %+v", v, axes)
		}
	}
	s.Doc.Racers = nil
	if _, ok := ZoomedAxes(s, home, plot.Rect{X0: -2, X1: -1, Y1: 0.5}); ok {
		t.Error("without a racer it is zoomed")
	}
}

// TestPlaneSetting: values have four digits and lie in the plane.
func TestPlaneSetting(t *testing.T) {
	axes := [2]sweep.Axis{{Knob: "lr", From: 1e-4, To: 1, Log: true}, {Knob: "batch", From: 1, To: 100, Log: true}}
	for _, c := range []struct {
		at   plot.Point
		want [2]float64
	}{
		{plot.Point{X: -1.5, Y: 1}, [2]float64{0.03162, 10}},
		{plot.Point{X: -9, Y: 2.1}, [2]float64{1e-4, 100}},
		{plot.Point{X: 3, Y: -1}, [2]float64{1, 1}},
	} {
		if got := PlaneSetting(axes, c.at); got != c.want {
			t.Errorf("at %v: %v, want %v", c.at, got, c.want)
		}
	}
	for v, want := range map[float64]float64{0.123456: 0.1235, -98765: -98770, 0: 0, math.Inf(1): math.Inf(1)} {
		if got := Digits(v, 4); got != want {
			t.Errorf("four digits of %v are %v, want %v", v, got, want)
		}
	}
}

// planeOf is a plane of two by one cells: in the left one the run arrives.
func planeOf(s lab.State, right sweep.Outcome) *Plane {
	runs := []sweep.Outcome{{Kind: sweep.Arrived, Steps: 12}, right}
	axes := [2]sweep.Axis{{Knob: "lr", From: 1e-4, To: 1, Log: true}, {Knob: "momentum", To: 0.8}}
	return &Plane{Sheet: sweep.NewSheet(2, 1, runs), Axes: axes, Places: s.Field.Places}
}

// TestPlaneTells: what becomes of a setting, of the nearest one beside the plane, and nothing of one that has not been run.
func TestPlaneTells(t *testing.T) {
	s := stateOn(t, "ravine", "momentum lr=0.01 momentum=0.5")
	p := planeOf(s, sweep.Outcome{})
	for _, c := range []struct {
		at   plot.Point
		want string
	}{
		{plot.Point{X: -2.5, Y: 0.4}, "lr 0.003162, momentum 0.4000: arrived at minimum A (global) after 12 steps"},
		{plot.Point{X: -7, Y: 2}, "lr 1.00e-04, momentum 0.8000: arrived at minimum A (global) after 12 steps"},
		{plot.Point{X: -1, Y: 0.4}, ""},
	} {
		if got := p.Told(s, c.at); got != c.want {
			t.Errorf("at %v it tells %q, want %q", c.at, got, c.want)
		}
	}
	p = planeOf(s, sweep.Outcome{Kind: sweep.Slow, Steps: 100, Loss: 0.25})
	want := "lr 0.1000, momentum 0.4000: still moving, loss 0.2500 after 100 steps"
	if got := p.Told(s, plot.Point{X: -1, Y: 0.4}); got != want {
		t.Errorf("it tells %q, want %q", got, want)
	}
	s.Doc.Racers = nil
	if got := p.Told(s, plot.Point{X: -1, Y: 0.4}); got != "" {
		t.Errorf("without a racer it tells %q", got)
	}
}

// TestPlaneColours: they are made anew for another plane, choice or theme, and not else.
func TestPlaneColours(t *testing.T) {
	s := stateOn(t, "ravine", "momentum lr=0.01 momentum=0.5")
	var c PlaneColours
	dark, light := plot.DarkPalette(), plot.LightPalette()
	plane := planeOf(s, sweep.Outcome{})
	first, legend := c.Of(plane, s, dark)
	if first == nil || first.W != 2 || !strings.HasPrefix(legend[0].Text, "A ") {
		t.Fatalf("cells %v, legend %v", first, legend)
	}
	if again, _ := c.Of(plane, s, dark); again != first {
		t.Error("the same colours are made anew")
	}
	paint := NewPainter(light, plane.Places, s.Doc.Steps)
	if other, _ := c.Of(plane, s, light); other.Colors[0] != paint.Color(plane.At(0, 0)) {
		t.Errorf("in the light theme the first cell is %v", other.Colors[0])
	}
	s.Doc.Look.PlaneShows = setup.PlaneShowsSteps
	if _, legend := c.Of(plane, s, light); legend[0].Text != "steps to arrive" {
		t.Errorf("of steps the legend is %v", legend)
	}
	before, _ := c.Of(plane, s, light)
	if other, _ := c.Of(planeOf(s, sweep.Outcome{}), s, light); other == before {
		t.Error("another plane has the same cells")
	}
	if cells, legend := c.Of(nil, s, light); cells != nil || legend != nil {
		t.Error("no plane has colours")
	}
}

// TestPlaneRemarks: it is said that there is no batch only if one is asked for.
func TestPlaneRemarks(t *testing.T) {
	s := stateOn(t, "ravine", "sgd lr=0.01")
	if list := PlaneRemarks(s); len(list) > 0 {
		t.Errorf("remarks %v", list)
	}
	s.Doc.Look.PlaneY = setup.BatchAxis
	if list := PlaneRemarks(s); len(list) != 1 || !strings.Contains(list[0].Text, "no examples") {
		t.Errorf("remarks %v", list)
	}
}
