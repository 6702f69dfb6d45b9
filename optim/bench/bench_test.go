package bench

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"descentlab/optim"
)

// bowl is a*x^2 + y^2 + least, which nobody should see below some distance if it is walled.
type bowl struct {
	a, least float64
	wall     float64 // the loss is nothing where x is less
}

func (bowl) Dim() int { return 2 }

func (b bowl) Eval(grad, x []float64, _ int) float64 {
	if grad != nil {
		grad[0], grad[1] = 2*b.a*x[0], 2*x[1]
	}
	if x[0] < b.wall {
		return math.NaN()
	}
	return b.a*x[0]*x[0] + x[1]*x[1] + b.least
}

// problems are functions with instances of growing steepness; racers that are too fast for the later ones fail there.
func problems(functions, instances int) (list []Problem) {
	for f := range functions {
		for i := range instances {
			b := bowl{a: 1 + float64(i*(f+1)), least: 10 * float64(f), wall: -60}
			list = append(list, Problem{Function: fmt.Sprint("f", f+1), Instance: i + 1, Least: b.least, X: 3, Y: -2 + float64(i)/7,
				Objective: func() (optim.Objective, error) { return b, nil }})
		}
	}
	return list
}

func specs(t testing.TB, texts ...string) (list []optim.Spec) {
	t.Helper()
	for _, text := range texts {
		s, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, s)
	}
	return list
}

func results(t testing.TB, budget int) *Results {
	t.Helper()
	p := problems(3, 6)
	trials, err := Run(context.Background(), specs(t, "sgd lr=0.05", "sgd lr=0.2", "adam lr=0.3", "sgd lr=0.0001"), p,
		Options{Budget: budget})
	if err != nil {
		t.Fatal(err)
	}
	return &Results{Problems: p, Budget: budget, Trials: trials}
}

func TestTargets(t *testing.T) {
	if TargetCount != 51 || Target(0) != 100 || Target(50) != 1e-8 || Target(10) != 1 {
		t.Errorf("the targets go from %v to %v", Target(0), Target(50))
	}
	for i := 1; i < TargetCount; i++ {
		if ratio := Target(i-1) / Target(i); math.Abs(ratio-math.Pow(10, 0.2)) > 1e-12 {
			t.Errorf("target %d is %v times the next", i-1, ratio)
		}
	}
}

// TestTrials: hits are those of a run that is made by hand, step by step.
func TestTrials(t *testing.T) {
	r := results(t, 200)
	for k, s := range specs(t, "sgd lr=0.05", "sgd lr=0.2", "adam lr=0.3", "sgd lr=0.0001") {
		for i, p := range r.Problems {
			plan, err := s.Plan(2, 200)
			if err != nil {
				t.Fatal(err)
			}
			obj, _ := p.Objective()
			row := make([]float64, plan.Width())
			plan.Start(row, obj, []float64{p.X, p.Y})
			var hits [TargetCount]int32
			for step := 0; plan.Evaluations(row) < 200 && !math.IsNaN(plan.Loss(row)); step++ {
				for n := range hits {
					if hits[n] == 0 && plan.Loss(row)-p.Least <= Target(n) {
						hits[n] = int32(plan.Evaluations(row) + 1)
					}
				}
				plan.Next(row, row, obj, step)
			}
			if got := r.Trials[k][i]; got.Hits != hits {
				t.Errorf("racer %d on %s, instance %d: hits %v, want %v", k, p.Function, p.Instance, got.Hits, hits)
			}
		}
	}
	ends := map[End]int{}
	for _, of := range r.Trials {
		for _, trial := range of {
			ends[trial.End]++
			if trial.Met() == TargetCount != (trial.End == Solved) || trial.Spent < 1 || trial.Spent > 200 || trial.Best < 0 {
				t.Errorf("%v after %d evaluations with %d targets, best %v", trial.End.Key(), trial.Spent, trial.Met(), trial.Best)
			}
		}
	}
	if ends[Solved] == 0 || ends[Failed] == 0 || ends[Exhausted] == 0 {
		t.Errorf("trials end as %v: not all ends are tested", ends)
	}
}

// TestRest: a method that comes to rest ends its run, and what it has spent until then is what a restart costs.
func TestRest(t *testing.T) {
	p := problems(1, 1)
	p[0].Least = -1 // nobody comes there
	trials, err := Run(context.Background(), specs(t, "lbfgs"), p, Options{Budget: MaxBudget})
	if err != nil {
		t.Fatal(err)
	}
	if trial := trials[0][0]; trial.End != Rested || trial.Spent > 1000 {
		t.Errorf("%s after %d evaluations", trial.End.Key(), trial.Spent)
	}
}

func TestWorkersMakeNoDifference(t *testing.T) {
	p, s := problems(3, 4), specs(t, "adam lr=0.1", "sgld lr=0.01", "random_search")
	var all [][][]Trial
	for _, workers := range []int{1, 2, 5} {
		trials, err := Run(context.Background(), s, p, Options{Budget: 100, Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, trials)
	}
	if !reflect.DeepEqual(all[0], all[1]) || !reflect.DeepEqual(all[0], all[2]) {
		t.Error("trials depend on the number of workers")
	}
}

// TestBudget: no hit costs more than the budget, whatever a method spends in one update.
func TestBudget(t *testing.T) {
	for _, budget := range []int{1, 2, 3, 7, 50} {
		trials, err := Run(context.Background(), specs(t, "lbfgs", "nelder_mead", "sam", "armijo", "newton", "polyak"), problems(2, 3),
			Options{Budget: budget})
		if err != nil {
			t.Fatal(err)
		}
		for _, of := range trials {
			for _, trial := range of {
				if trial.Spent < 1 || int(trial.Spent) > budget || int(slices.Max(trial.Hits[:])) > budget {
					t.Errorf("%d evaluations of a budget of %d, hits %v", trial.Spent, budget, trial.Hits)
				}
			}
		}
	}
}

// TestRuntimesAgainstCounting: below the first failure the curve is what is counted pair by pair, and in the end it is the part
// of all pairs of functions on which somebody met the target.
func TestRuntimesAgainstCounting(t *testing.T) {
	r := results(t, 200)
	for racer := range r.Trials {
		c := r.Runtimes(racer)
		if !slices.IsSortedFunc(c.Steps, func(a, b Step) int { return cmp.Compare(a.Evaluations, b.Evaluations) }) {
			t.Error("the steps do not rise")
		}
		first := math.Inf(1)
		for _, trial := range r.Trials[racer] {
			if trial.End != Solved {
				first = min(first, float64(trial.Spent))
			}
		}
		for at := 0.0; at <= min(first, 300); at++ {
			solved := 0
			for _, trial := range r.Trials[racer] {
				for _, hit := range trial.Hits {
					if hit > 0 && float64(hit) <= at {
						solved++
					}
				}
			}
			if want := float64(solved) / float64(len(r.Problems)*TargetCount); math.Abs(c.Fraction(at)-want) > 1e-12 {
				t.Errorf("racer %d: %v is solved after %v evaluations, want %v", racer, c.Fraction(at), at, want)
			}
		}
		reached := 0
		for target := range TargetCount {
			for _, name := range r.Functions() {
				if !math.IsInf(r.ART(racer, name, target), 1) {
					reached += 6
				}
			}
		}
		if want := float64(reached) / float64(len(r.Problems)*TargetCount); math.Abs(c.Final()-want) > 1e-12 {
			t.Errorf("racer %d: %v is solved in the end, want %v", racer, c.Final(), want)
		}
		if within, _ := r.Within(racer); within > c.Final()+1e-12 {
			t.Errorf("racer %d: more is solved without restarts, %v, than with them, %v", racer, within, c.Final())
		}
	}
}

// TestRestartsAgainstART: the mean of the restarted runtimes of a function and a target is its average runtime, for which nothing
// is drawn; and that is what is summed up by hand.
func TestRestartsAgainstART(t *testing.T) {
	r := results(t, 200)
	failures := 0
	for racer, trials := range r.Trials {
		for k, of := range r.functions() {
			name := r.Problems[of[0]].Function
			var sum, weight [TargetCount]float64
			p := pool{trials: trials, of: of, rng: rand.New(rand.NewPCG(uint64(k), 0))}
			for range 1000 {
				for _, i := range of {
					for _, s := range p.run(nil, i, 0, p.most(), 1) {
						sum[s.Target] += s.Evaluations
						weight[s.Target]++
					}
				}
			}
			for target := range TargetCount {
				spent, met := 0.0, 0.0
				for _, i := range of {
					if hit := trials[i].Hits[target]; hit > 0 {
						spent += float64(hit)
						met++
						continue
					}
					spent += float64(trials[i].Spent)
					failures++
				}
				art := r.ART(racer, name, target)
				if met == 0 {
					if !math.IsInf(art, 1) || weight[target] != 0 {
						t.Errorf("racer %d, %s, target %d: average runtime %v, and nobody met it", racer, name, target, art)
					}
					continue
				}
				if math.Abs(art-spent/met) > 1e-9*art {
					t.Errorf("racer %d, %s, target %d: average runtime %v, want %v", racer, name, target, art, spent/met)
				}
				if mean := sum[target] / weight[target]; math.Abs(mean-art) > 0.06*art {
					t.Errorf("racer %d, %s, target %d: restarted runtimes are %v on average, want %v", racer, name, target, mean, art)
				}
			}
		}
	}
	if failures == 0 {
		t.Error("no trial fails: nothing is tested")
	}
}

// TestProfiles: the best of each pair has the ratio 1, and all is as counted pair by pair.
func TestProfiles(t *testing.T) {
	r := results(t, 200)
	list := r.Profiles()
	for _, ratio := range []float64{1, 1.5, 2, 10, 1e9} {
		for racer, p := range list {
			solved, pairs := 0, 0
			for _, name := range r.Functions() {
				for target := range TargetCount {
					pairs++
					best := math.Inf(1)
					for other := range list {
						best = min(best, r.ART(other, name, target))
					}
					if own := r.ART(racer, name, target); !math.IsInf(own, 1) && own <= ratio*best {
						solved++
					}
				}
			}
			if want := float64(solved) / float64(pairs); math.Abs(p.Fraction(ratio)-want) > 1e-9 || p.Pairs != pairs {
				t.Errorf("racer %d: %v of the pairs within %v times, want %v", racer, p.Fraction(ratio), ratio, want)
			}
		}
	}
	alone := Results{Problems: r.Problems, Budget: 200, Trials: r.Trials[:1]}
	if p := alone.Profiles()[0]; p.Fraction(1) != p.Fraction(1e9) || p.Fraction(0.99) != 0 {
		t.Errorf("who runs alone is the best wherever it solves anything: %v", p.Fraction(1))
	}
}

func TestErrors(t *testing.T) {
	ctx := context.Background()
	s, p := specs(t, "adam lr=0.1"), problems(1, 1)
	bad := slices.Clone(p)
	broken := errors.New("broken")
	bad[0].Objective = func() (optim.Objective, error) { return nil, broken }
	if _, err := Run(ctx, s, bad, Options{Budget: 10}); !errors.Is(err, broken) {
		t.Errorf("a problem that cannot be made: %v", err)
	}
	for _, o := range []Options{{}, {Budget: -1}, {Budget: MaxBudget + 1}} {
		if _, err := Run(ctx, s, p, o); err == nil {
			t.Errorf("%+v is accepted", o)
		}
	}
	if _, err := Run(ctx, s, nil, Options{Budget: 10}); err == nil {
		t.Error("no problems are accepted")
	}
	if _, err := Run(ctx, []optim.Spec{{Method: "nonsense"}}, p, Options{Budget: 10}); err == nil {
		t.Error("a racer that there is not is accepted")
	}
	gone, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := Run(gone, s, p, Options{Budget: 10}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestProgress(t *testing.T) {
	var last int
	_, err := Run(context.Background(), specs(t, "adam lr=0.1", "sgd lr=0.1"), problems(2, 3), Options{Budget: 10, Workers: 1,
		Progress: func(done, total int) {
			if done != last+1 || total != 12 {
				t.Errorf("%d of %d after %d", done, total, last)
			}
			last = done
		}})
	if err != nil || last != 12 {
		t.Errorf("%d trials are told: %v", last, err)
	}
}

func TestNothingSolved(t *testing.T) {
	r := Results{Problems: problems(1, 2), Budget: 1, Trials: [][]Trial{{{Spent: 1}, {Spent: 1}}}}
	c := r.Runtimes(0)
	low, high, err := r.Band(t.Context(), 0, []float64{1, 10})
	if err != nil {
		t.Fatal(err)
	}
	if c.Final() != 0 || c.Fraction(1e9) != 0 || low[1] != 0 || high[1] != 0 || !math.IsInf(r.ART(0, "f1", 0), 1) {
		t.Errorf("something is solved: %+v %v %v", c, low, high)
	}
	if p := r.Profiles()[0]; p.Fraction(1e9) != 0 {
		t.Errorf("profile %+v", p)
	}
}
