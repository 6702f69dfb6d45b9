package lab

import (
	"context"
	"slices"

	"gonum.org/v1/gonum/stat"

	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
)

// reach is how far a run must go from a saddle to have left it: a twentieth of the home window's diagonal.
func (s *Survey) reach() float64 { return Reach(s.Doc.Home) }

// Reach is that of a home window.
func Reach(home surfaces.Rect) float64 { return home.Diagonal() / 20 }

// An Escape is how the runs of a swarm that begin near a saddle leave it.
type Escape struct {
	Saddle *Place
	Near   int          // runs that begin near it
	Steps  [2][]float64 // at which they leave, in order: those against the saddle's V1, those along it
	To     [2]*Place    // where the ways down on these sides lead; nil if out of the window or not known
}

// Left is how many of the runs have left the saddle.
func (e *Escape) Left() int { return len(e.Steps[0]) + len(e.Steps[1]) }

// swarmSaddle is the saddle at which a swarm begins: the place nearest to its middle or, in a painted region, the one near
// which at least half of its runs begin. Nil if that is none.
func (s *Survey) swarmSaddle(swarm *sweep.Swarm) *Place {
	switch s.Doc.Swarm.From {
	case setup.FromGrid:
		return nil
	case setup.FromPainted:
		begin := make([]int, len(s.Places))
		for i := range swarm.Runs {
			x, y, _ := swarm.At(0, i)
			for k, p := range s.Places {
				if p.At.Distance(surfaces.Point{X: x, Y: y}) <= s.reach() {
					begin[k]++
				}
			}
		}
		for k, n := range begin {
			if 2*n >= swarm.Runs && s.Places[k].TwoWays() {
				return &s.Places[k]
			}
		}
		return nil
	}
	if p := Nearest(s.Places, s.Doc.SwarmMiddle(), s.reach()); p != nil && p.TwoWays() {
		return p
	}
	return nil
}

// escapes follows the runs of a swarm; it is nil if the swarm does not begin at a saddle.
func (s *Survey) escapes(ctx context.Context, swarm *sweep.Swarm) *Escape {
	saddle := s.swarmSaddle(swarm)
	if saddle == nil {
		return nil
	}
	e := &Escape{Saddle: saddle}
	for i, t := range swarm.Escapes(saddle.At.X, saddle.At.Y, s.reach()) {
		if t > -2 {
			e.Near++
		}
		if t < 0 {
			continue
		}
		x, y, _ := swarm.At(t/swarm.Every, i)
		side := 0
		if (x-saddle.At.X)*saddle.V1.X+(y-saddle.At.Y)*saddle.V1.Y > 0 {
			side = 1
		}
		e.Steps[side] = append(e.Steps[side], float64(t))
	}
	for side := range e.Steps {
		slices.Sort(e.Steps[side])
	}
	region := s.Doc.Home
	if !region.Contains(saddle.At) {
		region = region.Union(s.View)
	}
	if sep, err := Separate(ctx, s.Probe, *saddle, region, s.Places); err == nil {
		e.To = [2]*Place{Joined(sep.Ways[0], s.Places), Joined(sep.Ways[1], s.Places)}
	}
	return e
}

// Separate traces the curves through a saddle.
func Separate(
	ctx context.Context, probe *surfaces.Probe, saddle Place, region surfaces.Rect, places []Place,
) (surfaces.Separatrix, error) {
	return probe.Fork().Separatrix(ctx, saddle.Critical, region, criticals(places))
}

// Curves traces those through a saddle that lead up from it, which part the basins of who descends, or those that lead down.
func Curves(
	ctx context.Context, probe *surfaces.Probe, saddle Place, up bool, region surfaces.Rect, places []Place,
) ([2]surfaces.Branch, error) {
	return probe.Fork().Curves(ctx, saddle.Critical, up, region, criticals(places))
}

// criticals are places as the surface knows them.
func criticals(places []Place) []surfaces.Critical {
	points := make([]surfaces.Critical, len(places))
	for i, p := range places {
		points[i] = p.Critical
	}
	return points
}

// Joined is the place at which a branch arrives, if it does.
func Joined(b surfaces.Branch, places []Place) *Place {
	if b.End != surfaces.Arrived || b.To < 0 || b.To >= len(places) {
		return nil
	}
	return &places[b.To]
}

// Quartiles are the steps by which a quarter, half and three quarters have left of the runs that leave; some must.
func (e *Escape) Quartiles() (by [3]float64) {
	left := slices.Concat(e.Steps[0], e.Steps[1])
	slices.Sort(left)
	for i := range by {
		by[i] = stat.Quantile(0.25*float64(i+1), stat.Empirical, left, nil)
	}
	return by
}

// String says it in a sentence or two.
func (e *Escape) String() string {
	if e.Left() == 0 {
		return words.T("Of %d runs that begin at %s none has left it.", e.Near, e.Saddle.Label())
	}
	by := e.Quartiles()
	when := words.T("Of %d runs that begin at %s, %d leave it: a quarter by step %.0f, half by %.0f, three quarters by %.0f.",
		e.Near, e.Saddle.Label(), e.Left(), by[0], by[1], by[2])
	var sides [2]string
	for side, steps := range e.Steps {
		sides[side] = words.T("%d %s", len(steps), e.Direction(side))
		if to := e.To[side]; to != nil {
			sides[side] = words.T("%d %s (the way down to %s)", len(steps), e.Direction(side), to.Label())
		}
	}
	return when + " " + words.T("They leave along the direction of λ₁ < 0: %s, %s.", sides[0], sides[1])
}

// Direction is a side of the saddle as it is seen on the map.
func (e *Escape) Direction(side int) Side {
	v := e.Saddle.V1
	if side == 0 {
		v.X, v.Y = -v.X, -v.Y
	}
	return sideOf(v)
}
