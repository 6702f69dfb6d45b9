package surfaces

import (
	"context"
	"errors"
	"math"
	"slices"

	"descentlab/internal/say"
	"descentlab/surfaces/proof"
)

const (
	maxProof  = 5e6  // instructions that a proof may spend on boxes: a second or two
	lowestTry = 4000 // evaluations spent on where the surface is lowest
	leastTry  = 4000 // evaluations, below which it is not worth to begin
	pointlike = 1e-6 // the size, relative to the window, of what may pass for a point
)

// A Proof says what interval arithmetic has shown of a window; see package proof.
type Proof struct {
	Done  bool    // every critical point and kink of the window that may be a minimum is listed, but for what is Near
	Tried bool    // else the points have only been searched for
	Near  []Point // closer than Reach to these, which are listed, nothing is proven: degenerate points, kinks and poles
	Told  []Point // the same, but what kind these are is proven: only that there is no other so near is not
	Reach float64
	Why   say.Text // it is not done; empty if it is
	Level bool     // it is not done since a part of the window seems to be level

	// What is listed, or near, may be besides:
	Curves int     // curves of critical points or of kinks, of each of which one point is listed
	Off    float64 // closer than that to these, and to the border of what is level, nothing is proven
	Levels []Rect  // around parts of the window that are level, to working precision
	Jumps  bool    // the value may jump somewhere: minima at a step are not looked for
}

// Prove takes a survey on: it looks for what the search has missed, for kinks at which the gradient jumps across zero, and
// tries to prove that nothing else is there. Points that are only now found are added. Equal arguments give equal results;
// a deadline of the context makes the proof stop early, and say so. The error is the context's when it is cancelled.
func (p *Probe) Prove(ctx context.Context, v Survey) (Survey, error) {
	f, evaluations, why := p.provable(v)
	if why.Said() {
		v.Check.Proof.Why = why
		return p.deepest(ctx, f, v, evaluations), nil
	}
	if f == nil {
		return v, nil
	}
	var hints []Point
	for _, c := range v.Points {
		if c.Kind != Degenerate {
			hints = append(hints, c.At)
		}
	}
	report, err := proof.Search(ctx, f, v.View, hints, evaluations)
	late := errors.Is(err, context.DeadlineExceeded)
	if err != nil && !late {
		return v, err
	}
	m := &merging{search: newSearch(p.eval, v.View), probe: p, over: f, points: slices.Clone(v.Points), report: &report,
		left: evaluations / kindShare}
	m.backed = make([]bool, len(m.points))
	m.lowest(ctx, f)
	for _, z := range report.Zeros {
		m.zero(z)
	}
	rests := m.joined(report.Rests)
	if m.refute(rests) {
		v.Check = m.recheck(v.Check)
	}
	for _, r := range rests {
		if !report.Spent {
			m.patch(ctx, r)
		}
	}
	for _, r := range rests {
		m.rest(r, report.Spent)
	}
	for i := range m.points {
		m.tidy(&m.points[i])
	}
	m.tell(ctx)
	v.Points, v.Found = m.points, len(m.points)
	SortCritical(v.Points, v.View)
	m.proof.Tried, m.proof.Jumps = true, report.Jumps
	switch {
	case late:
		m.proof.Why = say.Later("the time for the proof ran out")
	case report.Spent:
		m.proof.Why = say.Later("the proof needs more work than it may take")
	case m.open != nil:
		m.proof.Why = say.Later("the proof leaves open what is near %s", place(*m.open))
	case m.crest != nil:
		m.proof.Why = say.Later("the proof leaves open what lies along the crease through %s", place(*m.crest))
	case m.proof.Level:
		m.proof.Why = say.Later("a part of the window is level")
	case m.curves:
		m.proof.Why = say.Later("critical points form curves")
	}
	m.proof.Done = !m.proof.Why.Said()
	v.Check = v.Check.proven(m.proof, m.added, func(p, q Point) bool { return m.distance(p, q) <= 1e-4 })
	return v, nil
}

// provable returns what encloses the surface and how often it may, or why there is no hope for a proof.
func (p *Probe) provable(v Survey) (f proof.Formula, evaluations int, why say.Text) {
	evaluations = maxProof / p.cost()
	switch {
	case v.Ground != Rolling:
		return nil, 0, say.Text{} // that says it all
	case evaluations < leastTry:
		return nil, 0, say.Later("the formula is too long, or its examples too many, for a proof")
	default:
		f = p.enclosing()
	}
	if v.Found > len(v.Points) {
		why = say.Later("there are too many points")
	}
	return f, evaluations, why
}

// enclosing encloses the surface over boxes.
func (p *Probe) enclosing() proof.Formula {
	if p.mean != nil {
		return p.mean.Encloser()
	}
	return p.program.Encloser(p.params...)
}

// A merging adds what a proof has found to what the search has.
type merging struct {
	*search
	probe   *Probe
	over    proof.Formula
	report  *proof.Report // of the window; nil if there is none
	points  []Critical
	backed  []bool     // of points, which the proof has found as well
	added   []Critical // those of points that the search had not found
	proof   Proof
	open    *Point // somewhere it is not decided what there is
	crest   *Point // somewhere on a crease along which it is not
	curves  bool   // some rest seems to be a curve, but not all of it
	patches []patch
	left    int // evaluations that may still be spent on the kinds of points
	once    int // of them to look at one square, if that is more than is usual
	tries   int // those of them on the border of one square
}

var kindOfForm = [...]Kind{proof.Bowl: Minimum, proof.Dome: Maximum, proof.Pass: Saddle}

// zero takes a proven zero.
func (m *merging) zero(z proof.Zero) {
	inside := m.view.Clamp(z.At)
	if rim := m.resolution(z.At); math.Abs(inside.X-z.At.X) > rim.X || math.Abs(inside.Y-z.At.Y) > rim.Y {
		return
	}
	if i := m.listed(z); i >= 0 {
		m.backed[i] = true
		c := &m.points[i]
		c.Proven = z.Form != proof.Unsure
		if c.Proven && !c.Curve {
			c.Kind, c.Flat = kindOfForm[z.Form], false
		}
		return
	}
	at := m.polish(inside)
	if m.distance(at, inside) > sameZero || !m.view.Contains(at) {
		at = inside
	}
	c := m.probe.critical(zero{at: at})
	if c.Proven = z.Form != proof.Unsure; c.Proven {
		c.Kind = kindOfForm[z.Form]
	}
	m.add(c)
	m.backed[len(m.points)-1] = true
}

// sameZero is how many cells apart a zero may have been found by search and by proof.
const sameZero = 1e-6

// listed is which of the points is a proven zero, or -1.
func (m *merging) listed(z proof.Zero) int {
	which, least := -1, math.Inf(1)
	for i, c := range m.points {
		if d := m.distance(c.At, z.At); d < least && !c.Kink {
			which, least = i, d
		}
	}
	if which >= 0 && (least <= sameZero || z.Within.Contains(m.points[which].At)) {
		return which
	}
	return -1
}

func (m *merging) add(c Critical) {
	m.points, m.backed, m.added = append(m.points, c), append(m.backed, false), append(m.added, c)
}

// rest takes a part of the window that the proof has left open.
func (m *merging) rest(r proof.Rest, spent bool) {
	if r.Box.X1 < m.view.X0 || r.Box.X0 > m.view.X1 || r.Box.Y1 < m.view.Y0 || r.Box.Y0 > m.view.Y1 {
		return
	}
	wide := math.Max((r.Box.X1-r.Box.X0)/(m.view.X1-m.view.X0), (r.Box.Y1-r.Box.Y0)/(m.view.Y1-m.view.Y0))
	switch {
	case m.patched(r):
		return
	case wide <= pointlike:
		if p, ok := m.pointlike(r); ok {
			m.proof.Near = append(m.proof.Near, p)
			m.proof.Reach = math.Max(m.proof.Reach, reachOf(r.Box, p))
			return
		}
	case spent:
	case r.Level:
		if m.level(r) {
			return
		}
		m.proof.Level = true
		return
	case m.line(r):
		if off, ok := m.outlined(r); ok && !r.Lump {
			m.proof.Curves++
			m.proof.Off = math.Max(m.proof.Off, off)
			return
		}
		m.curves = true
		return
	case m.creased(r):
		if c := r.Boxes[len(r.Boxes)/2].Centre(); m.crest == nil {
			m.crest = &c
		}
		return
	}
	if m.open == nil {
		c := r.Boxes[len(r.Boxes)/2].Centre()
		m.open = &c
	}
}
