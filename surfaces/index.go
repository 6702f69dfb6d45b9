package surfaces

import (
	"fmt"
	"math"

	"descentlab/internal/geom"
	"descentlab/internal/say"
	"descentlab/surfaces/expr"
)

// A BorderError says why the turns of the gradient along the border of a window cannot be counted.
type BorderError struct {
	Why string // what is wrong with the gradient
	At  Point  // where on the border
}

func (e *BorderError) Error() string {
	return e.text().String()
}

func (e *BorderError) text() say.Text {
	at := place(e.At)
	switch e.Why {
	case vanishing:
		return say.Later("the gradient vanishes on the border, at %s", at)
	case jumping:
		return say.Later("the gradient jumps on the border, at %s", at)
	case undefined:
		return say.Later("the gradient is not finite on the border, at %s", at)
	}
	return say.Later("the gradient turns too often on the border, at %s", at)
}

const (
	vanishing = "vanishes"
	jumping   = "jumps"
	undefined = "is not finite"
	restless  = "turns too often"
)

// Index returns how often the gradient turns, counterclockwise, on the way once around the border of the window in
// that direction. By the theorem of Poincaré and Hopf that is the number of minima and maxima in the window less
// that of its saddles, if the surface is smooth and the critical points are none of them degenerate.
//
// The border is divided until the angles between neighbours are small, and the Hessians at both ends of each piece
// foretell the gradient at the other. Where that cannot be reached, because a critical point or a kink lies on the
// border or the gradient is not finite there, the error is a *BorderError. Else it is that of Rect.Check.
func (p *Probe) Index(view Rect) (int, error) {
	if err := view.Check(); err != nil {
		return 0, fmt.Errorf("window: %w", err)
	}
	return newSearch(p.eval, view).turns(view, sidePieces)
}

const (
	sidePieces = 96      // of a side of the window, to begin with
	finest     = 42      // halvings of a piece
	mostPieces = 1 << 15 // of a border
)

// A winding follows the gradient along a border. It measures derivatives per cell.
type winding struct {
	*search
	left  int     // pieces that may still be looked at
	steep float64 // the greatest gradient met
}

// turns counts the turns of the gradient around a rectangle whose sides are divided into so many pieces at first.
func (s *search) turns(r Rect, pieces int) (int, error) {
	w := winding{search: s, left: mostPieces}
	corners := [...]Point{{X: r.X0, Y: r.Y0}, {X: r.X1, Y: r.Y0}, {X: r.X1, Y: r.Y1}, {X: r.X0, Y: r.Y1}, {X: r.X0, Y: r.Y0}}
	sum := 0.0
	at, j := corners[0], s.jet(corners[0])
	for k := range 4 {
		a, b := corners[k], corners[k+1]
		for i := 1; i <= pieces; i++ {
			t := (float64(i) - 0.3183) / float64(pieces) // not on axes of symmetry
			next := Point{X: a.X + t*(b.X-a.X), Y: a.Y + t*(b.Y-a.Y)}
			if i == pieces {
				next = b
			}
			jn := s.jet(next)
			w.steep = math.Max(w.steep, math.Hypot(jn.X, jn.Y))
			angle, err := w.turn(at, next, j, jn, finest)
			if err != nil {
				return 0, err
			}
			sum += angle
			at, j = next, jn
		}
	}
	return int(math.Round(sum / (2 * math.Pi))), nil
}

// turn returns the angle by which the gradient turns from p to q, where the jets are jp and jq.
func (w *winding) turn(p, q Point, jp, jq expr.Jet, halvings int) (float64, error) {
	switch {
	case !geom.Finite(jp.X) || !geom.Finite(jp.Y):
		return 0, &BorderError{undefined, p}
	case !geom.Finite(jq.X) || !geom.Finite(jq.Y):
		return 0, &BorderError{undefined, q}
	case jp.X == 0 && jp.Y == 0:
		return 0, &BorderError{vanishing, p}
	case jq.X == 0 && jq.Y == 0:
		return 0, &BorderError{vanishing, q}
	}
	du, dv := (q.X-p.X)/w.w, (q.Y-p.Y)/w.h
	angle := math.Atan2(jp.X*jq.Y-jp.Y*jq.X, jp.X*jq.X+jp.Y*jq.Y)
	if math.Abs(angle) < 1 && foretells(jp, jq, du, dv) && foretells(jq, jp, -du, -dv) {
		return angle, nil
	}
	mid := Point{X: p.X + (q.X-p.X)/2, Y: p.Y + (q.Y-p.Y)/2}
	w.left--
	switch {
	case w.left < 0 || w.spent():
		return 0, &BorderError{restless, mid}
	case halvings > 0 && mid != p && mid != q:
	case math.Min(math.Hypot(jp.X, jp.Y), math.Hypot(jq.X, jq.Y)) < 1e-6*w.steep:
		return 0, &BorderError{vanishing, mid}
	default:
		return 0, &BorderError{jumping, mid}
	}
	jm := w.jet(mid)
	first, err := w.turn(p, mid, jp, jm, halvings-1)
	if err != nil {
		return 0, err
	}
	second, err := w.turn(mid, q, jm, jq, halvings-1)
	return first + second, err
}

// foretells reports whether gradient and Hessian of a give, du and dv away, the gradient of b: about, and so well that
// it cannot be opposite in between.
func foretells(a, b expr.Jet, du, dv float64) bool {
	x, y := a.X+a.XX*du+a.XY*dv, a.Y+a.XY*du+a.YY*dv
	return math.Hypot(x-b.X, y-b.Y) <= 0.4*math.Min(math.Hypot(a.X, a.Y), math.Hypot(b.X, b.Y))
}

// place writes a point in six digits, without a minus before a zero.
func place(p Point) string {
	return fmt.Sprintf("(%.6g, %.6g)", geom.Unsigned(p.X), geom.Unsigned(p.Y))
}
