package real

import (
	_ "embed"
	"fmt"
	"math"
	"strings"
	"testing"
)

//go:embed testdata/exact.txt
var exact string

var functions = map[string]func(x, y float64) float64{
	"log":   func(x, _ float64) float64 { return Log(x) },
	"log10": func(x, _ float64) float64 { return Log10(x) },
	"exp":   func(x, _ float64) float64 { return Exp(x) },
	"sinh":  func(x, _ float64) float64 { return Sinh(x) },
	"cosh":  func(x, _ float64) float64 { return Cosh(x) },
	"pow":   Pow,
}

// TestFunctionsAtTheEdges compares with correctly rounded values, at denormal numbers, near overflow, with huge exponents and
// at common places.
func TestFunctionsAtTheEdges(t *testing.T) {
	seen := 0
	for line := range strings.Lines(exact) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		var name string
		var x, y, want float64
		if _, err := fmt.Sscan(line, &name, &x, &y, &want); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		seen++
		got := functions[name](x, y)
		ulp := math.Nextafter(math.Abs(want), math.Inf(1)) - math.Abs(want)
		if got != want && !(math.Abs(got-want) <= 2*ulp) {
			t.Errorf("%s(%v, %v) = %v, want %v", name, x, y, got, want)
		}
	}
	if seen < 150 {
		t.Errorf("only %d lines were read", seen)
	}
}

// TestLog10OfPowersOfTen is exact.
func TestLog10OfPowersOfTen(t *testing.T) {
	for n := -307; n <= 308; n++ {
		if got := Log10(math.Pow10(n)); got != float64(n) {
			t.Errorf("Log10(1e%d) = %v", n, got)
		}
	}
	if got := Log10(5e-324); math.Abs(got+323.3062153431158) > 1e-13 {
		t.Errorf("Log10(5e-324) = %v", got)
	}
}

// TestSpecialValues: what is no question of digits is as in package math.
func TestSpecialValues(t *testing.T) {
	values := []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 2, -2, 3, -3, 40, -40, 41, -41, 40.5, 1e300, -1e300, 5e-324,
		-5e-324, math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN()}
	same := func(a, b float64) bool { return a == b && math.Signbit(a) == math.Signbit(b) || a != a && b != b }
	for _, x := range values {
		for _, y := range values {
			got, want := Pow(x, y), math.Pow(x, y)
			if special := want == 0 || want-want != 0; special && !same(got, want) && math.Abs(x) != 5e-324 {
				t.Errorf("Pow(%v, %v) = %v, want %v", x, y, got, want)
			}
		}
		if x <= 0 || x-x != 0 {
			for name, pair := range map[string][2]float64{"Log": {Log(x), math.Log(x)}, "Log10": {Log10(x), math.Log10(x)},
				"Exp": {Exp(x), math.Exp(x)}, "Sinh": {Sinh(x), math.Sinh(x)}, "Cosh": {Cosh(x), math.Cosh(x)}} {
				if !same(pair[0], pair[1]) {
					t.Errorf("%s(%v) = %v, want %v", name, x, pair[0], pair[1])
				}
			}
		}
	}
}
