package bench

import (
	"math"
	"slices"
)

// A Profile tells on which part of all pairs of a function and a target a racer takes at most so many times the evaluations that
// the best of all racers takes (Dolan and Moré, Benchmarking optimization software with performance profiles, Mathematical
// Programming 91, 2002, pp. 201-213). Who is best depends on who runs: a profile changes with the racers beside it, a Curve does
// not.
type Profile struct {
	Ratios []float64 // in ascending order, of the pairs that the racer solves: at least 1
	Pairs  int       // of all functions and targets
}

// Fraction is the part of the pairs with a ratio of at most this.
func (p Profile) Fraction(ratio float64) float64 {
	n, found := slices.BinarySearch(p.Ratios, ratio)
	for found && n < len(p.Ratios) && p.Ratios[n] == ratio {
		n++
	}
	return float64(n) / float64(p.Pairs)
}

// Profiles are those of all racers, by their average runtimes. Pairs that nobody solves count for everybody as not solved.
func (r *Results) Profiles() []Profile {
	names := r.Functions()
	list := make([]Profile, len(r.Trials))
	for i := range list {
		list[i].Pairs = len(names) * TargetCount
	}
	for _, name := range names {
		for target := range TargetCount {
			times := make([]float64, len(r.Trials))
			best := math.Inf(1)
			for i := range times {
				times[i] = r.ART(i, name, target)
				best = min(best, times[i])
			}
			if math.IsInf(best, 1) {
				continue
			}
			for i, t := range times {
				if !math.IsInf(t, 1) {
					list[i].Ratios = append(list[i].Ratios, t/best)
				}
			}
		}
	}
	for i := range list {
		slices.Sort(list[i].Ratios)
	}
	return list
}
