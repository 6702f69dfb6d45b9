package bench

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"descentlab/internal/lengthy"
)

// rare are the trials of a racer on three functions with 15 instances each, of which few meet the later targets.
func rare() *Results {
	r := &Results{Budget: 1000, Trials: [][]Trial{nil}}
	rng := rand.New(rand.NewPCG(3, 1))
	for _, name := range []string{"f1", "f2", "f3"} {
		for i := range 15 {
			met := []int{TargetCount, 20, 5, 0}[min(3, rng.IntN(12))]
			t := Trial{Spent: int32(200 + rng.IntN(800)), End: Exhausted}
			for n := range met {
				t.Hits[n] = min(t.Spent, int32(1+n*3+rng.IntN(60)))
				if n > 0 {
					t.Hits[n] = max(t.Hits[n], t.Hits[n-1])
				}
			}
			r.Problems = append(r.Problems, Problem{Function: name, Instance: i + 1})
			r.Trials[0] = append(r.Trials[0], t)
		}
	}
	return r
}

// slowly is a sample of the curve at some places, counted with no regard to time: for each place, each function and each drawn
// instance, every target is looked for in the run and its restarts from the beginning.
func slowly(r *Results, racer int, at []float64, rng *rand.Rand) []float64 {
	part := make([]float64, len(at))
	for _, of := range r.functions() {
		for range of {
			var order []int // the trials of a run, one after the other; so many that hardly any target is left
			for range 300 {
				order = append(order, of[rng.IntN(len(of))])
			}
			for k, x := range at {
				for target := range TargetCount {
					spent := 0.0
					for _, i := range order {
						t := &r.Trials[racer][i]
						if t.Hits[target] > 0 {
							spent += float64(t.Hits[target])
							if spent <= x {
								part[k] += 1 / float64(len(r.Problems)*TargetCount)
							}
							break
						}
						spent += float64(t.Spent)
					}
				}
			}
		}
	}
	return part
}

// TestBandAgainstTheSlowReference: the curve is the mean of the bootstrap, and the band its 5th and 95th part of a hundred.
func TestBandAgainstTheSlowReference(t *testing.T) {
	lengthy.Test(t)
	at := []float64{1, 30, 60, 100, 200, 500, 1000, 2000, 5000, 10000}
	for name, r := range map[string]*Results{"rare": rare(), "bowls": results(t, 200)} {
		c := r.Runtimes(0)
		low, high, err := r.Band(t.Context(), 0, at)
		if err != nil {
			t.Fatal(err)
		}
		const samples = 400
		counted := make([][]float64, len(at))
		rng := rand.New(rand.NewPCG(5, 8))
		for range samples {
			for k, part := range slowly(r, 0, at, rng) {
				counted[k] = append(counted[k], part)
			}
		}
		for k, list := range counted {
			slices.Sort(list)
			mean, square := 0.0, 0.0
			for _, v := range list {
				mean += v / samples
				square += v * v / samples
			}
			spread := math.Sqrt(max(0, square-mean*mean))
			if f := c.Fraction(at[k]); math.Abs(f-mean) > 0.3*spread+1e-9 {
				t.Errorf("%s at %v: the curve is at %v, the mean of the bootstrap %v ± %v", name, at[k], f, mean, spread)
			}
			if from, to := list[samples/20], list[samples-1-samples/20]; math.Abs(low[k]-from) > spread/2+1e-9 ||
				math.Abs(high[k]-to) > spread/2+1e-9 {
				t.Errorf("%s at %v: the band is %v to %v, want %v to %v", name, at[k], low[k], high[k], from, to)
			}
		}
	}
}

// TestBand: bands rise, lie around their curves (but for what happens in less than one sample of twenty), and those of racers
// that do not always meet the same have a width.
func TestBand(t *testing.T) {
	at := []float64{1, 5, 20, 50, 100, 200, 1000, 1e6}
	for name, r := range map[string]*Results{"rare": rare(), "bowls": results(t, 200)} {
		for racer := range r.Trials {
			c := r.Runtimes(racer)
			low, high, err := r.Band(t.Context(), racer, at)
			if err != nil {
				t.Fatal(err)
			}
			wide := false
			for i := range at {
				if f := c.Fraction(at[i]); low[i] < 0 || high[i] > 1 || f < low[i]-0.002 || f > high[i]+0.002 {
					t.Errorf("%s, racer %d at %v: %v to %v around %v", name, racer, at[i], low[i], high[i], f)
				}
				wide = wide || high[i] > low[i]
			}
			if !slices.IsSorted(low) || !slices.IsSorted(high) {
				t.Errorf("%s, racer %d: the band goes down: %v, %v", name, racer, low, high)
			}
			if racer == 0 && !wide {
				t.Errorf("%s: the band has no width", name)
			}
		}
	}
}
