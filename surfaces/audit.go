package surfaces

import (
	"context"
	"errors"
	"math"
	"slices"

	"descentlab/internal/say"
)

// A Verdict says whether a search for critical points was complete.
type Verdict int

const (
	Complete Verdict = iota // proven: there are no others
	Agrees                  // what was found accounts for the turns of the gradient along the border
	Mismatch                // it does not: something was missed, or the surface is not smooth
	Untold                  // the turns cannot be counted
)

// String returns "complete", "index agrees", "mismatch" or "cannot tell".
func (v Verdict) String() string {
	return [...]string{"complete", "index agrees", "mismatch", "cannot tell"}[v]
}

// An Odd is a place that counts like critical points but is none: a kink or a pole.
type Odd struct {
	At    Point
	Index int // 1 like a minimum or maximum, -1 like a saddle
}

// A Check says whether the critical points of a window are all. It compares them with the turns of the gradient along the
// border (Poincaré and Hopf): a minimum and a saddle that were both missed do not show in that. The Proof does not rest on
// it.
type Check struct {
	View    Rect // the window
	Verdict Verdict
	Counted bool     // Turns and Sum are known
	Turns   int      // of the gradient along the border; 0 if it cannot be told
	Sum     int      // of the indices found: minima and maxima count 1, saddles -1, flat points what a loop around them gives
	Odd     []Odd    // kinks and poles by which Turns and Sum differ, as far as they could be located
	Why     say.Text // it cannot be told whether the points are complete; empty but for Untold
	Proof   Proof
}

// agrees reports whether the points account for the turns of the gradient.
func (c *Check) agrees() bool {
	sum := c.Sum
	for _, o := range c.Odd {
		sum += o.Index
	}
	return c.Counted && sum == c.Turns
}

// proven is the check once a proof has been tried, which has added points: kinks among them are odd no longer.
func (c Check) proven(p Proof, added []Critical, near func(p, q Point) bool) Check {
	c.Proof = p
	c.Odd = slices.Clone(c.Odd)
	for _, a := range added {
		index := 1
		switch {
		case a.Index != 0:
			index = a.Index
		case a.Kind == Saddle:
			index = -1
		case a.Kind == Degenerate:
			index, c.Counted = 0, c.Counted && a.Proven
		}
		c.Odd = slices.DeleteFunc(c.Odd, func(o Odd) bool {
			same := a.Kink && near(o.At, a.At)
			if same {
				index = o.Index
			}
			return same
		})
		c.Sum += index
	}
	switch {
	case p.Done:
		c.Verdict, c.Why = Complete, say.Text{}
		c.Counted = c.agrees() // where the gradient is faint its turns may have been miscounted
	case c.Verdict == Untold:
	case p.Level:
		c.Verdict, c.Why = Untold, p.Why
	case !c.Counted:
		c.Verdict, c.Why = Untold, say.Later("there are degenerate points, whose index is not known")
	case c.agrees():
		c.Verdict = Agrees
	default:
		c.Verdict = Mismatch
	}
	return c
}

const (
	auditRects = 600  // rectangles looked at in search of what is missing
	auditSides = 24   // pieces of the sides of each
	auditScan  = 12   // starts along the sides of each
	pinpoint   = 1e-9 // width, relative to the window, at which a place is found
)

// cuts are where a rectangle is divided: unevenly, and in another place if the first happens upon a critical point.
var cuts = [...]float64{0.4871, 0.5309, 0.4417}

// An audit counts indices and looks for what is missing.
type audit struct {
	*search
	zeros []zero
	index []int
	rects int // that may still be looked at
	odd   []Odd
}

// audit checks the zeros found, and adds those that it finds where some are missing.
func (s *search) audit(ctx context.Context) (Check, error) {
	a := &audit{search: s, rects: auditRects}
	if why := a.count(); why.Said() {
		return Check{Verdict: Untold, Why: why}, nil
	}
	turns, err := s.turns(s.view, sidePieces)
	if border := (*BorderError)(nil); errors.As(err, &border) {
		return Check{Verdict: Untold, Why: border.text(), Sum: a.sum(s.view)}, nil
	}
	if turns != a.sum(s.view) {
		if err := a.repair(ctx, s.view, turns); err != nil {
			return Check{}, err
		}
	}
	c := Check{Verdict: Mismatch, Counted: true, Turns: turns, Sum: a.sum(s.view), Odd: a.odd}
	if c.agrees() {
		c.Verdict = Agrees
	}
	return c, nil
}

// compare is the check of the zeros as they are.
func (a *audit) compare() Check {
	if why := a.indices(); why.Said() {
		return Check{Verdict: Untold, Why: why}
	}
	turns, err := a.turns(a.view, sidePieces)
	c := Check{Verdict: Mismatch, Turns: turns, Sum: a.sum(a.view)}
	if border := (*BorderError)(nil); errors.As(err, &border) {
		c.Verdict, c.Why = Untold, border.text()
		return c
	}
	if c.Counted = true; c.agrees() {
		c.Verdict = Agrees
	}
	return c
}

// count finds the index of every zero that was found, or says why there is none.
func (a *audit) count() (why say.Text) {
	a.zeros = a.found.distinct()
	return a.indices()
}

// indices finds the index of every zero.
func (a *audit) indices() (why say.Text) {
	a.index = make([]int, len(a.zeros))
	for i, z := range a.zeros {
		if !z.flat {
			j := a.jet(z.at)
			a.index[i] = int(math.Copysign(1, j.XX*j.YY-j.XY*j.XY))
			continue
		}
		index, ok := a.loop(i)
		if !ok {
			return say.Later("the degenerate point at %s belongs to a curve, or its index has no clear value", place(z.at))
		}
		a.index[i] = index
	}
	return say.Text{}
}

// loop returns the turns of the gradient around zero i.
func (a *audit) loop(i int) (int, bool) {
	z, r := a.zeros[i], 0.25
	if z.curve {
		return 0, false
	}
	for k, other := range a.zeros {
		if d := a.distance(z.at, other.at); k != i {
			r = math.Min(r, d/3)
		}
	}
	low, high := a.shift(z.at, -r, -r), a.shift(z.at, r, r)
	index, err := a.turns(Rect{X0: low.X, X1: high.X, Y0: low.Y, Y1: high.Y}, auditSides)
	return index, err == nil
}

// sum adds the indices of the zeros in r.
func (a *audit) sum(r Rect) (n int) {
	for i, z := range a.zeros {
		if r.Contains(z.at) {
			n += a.index[i]
		}
	}
	return n
}

// repair searches r, along whose border the gradient turns so often, more finely, quarters it as long as something is
// missing there, and at last takes down where an odd place is.
func (a *audit) repair(ctx context.Context, r Rect, turns int) error {
	if a.rects--; a.rects < 0 || a.spent() {
		return nil
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := a.look(ctx, r); err != nil {
		return err
	}
	missing := turns - a.sum(r)
	switch {
	case missing == 0:
		return nil
	case r.X1-r.X0 <= pinpoint*math.Max(a.view.X1-a.view.X0, math.Abs(r.X0)):
		a.odd = append(a.odd, Odd{At: roundest(r), Index: missing})
		return nil
	}
	quarters, counts, ok := a.quarter(r)
	if !ok {
		return nil
	}
	for i, q := range quarters {
		if counts[i] == a.sum(q) {
			continue
		}
		if err := a.repair(ctx, q, counts[i]); err != nil {
			return err
		}
	}
	return nil
}

// look searches r as if it were the whole window, and takes what is new.
func (a *audit) look(ctx context.Context, r Rect) error {
	s := newSearch(a.eval, r)
	s.limit = a.limit - a.work
	if err := s.scan(ctx, auditScan, true, nil); err != nil {
		return err
	}
	a.work += s.work + s.found.looks/looksPerJet
	before := len(a.found.zeros)
	for _, z := range s.found.zeros {
		if z.flat {
			continue // known from the greater search, or part of what is not smooth
		}
		z.blur *= s.w / a.w
		if !a.found.knows(z) {
			a.found.add(z)
		}
	}
	if len(a.found.zeros) > before {
		a.count()
	}
	return nil
}

// quarter divides r where the gradient can be followed, and counts its turns around the parts.
func (a *audit) quarter(r Rect) (parts [4]Rect, turns [4]int, ok bool) {
	for _, t := range cuts {
		x, y := r.X0+t*(r.X1-r.X0), r.Y0+(1-t)*(r.Y1-r.Y0)
		parts = [4]Rect{
			{X0: r.X0, X1: x, Y0: r.Y0, Y1: y}, {X0: x, X1: r.X1, Y0: r.Y0, Y1: y},
			{X0: r.X0, X1: x, Y0: y, Y1: r.Y1}, {X0: x, X1: r.X1, Y0: y, Y1: r.Y1},
		}
		ok = true
		for i, q := range parts {
			var err error
			if turns[i], err = a.turns(q, auditSides); err != nil {
				ok = false
				break
			}
		}
		if ok {
			return parts, turns, true
		}
	}
	return parts, turns, false
}

// roundest is the middle of r, with coordinates of zero where r contains them.
func roundest(r Rect) Point {
	p := r.Centre()
	if r.X0 <= 0 && 0 <= r.X1 {
		p.X = 0
	}
	if r.Y0 <= 0 && 0 <= r.Y1 {
		p.Y = 0
	}
	return p
}
