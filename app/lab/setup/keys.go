package setup

import (
	"descentlab/optim"
	"descentlab/optim/sweep"
)

// A Concern is a kind of result that follows from a document.
type Concern int

const (
	OfKin     Concern = iota // the surface, but for what its sliders make of it
	OfSurface                // the surface
	OfRace                   // the tape
	OfBasins                 // where racers end from all over a window
	OfPlane                  // where they end for many settings: a plane, learning rates
	OfSwarm                  // their swarms
	OfFair                   // a fair race, its table included
	OfBench                  // a benchmark, whatever the surface
)

// KeyOf is the key of what a document gives: documents with equal keys give the same. Here alone it is said which field
// matters to what. What is in no key (how racers are shown, and Look) changes no result.
func KeyOf(c Concern, e *Experiment) Key {
	d := newDigest(c)
	if c == OfBench {
		d.bench(e)
		return d.Key
	}
	d.kin(e)
	if c >= OfSurface {
		d.sliders(e)
	}
	if c >= OfRace {
		d.runs(e)
	}
	switch c {
	case OfRace:
		d.Point(e.Start)
		d.courses(e)
	case OfPlane:
		d.Point(e.Start)
	case OfBasins:
		d.Rect(e.View) // who ends in what is shown has not left
	case OfSwarm:
		d.swarm(e)
	case OfFair:
		d.fair(e)
	}
	return d.Key
}

// Same tells whether two documents give the same. It allocates nothing, for it is asked in every frame.
func Same(c Concern, a, b *Experiment) bool { return KeyOf(c, a) == KeyOf(c, b) }

// kin is all that tells surfaces apart that no slider turns into one another.
func (d *Digest) kin(e *Experiment) {
	d.Text(e.Surface)
	d.Text(e.Formula)
	d.Text(string(e.Weights))
	d.Count(len(e.Own))
	for _, p := range e.Own {
		d.Text(p.Name)
		d.Numbers(p.Default, p.Min, p.Max)
	}
	d.data(e.Data)
	d.Rect(e.Home)
}

// sliders is the rest of a surface.
func (d *Digest) sliders(e *Experiment) {
	d.named(e.Params)
	d.add(e.Waves.Seed)
	d.Count(e.Waves.Count)
	d.Numbers(e.Turn, e.Stretch)
	d.Rect(e.Box())
	d.Count(len(e.Sculpture))
	for _, b := range e.Sculpture {
		d.Numbers(b.X, b.Y, b.Height, b.Width, b.Ratio, b.Angle)
	}
}

// runs is what the surface is to racers, and who they are.
func (d *Digest) runs(e *Experiment) {
	d.Count(e.Batch)
	d.Numbers(e.Noise)
	d.add(e.Seed)
	d.Count(e.Steps)
	d.Count(len(e.Racers))
	for i := range e.Racers {
		d.spec(&e.Racers[i].Spec)
	}
}

// courses is what the racers become on their way, or would have become.
func (d *Digest) courses(e *Experiment) {
	for i := range e.Racers {
		r := &e.Racers[i]
		d.changes(r.Changes)
		d.Count(len(r.Futures))
		for k := range r.Futures {
			f := &r.Futures[k]
			d.Count(f.Of)
			d.Count(f.At)
			d.spec(&f.Spec)
			d.changes(f.Changes)
		}
	}
}

func (d *Digest) changes(list optim.Changes) {
	d.Count(len(list))
	for i := range list {
		d.Count(list[i].At)
		d.spec(&list[i].Spec)
	}
}

// swarm is where a swarm begins.
func (d *Digest) swarm(e *Experiment) {
	s := e.Swarm.Filled()
	d.Count(s.Runs)
	d.Text(s.From)
	switch {
	case s.Round():
		d.Numbers(s.Radius)
		d.Point(e.SwarmMiddle())
	case s.From == FromPainted:
		d.region(e.Painted)
	}
}

// fair is how a fair race is made, and by what its table knows the racers.
func (d *Digest) fair(e *Experiment) {
	f := e.Fair.Filled()
	d.Flag(f.Knobs != nil) // none at all is not the same as no list
	d.Count(len(f.Knobs))
	for _, name := range f.Knobs {
		d.Text(name)
	}
	for _, n := range []int{f.TuneStarts, f.Budget, f.Starts, f.Seeds} {
		d.Count(n)
	}
	if f.TuneStarts == 1 {
		d.Point(e.Start) // else nothing begins there
	}
	d.Flag(f.Painted)
	if f.Painted {
		d.region(e.Painted)
	}
	for _, r := range e.Racers {
		d.Count(r.Slot)
	}
}

func (d *Digest) region(r sweep.Region) {
	d.Count(len(r))
	for _, s := range r {
		d.Numbers(s.Radius, s.Ratio)
		d.Flag(s.Erase)
		d.Count(len(s.Pts))
		for _, p := range s.Pts {
			d.Point(p)
		}
	}
}
