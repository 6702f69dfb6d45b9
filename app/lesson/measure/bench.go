package measure

import (
	"context"
	"errors"
	"sync"

	"descentlab/app/gallery/claim"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
)

// A Bench carries experiments out and keeps the runs, as the numbers of a lesson ask for the same few again and again. Several
// goroutines may use it.
type Bench struct {
	mu   sync.Mutex
	kept map[ran]*trial
	last []ran // the newest at the end
	most int
}

// ran is what tells runs apart.
type ran struct {
	key  setup.Key
	want lab.Want
}

// A trial is a run that is made once.
type trial struct {
	once sync.Once
	run  lab.Run
	err  error
}

// NewBench keeps at most so many runs: the newest.
func NewBench(most int) *Bench { return &Bench{kept: map[ran]*trial{}, most: max(most, 1)} }

// Run is what comes of an experiment, which is checked first. It knows the critical points if they are wanted.
func (b *Bench) Run(ctx context.Context, doc setup.Experiment, want lab.Want) (lab.Run, error) {
	if len(doc.Racers) == 0 {
		return lab.Run{}, words.Errorf("the experiment has no racer, so there is nothing to compute")
	}
	is := ran{setup.KeyOf(setup.OfRace, &doc), want}
	t := b.trial(is)
	t.once.Do(func() {
		if t.err = doc.Check(); t.err == nil {
			t.run, t.err = lab.Prepare(ctx, doc, want)
		}
	})
	if errors.Is(t.err, context.Canceled) || errors.Is(t.err, context.DeadlineExceeded) {
		b.forget(is) // somebody else's patience is no result
		if ctx.Err() == nil {
			return b.Run(ctx, doc, want)
		}
	}
	return t.run, t.err
}

// trial is the run that is kept, or a place for one.
func (b *Bench) trial(is ran) *trial {
	b.mu.Lock()
	defer b.mu.Unlock()
	if t := b.kept[is]; t != nil {
		return t
	}
	if len(b.last) == b.most {
		delete(b.kept, b.last[0])
		b.last = b.last[1:]
	}
	t := &trial{}
	b.kept[is], b.last = t, append(b.last, is)
	return t
}

func (b *Bench) forget(is ran) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for i, k := range b.last {
		if k == is {
			b.last = append(b.last[:i:i], b.last[i+1:]...)
			break
		}
	}
	delete(b.kept, is)
}

// Claim tells whether a claim is true of an experiment, with what it wants to be otherwise. Names are those of the racers.
func (b *Bench) Claim(ctx context.Context, doc setup.Experiment, names []string, c claim.Claim) (claim.Result, error) {
	of := c.Of(doc)
	run, err := b.Run(ctx, of, c.Wants())
	if err != nil {
		return claim.Result{Claim: c}, err
	}
	return c.Look(run, names), nil
}
