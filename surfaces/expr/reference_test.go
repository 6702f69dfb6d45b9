package expr

import (
	"encoding/json"
	"math"
	"os"
	"testing"
)

type referenceSurface struct {
	Surface, Formula string
	Points           []struct {
		At       [2]float64
		Value    float64
		Gradient [2]float64
		Hessian  [2][2]float64
	}
}

func readReference(t testing.TB) []referenceSurface {
	t.Helper()
	data, err := os.ReadFile("testdata/surfaces.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []referenceSurface
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// TestReference compares with values that were computed in 30-digit arithmetic.
func TestReference(t *testing.T) {
	all := readReference(t)
	if len(all) != 20 {
		t.Fatalf("%d surfaces in the reference, want 20", len(all))
	}
	for _, s := range all {
		p, err := Compile(s.Formula)
		if err != nil {
			t.Fatalf("%s: %v", s.Surface, err)
		}
		e := p.Bind()
		for _, pt := range s.Points {
			j := e.Jet(pt.At[0], pt.At[1])
			want := Jet{pt.Value, pt.Gradient[0], pt.Gradient[1], pt.Hessian[0][0], pt.Hessian[0][1], pt.Hessian[1][1]}
			got, wanted := components(j), components(want)
			for i := range got {
				if !alike(got[i], wanted[i], 1e-9) {
					t.Errorf("%s at %v: %s is %v, want %v", s.Surface, pt.At, componentNames[i], got[i], wanted[i])
				}
			}
		}
	}
}

var componentNames = [6]string{"f", "fx", "fy", "fxx", "fxy", "fyy"}

func components(j Jet) [6]float64 { return [6]float64{j.F, j.X, j.Y, j.XX, j.XY, j.YY} }

// alike reports whether a and b agree to the tolerance, relative to 1+|b|, or are the same infinity, or both NaN.
func alike(a, b, tolerance float64) bool {
	if math.IsNaN(b) || math.IsInf(b, 0) {
		return a == b || math.IsNaN(a) && math.IsNaN(b)
	}
	return math.Abs(a-b) <= tolerance*(1+math.Abs(b))
}
