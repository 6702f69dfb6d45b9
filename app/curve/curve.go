// Package curve is the laboratory in one dimension: a curve L(w), racers that descend on it by the rules of package optim, and
// what can be counted and said of their steps. It draws nothing.
package curve

import (
	"math"
	"slices"

	"descentlab/internal/geom"
	"descentlab/surfaces/expr"
)

// A Curve is a loss of one weight, L(w), with what is known of it. It has scratch space: each goroutine needs one of its own.
type Curve struct {
	Formula string
	Home    geom.Rect // the window in which all of it is seen: x is w, y is the loss
	Minima  []Minimum // in and about the window, from the lowest; A, B, C ...

	eval    *expr.Eval
	bend    float64 // the second derivative, if it is the same everywhere
	regular bool    // it is
	shape   Shape   // of the catalogue; zero for a formula of the user's
	seed    uint64  // of the noise of the slopes
}

// A Minimum is a lowest place of a curve.
type Minimum struct {
	At, Loss, Bend float64
	Name           string
}

// A Place is what a curve is at one w: its loss with the first and second derivatives.
type Place struct{ W, Loss, Slope, Bend float64 }

// New is the curve of a formula in the program's grammar, seen in a window that suits it.
func New(formula string) (*Curve, error) { return newIn(formula, geom.Rect{}) }

// newIn is New in a window; the zero one is looked for.
func newIn(formula string, home geom.Rect) (*Curve, error) {
	program, err := compile(formula)
	if err != nil {
		return nil, err
	}
	c := &Curve{Formula: formula, eval: program.Bind(), Home: home}
	if home == (geom.Rect{}) {
		c.Home = c.suit()
	}
	c.Minima = c.minima(c.reach())
	c.bend, c.regular = c.same()
	return c, nil
}

// At is what the curve is at w.
func (c *Curve) At(w float64) Place {
	j := c.eval.Jet(w, 0)
	_, slope, _ := c.eval.Grad(w, 0) // rounded as racers meet it
	return Place{W: w, Loss: j.F, Slope: slope, Bend: j.XX}
}

// Loss is L(w).
func (c *Curve) Loss(w float64) float64 { return c.eval.Value(w, 0) }

// Losses stores L at ws in dst, which is as long.
func (c *Curve) Losses(dst, ws []float64) { c.eval.Row(dst, ws, 0) }

// Parabola tells the second derivative of a curve that has the same one everywhere.
func (c *Curve) Parabola() (bend float64, is bool) { return c.bend, c.regular }

// samples is how closely a window is looked at.
const samples = 2048

// same finds out whether the second derivative is the same all over the reach.
func (c *Curve) same() (float64, bool) {
	lo, hi := c.reach()
	first := c.At(lo).Bend
	for i := range 65 {
		b := c.At(lo + (hi-lo)*float64(i)/64).Bend
		if math.IsNaN(b) || math.Abs(b-first) > 1e-9*(math.Abs(first)+1e-300) {
			return 0, false
		}
	}
	return first, true
}

// reach is where minima are looked for: the window and as much again on either side.
func (c *Curve) reach() (lo, hi float64) {
	wide := c.Home.X1 - c.Home.X0
	return c.Home.X0 - wide, c.Home.X1 + wide
}

// minima are where the slope turns from down to up, from the lowest on.
func (c *Curve) minima(lo, hi float64) []Minimum {
	var list []Minimum
	at := func(i int) float64 { return lo + (hi-lo)*float64(i)/(3*samples) }
	down := math.NaN() // the last place where it went down, with nothing but level ground since
	for i := range 3*samples + 1 {
		w := at(i)
		switch s := c.slope(w); {
		case s < 0:
			down = w
		case s > 0 && !math.IsNaN(down):
			p := c.At(c.rounded(c.turn(down, w), hi-lo))
			list = append(list, Minimum{At: p.W, Loss: p.Loss, Bend: p.Bend})
			down = math.NaN()
		case s != 0:
			down = math.NaN()
		}
	}
	slices.SortStableFunc(list, func(a, b Minimum) int {
		if alike(a.Loss, b.Loss) { // equal but for rounding
			return int(math.Copysign(1, a.At-b.At))
		}
		return int(math.Copysign(1, a.Loss-b.Loss))
	})
	for i := range list {
		list[i].Name = name(i)
	}
	return list
}

// name is that of minimum i: A to Z, then A1.
func name(i int) string {
	letter := string(rune('A' + i%26))
	if i < 26 {
		return letter
	}
	return letter + string(rune('0'+i/26%10))
}

// alike tells numbers that differ by rounding alone.
func alike(a, b float64) bool { return math.Abs(a-b) <= 1e-12*(math.Abs(a)+math.Abs(b)) }

// slope is L'(w).
func (c *Curve) slope(w float64) float64 {
	_, s, _ := c.eval.Grad(w, 0)
	return s
}

// turn is where the slope turns between a place where it is below 0 and one where it is above: by halving, so that a kink will
// do. Where the slope is 0 over a stretch it is the middle of what halving meets.
func (c *Curve) turn(down, up float64) float64 {
	for range 200 {
		mid := down + (up-down)/2
		if mid == down || mid == up {
			break
		}
		switch s := c.slope(mid); {
		case s == 0:
			return mid
		case s < 0:
			down = mid
		default:
			up = mid
		}
	}
	if c.Loss(down) < c.Loss(up) {
		return down
	}
	return up
}

// rounded is a place of a minimum as it would be written, where that is as low: halving ends beside 0 and beside whole numbers.
func (c *Curve) rounded(w, wide float64) float64 {
	short := geom.Digits(w, 12)
	if math.Abs(w) < 1e-12*wide {
		short = 0
	}
	if c.Loss(short) <= c.Loss(w) {
		return short
	}
	return w
}

// Below is the minimum to which the ground leads down from w: the next one on the side to which it falls, and the one that w is
// at where it is level. It is false if there is none.
func (c *Curve) Below(w float64) (Minimum, bool) {
	s := c.slope(w)
	best, far := Minimum{}, math.Inf(1)
	for _, m := range c.Minima {
		if d := math.Abs(m.At - w); d < far && ((m.At-w)*s <= 0) {
			best, far = m, d
		}
	}
	return best, !math.IsInf(far, 1) && (s != 0 || far <= 1e-9*(1+math.Abs(w)))
}

// Nearest is the minimum nearest to w, and false if there is none.
func (c *Curve) Nearest(w float64) (Minimum, bool) {
	best, far := Minimum{}, math.Inf(1)
	for _, m := range c.Minima {
		if d := math.Abs(m.At - w); d < far {
			best, far = m, d
		}
	}
	return best, !math.IsInf(far, 1)
}

// Least is the lowest loss that is known.
func (c *Curve) Least() (float64, bool) {
	if len(c.Minima) == 0 {
		return 0, false
	}
	return c.Minima[0].Loss, true
}

// Limit is the learning rate above which plain descent jumps out of the bowl about a minimum: two over the
// curvature. It is false if there is no bowl.
func (m Minimum) Limit() (float64, bool) {
	if l := 2 / m.Bend; m.Bend > 0 && !math.IsInf(l, 0) {
		return l, true
	}
	return 0, false
}
