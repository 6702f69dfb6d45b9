package setup

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"descentlab/app/words"
	"descentlab/optim"
)

// MaxFutures is the greatest number of futures of a racer beside the one that it has.
const MaxFutures = 16

// A Future is what a racer would have become: the same up to a step, and something else from there on. It is raced along, and
// drawn as a ghost. Futures form a tree, of which the racer itself is the root.
type Future struct {
	Of      int           // from which future of the racer it comes, counted from 1; 0: from the racer as it is
	At      int           // the first update that is its own, from 1
	Spec    optim.Spec    // from there on
	Changes optim.Changes // later ones
}

// Clone is a copy that shares nothing with the original.
func (r Racer) Clone() Racer {
	r.Spec, r.Changes = r.Spec.Clone(), r.Changes.Clone()
	if len(r.Futures) == 0 {
		r.Futures = nil
		return r
	}
	r.Futures = slices.Clone(r.Futures)
	for i := range r.Futures {
		f := &r.Futures[i]
		f.Spec, f.Changes = f.Spec.Clone(), f.Changes.Clone()
	}
	return r
}

// SpecAt is what the racer makes update t with.
func (r *Racer) SpecAt(t int) optim.Spec { return r.Changes.SpecAt(r.Spec, t) }

// LastSpec is what the racer is after all its changes.
func (r *Racer) LastSpec() optim.Spec { return r.SpecAt(optim.MaxChangeAt) }

// title is what the racer is called: by its method, and by the last one if it has changed to another.
func (r *Racer) title() string {
	titled := func(key string) string {
		if m, err := optim.LookupMethod(key); err == nil {
			return m.Title
		}
		return key
	}
	first, last := r.Spec.Method, r.LastSpec().Method
	if first == last {
		return titled(first)
	}
	return titled(first) + " → " + titled(last)
}

// SetAt makes the racer another one for update t, and for all that it makes alike.
func (r *Racer) SetAt(t int, spec optim.Spec) {
	if i := r.Changes.Reached(t); i >= 0 {
		r.Changes[i].Spec = spec
	} else {
		r.Spec = spec
	}
	r.climbAlike(spec)
}

// SetFrom makes the racer another one from update t on: what it would have changed to later is dropped.
func (r *Racer) SetFrom(t int, spec optim.Spec) {
	if t < 1 {
		r.Spec, r.Changes = spec, nil
	} else {
		r.Changes = append(r.Changes.Before(t).Clone(), optim.Change{At: t, Spec: spec})
	}
	r.climbAlike(spec)
}

// Climb makes the racer go up, or down, in all that it is and would have become.
func (r *Racer) Climb(up bool) {
	r.Spec = r.Spec.With("maximize", optim.On(up))
	r.climbAlike(r.Spec)
}

// climbAlike lets every piece of the racer go up, or down, as one of them does.
func (r *Racer) climbAlike(like optim.Spec) {
	const knob = "maximize"
	alike := func(s *optim.Spec) {
		switch {
		case s.Climbs() == like.Climbs():
		case like.Climbs():
			*s = s.With(knob, like.Get(knob))
		default:
			*s = s.Without(knob)
		}
	}
	alike(&r.Spec)
	for i := range r.Changes {
		alike(&r.Changes[i].Spec)
	}
	for i := range r.Futures {
		f := &r.Futures[i]
		alike(&f.Spec)
		for k := range f.Changes {
			alike(&f.Changes[k].Spec)
		}
	}
}

// Course is what the racer, or its i-th future, is in all: what it begins with, and all changes. The racer itself is future -1.
func (r *Racer) Course(i int) (optim.Spec, optim.Changes) {
	if i < 0 {
		return r.Spec, r.Changes
	}
	f := &r.Futures[i]
	first, changes := r.Course(f.Of - 1)
	changes = append(changes.Before(f.At).Clone(), optim.Change{At: f.At, Spec: f.Spec})
	return first, append(changes, f.Changes...)
}

// Parts is the first step at which the i-th future is not the racer's own.
func (r *Racer) Parts(i int) int {
	f := &r.Futures[i]
	for f.Of > 0 {
		f = &r.Futures[f.Of-1]
	}
	return f.At
}

// Fork puts a fork into the racer's course at a step, 1 or more: what it would have become stays as a future, and it goes on from
// there with spec. Forks that were made later belong to the old future. It does nothing if there are MaxFutures.
func (r *Racer) Fork(at int, spec optim.Spec) {
	if len(r.Futures) >= MaxFutures || at < 1 {
		return
	}
	later := r.Changes[len(r.Changes.Before(at+1)):].Clone()
	old := Future{At: at, Spec: r.SpecAt(at).Clone(), Changes: later}
	r.hand(0, len(r.Futures)+1, at)
	r.Futures = append(r.Futures, old)
	r.SetFrom(at, spec)
}

// hand lets the futures that come from one, after a step, come from another.
func (r *Racer) hand(from, to, after int) {
	for i := range r.Futures {
		if f := &r.Futures[i]; f.Of == from && f.At > after {
			f.Of = to
		}
	}
}

// Swap lets the racer go the way of its i-th future, and makes a future of the way that it has gone.
func (r *Racer) Swap(i int) {
	for n := i + 1; n > 0; n = r.Futures[n-1].Of {
		r.swapUp(n)
	}
}

// swapUp exchanges the n-th future, counted from 1, with that which it comes from.
func (r *Racer) swapUp(n int) {
	f := &r.Futures[n-1]
	var all *optim.Changes // of that which it comes from
	base, parent := optim.Spec{}, f.Of
	if parent > 0 {
		all, base = &r.Futures[parent-1].Changes, r.Futures[parent-1].Spec
	} else {
		all, base = &r.Changes, r.Spec
	}
	past, future := all.Before(f.At), (*all)[len(all.Before(f.At+1)):]
	spec := all.SpecAt(base, f.At)
	*all = append(append(past.Clone(), optim.Change{At: f.At, Spec: f.Spec}), f.Changes...)
	f.Spec, f.Changes = spec, future.Clone()
	const aside = -1
	r.hand(n, aside, f.At)
	r.hand(parent, n, f.At)
	r.hand(aside, parent, f.At)
}

// Drop forgets the i-th future. Those that come from it keep their whole course.
func (r *Racer) Drop(i int) {
	gone := r.Futures[i]
	for k := range r.Futures {
		f := &r.Futures[k]
		if f.Of != i+1 {
			continue
		}
		f.Changes = append(append(gone.Changes.Before(f.At).Clone(), optim.Change{At: f.At, Spec: f.Spec}), f.Changes...)
		f.Of, f.At, f.Spec = gone.Of, gone.At, gone.Spec.Clone()
	}
	r.Futures = slices.Delete(r.Futures, i, i+1)
	for k := range r.Futures {
		if f := &r.Futures[k]; f.Of > i+1 {
			f.Of--
		}
	}
}

// Alone is the i-th future as a racer of its own, without futures.
func (r *Racer) Alone(i int) Racer {
	first, changes := r.Course(i)
	return Racer{Spec: first.Clone(), Changes: changes.Clone()}
}

// Tree are the futures in the order of a list in which each follows that which it comes from, with how deep it is: 1 for those
// that come from the racer itself.
func (r *Racer) Tree() iter.Seq2[int, int] {
	return func(yield func(future, depth int) bool) { r.branches(0, 1, yield) }
}

func (r *Racer) branches(of, depth int, yield func(future, depth int) bool) bool {
	var list []int
	for i, f := range r.Futures {
		if f.Of == of {
			list = append(list, i)
		}
	}
	slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(r.Futures[a].At, r.Futures[b].At) })
	for _, i := range list {
		if !yield(i, depth) || !r.branches(i+1, depth+1, yield) {
			return false
		}
	}
	return true
}

// specs are all that the racer is, becomes, or would have become.
func (r *Racer) specs() iter.Seq[optim.Spec] {
	return func(yield func(optim.Spec) bool) {
		ok := yield(r.Spec)
		for i := -1; i < len(r.Futures) && ok; i++ {
			_, changes := r.Course(i)
			for _, c := range changes {
				ok = ok && yield(c.Spec)
			}
		}
	}
}

// checkCourse says what is wrong with what the racer becomes.
func (r *Racer) checkCourse() error {
	if err := r.Changes.Check(r.Spec); err != nil {
		return At("racer", err)
	}
	if n := len(r.Futures); n > MaxFutures {
		return At("futures", words.Errorf("at most %d futures; got %d", MaxFutures, n))
	}
	for i, f := range r.Futures {
		if err := r.checkFuture(i); err != nil {
			return At(fmt.Sprintf("futures[%d]", i), words.Errorf("its future %d, at step %d: %w", i+1, f.At, err))
		}
	}
	return nil
}

func (r *Racer) checkFuture(i int) error {
	f := r.Futures[i]
	if f.Of < 0 || f.Of > len(r.Futures) {
		return At("of", words.Errorf("there is no future %d that it could come from; it must be from 0, the racer itself, to %d",
			f.Of, len(r.Futures)))
	}
	for n, of := 0, f.Of; of > 0; n, of = n+1, r.Futures[of-1].Of {
		if n > len(r.Futures) || of == i+1 {
			return At("of", words.Errorf("futures come from one another in a circle; one must come from the racer itself, 0"))
		}
		if next := r.Futures[of-1].Of; next < 0 || next > len(r.Futures) {
			return nil // which is that one's fault
		}
	}
	if f.Of > 0 && f.At <= r.Futures[f.Of-1].At {
		return At("at", words.Errorf("it must begin after step %d, where the future begins that it comes from",
			r.Futures[f.Of-1].At))
	}
	if f.At < 1 || f.At > optim.MaxChangeAt {
		return At("at", words.Errorf("a future begins at step 1 to %d", optim.MaxChangeAt))
	}
	first, changes := r.Course(i)
	return At("racer", changes.Check(first))
}

// futureFile is a future as it stands in a file.
type futureFile struct {
	Of    int    `json:"of,omitempty"`
	At    int    `json:"at"`
	Racer string `json:"racer"`
}

// file is the racer as it stands in a file.
func (r *Racer) file() racerFile {
	f := racerFile{Racer: optim.RacerText(r.Spec, r.Changes), Slot: r.Slot, Hidden: r.Hidden}
	for _, one := range r.Futures {
		f.Futures = append(f.Futures, futureFile{one.Of, one.At, optim.RacerText(one.Spec, one.Changes)})
	}
	return f
}

// racer is what a file says of a racer, not yet checked but for its text.
func (f *racerFile) racer() (Racer, error) {
	spec, changes, err := optim.ParseRacer(f.Racer)
	if err != nil {
		return Racer{}, At("racer", err)
	}
	r := Racer{Spec: spec, Changes: changes, Slot: f.Slot, Hidden: f.Hidden}
	for i, one := range f.Futures {
		spec, changes, err := optim.ParseRacer(one.Racer)
		if err != nil {
			return r, At(fmt.Sprintf("futures[%d].racer", i), err)
		}
		r.Futures = append(r.Futures, Future{Of: one.Of, At: one.At, Spec: spec, Changes: changes})
	}
	return r, nil
}
