package lab

import (
	"context"

	"descentlab/app/lab/least"
	"descentlab/app/lab/setup"
	"descentlab/surfaces"
)

// A Field is a surface ready to be asked, with its critical points as far as they are known. It is immutable.
type Field struct {
	Probe  *surfaces.Probe // fork it for use
	Region surfaces.Rect   // where critical points were looked for
	Places []Place         // all that are known: those that were Searched, and where runs of the race end elsewhere
	Known  bool            // the search for places has ended

	Searched []Place    // what the search has found, whatever is raced
	Crowd    bool       // Searched are the lowest of too many places to name or draw
	Census   Census     // whether the places are all; of use once Known
	Least    least.Loss // once a race has asked for it
	key      setup.Key  // OfSurface
	kin      setup.Key  // OfKin

	first    *findings // what the search has found, while the proof is still to be tried
	followed bool      // Places are a guess, from those of a surface alike
}

// Alike tells whether sliders turn the one surface into the other: while they do, the old picture may stand in for the
// new one.
func (f *Field) Alike(other *Field) bool { return other != nil && f.kin == other.kin }

// newField is the surface of a document, whose places are still to be looked for at home and in what is seen.
func newField(doc setup.Experiment, seen surfaces.Rect) (*Field, error) {
	s, err := doc.Landscape()
	if err != nil {
		return nil, err
	}
	probe, err := s.Probe(doc.Params)
	if err != nil {
		return nil, err
	}
	return &Field{Probe: probe.Within(doc.Bounds), Region: searched(doc.Home, seen),
		key: setup.KeyOf(setup.OfSurface, &doc), kin: setup.KeyOf(setup.OfKin, &doc)}, nil
}

// lookedAt is what of a surface matters beside its home window: what is shown, and the start unless it is far away.
func lookedAt(doc *setup.Experiment, shown surfaces.Rect) surfaces.Rect {
	const far = 4 // home windows
	home, start := doc.Home, surfaces.Rect{X0: doc.Start.X, X1: doc.Start.X, Y0: doc.Start.Y, Y1: doc.Start.Y}
	if wide := home.Union(start); wide.Diagonal() <= far*home.Diagonal() {
		return shown.Union(start)
	}
	return shown
}

// searched is where places are looked for: the home window, and what is seen if that reaches beyond.
func searched(home, seen surfaces.Rect) surfaces.Rect {
	if home.Covers(seen) {
		return home
	}
	return home.Union(seen)
}

// withLeast is the field with the least loss of its surface, if a racer of the document asks for it.
func (f *Field) withLeast(ctx context.Context, doc setup.Experiment) (*Field, error) {
	if !doc.NeedsLeast() || f.Least.Known {
		return f, nil
	}
	lowest, err := least.Find(ctx, f.Probe, doc)
	if err != nil {
		return nil, err
	}
	asked := *f
	asked.Least = lowest
	return &asked, nil
}

// withPlaces is the field with its places, proven to be all as far as that can be. With an error it has those that were found.
func (f *Field) withPlaces(ctx context.Context, home, seen surfaces.Rect) (*Field, error) {
	first, err := findFirst(ctx, f.Probe, home, seen)
	if err != nil {
		return f.of(first), err
	}
	return f.withProof(ctx, first)
}

// withProof is the field once its places have been searched for, and a proof that they are all has been tried. With an error
// they are as the search left them.
func (f *Field) withProof(ctx context.Context, first findings) (*Field, error) {
	proven, err := first.prove(ctx, f.Probe)
	return f.of(proven), err
}

// of is the field with the places that have been found.
func (f *Field) of(what findings) *Field {
	places, census := what.named()
	found := *f
	found.Places, found.Searched, found.Census, found.Known, found.followed = places, places, census, true, false
	found.Crowd, found.first = census.Found > len(places), nil
	return &found
}

// Examples is how many the loss is a mean over, as far as is known: 0 if it is none, or before the first race.
func (s State) Examples() int {
	if s.Field == nil {
		return 0
	}
	return s.Field.Probe.Examples()
}
