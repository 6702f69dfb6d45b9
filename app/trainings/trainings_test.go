package trainings

import (
	"context"
	"errors"
	"math"
	"reflect"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"descentlab/optim"
)

func spec(t *testing.T, text string) optim.Spec {
	t.Helper()
	s, err := optim.ParseSpec(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestMinimaAreAlike: of a network that is hardly large enough many trainings end in traps; with more units none does, and each
// training comes to rest.
func TestMinimaAreAlike(t *testing.T) {
	s := Usual()
	s.Hidden, s.Runs, s.Steps, s.Racer = []int{4, 12}, 30, 400, spec(t, "lbfgs")
	study, err := Make(t.Context(), s, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	small, large := study.Nets[0], study.Nets[1]
	if n := small.Near(); n < 10 || n > 28 {
		t.Errorf("%d of 30 trainings of the small network are about as good as the best", n)
	}
	if large.Near() != 30 || large.Faultless() != 30 {
		t.Errorf("%d of 30 trainings of the large network are about as good, %d without mistakes", large.Near(), large.Faultless())
	}
	if !(large.Best() < small.Best()) || !(large.Steepest() < 1e-5) || !(small.Steepest() < 1e-5) {
		t.Errorf("best %v and %v, steepest %v and %v", small.Best(), large.Best(), small.Steepest(), large.Steepest())
	}
	if small.Weights() != 17 || large.Weights() != 49 {
		t.Errorf("%d and %d weights", small.Weights(), large.Weights())
	}
}

// TestSameEverywhere: neither the number of processors nor more trainings change what comes of one.
func TestSameEverywhere(t *testing.T) {
	s := Usual()
	s.Hidden, s.Runs, s.Steps, s.Seed = []int{3, 5}, 11, 40, 9
	train := func(processors int, s Setting) Study {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		study, err := Make(t.Context(), s, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		return study
	}
	one := train(1, s)
	for _, processors := range []int{2, 7} {
		if got := train(processors, s); !reflect.DeepEqual(got, one) {
			t.Errorf("%d processors: %v, want %v", processors, got.Nets, one.Nets)
		}
	}
	s.Runs, s.Hidden = 20, []int{5}
	if got := train(2, s); !reflect.DeepEqual(got.Nets[0].Ends[:11], one.Nets[1].Ends) {
		t.Error("more trainings change the first ones")
	}
	s.Seed++
	if got := train(2, s); reflect.DeepEqual(got.Nets[0].Ends[:11], one.Nets[1].Ends) {
		t.Error("another seed gives the same starts")
	}
}

// TestTold: one hears of the trainings while they are made, and what one has heard stays as it is.
func TestTold(t *testing.T) {
	s := Usual()
	s.Hidden, s.Runs, s.Steps = []int{2, 3}, 8, 10
	var heard []Study
	part := 0.0
	study, err := Make(t.Context(), s, func(s Study) { heard = append(heard, s) }, func(p float64) { part = p })
	if err != nil {
		t.Fatal(err)
	}
	if len(heard) != 16 || part != 1 || !reflect.DeepEqual(heard[15], study) {
		t.Fatalf("heard %d times, %v is done", len(heard), part)
	}
	for i, h := range heard {
		last := h.Nets[len(h.Nets)-1]
		if want := study.Nets[len(h.Nets)-1].Ends[:i%8+1]; len(h.Nets) != i/8+1 || !reflect.DeepEqual(last.Ends, want) {
			t.Errorf("%d: heard of %v, want %v", i, last.Ends, want)
		}
	}
}

// asked is a context that counts how often one looks whether it has ended: twice in a short training.
type asked struct {
	context.Context
	times atomic.Int64
}

func (a *asked) Err() error {
	a.times.Add(1)
	return a.Context.Err()
}

// TestHeldUp: whoever hears of the trainings holds them up as long as he likes.
func TestHeldUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := Usual()
		s.Hidden, s.Runs, s.Steps = []int{2}, MaxRuns, 10
		ctx, first := &asked{Context: t.Context()}, true
		_, err := Make(ctx, s, nil, func(float64) {
			if !first {
				return
			}
			first = false
			before := ctx.times.Load()
			synctest.Wait() // for all others to have come to where they wait
			if looks, most := ctx.times.Load()-before, 8*int64(runtime.GOMAXPROCS(0)); looks > most {
				t.Errorf("%d looks at the context since, want at most %d", looks, most)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

// TestJudged: another bound counts other trainings, and leaves the study as it is.
func TestJudged(t *testing.T) {
	s := Study{Setting: Usual(), Nets: []Net{{Hidden: 2, Within: 0.1, Ends: []End{{Loss: 1}, {Loss: 1.2}, {Loss: 1.05}}}}}
	if got := s.Judged(0.25); got.Nets[0].Near() != 3 || got.Setting.Within != 0.25 || s.Nets[0].Near() != 2 {
		t.Errorf("%d near, of the study that was judged %d", got.Nets[0].Near(), s.Nets[0].Near())
	}
}

// TestCancelled: it ends in the midst of a training.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s := Usual()
	s.Hidden, s.Runs, s.Steps = []int{64, 2}, MaxRuns, MaxSteps
	s.Racer = spec(t, "sgd lr=0.01")
	go cancel()
	study, err := Make(ctx, s, nil, nil)
	if !errors.Is(err, context.Canceled) || len(study.Nets) > 1 || len(study.Nets[0].Ends) > 0 {
		t.Errorf("%d networks, error %v", len(study.Nets), err)
	}
}

// TestDiverging: trainings that run away are neither good nor bad ends.
func TestDiverging(t *testing.T) {
	s := Usual()
	s.Hidden, s.Runs, s.Steps, s.Racer = []int{3, 4}, 5, 300, spec(t, "sgd lr=1e5")
	study, err := Make(t.Context(), s, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	n := study.Nets[0]
	if len(n.Losses()) != 0 || !math.IsNaN(n.Best()) || n.Near() != 0 || study.Sentence() != "" {
		t.Errorf("losses %v", n.Losses())
	}
	if got := n.Sentence(); got != "all trainings with 3 hidden units diverge" {
		t.Error(got)
	}
}

func TestSettingCheck(t *testing.T) {
	for want, change := range map[string]func(*Setting){
		"hidden: from 1 to 6 networks can be compared; got 0":                      func(s *Setting) { s.Hidden = nil },
		"hidden: must be from 1 to 64 units; got 65":                               func(s *Setting) { s.Hidden = []int{2, 65} },
		"hidden: 2 is given twice":                                                 func(s *Setting) { s.Hidden = []int{2, 3, 2} },
		"runs: must be from 1 to 2000; got 0":                                      func(s *Setting) { s.Runs = 0 },
		"steps: must be from 1 to 100000; got 0":                                   func(s *Setting) { s.Steps = 0 },
		"within: must be above 0 and at most 100 per cent; got 0":                  func(s *Setting) { s.Within = 0 },
		"racer: newton cannot train a network: the loss has no second derivatives": func(s *Setting) { s.Racer = spec(t, "newton") },
	} {
		s := Usual()
		change(&s)
		if _, err := Make(t.Context(), s, nil, nil); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if err := Usual().Check(); err != nil {
		t.Error(err)
	}
}

func TestSentences(t *testing.T) {
	small := Net{Hidden: 2, Within: 0.1, Ends: []End{{Loss: 0.25}, {Loss: 0.2, Mistakes: 3}, {Loss: 0.21}, {Loss: math.Inf(1)}}}
	large := Net{Hidden: 8, Within: 0.1, Ends: []End{{Loss: 0.1}, {Loss: 0.105}}}
	if got, want := small.Sentence(), "of 4 trainings with 2 hidden units 2 end within 10 % of the best loss, 0.2000"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	got, want := Study{Nets: []Net{large, small}}.Sentence(),
		"with 2 hidden units the worst training ends 25 % above the best, with 8 hidden units 5.0 %"
	if got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func BenchmarkTrainings(b *testing.B) {
	for b.Loop() {
		if _, err := Make(b.Context(), Usual(), nil, nil); err != nil {
			b.Fatal(err)
		}
	}
}
