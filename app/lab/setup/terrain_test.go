package setup

import (
	"encoding/json"
	"math"
	"reflect"
	"strings"
	"testing"

	"descentlab/surfaces"
)

// on is the first experiment, on another surface.
func on(t *testing.T, surface string) Experiment {
	t.Helper()
	s, err := surfaces.Lookup(surface)
	if err != nil {
		t.Fatal(err)
	}
	e := Default()
	e.SetSurface(s)
	return e
}

// TestTurnTakesTheStartAlong: there and back.
func TestTurnTakesTheStartAlong(t *testing.T) {
	e := on(t, "ravine")
	turned := e.Clone()
	turned.SetTransform(37, 0)
	if turned.Start == e.Start || Same(OfSurface, &turned, &e) || Same(OfRace, &turned, &e) {
		t.Fatal("a turn changes nothing")
	}
	for range 50 {
		turned.SetTransform(turned.Turn+7, turned.Stretch+0.1)
	}
	turned.SetTransform(0, 0)
	if turned.Start != e.Start {
		t.Errorf("there and back the start is %v, was %v", turned.Start, e.Start)
	}
	turned.SetTransform(0, 50)
	if err := turned.Check(); err == nil || !strings.Contains(err.Error(), "doublings") {
		t.Errorf("a stretch of 50: %v", err)
	}
}

func TestTerrainIsKept(t *testing.T) {
	e := on(t, RandomLandscape)
	e.Waves = Waves{Seed: 1<<53 - 1, Count: 30}
	e.SetParam(surfaces.Param{Name: "roughness", Default: 0.4}, 0.7)
	e.SetTransform(-12.5, 3)
	e.Look.Batches, e.Look.Panel = true, "data"
	data, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	var read Experiment
	if err := json.Unmarshal(data, &read); err != nil || !reflect.DeepEqual(read, e) {
		t.Errorf("%v; read back\n%+v\nwant\n%+v", err, read, e)
	}
	e.SetParam(surfaces.Param{Name: "roughness", Default: 0.4}, 0.4)
	if e.Params != nil {
		t.Errorf("parameters at their defaults are %v", e.Params)
	}
	e.SetFormula("x^2+y^2")
	if err := e.Check(); err != nil || e.Waves != (Waves{}) || e.Turn != -12.5 {
		t.Errorf("a formula over it: %v, %+v", err, e.Waves)
	}
	for _, bad := range []Waves{{1, 0}, {1, 65}, {1, -1}} {
		e := on(t, RandomLandscape)
		if e.Waves = bad; e.Check() == nil {
			t.Errorf("%+v passes", bad)
		}
	}
	e.Waves = Waves{1, 5}
	if e.Check() == nil {
		t.Error("a formula has waves")
	}
}

// TestWavesOfTheCatalogue: no waves means those of the entry.
func TestWavesOfTheCatalogue(t *testing.T) {
	e := on(t, RandomLandscape)
	own, err := e.Landscape()
	if err != nil {
		t.Fatal(err)
	}
	e.Waves = e.Waves.Filled()
	filled, err := e.Landscape()
	if err != nil || !reflect.DeepEqual(own, filled) {
		t.Errorf("%v\n%+v\n%+v", err, own, filled)
	}
	e.Waves.Seed++
	if other, _ := e.Landscape(); other.Formula == own.Formula {
		t.Error("another seed, the same landscape")
	}
}

func TestOwnDataAgain(t *testing.T) {
	e := problem(t, "linear_regression", 30)
	own := e.Clone()
	foreign := &surfaces.Dataset{Columns: []surfaces.Column{
		{Name: "u", Label: "u", Values: []float64{100, 101, 103}}, {Name: "t", Label: "t", Values: []float64{5, 6, 9}}}}
	if err := e.SetData(foreign); err != nil {
		t.Fatal(err)
	}
	if err := e.Check(); err != nil || e.Batch != 3 || e.Home == own.Home {
		t.Errorf("on other data: %v, batch %d, window %v", err, e.Batch, e.Home)
	}
	e.OwnData()
	if e.Data != nil || e.Home != own.Home || e.Start != own.Start || e.Check() != nil {
		t.Errorf("back on its own: %+v", e)
	}
}

// TestEditedFormulaKeepsItsSliders: who edits the formula of a surface keeps the parameters that are left in it.
func TestEditedFormulaKeepsItsSliders(t *testing.T) {
	e := on(t, "turned_ravine")
	s, err := e.Landscape()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range s.Params {
		e.SetParam(p, p.Max)
	}
	before := e.Clone()
	text := "x^2 + condition*y^2"
	if err := e.CheckFormula(text); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(e, before) {
		t.Error("a check changes the experiment")
	}
	e.SetFormula(text)
	if err := e.Check(); err != nil || len(e.Own) != 1 || e.Own[0].Name != "condition" || len(e.Params) != 1 ||
		e.Params["condition"] != 1000 {
		t.Fatalf("%v: %+v, %v", err, e.Own, e.Params)
	}
	data, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	var read Experiment
	if err := json.Unmarshal(data, &read); err != nil || !reflect.DeepEqual(read, e) {
		t.Errorf("%v; read back\n%+v\nwant\n%+v", err, read, e)
	}
	other := e.Clone()
	other.Own[0].Default = 7
	if Same(OfSurface, &other, &e) || e.Own[0].Default == 7 {
		t.Error("another default is the same surface, or shared")
	}
	e.SetFormula("x^2 + y^2")
	if e.Own != nil || e.Params != nil || e.Check() != nil {
		t.Errorf("without parameters: %+v, %v", e.Own, e.Params)
	}
	if err := e.CheckFormula("x^2 + condition*y^2"); err == nil {
		t.Error("a name that nobody knows passes")
	}
	for _, bad := range []surfaces.Param{{Name: "a", Min: 1, Max: 1}, {Name: "a", Max: math.Inf(1)}, {Name: "x", Max: 1},
		{Name: "", Max: 1}} {
		e := other.Clone()
		e.Own = append(e.Own, bad)
		if e.Check() == nil {
			t.Errorf("%+v passes", bad)
		}
	}
	e = on(t, "linear_regression")
	e.Batch = 5
	e.SetFormula("abs(x*(u - normalise*mean_u) + y - t)")
	if err := e.Check(); err != nil || len(e.Own) != 1 || e.Data == nil || e.Batch != 5 {
		t.Errorf("over examples: %v, %+v", err, e.Own)
	}
}
