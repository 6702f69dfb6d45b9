package expr

import (
	"math"
	"strconv"
	"testing"
)

// TestFunctions compares values and both derivatives with a table that was computed in 60-digit arithmetic.
func TestFunctions(t *testing.T) {
	for _, row := range readTable(t, "functions.txt") {
		x, err := strconv.ParseFloat(row[1], 64)
		if err != nil {
			t.Fatal(err)
		}
		want := numbers(t, row[2])
		j := bind(t, row[0]+"(x) + 0*y").Jet(x, 1)
		along := bind(t, row[0]+"(y)").Jet(1, x)
		for i, got := range [][3]float64{{j.F, j.X, j.XX}, {along.F, along.Y, along.YY}} {
			for k := range got {
				if math.Abs(got[k]-want[k]) > 4e-15*math.Abs(want[k]) {
					t.Errorf("%s at %v, variable %d, derivative %d: %v, want %v", row[0], x, i, k, got[k], want[k])
				}
			}
		}
	}
}

// TestModHasTheSignOfTheDivisor as in Python: the whole table of signs, and exact where the quotient is large.
func TestModHasTheSignOfTheDivisor(t *testing.T) {
	for _, test := range []struct{ a, b, want float64 }{
		{7, 3, 1}, {-7, 3, 2}, {7, -3, -2}, {-7, -3, -1}, {6, 3, 0}, {-6, 3, 0}, {5.5, 2, 1.5}, {-0.25, 1, 0.75}, {1e17, 3, 1},
		{1, 0, math.NaN()}, {math.Inf(1), 2, math.NaN()}, {5, math.Inf(1), 5},
	} {
		if got := bind(t, "mod(x, y)").Value(test.a, test.b); got != test.want && !(math.IsNaN(got) && math.IsNaN(test.want)) {
			t.Errorf("mod(%v, %v) is %v, want %v", test.a, test.b, got, test.want)
		}
	}
	j := bind(t, "mod(x, y)").Jet(-7, 3)
	if want := (Jet{2, 1, 3, 0, 0, 0}); j != want {
		t.Errorf("mod(-7, 3) with derivatives is %v, want %v", j, want)
	}
}
