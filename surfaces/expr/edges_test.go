package expr

import (
	"math"
	"testing"
)

var (
	infinity = math.Inf(1)
	nothing  = math.NaN()
)

// TestEdges: values and gradients at the ends of the range of numbers and where a rule meets a zero. Values are from arithmetic
// of 80 digits, gradients those of PyTorch.
func TestEdges(t *testing.T) {
	for _, c := range []struct {
		formula       string
		x, y          float64
		f, byX, byY   float64
		relativeError float64
	}{
		{"log10(x) + 0*y", 5e-324, 0, -323.3062153431158, infinity, 0, 1e-15},
		{"log10(x) + 0*y", 1e-310, 0, -310, infinity, 0, 1e-15},
		{"log10(x) + 0*y", 1e15, 0, 15, 4.342944819032518e-16, 0, 1e-15},
		{"log(x) + 0*y", 5e-324, 0, -744.4400719213812, infinity, 0, 1e-15},
		{"log(y) + 0*x", 0, 1e-320, -736.8272408909739, 0, infinity, 1e-15},
		{"x^(1/3) + 0*y", 1e-310, 0, 4.6415888336128355e-104, 1.5471962778709498e206, 0, 1e-14},
		{"x^0.3 + 0*y", 5e-324, 0, 1.0189089969368957e-97, 6.1868843068533607e225, 0, 1e-13},
		{"x^y", 1e-310, 0.25, 3.162277660168377e-78, 7.905694150420966e231, -2.2572381540656566e-75, 1e-14},
		{"x^2.5 + 0*y", 1e-128, 0, 1e-320, 2.5e-192, 0, 1e-3},
		{"x^2.5 + 0*y", 1e123, 0, 3.1622776601683794e307, 7.905694150420949e184, 0, 1e-13},
		{"x^100.5 + 0*y", 1000, 0, 3.1622776601683794e301, 3.178089048469221e300, 0, 1e-13},
		{"x^1e9 + 0*y", 1.0000001, 0, 2.6881038582144647e+43, 2.688103589404105e52, 0, 1e-13},
		{"exp(x) + 0*y", 709.78, 0, 1.7928227943945155e308, 1.7928227943945155e308, 0, 1e-14},
		{"sinh(x) + cosh(y)", 710, -710, infinity, 1.1169973830808557e308, -1.1169973830808557e308, 1e-14},
		{"x^y", 0, 0, 1, 0, 0, 0},
		{"x^y", 0, 0.5, 0, infinity, 0, 0},
		{"x^y", 0, 1, 0, 1, 0, 0},
		{"x^y", 0, 2, 0, 0, 0, 0},
		{"x^y", 0, -1, infinity, -infinity, -infinity, 0},
		{"x^y", -2, 2, 4, -4, nothing, 0},
		{"0^x + y", 0, 3, 4, 0, 1, 0},
		{"0^x + y", 2, 3, 3, 0, 1, 0},
		{"0^(x*y)", 0, 5, 1, 0, 0, 0},
		{"sqrt(x) + y", 0, 1, 1, infinity, 1, 0},
		{"abs(x) + abs(y)", 0, 0, 0, 0, 0, 0},
		{"sign(x) + floor(y)", 0, 2, 2, 0, 0, 0},
		{"relu(x) + relu(-y)", 0, 0, 0, 0, 0, 0},
		{"max(x, y)", 2, 2, 2, 0.5, 0.5, 0},
		{"min(x, y)", 2, 2, 2, 0.5, 0.5, 0},
		{"max(x, 0) + y", 0, 1, 1, 0.5, 1, 0},
		{"atan2(x, y)", 0, 0, 0, nothing, nothing, 0},
		{"tan(x) + y", math.Pi / 2, 0, 1.633123935319537e+16, 2.667093788113571e+32, 1, 1e-13},
		{"asin(x) + y", 1, 0, math.Pi / 2, infinity, 1, 1e-15},
		{"hypot(x, y)", 3e300, 4e300, 5e300, 0.6, 0.8, 1e-15},
		{"hypot(x, y)", 3e-320, 4e-320, 5e-320, 0.6, 0.8, 1e-3},
		{"(-x)^y", 8, 3, -512, -192, nothing, 1e-15},
	} {
		j := bind(t, c.formula).Jet(c.x, c.y)
		f, fx, fy := bind(t, c.formula).Grad(c.x, c.y)
		for i, pair := range [][2]float64{{j.F, c.f}, {j.X, c.byX}, {j.Y, c.byY}, {f, c.f}, {fx, c.byX}, {fy, c.byY}} {
			got, want := pair[0], pair[1]
			if got == want || got != got && want != want {
				continue
			}
			if !(math.Abs(got-want) <= c.relativeError*math.Abs(want)) {
				t.Errorf("%s at (%v, %v), number %d: %v, want %v", c.formula, c.x, c.y, i, got, want)
			}
		}
	}
}
