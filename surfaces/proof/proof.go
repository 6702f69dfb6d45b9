// Package proof finds all zeros of a formula's gradient in a window, with proof. It divides the window into boxes, drops
// those in which an enclosure of the gradient leaves out zero, and shows by Krawczyk's test that there is exactly one zero
// in a box, or none (R. Krawczyk 1969; Neumaier, Interval Methods for Systems of Equations, 1990, chapter 5; Hansen and
// Walster, Global Optimization Using Interval Analysis, 2004, chapters 11 and 14). What can be neither dropped nor shown to
// have one zero is what remains: degenerate zeros and curves of them, kinks at which the gradient jumps across zero, and all
// that the budget does not reach.
//
// Equal arguments give equal reports, whatever the machine's speed: the budget counts evaluations.
package proof

import (
	"context"

	"descentlab/internal/geom"
	"descentlab/surfaces/expr"
	"descentlab/surfaces/interval"
)

// A Formula can be enclosed over boxes; see expr.Encloser.
type Formula interface {
	Over(box geom.Rect) expr.Enclosure
	Pieces(box geom.Rect, take func(expr.Enclosure) bool) bool
}

// A Zero is a place where the gradient vanishes, proven to be the only one around.
type Zero struct {
	At     geom.Point
	Within geom.Rect // where it lies for certain
	Form   Form
}

// A Form is the sort of a zero as far as the enclosure of the Hessian proves it.
type Form int

// The forms.
const (
	Unsure Form = iota
	Bowl        // a minimum
	Dome        // a maximum
	Pass        // a saddle
)

// A Rest is a connected part of the window of which nothing could be proven.
type Rest struct {
	Box   geom.Rect // around it
	Boxes []geom.Rect
	Doubt interval.Doubt
	Lump  bool // it may be several parts: they were too many to sort
	Level bool // the gradient is zero all over a part of it, or to working precision
}

// A Report is what has been proven of a window: each of its zeros is one of Zeros, or lies in a Rest. Zeros and rests may
// also lie a little outside.
type Report struct {
	Zeros []Zero
	Rests []Rest
	Spent bool // the budget was used up, so that there is more left than there had to be
	Jumps bool // the value may jump somewhere
	Work  int  // evaluations taken
}

const (
	coarse   = 1.0 / (1 << 11) // the least side of a box, as part of the window's, to begin with
	fine     = 1.0 / (1 << 40) // and where few boxes are left
	fewBoxes = 400             // that are left connected, to be divided further
	mostLeft = 30000           // boxes, above which it is asked whether it is worth to go on
	mostSort = 150000          // boxes that are sorted into connected parts
)

// A search is in the course of a proof.
type search struct {
	ctx    context.Context
	f      Formula
	view   geom.Rect
	budget int // evaluations left
	work   int // evaluations taken
	report Report
	known  index
}

// Search looks for the zeros of the gradient in a window, spending so many evaluations at most. Hints are where zeros are
// believed to be; they save work, and are not relied upon. The error is the context's.
func Search(ctx context.Context, f Formula, view geom.Rect, hints []geom.Point, evaluations int) (Report, error) {
	s := &search{ctx: ctx, f: f, view: view, budget: evaluations, known: newIndex(view)}
	for _, p := range hints {
		if ctx.Err() != nil || s.budget < evaluations/2 {
			break
		}
		s.verify(p)
	}
	// The border of the window should not be one of the boxes': zeros on it would be met from one side only.
	w, h := view.X1-view.X0, view.Y1-view.Y0
	around := geom.Rect{X0: view.X0 - 0.00137*w, X1: view.X1 + 0.00113*w, Y0: view.Y0 - 0.00119*h, Y1: view.Y1 + 0.00131*h}
	left := s.divide([]part{{box: boxOf(around)}}, coarse, 0)
	rests := s.rests(left)
	for len(rests) > 0 {
		group := rests[0]
		rests = rests[1:]
		if s.spent() || group.done || len(group.parts) > fewBoxes {
			s.report.Rests = append(s.report.Rests, group.rest())
			continue
		}
		for _, g := range s.rests(s.divide(group.parts, fine, fewBoxes)) {
			g.done = true
			s.report.Rests = append(s.report.Rests, g.rest())
		}
	}
	s.report.Spent, s.report.Work = s.spent(), s.work
	return s.report, ctx.Err()
}

// spent reports whether there is nothing left to do it with.
func (s *search) spent() bool { return s.budget <= 0 || s.ctx.Err() != nil }

// spend counts an evaluation.
func (s *search) spend() {
	s.budget--
	s.work++
}

// over encloses the formula over a box.
func (s *search) over(b box) expr.Enclosure {
	s.spend()
	return s.f.Over(b.rect())
}

// divide examines boxes, and halves of those that are left, generation by generation, until they are small. With a limit it
// stops when a generation has more. It returns what is left.
func (s *search) divide(parts []part, least float64, limit int) (left []part) {
	for len(parts) > 0 {
		if s.spent() || limit > 0 && len(parts)+len(left) > limit {
			return append(left, parts...)
		}
		var next []part
		for i, p := range parts {
			if s.spent() {
				left = append(left, parts[i:]...)
				break
			}
			q, open := s.examine(p.box)
			switch {
			case !open:
			case q.level || s.small(q.box, least):
				left = append(left, q)
			default:
				a, b := q.halves(s.view)
				next = append(next, a, b)
			}
		}
		if len(next) > mostLeft && 5*len(next) > 9*len(parts) && 4*len(next) > s.budget {
			s.budget = 0 // next to nothing was dropped, and what is left will not do for two more generations
		}
		parts = next
	}
	return left
}

// small reports whether both sides of a box are short enough to stop.
func (s *search) small(b box, least float64) bool {
	return b[0].Width() <= max(least*(s.view.X1-s.view.X0), 8*grain*b[0].Size()) &&
		b[1].Width() <= max(least*(s.view.Y1-s.view.Y0), 8*grain*b[1].Size())
}

// grain is the relative distance of numbers.
const grain = 0x1p-52
