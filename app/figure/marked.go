package figure

import (
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
	count := map[surfaces.Kind]int{}
	for _, place := range f.Places {
		count[place.Kind]++
	}
	minima, saddles, maxima := count[surfaces.Minimum], count[surfaces.Saddle], count[surfaces.Maximum]
	if n := count[surfaces.Degenerate]; n > 0 {
		return words.T("⊙ minimum (%d)   ✕ saddle (%d)   △ maximum (%d)   ◇ degenerate (%d)", minima, saddles, maxima, n)
	}
	return words.T("⊙ minimum (%d)   ✕ saddle (%d)   △ maximum (%d)", minima, saddles, maxima)
}
