package bench

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// Results are the trials of some racers on some problems, and what is counted of them.
type Results struct {
	Problems []Problem
	Budget   int
	Trials   [][]Trial // by racer and problem
}

// functions are the problems of each function, as they come.
func (r *Results) functions() [][]int {
	var list [][]int
	at := map[string]int{}
	for i := range r.Problems {
		name := r.Problems[i].Function
		k, known := at[name]
		if !known {
			k = len(list)
			at[name] = k
			list = append(list, nil)
		}
		list[k] = append(list[k], i)
	}
	return list
}

// Functions are the names of the functions, in the order in which they come.
func (r *Results) Functions() []string {
	var names []string
	for _, of := range r.functions() {
		names = append(names, r.Problems[of[0]].Function)
	}
	return names
}

// ART is the average runtime of a racer for a target of a function: the evaluations of all its trials, of those that met the
// target until then, by the number of those that did. It is what is to be expected if a run that fails is begun anew. +Inf if
// none met it.
func (r *Results) ART(racer int, function string, target int) float64 {
	spent, met := 0.0, 0
	for i := range r.Problems {
		if r.Problems[i].Function != function {
			continue
		}
		t := &r.Trials[racer][i]
		if hit := t.Hits[target]; hit > 0 {
			spent += float64(hit)
			met++
		} else {
			spent += float64(t.Spent)
		}
	}
	if met == 0 {
		return math.Inf(1)
	}
	return spent / float64(met)
}

// A Step of a curve is where it rises: a problem and a target that was met.
type Step struct {
	Evaluations float64 // until then, those of failed trials before a restart among them
	Fraction    float64 // of all pairs, at and after the step
	Problem     int     // whose trial met it
	Target      int
	Restarts    int // trials that failed before
}

// A Curve is the distribution of runtimes: which part of all pairs of a problem and a target is solved after how many
// evaluations.
type Curve struct {
	Steps []Step
	Pairs int // problems times targets
}

// draws is how many restarted runtimes stand for a pair whose own trial failed, each for that part: a power of two, fewer where
// there are many instances, whose draws make up for chance together.
func draws(instances int) int {
	n := 8
	for ; n > 1 && n*instances > 120; n /= 2 {
	}
	return n
}

// Runtimes is the curve of a racer. A trial that does not meet a target is followed by others of the same function, drawn with
// replacement, until one meets it: so restarts are simulated, and the curve goes on beyond the budget. It says nothing of
// targets that no trial on a function has met. The draws depend on nothing but the trials of the function.
func (r *Results) Runtimes(racer int) Curve {
	c := Curve{Pairs: len(r.Problems) * TargetCount}
	for k, of := range r.functions() {
		p := pool{trials: r.Trials[racer], of: of, rng: rand.New(rand.NewPCG(uint64(k), 0x72756e73))}
		most, times := p.most(), draws(len(of))
		for _, i := range of {
			own := p.trials[i].Met()
			c.Steps = p.run(c.Steps, i, 0, own, 1)
			for target := own; target < most; target++ {
				for range times {
					c.Steps = p.run(c.Steps, i, target, target+1, 1/float64(times))
				}
			}
		}
	}
	slices.SortFunc(c.Steps, func(a, b Step) int {
		return cmp.Or(cmp.Compare(a.Evaluations, b.Evaluations), cmp.Compare(a.Problem, b.Problem), cmp.Compare(a.Target, b.Target),
			cmp.Compare(a.Restarts, b.Restarts))
	})
	sum := 0.0 // in eighths, which are exact
	for i := range c.Steps {
		sum += c.Steps[i].Fraction
		c.Steps[i].Fraction = sum / float64(c.Pairs)
	}
	return c
}

// A pool is a racer's trials on a function, from which restarts are drawn.
type pool struct {
	trials []Trial // on all problems
	of     []int   // those of the function
	rng    *rand.Rand
}

// most is how many targets the best of the trials meets.
func (p *pool) most() (n int) {
	for _, i := range p.of {
		n = max(n, p.trials[i].Met())
	}
	return n
}

// run appends the steps of a run that begins with a trial and is begun anew until it has met the targets from one to before
// another, which must be met by some trial of the pool. In place of the fraction a step has a weight.
func (p *pool) run(steps []Step, at, target, end int, weight float64) []Step {
	spent := 0.0
	for restarts := 0; ; restarts++ {
		t := &p.trials[at]
		for ; target < end && t.Hits[target] > 0; target++ {
			steps = append(steps, Step{Evaluations: spent + float64(t.Hits[target]), Fraction: weight, Problem: at, Target: target,
				Restarts: restarts})
		}
		if target >= end {
			return steps
		}
		spent += float64(t.Spent)
		at = p.of[p.rng.IntN(len(p.of))]
	}
}

// Fraction is the part of all pairs that is solved after so many evaluations.
func (c Curve) Fraction(evaluations float64) float64 {
	if i := c.after(evaluations); i > 0 {
		return c.Steps[i-1].Fraction
	}
	return 0
}

// after is the number of steps up to so many evaluations.
func (c Curve) after(evaluations float64) int {
	i, _ := slices.BinarySearchFunc(c.Steps, evaluations, func(s Step, at float64) int {
		if s.Evaluations <= at {
			return -1
		}
		return 1
	})
	return i
}

// Final is the part that is solved in the end.
func (c Curve) Final() float64 {
	if len(c.Steps) == 0 {
		return 0
	}
	return c.Steps[len(c.Steps)-1].Fraction
}

// Within is the part of a racer's pairs that its own trials solve, without restarts, and how many of its trials failed.
func (r *Results) Within(racer int) (solved float64, failed int) {
	met := 0
	for i := range r.Trials[racer] {
		t := &r.Trials[racer][i]
		met += t.Met()
		if t.End == Failed {
			failed++
		}
	}
	return float64(met) / float64(len(r.Problems)*TargetCount), failed
}

// Latest is the last step up to so many evaluations.
func (c Curve) Latest(evaluations float64) (Step, bool) {
	if i := c.after(evaluations); i > 0 {
		return c.Steps[i-1], true
	}
	return Step{}, false
}
