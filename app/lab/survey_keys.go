package lab

import (
	"slices"

	"descentlab/app/lab/setup"
	"descentlab/optim/sweep"
)

// surveyKey is the key of what becomes of one racer of a survey, for a picture of w by h.
func (s *Survey) surveyKey(c setup.Concern, doc *setup.Experiment, racer, w, h int) setup.Key {
	one := *doc
	one.Racers = doc.Racers[racer : racer+1]
	d := setup.Digest{Key: setup.KeyOf(c, &one)}
	d.Rect(s.View)
	for _, p := range s.Places {
		d.Point(p.At)
		d.Numbers(p.Value, p.Reach)
	}
	d.Count(w)
	d.Count(h)
	return d.Key
}

// Key tells surveys apart by what becomes of a racer's runs in a map of w by h.
func (s *Survey) Key(racer, w, h int) string {
	return s.surveyKey(setup.OfBasins, &s.Doc, racer, w, h).String()
}

// PlaneKey tells surveys apart by what becomes of a racer in a plane of w by h. The present values of the two knobs do not
// matter.
func (s *Survey) PlaneKey(racer int, x, y sweep.Axis, w, h int) string {
	bare := s.Doc
	bare.Racers = slices.Clone(s.Doc.Racers)
	spec := &bare.Racers[racer].Spec
	*spec = spec.Without(x.Knob).Without(y.Knob)
	for _, a := range []sweep.Axis{x, y} {
		bare.SetLoss(a.Knob, 0)
	}
	d := setup.Digest{Key: s.surveyKey(setup.OfPlane, &bare, racer, w, h)}
	for _, a := range []sweep.Axis{x, y} {
		d.Text(a.Knob)
		d.Numbers(a.From, a.To)
		d.Flag(a.Log)
	}
	return d.Key.String()
}

// RatesKey tells surveys apart by what Rates gives for a racer.
func (s *Survey) RatesKey(racer int) string {
	k, _ := s.rateRange(racer)
	return s.PlaneKey(racer, sweep.Axis{Knob: "lr", From: k.Min, To: k.Max}, sweep.Axis{Knob: "lr"}, 0, 0)
}

// SwarmKey tells surveys apart by what swarm a racer has.
func (s *Survey) SwarmKey(racer int) string {
	return s.surveyKey(setup.OfSwarm, &s.Doc, racer, 0, 0).String()
}
