package lab

import (
	"context"
	"slices"

	"descentlab/app/words"
	"descentlab/surfaces"
)

// A Census is what the places of a surface are worth: whether they are all that there are.
type Census struct {
	Region  surfaces.Rect // where they were looked for and counted
	Check   surfaces.Check
	Border  *surfaces.Border // of the box, if racers are kept in one and it is seen
	Found   int              // how many there are: more than are listed of too many
	Stopped bool             // the search ended early
	Remarks []string         // what a reader of the places ought to know besides, as in files
}

// FindPlaces finds the critical points of a surface in its home window, and in what is seen of it beyond, names them
// and tries to prove that there are no others. Points at home are named first, so that zooming out does not rename them.
func FindPlaces(ctx context.Context, probe *surfaces.Probe, home, seen surfaces.Rect) ([]Place, Census, error) {
	f, err := findFirst(ctx, probe, home, seen)
	if err == nil {
		f, err = f.prove(ctx, probe)
	}
	places, counted := f.named()
	return places, counted, err
}

// findings are the critical points of a surface in two windows, which may be one.
type findings struct {
	home, wide surfaces.Survey
}

// findFirst searches, without a proof.
func findFirst(ctx context.Context, probe *surfaces.Probe, home, seen surfaces.Rect) (findings, error) {
	region := searched(home, seen)
	wide, err := find(ctx, probe, region)
	if region == home {
		return findings{wide, wide}, err
	}
	// A wide search may pass over narrow features at home; what belongs there is found as if nothing else were shown.
	inner, innerErr := find(ctx, probe, home)
	if err == nil {
		err = innerErr
	}
	return findings{inner, wide}, err
}

// find surveys a window. What an interrupted search has found is not worth having.
func find(ctx context.Context, probe *surfaces.Probe, view surfaces.Rect) (surfaces.Survey, error) {
	v, err := probe.Survey(ctx, view)
	if err == nil && v.Stopped {
		err = ctx.Err() // a deadline; else the search has done as much as it may
	}
	if err != nil {
		v.Points = nil
	}
	return v, err
}

// prove adds what a proof finds besides. A deadline makes that an error.
func (f findings) prove(ctx context.Context, probe *surfaces.Probe) (findings, error) {
	wide, err := probe.Prove(ctx, f.wide)
	home := wide
	if err == nil && f.home.View != f.wide.View {
		home, err = probe.Prove(ctx, f.home)
	}
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return f, err
	}
	return findings{home, wide}, nil
}

// named are the places, those at home first, with what they are worth.
func (f findings) named() ([]Place, Census) {
	home := f.home.View
	if home == f.wide.View {
		return name(f.wide.Whole().Points, home), census(f.wide)
	}
	outside := slices.DeleteFunc(slices.Clone(f.wide.Whole().Points), func(c surfaces.Critical) bool { return home.Contains(c.At) })
	counted := census(f.wide)
	inside := f.home.Whole().Points
	if len(inside)+len(outside) != len(f.wide.Whole().Points) {
		counted = census(f.home) // the wide count is of other points than these
	}
	return name(slices.Concat(inside, outside), home), counted
}

func census(v surfaces.Survey) Census {
	v = v.Whole()
	return Census{Region: v.View, Check: v.Check, Border: v.Border, Found: v.Found, Stopped: v.Stopped, Remarks: v.Remarks()}
}

// Sentence says whether the places are complete, in a sentence, with the sum that shows it.
func (c Census) Sentence(places []Place) string {
	said := words.Census{Check: c.Check, Border: c.Border, Found: c.Found, Stopped: c.Stopped, Listed: len(places)}
	for _, p := range places {
		if c.Region.Contains(p.At) {
			said.Count(p.Critical)
		}
	}
	return said.Sentence()
}

// Notes are the remarks in the reader's language.
func (c Census) Notes() []string {
	list := make([]string, len(c.Remarks))
	for i, remark := range c.Remarks {
		list[i] = words.T(remark)
	}
	return list
}
