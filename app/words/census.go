package words

import (
	"strings"

	"descentlab/surfaces"
)

// A Census is what there is to say of the critical points that were found, and of whether they are all.
type Census struct {
	Check   surfaces.Check
	Stopped bool                  // the search ended early
	Listed  int                   // points that the reader sees
	Counted map[surfaces.Kind]int // those of them that Check is about
}

// Sentence says whether the points are complete, with the sum that shows it: "Complete: the gradient turns +1 time round the
// window, as 2 minima − 1 saddle ask."
func (c Census) Sentence() string {
	check := c.Check
	if check.Verdict == surfaces.Untold {
		if c.Stopped {
			return T("Cannot tell whether these are all: the search stopped early, so that points may be missing.")
		}
		return T("Cannot tell whether these are all: %s.", T(check.Why))
	}
	turns := N(check.Turns*check.Turns, "the gradient turns %s time round the window",
		"the gradient turns %s times round the window",
		signed(check.Turns))
	switch {
	case check.Verdict == surfaces.Mismatch:
		return T("Incomplete: %s, but %s.", turns, c.makes())
	case len(check.Odd) > 0:
		at := make([]string, len(check.Odd))
		for i, o := range check.Odd {
			at[i] = At(o.At)
		}
		return T("Complete, with the kink or pole at %s: %s; %s.", strings.Join(at, T(" and ")), turns, c.makes())
	case c.Listed == 0:
		return T("None, and none is missing: %s.", turns)
	}
	return T("Complete: %s, as %s.", turns, c.asks())
}

// makes says what the points count: "3 minima − 1 saddle make +2".
func (c Census) makes() string {
	all := c.all()
	if all == 0 {
		return c.nothing()
	}
	return N(all, "%s makes %s", "%s make %s", c.sum(), signed(c.Check.Sum))
}

// asks says how often they ask the gradient to turn, with the number where the reader could not see it from the kinds.
func (c Census) asks() string {
	all := c.all()
	switch {
	case all == 0:
		return c.nothing()
	case c.Counted[surfaces.Degenerate] > 0:
		return N(all, "%s asks %s", "%s ask %s", c.sum(), signed(c.Check.Sum))
	}
	return N(all, "%s asks", "%s ask", c.sum())
}

func (c Census) nothing() string { return T("nothing was found that turns it") }

func (c Census) all() (n int) {
	for _, of := range c.Counted {
		n += of
	}
	return n
}

// sum writes the indices of the points out: "3 minima + 3 maxima − 3 saddles".
func (c Census) sum() string {
	var b strings.Builder
	for _, kind := range []surfaces.Kind{surfaces.Minimum, surfaces.Maximum, surfaces.Saddle, surfaces.Degenerate} {
		n := c.Counted[kind]
		switch {
		case n == 0:
			continue
		case b.Len() > 0 && kind == surfaces.Saddle:
			b.WriteString(" − ")
		case b.Len() > 0:
			b.WriteString(" + ")
		case kind == surfaces.Saddle:
			b.WriteString("−")
		}
		b.WriteString(Counted(n, kind))
	}
	return b.String()
}
