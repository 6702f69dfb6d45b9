package plot

import (
	"math"
	"math/rand/v2"
	"testing"
)

func FuzzClipSegment(f *testing.F) {
	f.Add(1.0, 2.0, 30.0, 40.0)
	f.Add(-5.0, 50.0, 200.0, 50.0)
	f.Add(-1e300, 1e300, 1e300, -1e300)
	f.Add(0.0, 0.0, 0.0, 0.0)
	f.Add(23.0, 31.0, -13.8, 30.0)
	f.Add(math.MaxFloat64, 5.0, -math.MaxFloat64, 6.0)
	f.Fuzz(func(t *testing.T, ax, ay, bx, by float64) {
		a, b := Vec{ax, ay}, Vec{bx, by}
		p, q, ok := Box{0, 0, 100, 80}.Clip(a, b)
		inside := func(v Vec) bool { return v.X >= 0 && v.X <= 100 && v.Y >= 0 && v.Y <= 80 }
		if !ok {
			if inside(a) || inside(b) {
				t.Fatalf("%v to %v is partly inside but was cut away", a, b)
			}
			return
		}
		if !inside(p) || !inside(q) {
			t.Fatalf("%v to %v was cut to %v, %v, outside the box", a, b, p, q)
		}
		if inside(a) && p != a || inside(b) && q != b {
			t.Fatalf("%v to %v lost an end that is inside: %v, %v", a, b, p, q)
		}
		size := math.Max(math.Max(math.Abs(ax), math.Abs(ay)), math.Max(math.Abs(bx), math.Abs(by)))
		if d := b.Sub(a); size < 1e5 && d.Len() > 0 {
			for _, v := range []Vec{p, q} {
				if off := math.Abs((v.X-a.X)*d.Y-(v.Y-a.Y)*d.X) / d.Len(); off > 1e-6 {
					t.Fatalf("%v to %v: %v is %g off the line", a, b, v, off)
				}
			}
		}
	})
}

// TestApartIsNeverClipped: what is told apart at a glance has nothing in the box, and most that has nothing in it is.
func TestApartIsNeverClipped(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	b, glances, out := Box{-1, -2, 3, 1}, 0, 0
	for range 20000 {
		p, q := Vec{r.NormFloat64() * 4, r.NormFloat64() * 4}, Vec{r.NormFloat64() * 4, r.NormFloat64() * 4}
		_, _, meets := b.Clip(p, q)
		apart := b.apart(p, q)
		if apart && meets {
			t.Fatalf("%v to %v meets %v", p, q, b)
		}
		if !meets {
			out++
			if apart {
				glances++
			}
		}
	}
	if 10*glances < 7*out {
		t.Errorf("of %d segments outside only %d are told at a glance", out, glances)
	}
	if nan := math.NaN(); b.apart(Vec{nan, nan}, Vec{nan, nan}) {
		t.Error("what has no place is apart")
	}
}
