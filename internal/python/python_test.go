package python

import (
	"math"
	"strings"
	"testing"
)

func TestNumbersAreThoseOfPython(t *testing.T) {
	for _, c := range []struct {
		v             float64
		float, number string
	}{
		{3, "3.0", "3"}, {-2, "-2.0", "-2"}, {0.1, "0.1", "0.1"}, {1e300, "1e+300", "1e+300"}, {5e-324, "5e-324", "5e-324"},
		{1e14, "1e+14", "100000000000000"}, {math.Pi, "3.141592653589793", "math.pi"}, {math.E, "2.718281828459045", "math.e"},
		{math.Inf(1), `float("+inf")`, `float("+inf")`}, {math.Inf(-1), `float("-inf")`, `float("-inf")`},
		{math.NaN(), `float("nan")`, `float("nan")`},
	} {
		if got := Float(c.v); got != c.float {
			t.Errorf("Float(%v) is %s, want %s", c.v, got, c.float)
		}
		if got := Number(c.v); got != c.number {
			t.Errorf("Number(%v) is %s, want %s", c.v, got, c.number)
		}
	}
	if got := List([]float64{1, 0.5}); got != "[1.0, 0.5]" {
		t.Errorf("a list is %s", got)
	}
}

func TestNamesAreFree(t *testing.T) {
	for name, want := range map[string]string{"lambda": "lambda_", "torch": "torch_", "alpha": "alpha", "or": "or_", "a": "a"} {
		if got := Name(name); got != want {
			t.Errorf("%s becomes %s, want %s", name, got, want)
		}
	}
}

// TestParenthesesWhereNeeded writes (a + b)*-c and a + b*c from their parts.
func TestParenthesesWhereNeeded(t *testing.T) {
	product := Sum.In(Product, "a + b") + "*" + Sign.In(Sign, "-c")
	sum := Atom.In(Sum, "a") + " + " + Product.In(Product, "b*c")
	if got := strings.Join([]string{product, sum}, "; "); got != "(a + b)*-c; a + b*c" {
		t.Error(got)
	}
}
