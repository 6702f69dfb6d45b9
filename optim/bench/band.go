package bench

import (
	"math/rand/v2"
	"slices"
)

// replicates is how many samples a band is made of.
const replicates = 200

// Band is how far a curve would vary with other instances of the same functions: at each number of evaluations the 5th and the
// 95th part of a hundred of what the curve is if the instances of every function are drawn anew from those that there are
// (the bootstrap of Efron 1979).
func (r *Results) Band(racer int, at []float64) (low, high []float64) {
	rng := rand.New(rand.NewPCG(0x62616e64, 0))
	functions := r.functions()
	samples := make([][]float64, len(at))
	for i := range samples {
		samples[i] = make([]float64, replicates)
	}
	rise := make([]float64, len(at)+1)
	var steps []Step
	for k := range replicates {
		clear(rise)
		for f, of := range functions {
			drawn := make([]int, len(of))
			for i := range drawn {
				drawn[i] = of[rng.IntN(len(of))]
			}
			steps = r.restarted(steps[:0], r.Trials[racer], drawn, uint64(k*len(functions)+f), 1)
			for _, s := range steps {
				i, _ := slices.BinarySearch(at, s.Evaluations)
				rise[i] += s.Fraction
			}
		}
		sum := 0.0
		for i := range at {
			sum += rise[i]
			samples[i][k] = sum / float64(len(r.Problems)*TargetCount)
		}
	}
	low, high = make([]float64, len(at)), make([]float64, len(at))
	for i, s := range samples {
		slices.Sort(s)
		low[i], high[i] = s[replicates*5/100], s[replicates-1-replicates*5/100]
	}
	return low, high
}
