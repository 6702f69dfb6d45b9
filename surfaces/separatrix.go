package surfaces

import (
	"context"
	"fmt"
	"math"

	"descentlab/internal/say"
)

// A Separatrix is what there is to know of a saddle: the curves of steepest ascent and descent through it.
type Separatrix struct {
	Saddle Critical
	// Ridge is the stable curve, traced uphill: it parts the basins. Ridge[0] leaves against V2, Ridge[1] along it.
	Ridge [2]Branch
	// Ways is the unstable curve, traced downhill: it leads to what the saddle joins. Ways[0] leaves against V1, Ways[1] along it.
	Ways [2]Branch
}

// Barrier returns how much higher the saddle is than the end of one of its two ways down, way 0 or 1, if that arrives
// anywhere.
func (s Separatrix) Barrier(way int) (height float64, ok bool) {
	b := s.Ways[way]
	return s.Saddle.Value - b.At.Value, b.End == Arrived
}

// StableRate returns the largest learning rate at which gradient descent is stable along every direction in which the surface
// curves upward at c: 2 over the largest eigenvalue, or +Inf if none is positive, or NaN at a kink, which has none. Along the
// downward direction of a saddle no rate is stable, which is how descent leaves it.
func (c Critical) StableRate() float64 {
	switch {
	case c.Kink:
		return math.NaN()
	case c.L2 > 0:
		return 2 / c.L2
	}
	return math.Inf(1)
}

// Ways is how many ways lead down from a saddle, and as many lead up: more than two from a flat one such as that of x^3-3*x*y^2.
func (c Critical) Ways() int {
	if c.Index < -1 {
		return 1 - c.Index
	}
	return 2
}

// TwoWays tells whether a point is a saddle from which no more ways lead down.
func (c Critical) TwoWays() bool { return c.Kind == Saddle && c.Ways() == 2 }

// Separatrix traces the curves of steepest ascent and descent through a saddle, until they come to a critical point or leave
// the window. The points among which they may end are those that Critical found there; where a curve comes to another it is
// found on the way.
//
// The error is Rect.Check's, the context's, or that the point is not a saddle in the window, or one with more ways.
func (p *Probe) Separatrix(ctx context.Context, saddle Critical, view Rect, among []Critical) (s Separatrix, err error) {
	s.Saddle = saddle
	if s.Ridge, err = p.Curves(ctx, saddle, true, view, among); err == nil {
		s.Ways, err = p.Curves(ctx, saddle, false, view, among)
	}
	return s, err
}

// Curves traces the half of Separatrix that leads up from a saddle, its Ridge, or down, its Ways. It fails as Separatrix does.
func (p *Probe) Curves(ctx context.Context, saddle Critical, up bool, view Rect, among []Critical) (pair [2]Branch, err error) {
	if err := view.Check(); err != nil {
		return pair, fmt.Errorf("window: %w", err)
	}
	if saddle.Kind != Saddle || !view.Contains(saddle.At) {
		return pair, say.Errorf("separatrix: %v at (%g, %g) is not a saddle in the window", saddle.Kind, saddle.At.X, saddle.At.Y)
	}
	if !saddle.TwoWays() {
		return pair, say.Errorf("separatrix: from the saddle at (%g, %g) %d ways lead down", saddle.At.X, saddle.At.Y, saddle.Ways())
	}
	f := flow{search: newSearch(p.eval, view), probe: p, among: among, sign: -1}
	v := saddle.V1
	if up {
		f.sign, v = 1, saddle.V2
	}
	for i, v := range [...]Point{{X: -v.X, Y: -v.Y}, v} {
		if pair[i], err = f.branch(ctx, saddle, v); err != nil {
			return pair, err
		}
	}
	return pair, nil
}

// Separatrices returns the Separatrix of every saddle among the points of a window with two ways down, in their order. It fails
// as Separatrix does.
func (p *Probe) Separatrices(ctx context.Context, view Rect, points []Critical) ([]Separatrix, error) {
	var all []Separatrix
	for _, c := range points {
		if !c.TwoWays() {
			continue
		}
		s, err := p.Separatrix(ctx, c, view, points)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}
