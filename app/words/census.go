package words

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"descentlab/surfaces"
)

// A Census is what there is to say of the critical points that were found, and of whether they are all.
type Census struct {
	Check   surfaces.Check
	Found   int                   // points found: more than Listed where they are too many to list
	Stopped bool                  // the search ended early
	Listed  int                   // points that the reader sees
	Counted map[surfaces.Kind]int // those of them that Check is about
	Flat    map[int]int           // those of the saddles among them from which more than two ways lead down, by their index
	Border  *surfaces.Border      // of the box that points are kept in; nil if there is none
}

// CensusOf is the census of a survey, which must be a whole one.
func CensusOf(v surfaces.Survey) Census {
	c := Census{Check: v.Check, Found: v.Found, Stopped: v.Stopped, Listed: len(v.Points), Border: v.Border}
	for _, p := range v.Points {
		c.Count(p)
	}
	return c
}

// Count counts a point that the check is about; those on the border of a box are not.
func (c *Census) Count(p surfaces.Critical) {
	switch {
	case p.Border:
		return
	case c.Counted == nil:
		c.Counted, c.Flat = map[surfaces.Kind]int{}, map[int]int{}
	}
	c.Counted[p.Kind]++
	if p.Kind == surfaces.Saddle && !p.TwoWays() {
		c.Flat[p.Index]++
	}
}

// Window is a window in words: "x from −3 to 3, y from −2 to 2".
func Window(r surfaces.Rect) string {
	x0, x1 := span(r.X0, r.X1)
	y0, y1 := span(r.Y0, r.Y1)
	return T("x from %s to %s, y from %s to %s", x0, x1, y0, y1)
}

// span prints the ends of an interval, in four digits or as many as it takes to tell where in its length they are.
func span(lo, hi float64) (from, to string) {
	for digits := 4; digits <= 17; digits++ {
		from, to = Digits(lo, digits), Digits(hi, digits)
		a, _ := strconv.ParseFloat(Plain(from), 64)
		b, _ := strconv.ParseFloat(Plain(to), 64)
		if math.Max(math.Abs(a-lo), math.Abs(b-hi)) <= 1e-3*(hi-lo) {
			break
		}
	}
	return from, to
}

// Sentence says whether the points are complete, in which window, how that is known, and what is lacking: "Complete in x from
// -3 to 3, y from -3 to 3, which is proven: the gradient turns +1 time round the window, as 2 minima − 1 saddle ask."
func (c Census) Sentence() string {
	return c.about() + c.border()
}

// border says how many minima there are on the border of the box.
func (c Census) border() string {
	if c.Border == nil {
		return ""
	}
	n := len(c.Border.Minima)
	said := N(n, "On the border of the box there is %s minimum",
		"On the border of the box there are %s minima", strconv.Itoa(n))
	if n == 0 {
		said = T("On the border of the box there is no minimum")
	}
	switch {
	case c.Border.Proven && n == 0:
		return " " + T("%s, which is proven.", said)
	case c.Border.Proven:
		return " " + T("%s and no other, which is proven.", said)
	}
	return " " + T("%s, as far as a search along it shows.", said)
}

// about says it of the inside of the window.
func (c Census) about() string {
	if c.Found > c.Listed {
		return T("%d critical points were found in %s; the %d lowest are listed.", c.Found, Window(c.Check.View), c.Listed)
	}
	switch c.Check.Verdict {
	case surfaces.Complete:
		return c.proven() + c.near() + c.parts()
	case surfaces.Agrees:
		return c.agrees() + " " + T("A minimum and a saddle that were both missed would not show in that.") + c.unproven()
	case surfaces.Mismatch:
		return T("Incomplete in %s: %s, but %s.", Window(c.Check.View), c.turns(), c.makes())
	}
	if c.Stopped {
		return T("Cannot tell whether these are all in %s: the search stopped early, so that points may be missing.",
			Window(c.Check.View))
	}
	said := T("Cannot tell whether these are all in %s: %s.", Window(c.Check.View), c.Check.Why)
	if c.Check.Proof.Why.English() == c.Check.Why.English() {
		return said
	}
	return said + c.unproven()
}

func (c Census) turns() string {
	return N(c.Check.Turns*c.Check.Turns, "the gradient turns %s time round the window",
		"the gradient turns %s times round the window",
		signed(c.Check.Turns))
}

// proven is what is said once it is certain that there are no other points.
func (c Census) proven() string {
	switch window := Window(c.Check.View); {
	case c.Check.Proof.Curves+len(c.Check.Proof.Levels) > 0:
		return T("Complete in %s, which is proven: %s.", window, c.what())
	case c.Listed == 0:
		return T("None in %s, and none is missing: that is proven.", window)
	case !c.Check.Counted || len(c.Check.Odd) > 0:
		return T("Complete in %s, which is proven.", window)
	default:
		return T("Complete in %s, which is proven: %s, as %s.", window, c.turns(), c.asks())
	}
}

// near says around which points the proof leaves a gap.
func (c Census) near() (said string) {
	const most = 3
	reach := Digits(c.Check.Proof.Reach, 2)
	switch list := c.Check.Proof.Near; {
	case len(list) > most:
		said = " " + T("Nothing is proven closer than %s to %d singular points.", reach, len(list))
	case len(list) > 0:
		said = " " + T("Nothing is proven closer than %s to %s.", reach, places(list))
	}
	switch list := c.Check.Proof.Told; {
	case len(list) > most:
		said += " " + T("That there is no other closer than %s to %d singular points is not proven.", reach, len(list))
	case len(list) > 0:
		said += " " + T("That there is no other closer than %s to %s is not proven.", reach, places(list))
	}
	return said
}

// places are points, joined.
func places(list []surfaces.Point) string {
	at := make([]string, len(list))
	for i, p := range list {
		at[i] = At(p)
	}
	return strings.Join(at, T(" and "))
}

// agrees is what the turns of the gradient alone can say.
func (c Census) agrees() string {
	window := Window(c.Check.View)
	switch {
	case len(c.Check.Odd) > 0:
		var at []surfaces.Point
		for _, o := range c.Check.Odd {
			at = append(at, o.At)
		}
		return T("The index agrees in %s, with the kink or pole at %s: %s; %s.", window, places(at), c.turns(), c.makes())
	case c.Listed == 0:
		return T("None was found in %s, and the index agrees: %s.", window, c.turns())
	}
	return T("The index agrees in %s: %s, as %s.", window, c.turns(), c.asks())
}

// unproven says why there is no proof, if one has been looked for.
func (c Census) unproven() string {
	if !c.Check.Proof.Why.Said() {
		return ""
	}
	return " " + T("There is no proof: %s.", c.Check.Proof.Why)
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
		if kind == surfaces.Saddle {
			n -= c.flat()
		}
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
	for _, index := range slices.Sorted(maps.Keys(c.Flat)) {
		if b.Len() > 0 {
			b.WriteString(" + ")
		}
		b.WriteString(N(c.Flat[index], "%d saddle of index %s", "%d saddles of index %s", c.Flat[index], signed(index)))
	}
	return b.String()
}

// flat is how many saddles are counted by their index.
func (c Census) flat() (n int) {
	for _, of := range c.Flat {
		n += of
	}
	return n
}
