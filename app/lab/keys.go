package lab

import (
	"slices"

	"descentlab/optim/sweep"
)

// A concern is a kind of result that follows from a document.
type concern int

const (
	ofKin     concern = iota // the surface, but for what its sliders make of it
	ofSurface                // the surface
	ofRace                   // the tape
	ofBasins                 // where racers end from all over a window
	ofPlane                  // where they end for many settings: a plane, learning rates
	ofSwarm                  // their swarms
	ofFair                   // a fair race, its table included
)

// keyOf is the key of what a document gives: documents with equal keys give the same. Here alone it is said which field
// matters to what. What is in no key (how racers are shown, and Look) changes no result.
func keyOf(c concern, e *Experiment) key {
	d := newDigest(c)
	d.kin(e)
	if c >= ofSurface {
		d.sliders(e)
	}
	if c >= ofRace {
		d.runs(e)
	}
	switch c {
	case ofRace, ofPlane:
		d.point(e.Start)
	case ofBasins:
		d.rect(e.View) // who ends in what is shown has not left
	case ofSwarm:
		d.swarm(e)
	case ofFair:
		d.fair(e)
	}
	return d.key
}

// same tells whether two documents give the same. It allocates nothing, for it is asked in every frame.
func same(c concern, a, b *Experiment) bool { return keyOf(c, a) == keyOf(c, b) }

// kin is all that tells surfaces apart that no slider turns into one another.
func (d *digest) kin(e *Experiment) {
	d.text(e.Surface)
	d.text(e.Formula)
	d.count(len(e.Own))
	for _, p := range e.Own {
		d.text(p.Name)
		d.numbers(p.Default, p.Min, p.Max)
	}
	d.data(e.Data)
	d.rect(e.Home)
}

// sliders is the rest of a surface.
func (d *digest) sliders(e *Experiment) {
	d.named(e.Params)
	d.add(e.Waves.Seed)
	d.count(e.Waves.Count)
	d.numbers(e.Turn, e.Stretch)
	d.count(len(e.Sculpture))
	for _, b := range e.Sculpture {
		d.numbers(b.X, b.Y, b.Height, b.Width, b.Ratio, b.Angle)
	}
}

// runs is what the surface is to racers, and who they are.
func (d *digest) runs(e *Experiment) {
	d.count(e.Batch)
	d.numbers(e.Noise)
	d.add(e.Seed)
	d.count(e.Steps)
	d.count(len(e.Racers))
	for i := range e.Racers {
		d.spec(&e.Racers[i].Spec)
	}
}

// swarm is where a swarm begins.
func (d *digest) swarm(e *Experiment) {
	s := e.Swarm.Filled()
	d.count(s.Runs)
	d.text(s.From)
	switch {
	case s.Round():
		d.numbers(s.Radius)
		d.point(e.SwarmMiddle())
	case s.From == FromPainted:
		d.region(e.Painted)
	}
}

// fair is how a fair race is made, and by what its table knows the racers.
func (d *digest) fair(e *Experiment) {
	f := e.Fair.Filled()
	d.flag(f.Knobs != nil) // none at all is not the same as no list
	d.count(len(f.Knobs))
	for _, name := range f.Knobs {
		d.text(name)
	}
	for _, n := range []int{f.TuneStarts, f.Budget, f.Starts, f.Seeds} {
		d.count(n)
	}
	if f.TuneStarts == 1 {
		d.point(e.Start) // else nothing begins there
	}
	d.flag(f.Painted)
	if f.Painted {
		d.region(e.Painted)
	}
	for _, r := range e.Racers {
		d.count(r.Slot)
	}
}

func (d *digest) region(r sweep.Region) {
	d.count(len(r))
	for _, s := range r {
		d.numbers(s.Radius, s.Ratio)
		d.flag(s.Erase)
		d.count(len(s.Pts))
		for _, p := range s.Pts {
			d.point(p)
		}
	}
}

// FairStale tells whether an experiment would give other results by now than those of a fair race on it as it was. A racer
// that has taken over the setting that was found is the same racer.
func FairStale(was, now *Experiment, results []FairResult) bool {
	if len(now.Racers) != len(results) || len(was.Racers) != len(results) {
		return true
	}
	taken := *now
	taken.Racers = slices.Clone(now.Racers)
	for i := range taken.Racers {
		if r := &taken.Racers[i]; r.Spec.Equal(results[i].Spec) {
			r.Spec = was.Racers[i].Spec
		}
	}
	return !same(ofFair, was, &taken)
}

// surveyKey is the key of what becomes of one racer of a survey, for a picture of w by h.
func (s *Survey) surveyKey(c concern, doc *Experiment, racer, w, h int) key {
	one := *doc
	one.Racers = doc.Racers[racer : racer+1]
	d := digest{keyOf(c, &one)}
	d.rect(s.View)
	for _, p := range s.Places {
		d.point(p.At)
		d.numbers(p.Value, p.Reach)
	}
	d.count(w)
	d.count(h)
	return d.key
}

// Key tells surveys apart by what becomes of a racer's runs in a map of w by h.
func (s *Survey) Key(racer, w, h int) string {
	return s.surveyKey(ofBasins, &s.Doc, racer, w, h).String()
}

// PlaneKey tells surveys apart by what becomes of a racer in a plane of w by h. The present values of the two knobs do not
// matter.
func (s *Survey) PlaneKey(racer int, x, y sweep.Axis, w, h int) string {
	bare := s.Doc
	bare.Racers = slices.Clone(s.Doc.Racers)
	spec := &bare.Racers[racer].Spec
	*spec = spec.Without(x.Knob).Without(y.Knob)
	for _, a := range []sweep.Axis{x, y} {
		bare.setLoss(a.Knob, 0)
	}
	d := digest{s.surveyKey(ofPlane, &bare, racer, w, h)}
	for _, a := range []sweep.Axis{x, y} {
		d.text(a.Knob)
		d.numbers(a.From, a.To)
		d.flag(a.Log)
	}
	return d.key.String()
}

// RatesKey tells surveys apart by what Rates gives for a racer.
func (s *Survey) RatesKey(racer int) string {
	return s.PlaneKey(racer, sweep.Axis{Knob: "lr"}, sweep.Axis{Knob: "lr"}, 0, 0)
}

// SwarmKey tells surveys apart by what swarm a racer has.
func (s *Survey) SwarmKey(racer int) string {
	return s.surveyKey(ofSwarm, &s.Doc, racer, 0, 0).String()
}
