package figure

import (
	"testing"

	"descentlab/app/lab"
	"descentlab/surfaces"
)

// TestMarked: what is marked is counted by its kind, as soon as any place is known.
func TestMarked(t *testing.T) {
	kinds := func(list ...surfaces.Kind) (places []lab.Place) {
		for _, k := range list {
			places = append(places, lab.Place{Critical: surfaces.Critical{Kind: k}})
		}
		return places
	}
	searching, crowded := "looking for critical points …", "the 0 lowest of 5000 critical points are marked; zoom in"
	for want, f := range map[string]*lab.Field{
		searching: {}, crowded: {Known: true, Crowd: true, Census: lab.Census{Found: 5000}},
		"⊙ minimum (0)   ✕ saddle (0)   △ maximum (0)": {Known: true},
		"⊙ minimum (2)   ✕ saddle (1)   △ maximum (0)": {Places: kinds(surfaces.Minimum, surfaces.Saddle, surfaces.Minimum)},
		"⊙ minimum (0)   ✕ saddle (0)   △ maximum (1)   ◇ degenerate (2)": {
			Known: true, Places: kinds(surfaces.Degenerate, surfaces.Maximum, surfaces.Degenerate),
		},
	} {
		if got := Marked(f); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for want, f := range map[string]*lab.Field{
		searching: {}, "0 of 5000 points are marked": {Known: true, Crowd: true, Census: lab.Census{Found: 5000}},
		"⊙ 2   ✕ 1   △ 0": {Places: kinds(surfaces.Minimum, surfaces.Saddle, surfaces.Minimum)},
		"⊙ 0   ✕ 0   △ 1   ◇ 2": {
			Known: true, Places: kinds(surfaces.Degenerate, surfaces.Maximum, surfaces.Degenerate),
		},
	} {
		if got := MarkedBriefly(f); got != want {
			t.Errorf("briefly %q, want %q", got, want)
		}
	}
	if got := Marked(nil); got != searching {
		t.Errorf("without a surface %q", got)
	}
}
