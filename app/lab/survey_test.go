package lab

import (
	"math"
	"slices"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// docOn is an experiment on a surface.
func docOn(t testing.TB, s surfaces.Surface, steps int, racers []string) setup.Experiment {
	t.Helper()
	doc := setup.Default()
	doc.SetSurface(s)
	doc.Steps, doc.Racers = steps, nil
	for i, text := range racers {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		doc.Racers = append(doc.Racers, setup.Racer{Spec: spec, Slot: i})
	}
	return doc
}

// surveyOf is a survey of racers on a surface, whole window.
func surveyOf(t testing.TB, surface string, steps int, racers ...string) *Survey {
	t.Helper()
	s, err := surfaces.Lookup(surface)
	if err != nil {
		t.Fatal(err)
	}
	probe, err := s.Probe(nil)
	if err != nil {
		t.Fatal(err)
	}
	doc := docOn(t, s, steps, racers)
	if found[surface] == nil {
		places, _, err := FindPlaces(t.Context(), probe, doc.Home, doc.View)
		if err != nil {
			t.Fatal(err)
		}
		found[surface] = places
	}
	return &Survey{Probe: probe, Doc: doc, View: doc.Home, Places: slices.Clone(found[surface])}
}

// found are the places of the surfaces that tests ask about: they are looked for once.
var found = map[string][]Place{}

// TestBasinsOfABowl: every run of a rate that settles ends in the one minimum, and the shares say so.
func TestBasinsOfABowl(t *testing.T) {
	s := surveyOf(t, "sphere", 400, "sgd lr=0.1")
	sheet, err := s.Basins(t.Context(), 0, 40, 40, sweep.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	shares, boundary := Shares(sheet, s.Places)
	if len(shares) != 1 || shares[0].Part != 1 || boundary != 0 || shares[0].Place.Kind != surfaces.Minimum ||
		!(shares[0].Steps > 5) {
		t.Errorf("shares %+v, boundary %v", shares, boundary)
	}
}

// TestBasinsOfHimmelblau: four minima share the window, and the shares add up.
func TestBasinsOfHimmelblau(t *testing.T) {
	s := surveyOf(t, "himmelblau", 500, "sgd lr=0.01", "sgd lr=0.5")
	sheet, err := s.Basins(t.Context(), 0, 64, 64, sweep.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	shares, boundary := Shares(sheet, s.Places)
	sum, minima := 0.0, 0
	for _, share := range shares {
		sum += share.Part
		if share.Place != nil && share.Place.Kind == surfaces.Minimum {
			minima++
		}
	}
	if minima != 4 || math.Abs(sum-1) > 1e-12 || !(boundary > 0.01 && boundary < 0.3) {
		t.Errorf("shares %+v, boundary %v", shares, boundary)
	}
	if sheet, err = s.Basins(t.Context(), 1, 16, 16, sweep.Options{}, nil); err != nil {
		t.Fatal(err)
	}
	if shares, _ = Shares(sheet, s.Places); shares[len(shares)-1].Kind != sweep.Diverged {
		t.Errorf("a rate far too high: %+v", shares)
	}
}

func TestPlaneRefuses(t *testing.T) {
	s := surveyOf(t, "sphere", 100, "sgd")
	lr := sweep.Axis{Knob: "lr", From: 0.01, To: 1, Log: true}
	for name, y := range map[string]sweep.Axis{
		"twice": lr, "lacking": {Knob: "beta1", To: 0.9}, "down": {Knob: "momentum", From: 1, To: 0},
		"no examples": {Knob: setup.BatchAxis, From: 1, To: 100}, "below zero": {Knob: setup.NoiseAxis, From: -1, To: 3},
	} {
		if _, err := s.Plane(t.Context(), 0, lr, y, 8, 8, sweep.Options{}, nil); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
	if _, err := s.Plane(t.Context(), 0, lr, sweep.Axis{Knob: "momentum", To: 0.9}, 8, 8, sweep.Options{}, nil); err != nil {
		t.Error(err)
	}
}

// TestBasinsOfNewton compares the basins of Newton's method on Himmelblau's function, which are fractal and have saddles and the
// maximum among their ends, with a plain loop.
func TestBasinsOfNewton(t *testing.T) {
	const n, steps = 48, 80
	s := surveyOf(t, "himmelblau", steps, "newton")
	sheet, err := s.Basins(t.Context(), 0, n, n, sweep.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[surfaces.Kind]bool{}
	differ := 0
	for j := range n {
		for i := range n {
			x, y := s.View.Middle(i, j, n, n)
			for range steps {
				a, b := x*x+y-11, x+y*y-7
				gx, gy := 4*x*a+2*b, 2*a+4*y*b
				xx, xy, yy := 4*a+8*x*x+2, 4*x+4*y, 2+4*b+8*y*y
				det := xx*yy - xy*xy
				x, y = x-(yy*gx-xy*gy)/det, y-(xx*gy-xy*gx)/det
			}
			o := sheet.At(i, j)
			place := Nearest(s.Places, surfaces.Point{X: x, Y: y}, 0.01)
			switch {
			case place == nil || o.Kind != sweep.Arrived:
				if place != nil || o.Kind == sweep.Arrived {
					differ++
				}
			case s.Places[o.Target].Name != place.Name:
				differ++
			default:
				kinds[place.Kind] = true
			}
		}
	}
	// Beside the fractal's edge the last bits of a step decide, and the loop rounds otherwise.
	if differ > 2 {
		t.Errorf("%d of %d starts end elsewhere", differ, n*n)
	}
	for _, k := range []surfaces.Kind{surfaces.Minimum, surfaces.Saddle, surfaces.Maximum} {
		if !kinds[k] {
			t.Errorf("no start ends at a %v", k)
		}
	}
}

// TestZoomChangesNoPlane: what the map shows has no say in how runs from the experiment's own start end.
func TestZoomChangesNoPlane(t *testing.T) {
	s := surveyOf(t, "sphere", 40, "sgd")
	s.View = s.Doc.Home
	x, y := sweep.Axis{Knob: "lr", From: 0.9, To: 1.1}, sweep.Axis{Knob: "momentum", To: 0.5}
	want, err := s.Plane(t.Context(), 0, x, y, 16, 16, sweep.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	far := *s
	far.Doc = s.Doc.Clone()
	far.Doc.View = surfaces.Rect{X0: -900, X1: 900, Y0: -900, Y1: 900}
	got, err := far.Plane(t.Context(), 0, x, y, 16, 16, sweep.Options{}, nil)
	if err != nil || !slices.Equal(got.Made(), want.Made()) {
		t.Errorf("zoomed out the plane is another one: %v", err)
	}
	left := slices.ContainsFunc(want.Made(), func(o sweep.Outcome) bool { return o.Kind == sweep.Left })
	if !left || far.PlaneKey(0, x, y, 16, 16) != s.PlaneKey(0, x, y, 16, 16) {
		t.Errorf("some run has left: %t", left)
	}
}
