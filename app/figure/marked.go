package figure

import (
	"fmt"
	"strings"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/surfaces"
)

// Marked counts what the maps mark of a field, or says why they mark nothing.
func Marked(f *lab.Field) string {
	switch {
	case !f.Found():
		return words.T("looking for critical points …")
	case f.Crowd:
		return words.T("the %d lowest of %d critical points are marked; zoom in", len(f.Searched), f.Census.Found)
	}
	count := kinds(f)
	minima, saddles, maxima := count[surfaces.Minimum], count[surfaces.Saddle], count[surfaces.Maximum]
	if n := count[surfaces.Degenerate]; n > 0 {
		return words.T("⊙ minimum (%d)   ✕ saddle (%d)   △ maximum (%d)   ◇ degenerate (%d)", minima, saddles, maxima, n)
	}
	return words.T("⊙ minimum (%d)   ✕ saddle (%d)   △ maximum (%d)", minima, saddles, maxima)
}

// MarkedBriefly is Marked in little room, by the signs of the kinds alone.
func MarkedBriefly(f *lab.Field) string {
	switch {
	case !f.Found():
		return Marked(f)
	case f.Crowd:
		return words.T("%d of %d points are marked", len(f.Searched), f.Census.Found)
	}
	count, text := kinds(f), ""
	for _, p := range []struct {
		sign string
		n    int
	}{
		{"⊙", count[surfaces.Minimum]}, {"✕", count[surfaces.Saddle]}, {"△", count[surfaces.Maximum]},
		{"◇", count[surfaces.Degenerate]},
	} {
		if p.n > 0 || p.sign != "◇" {
			text += fmt.Sprintf("   %s %d", p.sign, p.n)
		}
	}
	return strings.TrimSpace(text)
}

// kinds counts the places of each kind.
func kinds(f *lab.Field) map[surfaces.Kind]int {
	count := map[surfaces.Kind]int{}
	for _, place := range f.Places {
		count[place.Kind]++
	}
	return count
}
