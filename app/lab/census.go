package lab

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"descentlab/surfaces"
)

// A Census is what the places of a surface are worth: whether they are all that there are.
type Census struct {
	Region  surfaces.Rect // where they were looked for and counted
	Check   surfaces.Check
	Stopped bool     // the search ended early
	Remarks []string // what a reader of the places ought to know besides
}

// FindPlaces finds the critical points of a surface in its home window, and in what is seen of it beyond, names them
// and checks whether they are complete. Points at home are named first, so that zooming out does not rename them. With the
// error that there are too many to tell apart come those at home, if these are not.
func FindPlaces(ctx context.Context, probe *surfaces.Probe, home, seen surfaces.Rect) ([]Place, Census, error) {
	region := home
	if !home.Covers(seen) {
		region = home.Union(seen)
	}
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

// Places are the places of FindPlaces alone.
func Places(ctx context.Context, probe *surfaces.Probe, home, seen surfaces.Rect) ([]Place, error) {
	places, _, err := FindPlaces(ctx, probe, home, seen)
	return places, err
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
	check := c.Check
	if check.Verdict == surfaces.Untold {
		why := check.Why
		if c.Stopped {
			why = "the search stopped early, so that points may be missing"
		}
		return "Cannot tell whether these are all: " + why + "."
	}
	turns := fmt.Sprintf("the gradient turns %s round the window", times(check.Turns))
	switch {
	case check.Verdict == surfaces.Mismatch:
		return fmt.Sprintf("Incomplete: %s, but %s.", turns, c.sum(places, "makes", "make"))
	case len(check.Odd) > 0:
		var at []string
		for _, o := range check.Odd {
			at = append(at, fmt.Sprintf("(%.4g, %.4g)", o.At.X, o.At.Y))
		}
		return fmt.Sprintf("Complete, with the kink or pole at %s: %s; %s.", strings.Join(at, " and "), turns, c.sum(places, "makes", "make"))
	case len(places) == 0:
		return fmt.Sprintf("None, and none is missing: %s.", turns)
	}
	return fmt.Sprintf("Complete: %s, as %s.", turns, c.sum(places, "asks", "ask"))
}

// times counts turns: "+1 time", "0 times", "−2 times".
func times(n int) string {
	text := strings.Replace(fmt.Sprintf("%+d times", n), "-", "−", 1)
	if n*n == 1 {
		text = strings.TrimSuffix(text, "s")
	}
	return text
}

// sum writes the indices of the places in the census out: "3 minima + 3 maxima − 3 saddles ask".
func (c Census) sum(places []Place, verb, verbs string) string {
	count := map[surfaces.Kind]int{}
	all := 0
	for _, p := range places {
		if c.Region.Contains(p.At) {
			count[p.Kind]++
			all++
		}
	}
	var b strings.Builder
	for _, part := range []struct {
		kind      surfaces.Kind
		sign      string
		one, many string
	}{
		{surfaces.Minimum, " + ", "minimum", "minima"}, {surfaces.Maximum, " + ", "maximum", "maxima"},
		{surfaces.Saddle, " − ", "saddle", "saddles"}, {surfaces.Degenerate, " + ", "degenerate point", "degenerate points"},
	} {
		n := count[part.kind]
		if n == 0 {
			continue
		}
		switch {
		case b.Len() > 0:
			b.WriteString(part.sign)
		case part.kind == surfaces.Saddle:
			b.WriteString("−")
		}
		fmt.Fprintf(&b, "%d %s", n, map[bool]string{true: part.one, false: part.many}[n == 1])
	}
	if all == 0 {
		return "nothing was found that turns it"
	}
	verb = map[bool]string{true: verb, false: verbs}[all == 1]
	if c.Check.Verdict != surfaces.Complete || count[surfaces.Degenerate] > 0 || len(c.Check.Odd) > 0 {
		return strings.Replace(fmt.Sprintf("%s %s %+d", b.String(), verb, c.Check.Sum), " -", " −", 1)
	}
	return b.String() + " " + verb
}
