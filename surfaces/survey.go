package surfaces

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"descentlab/internal/geom"
	"descentlab/internal/say"
)

// A Survey is what a search for critical points in a window tells.
type Survey struct {
	View    Rect
	Points  []Critical // as Probe.Critical returns them
	Found   int        // how many were found: more than Points if these are the lowest of too many to list
	Check   Check      // whether they are complete
	Stopped bool       // the search ended early, by a deadline or because it had done as much as it may
	Ground  Ground     // what the surface is like in the window as a whole
	Without string     // what the formula does not contain: "x", "y" or "x and y"
	Border  *Border    // of the box that the probe keeps within; nil if there is none, or none of its sides is in the window
}

// A Ground says what a surface is like in a window as a whole, as far as some hundred samples show.
type Ground int

const (
	Rolling  Ground = iota // as surfaces are
	Level                  // the same value everywhere, and no gradient
	Nowhere                // no finite value anywhere
	Pathless               // finite values, but nowhere a finite gradient
)

const (
	maxWork = 200e6 // instructions that a search may spend on derivatives, and beside them: some seconds at most
	overJet = 20    // instructions beside the derivatives at a point
)

// Survey finds the critical points in the window and checks them by the turns of the gradient along the border. If they
// do not account for these it searches more finely where something is missing; kinks and poles that make up for
// the rest are located as well.
//
// Prove takes it from there.
//
// The errors are those of Rect.Check, and the context's when it is cancelled. A deadline of the context is no error: the
// Survey says that it was Stopped, and what it had found.
func (p *Probe) Survey(ctx context.Context, view Rect) (Survey, error) {
	v := Survey{View: view, Without: p.without()}
	if err := view.Check(); err != nil {
		return v, fmt.Errorf("window: %w", err)
	}
	view = p.Region(view)
	v.View = view
	s := newSearch(p.eval, view)
	s.limit = maxWork / (p.cost() + overJet)
	v.Ground = s.ground()
	check, err := p.explore(ctx, s)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		v.Stopped = true
	case err != nil:
		return v, err
	}
	v.Stopped = v.Stopped || s.spent()
	v.Check = check
	if v.Stopped {
		v.Check = Check{Verdict: Untold, Why: say.Later("the search stopped early")}
	}
	zeros := s.found.distinct()
	v.Points = make([]Critical, len(zeros))
	for i, z := range zeros {
		v.Points[i] = p.critical(z)
	}
	v.Points, v.Found = lowest(v.Points), len(v.Points)
	SortCritical(v.Points, view)
	v.Check.View = view
	v.Border = p.border(view, v.Points)
	return v, nil
}

// lowest returns the points, or the lowest of them if they are too many to list.
func lowest(points []Critical) []Critical {
	if len(points) <= maxCritical {
		return points
	}
	slices.SortStableFunc(points, func(a, b Critical) int { return cmp.Compare(a.Value, b.Value) })
	return points[:maxCritical]
}

// explore runs the search to its end.
func (s *search) explore(ctx context.Context) (Check, error) {
	if err := s.run(ctx); err != nil {
		return Check{}, err
	}
	if err := s.follow(ctx); err != nil {
		return Check{}, err
	}
	if s.spent() {
		return Check{}, nil
	}
	return s.audit(ctx)
}

// ground looks at the surface on a coarse grid.
func (s *search) ground() Ground {
	const n = 17
	low, high := math.Inf(1), math.Inf(-1)
	values, slopes, moving := 0, 0, 0
	for row := range n {
		for col := range n {
			du, dv := scatter(row*n + col)
			j := s.jet(s.point((float64(col)+du)*cells/n, (float64(row)+dv)*cells/n))
			if !geom.Finite(j.F) {
				continue
			}
			values++
			low, high = math.Min(low, j.F), math.Max(high, j.F)
			if geom.Finite(j.X) && geom.Finite(j.Y) {
				slopes++
				if j.X != 0 || j.Y != 0 {
					moving++
				}
			}
		}
	}
	switch {
	case values == 0:
		return Nowhere
	case slopes == 0:
		return Pathless
	case low == high && moving == 0:
		return Level
	}
	return Rolling
}

// cost is about how many instructions derivatives at a point take.
func (p *Probe) cost() int {
	if p.mean != nil {
		return (p.mean.Formula().Size() + 4) * p.mean.Len()
	}
	return p.program.Size() + 4
}

// uses reports whether the name occurs in the formula.
func (p *Probe) uses(name string) bool {
	if p.mean != nil {
		return p.mean.Formula().Uses(name)
	}
	return p.program.Uses(name)
}

// without names the coordinates that the formula does not contain.
func (p *Probe) without() string {
	switch x, y := p.uses("x"), p.uses("y"); {
	case !x && !y:
		return "x and y"
	case !x:
		return "x"
	case !y:
		return "y"
	}
	return ""
}

// OnBorder tells whether a point lies on the border of the window.
func (v Survey) OnBorder(c Critical) bool {
	return c.At.X == v.View.X0 || c.At.X == v.View.X1 || c.At.Y == v.View.Y0 || c.At.Y == v.View.Y1
}

// Remarks returns what a reader of the points ought to know besides, each in one sentence.
func (v Survey) Remarks() (all []string) {
	remark := func(when bool, what string) {
		if when {
			all = append(all, what)
		}
	}
	remark(v.Without == "x and y", "The formula contains neither x nor y: the surface is level.")
	remark(v.Without == "x", "The formula does not contain x.")
	remark(v.Without == "y", "The formula does not contain y.")
	remark(v.Ground == Nowhere, "The surface has no finite value at any point of the window that was looked at.")
	remark(v.Ground == Pathless, "The surface has no finite gradient at any point of the window that was looked at.")
	remark(v.Ground == Level && v.Without != "x and y", "The surface has the same value wherever it was looked at.")
	curves, kinks, border, flat, vague := false, false, false, false, false
	for _, c := range v.Points {
		flat, vague = flat || c.Flat && !c.Curve && c.Proven, vague || c.Flat && !c.Curve && c.Kind == Degenerate && !c.Proven
		curves, kinks, border = curves || c.Curve, kinks || c.Kink, border || v.OnBorder(c) && !c.Curve && !c.Border
	}
	remark(border, "Some of the points lie on the border of the window: what is beyond it is not looked at.")
	remark(kinks, "At a kink the gradient jumps across zero; there is no Hessian.")
	remark(flat, "At a flat point the Hessian has a zero eigenvalue: its kind is proven by the surface around it.")
	remark(vague, "Where the kind of a point is not known the Hessian does not tell it, and nothing about it could be proven.")
	remark(v.Check.Proof.Jumps, "The value may jump; minima at such a step are not looked for.")
	remark(v.Border != nil && len(v.Border.Minima) > 0, "Beyond a minimum on the border of the box the loss would fall farther.")
	remark(curves && v.Check.Proof.Done, "Some critical points form curves; of each connected curve one point is listed.")
	remark(curves && !v.Check.Proof.Done,
		"Some critical points form curves; of each connected curve that was found one point is listed.")
	remark(v.Stopped, "The search stopped early, so that points may be missing.")
	return all
}
