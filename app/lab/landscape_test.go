package lab

import (
	"testing"

	"descentlab/internal/lengthy"
	"descentlab/surfaces"
)

// TestLowestIsThatOfHome: however much more of a surface a tall or a wide window shows, its lowest minima are those of its own
// window, with the names that they have there, and the loss is measured from them.
func TestLowestIsThatOfHome(t *testing.T) {
	lengthy.Test(t)
	for _, s := range surfaces.Catalogue() {
		probe, err := s.Probe(nil)
		if err != nil {
			t.Fatal(err)
		}
		w, h := s.View.X1-s.View.X0, s.View.Y1-s.View.Y0
		tall, wide := s.View, s.View
		tall.Y0, tall.Y1 = tall.Y0-0.25*h, tall.Y1+0.25*h
		wide.X0, wide.X1 = wide.X0-0.4*w, wide.X1+0.4*w
		at := lowestIn(t, probe, s.View, s.View)
		for name, seen := range map[string]surfaces.Rect{"tall": tall, "wide": wide} {
			got := lowestIn(t, probe, s.View, seen)
			if len(got.names) != len(at.names) || got.best != at.best {
				t.Errorf("%s in a %s window: lowest %v, want %v", s.Name, name, got, at)
				continue
			}
			for letter, p := range at.names {
				if q, ok := got.names[letter]; !ok || q.Distance(p) > 1e-6*s.View.Diagonal() {
					t.Errorf("%s in a %s window: %s is at %v, want %v", s.Name, name, letter, q, p)
				}
			}
		}
	}
}

// lowest are the lowest minima by name, and their value.
type lowest struct {
	names map[string]surfaces.Point
	best  float64
}

func lowestIn(t *testing.T, probe *surfaces.Probe, home, seen surfaces.Rect) lowest {
	t.Helper()
	found, err := findFirst(t.Context(), probe, home, seen)
	if err != nil {
		t.Fatal(err)
	}
	places, _ := found.named()
	list := lowest{names: map[string]surfaces.Point{}}
	list.best, _ = Best(nil, places)
	for _, p := range places {
		if p.Global {
			list.names[p.Name] = p.At
		}
	}
	return list
}
