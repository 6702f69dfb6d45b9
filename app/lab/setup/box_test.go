package setup

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"descentlab/surfaces"
)

// TestBoxIsSaved: with its infinite sides.
func TestBoxIsSaved(t *testing.T) {
	inf := math.Inf(1)
	for text, want := range map[string]*surfaces.Rect{
		"":                              nil,
		`"bounds":[-1,2.5,-0.1,1e-300]`: {X0: -1, X1: 2.5, Y0: -0.1, Y1: 1e-300},
		`"bounds":[0,"Infinity","-Infinity","Infinity"]`:         {X0: 0, X1: inf, Y0: -inf, Y1: inf},
		`"bounds":["-Infinity",-3,5,"Infinity"]`:                 {X0: -inf, X1: -3, Y0: 5, Y1: inf},
		`"bounds":["-Infinity","Infinity","-Infinity",10000000]`: {X0: -inf, X1: inf, Y0: -inf, Y1: 1e7},
	} {
		doc := Default()
		doc.Bounds = want
		data, err := json.Marshal(doc)
		if err != nil || !strings.Contains(string(data), text) || strings.Contains(string(data), "bounds") != (want != nil) {
			t.Errorf("%v is written %s, %v; want %s", want, data, err, text)
		}
		var read Experiment
		if err := json.Unmarshal(data, &read); err != nil {
			t.Fatal(err)
		}
		if (read.Bounds == nil) != (want == nil) || want != nil && *read.Bounds != *want {
			t.Errorf("read %v, want %v", read.Bounds, want)
		}
	}
}

// TestBoxIsOfOneDocument: a copy does not share it, and another surface has none.
func TestBoxIsOfOneDocument(t *testing.T) {
	doc := Default()
	doc.Bounds = &surfaces.Rect{X1: 1, Y1: 1}
	other := doc.Clone()
	other.Bounds.X1 = 7
	if doc.Bounds.X1 != 1 {
		t.Error("a copy shares the box")
	}
	bowl, err := surfaces.Lookup("sphere")
	if err != nil {
		t.Fatal(err)
	}
	if doc.SetSurface(bowl); doc.Bounds != nil {
		t.Error("another surface has the box of the one before")
	}
	if doc.Box() != Everywhere || !doc.Box().Contains(surfaces.Point{X: math.Inf(1), Y: -1e308}) {
		t.Errorf("without bounds racers are kept in %v", doc.Box())
	}
}
