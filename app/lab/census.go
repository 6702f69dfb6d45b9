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
	Stopped bool     // the search ended early
	Remarks []string // what a reader of the places ought to know besides, as in files
}

// FindPlaces finds the critical points of a surface in its home window, and in what is seen of it beyond, names them
// and checks whether they are complete. Points at home are named first, so that zooming out does not rename them. With the
// error that there are too many to tell apart come those at home, if these are not.
func FindPlaces(ctx context.Context, probe *surfaces.Probe, home, seen surfaces.Rect) ([]Place, Census, error) {
	region := searched(home, seen)
	wide, err := find(ctx, probe, region)
	if region == home {
		return name(wide.Points, home), census(wide), err
	}
	// A wide search may pass over narrow features at home; what belongs there is found as if nothing else were shown.
	inner, innerErr := find(ctx, probe, home)
	if err == nil {
		err = innerErr
	}
	outside := slices.DeleteFunc(slices.Clone(wide.Points), func(c surfaces.Critical) bool { return home.Contains(c.At) })
	counted := census(wide)
	if len(inner.Points)+len(outside) != len(wide.Points) {
		counted = census(inner) // the wide count is of other points than these
	}
	return name(append(inner.Points, outside...), home), counted, err
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

func census(v surfaces.Survey) Census {
	return Census{Region: v.View, Check: v.Check, Stopped: v.Stopped, Remarks: v.Remarks()}
}

// Sentence says whether the places are complete, in a sentence, with the sum that shows it.
func (c Census) Sentence(places []Place) string {
	said := words.Census{Check: c.Check, Stopped: c.Stopped, Listed: len(places), Counted: map[surfaces.Kind]int{}}
	for _, p := range places {
		if c.Region.Contains(p.At) {
			said.Counted[p.Kind]++
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
