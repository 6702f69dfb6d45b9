package surfaces

import (
	"encoding/json"
	"math"
	"os"
	"testing"
)

// A reference is an entry of testdata/surfaces.json: values and derivatives from
// 30-digit arithmetic, and every critical point of the window.
type reference struct {
	Surface, Formula string
	X, Y             [2]float64
	Points           []struct {
		At       [2]float64
		Value    float64
		Gradient [2]float64
		Hessian  [2][2]float64
	}
	Critical []struct {
		At          [2]float64
		Value       float64
		Kind        string
		Eigenvalues [2]float64
	} `json:"critical_points"`
}

func references(t *testing.T) []reference {
	t.Helper()
	data, err := os.ReadFile("testdata/surfaces.json")
	if err != nil {
		t.Fatal(err)
	}
	var refs []reference
	if err := json.Unmarshal(data, &refs); err != nil {
		t.Fatal(err)
	}
	if len(refs) != 20 {
		t.Fatalf("testdata/surfaces.json has %d surfaces, want 20", len(refs))
	}
	return refs
}

// probe compiles a surface that the test knows to be good.
func probe(t testing.TB, s Surface) *Probe {
	t.Helper()
	p, err := s.Probe(nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// lookup returns the probe of a built-in surface and its window.
func lookup(t testing.TB, name string) (*Probe, Rect) {
	t.Helper()
	s, err := Lookup(name)
	if err != nil {
		t.Fatal(err)
	}
	return probe(t, s), s.View
}

// within reports whether |a-b| <= tol*(1+|b|).
func within(a, b, tol float64) bool {
	return math.Abs(a-b) <= tol*(1+math.Abs(b))
}
