package game

import (
	"cmp"
	"math"
	"slices"
)

// CarefulPushes are those of somebody in the fog who only compares heights. The first is of size 1, to the right or, with a
// negative side, to the left. As long as it goes down he pushes on, farther each time; when it goes up he turns. Once there is
// higher ground on both sides of the lowest place he lays a parabola through the three, and pushes as near to its lowest point as
// leads to where he has not been. Nil if he does not get there.
func CarefulPushes(l *Level, side float64) (list []Action) {
	s := l.Begin()
	by := side
	for !l.Outcome(s).Over {
		next, err := l.Next(s, Action{Do: Push, By: by})
		if err != nil {
			return nil
		}
		list, s = append(list, Action{Do: Push, By: by}), next
		by = nextPush(l, s, by)
	}
	if !l.Outcome(s).Reached {
		return nil
	}
	return list
}

// nextPush is what he does next after a push.
func nextPush(l *Level, s State, last float64) float64 {
	spots := slices.SortedFunc(slices.Values(s.Spots), func(a, b Spot) int { return cmp.Compare(a.At.X, b.At.X) })
	spots = slices.CompactFunc(spots, func(a, b Spot) bool { return a.At == b.At })
	low := 0
	for i, p := range spots {
		if p.Height < spots[low].Height {
			low = i
		}
	}
	here, _ := s.Here()
	aim := math.Copysign(math.Inf(1), last)
	switch {
	case low > 0 && low < len(spots)-1:
		aim = vertex(spots[low-1], spots[low], spots[low+1])
	case spots[low].At != here.At:
		aim = -aim
	}
	if math.IsInf(aim, 0) {
		sizes := l.Way.(Walk).Sizes
		i, _ := slices.BinarySearch(sizes, math.Abs(last))
		return math.Copysign(sizes[min(i+1, len(sizes)-1)], aim)
	}
	return nearestPush(l, s, aim)
}

// vertex is where the parabola through three places is lowest.
func vertex(a, b, c Spot) float64 {
	u, v := b.At.X-a.At.X, b.At.X-c.At.X
	p, q := b.Height-c.Height, b.Height-a.Height
	return b.At.X - (u*u*p-v*v*q)/(2*(u*p-v*q))
}

// nearestPush is the push that leads nearest to a place, of those that lead to where the ball has not been.
func nearestPush(l *Level, s State, aim float64) (by float64) {
	here, _ := s.Here()
	off := math.Inf(1)
	for _, a := range l.Way.Moves(l, s) {
		to := here.At.X + a.By
		if slices.ContainsFunc(s.Spots, func(p Spot) bool { return math.Abs(p.At.X-to) < 1e-9 }) {
			continue
		}
		if d := math.Abs(to - aim); d < off {
			off, by = d, a.By
		}
	}
	return by
}
