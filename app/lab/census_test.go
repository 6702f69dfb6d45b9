package lab

import (
	"strings"
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/surfaces"
)

func TestCensusSentence(t *testing.T) {
	lengthy.Test(t)
	for name, want := range map[string]string{
		"peaks": "Complete in x from −3 to 3, y from −3 to 3, which is proven: the gradient turns +3 times round the window, " +
			"as 3 minima + 3 maxima − 3 saddles ask.",
		"sphere": "Complete in x from −2 to 2, y from −2 to 2, which is proven: the gradient turns +1 time round the window, " +
			"as 1 minimum asks.",
		"saddle":    "Complete in x from −",
		"two_layer": "Complete in x from −3 to 3, y from −3 to 3, which is proven: 1 saddle and 2 curves of critical points.",
		"ackley":    "Complete in x from −",
	} {
		s, err := surfaces.Lookup(name)
		if err != nil {
			t.Fatal(err)
		}
		probe, err := s.Probe(nil)
		if err != nil {
			t.Fatal(err)
		}
		places, census, err := FindPlaces(t.Context(), probe, s.View, s.View)
		if err != nil {
			t.Fatal(err)
		}
		if got := census.Sentence(places); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	square := surfaces.Rect{X0: -1, X1: 1, Y0: -1, Y1: 1}
	missing := Census{Region: square, Found: 1,
		Check: surfaces.Check{View: square, Verdict: surfaces.Mismatch, Counted: true, Turns: 1, Sum: -1}}
	saddle := []Place{{Critical: surfaces.Critical{Kind: surfaces.Saddle}}}
	want := "Incomplete in x from −1 to 1, y from −1 to 1: the gradient turns +1 time round the window, but −1 saddle makes −1."
	if got := missing.Sentence(saddle); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	stopped := Census{Stopped: true, Check: surfaces.Check{Verdict: surfaces.Untold}}
	if got := stopped.Sentence(nil); !strings.Contains(got, "stopped early") {
		t.Errorf("%q", got)
	}
}

// Zooming out counts the wider window, with the same points at home.
func TestCensusOfAWiderWindow(t *testing.T) {
	s, err := surfaces.Lookup("himmelblau")
	if err != nil {
		t.Fatal(err)
	}
	probe, err := s.Probe(nil)
	if err != nil {
		t.Fatal(err)
	}
	seen := surfaces.Rect{X0: -9, X1: 9, Y0: -9, Y1: 9}
	places, census, err := FindPlaces(t.Context(), probe, s.View, seen)
	if err != nil || len(places) != 9 || census.Region != seen || census.Check.Verdict != surfaces.Complete {
		t.Errorf("%d places, %+v, %v", len(places), census, err)
	}
}

// Minima at kinks are places like others: named, and the lowest of them global.
func TestKinksArePlaces(t *testing.T) {
	for formula, at := range map[string]surfaces.Point{
		"abs(x)+abs(y)":                       {},
		"(x-2)^2+(y-0.2)^2+abs(x)+abs(y)":     {X: 1.5},
		"max(0,1-x)+max(0,1+y)+0.1*(x^2+y^2)": {X: 1, Y: -1},
	} {
		probe, err := surfaces.Surface{Formula: formula}.Probe(nil)
		if err != nil {
			t.Fatal(err)
		}
		view := surfaces.Rect{X0: -3, X1: 3, Y0: -3, Y1: 3}
		places, census, err := FindPlaces(t.Context(), probe, view, view)
		if err != nil || len(places) != 1 || census.Check.Verdict != surfaces.Complete {
			t.Errorf("%s: %+v, %+v, %v", formula, places, census, err)
			continue
		}
		if p := places[0]; p.Name != "A" || !p.Global || !p.Kink || p.Kind != surfaces.Minimum || p.At.Distance(at) > 1e-9 {
			t.Errorf("%s: %+v", formula, p)
		}
	}
}
