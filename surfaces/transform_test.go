package surfaces

import (
	"context"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestZeroTransformChangesNoBit(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	for _, s := range Catalogue() {
		p, q := probe(t, s), probe(t, s.Transformed(360, 0))
		for range 50 {
			x, y := s.View.X0+rng.Float64()*(s.View.X1-s.View.X0), s.View.Y0+rng.Float64()*(s.View.Y1-s.View.Y0)
			a, b := p.Jet(x, y), q.Jet(x, y)
			_, ax, ay := p.Grad(x, y)
			_, bx, by := q.Grad(x, y)
			if a != b && a.F == a.F || ax != bx || ay != by {
				t.Fatalf("%s: %+v and %+v differ at (%g, %g)", s.Name, a, b, x, y)
			}
		}
	}
}

func TestTransformMovesThePicture(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 14))
	for _, s := range Catalogue() {
		p := probe(t, s)
		for _, turn := range []float64{0, 30, 90, -90, 180, 217} {
			turned := s.Transformed(turn, 3*rng.Float64()-1.5)
			q := probe(t, turned)
			for range 10 {
				at := Point{X: s.View.X0 + rng.Float64()*(s.View.X1-s.View.X0), Y: s.View.Y0 + rng.Float64()*(s.View.Y1-s.View.Y0)}
				seen := turned.Transform.Seen(at)
				back := turned.Transform.Formula(seen)
				if size := math.Abs(s.View.X1) + math.Abs(s.View.Y1); math.Hypot(back.X-at.X, back.Y-at.Y) > 1e-12*(1+size) {
					t.Errorf("%+v takes %v to %v and that back to %v", turned.Transform, at, seen, back)
				}
				if a, b := p.Value(back.X, back.Y), q.Value(seen.X, seen.Y); !within(b, a, 1e-6) {
					t.Errorf("%s turned by %g: %g at %v, want %g", s.Name, turn, b, seen, a)
				}
			}
		}
	}
}

// Turned critical points are those of the turned surface; eigenvalues stay.
func TestTransformedCritical(t *testing.T) {
	s, err := Lookup("muller_brown")
	if err != nil {
		t.Fatal(err)
	}
	plain, err := probe(t, s).Critical(context.Background(), s.View)
	if err != nil {
		t.Fatal(err)
	}
	s = s.Transformed(37, 0)
	turned, err := probe(t, s).Critical(context.Background(), square(4))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range plain {
		want := s.Transform.Seen(c.At)
		got := turned[nearest(turned, want)]
		if got.Kind != c.Kind || math.Hypot(got.At.X-want.X, got.At.Y-want.Y) > 1e-9 || !within(got.L1, c.L1, 1e-9) ||
			!within(got.L2, c.L2, 1e-9) {
			t.Errorf("%+v, want %v with the eigenvalues %g and %g at %v", got, c.Kind, c.L1, c.L2, want)
		}
	}
}

// A stretch by two doublings makes the curvatures of a round bowl differ by a factor of 16.
func TestStretchedBowl(t *testing.T) {
	s := Surface{Formula: "x^2+y^2", View: square(1)}.Transformed(45, 2)
	l1, l2, v1, _ := Eigen(probe(t, s).Jet(0.3, 0.1))
	if !within(l2/l1, 16, 1e-12) || !within(v1.X, v1.Y, 1e-12) {
		t.Errorf("eigenvalues %g and %g, the smaller one along %v", l1, l2, v1)
	}
}

func TestTransformCheck(t *testing.T) {
	for _, c := range []struct {
		Transform
		want string
	}{
		{Transform{Turn: math.NaN()}, "turn is NaN: it must be a finite number"},
		{Transform{Stretch: 41}, "stretch is 41: it must be from -40 to 40 doublings"},
		{Transform{Stretch: math.NaN()}, "stretch is NaN"},
		{Transform{Turn: 10, Centre: Point{X: math.Inf(1)}}, "centre is (+Inf, 0)"},
	} {
		s := Surface{Formula: "x+y", Transform: c.Transform}
		if _, err := s.Probe(nil); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: error %v, want %q", c.Transform, err, c.want)
		}
	}
}
