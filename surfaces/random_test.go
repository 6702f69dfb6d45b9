package surfaces

import (
	"math"
	"strings"
	"testing"

	"descentlab/surfaces/expr"
)

func TestRandomIsAFunctionOfItsArguments(t *testing.T) {
	a, b := Random(7, 0.5, 20), Random(7, 0.5, 20)
	if a.Formula != b.Formula || a.Name != "" || len(a.Params) != 0 || !strings.HasSuffix(a.Title, " 7") {
		t.Errorf("twice the same gives\n%+v\n%+v", a, b)
	}
	if Random(8, 0.5, 20).Formula == a.Formula {
		t.Error("another seed gives the same landscape")
	}
	for _, c := range []struct {
		rough float64
		count int
		want  Surface
	}{{math.NaN(), 5, Random(3, 0, 5)}, {-1, 5, Random(3, 0, 5)}, {7, 5, Random(3, 1, 5)}, {0.3, -4, Random(3, 0.3, 1)},
		{0.3, 1e9, Random(3, 0.3, 64)}} {
		if got := Random(3, c.rough, c.count); got.Formula != c.want.Formula {
			t.Errorf("roughness %g, count %d: %s", c.rough, c.count, got.Formula)
		}
	}
}

// Any count compiles, has as many waves, and roughness changes the small waves alone.
func TestRandomCounts(t *testing.T) {
	for count := 1; count <= MaxWaves; count++ {
		s := Random(uint64(count), 1, count)
		if n := strings.Count(s.Formula, "cos("); n != count {
			t.Errorf("%d waves, want %d", n, count)
		}
		if n := len(s.Formula); n > expr.MaxLength/2 {
			t.Errorf("%d waves take %d characters", count, n)
		}
		probe(t, s)
	}
	smooth, rough := probe(t, Random(1, 0, 24)), probe(t, Random(1, 1, 24))
	half := probe(t, Random(1, 0.5, 24))
	for _, at := range []Point{{X: 0, Y: 0}, {X: 1, Y: -2}, {X: -2.5, Y: 0.3}} {
		a, b, c := smooth.Value(at.X, at.Y), half.Value(at.X, at.Y), rough.Value(at.X, at.Y)
		if a == b || b == c {
			t.Errorf("roughness changes nothing at %v", at)
		}
	}
}

// The entry of the catalogue is one of them, whatever its roughness.
func TestRandomWavesIsRandom(t *testing.T) {
	s, err := Lookup("random_waves")
	if err != nil {
		t.Fatal(err)
	}
	for _, rough := range []float64{0, 0.25, 1} {
		p, err := s.Probe(map[string]float64{"roughness": rough})
		if err != nil {
			t.Fatal(err)
		}
		q := probe(t, Random(2, rough, 16))
		if a, b := p.Value(0.7, -1.1), q.Value(0.7, -1.1); !within(a, b, 1e-14) {
			t.Errorf("roughness %g: %g and %g", rough, a, b)
		}
	}
}
