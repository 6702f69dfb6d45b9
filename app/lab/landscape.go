package lab

import (
	"fmt"
	"slices"

	"descentlab/app/words"
	"descentlab/surfaces"
)

// A Place is a critical point with the name it has everywhere in the program: minima are A, B, C... from the
// deepest, saddles S1, S2..., maxima M1..., degenerate points D1...
type Place struct {
	surfaces.Critical
	Name   string
	Global bool    // a deepest minimum of the home window
	Reach  float64 // distance within which a racer is at the place, however much loss is left
}

// Label is the place's name for people: "minimum A (global)", "saddle S1".
func (p Place) Label() string { return words.Place(p.Kind, p.Name, p.Global) }

// Key is the place's name in files: "minimum A (global)", "saddle S1".
func (p Place) Key() string {
	if p.Global {
		return p.Kind.Key() + " " + p.Name + " (global)"
	}
	return p.Kind.Key() + " " + p.Name
}

// follow takes places along to a surface that a slider has changed a little. Those that it loses, and new ones, are left to
// the search.
func follow(probe *surfaces.Probe, places []Place, home, region surfaces.Rect) []Place {
	var inner, outer []surfaces.Critical
	for _, p := range places {
		if p.Border {
			continue
		}
		if home.Contains(p.At) {
			inner = append(inner, p.Critical)
		} else {
			outer = append(outer, p.Critical)
		}
	}
	points := slices.Concat(probe.Follow(inner, home), probe.Follow(outer, region), probe.BorderMinima(region))
	surfaces.SortCritical(points, region)
	return name(points, home)
}

// name gives the points of a surface with this home window their names.
func name(points []surfaces.Critical, home surfaces.Rect) []Place {
	count := map[surfaces.Kind]int{}
	places := make([]Place, len(points))
	for i, c := range points {
		n := count[c.Kind]
		count[c.Kind]++
		places[i] = Place{Critical: c}
		switch c.Kind {
		case surfaces.Minimum:
			places[i].Name = letters(n)
		case surfaces.Saddle:
			places[i].Name = fmt.Sprintf("S%d", n+1)
		case surfaces.Maximum:
			places[i].Name = fmt.Sprintf("M%d", n+1)
		default:
			places[i].Name = fmt.Sprintf("D%d", n+1)
		}
	}
	lowest := surfaces.Lowest(points, home)
	for i := range places {
		places[i].Global = lowest[i]
		places[i].Reach = reach(points, i, home)
	}
	return places
}

// reach is a two-hundredth of the home window's diagonal, and less where another point is near.
func reach(points []surfaces.Critical, i int, home surfaces.Rect) float64 {
	within := home.Diagonal() / 200
	for j, q := range points {
		if j != i {
			within = min(within, 0.4*points[i].At.Distance(q.At))
		}
	}
	return within
}

// letters counts A, B ... Z, AA, AB ...
func letters(n int) string {
	if n < 26 {
		return string(rune('A' + n))
	}
	return letters(n/26-1) + string(rune('A'+n%26))
}

// Nearest is the place nearest to p within the given distance (per axis units of the window), or nil.
func Nearest(places []Place, p surfaces.Point, within float64) *Place {
	var best *Place
	for i := range places {
		if d := places[i].At.Distance(p); d <= within {
			best, within = &places[i], d
		}
	}
	return best
}
