package bench

import (
	"context"
	"math/rand/v2"
	"slices"
)

// replicates is how many samples a band is made of.
const replicates = 200

// Band is how far a curve varies by chance, as COCO bootstraps runtimes: at each number of evaluations, which must rise, the 5th
// and the 95th part of a hundred of what the curve is if the instances of every function with which runs begin are drawn anew
// from those that there are (the bootstrap of Efron 1979), and the restarts with them. Restarts are drawn from all trials of the
// function, as they are for Runtimes: so a band lies around its curve. Were they drawn from the sample alone, a target that few
// trials meet would be lost in some samples and never won, and the band would lie below. The error is the context's.
func (r *Results) Band(ctx context.Context, racer int, at []float64) (low, high []float64, err error) {
	rng := rand.New(rand.NewPCG(0x62616e64, 0))
	functions := r.functions()
	samples := make([][]float64, len(at))
	for i := range samples {
		samples[i] = make([]float64, replicates)
	}
	rise := make([]float64, len(at)+1)
	var steps []Step
	for k := range replicates {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		clear(rise)
		for _, of := range functions {
			p := pool{trials: r.Trials[racer], of: of, rng: rng}
			most := p.most()
			steps = steps[:0]
			for range of {
				steps = p.run(steps, of[rng.IntN(len(of))], 0, most, 1)
			}
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
	return low, high, nil
}
