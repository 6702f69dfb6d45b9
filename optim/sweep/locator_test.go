package sweep

import (
	"math"
	"math/rand/v2"
	"testing"

	"descentlab/optim/race"
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

// TestApart: nobody comes to a target, leaves one or goes too far while in the disc that is told.
func TestApart(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	known := 0
	for range 300 {
		var targets []Target
		for range rng.IntN(6) {
			targets = append(targets, Target{X: 4 * rng.Float64(), Y: 4 * rng.Float64(), Within: 0.1 + 0.4*rng.Float64()})
		}
		l := newLocator(targets)
		for range 100 {
			scale := []float64{4, 1e3, 1e12}[rng.IntN(3)]
			x, y := scale*rng.NormFloat64(), scale*rng.NormFloat64()
			if x*x+y*y > race.Far {
				continue
			}
			target := l.at(x, y)
			r := l.apart(target, x, y)
			if r.square < 0 {
				continue
			}
			known++
			for range 50 {
				a, far := 2*math.Pi*rng.Float64(), math.Sqrt(r.square*rng.Float64())
				px, py := r.x+far*math.Cos(a), r.y+far*math.Sin(a)
				if dx, dy := px-r.x, py-r.y; dx*dx+dy*dy > r.square {
					continue
				}
				if got := l.at(px, py); got != target || px*px+py*py > race.Far {
					t.Fatalf("(%v, %v) is in the disc of (%v, %v), but at %d of %v, not %d", px, py, x, y, got, targets, target)
				}
			}
		}
	}
	if known < 5000 {
		t.Errorf("only %d discs were known", known)
	}
}
