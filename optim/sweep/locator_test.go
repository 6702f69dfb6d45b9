package sweep

import (
	"math/rand/v2"
	"testing"
)

// TestStays: who stays at a target is at it, and targets of which each is apart from the others are left by nobody unseen.
func TestStays(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	stayed, crowded := 0, 0
	for range 200 {
		var targets []Target
		for range 1 + rng.IntN(6) {
			targets = append(targets, Target{X: 4 * rng.Float64(), Y: 4 * rng.Float64(), Within: 0.1 + 0.8*rng.Float64()})
		}
		l := newLocator(targets)
		for range 500 {
			x, y := 4*rng.Float64(), 4*rng.Float64()
			at := l.at(x, y)
			for target := int32(-1); int(target) < len(targets); target++ {
				switch stays := l.stays(target, x, y); {
				case stays && at != target:
					t.Fatalf("(%v, %v) stays at %d of %v, but is at %d", x, y, target, targets, at)
				case stays:
					stayed++
				case at == target && at >= 0:
					crowded++
					if l.alone[at].square >= 0 {
						t.Fatalf("(%v, %v) is at %d of %v, but does not stay", x, y, at, targets)
					}
				}
			}
		}
	}
	if stayed < 1000 || crowded < 1000 {
		t.Errorf("%d stayed, %d were at targets that overlap", stayed, crowded)
	}
}
