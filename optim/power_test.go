package optim

import "testing"

func TestPower(t *testing.T) {
	for _, c := range []struct {
		base float64
		n    int
		want float64
	}{{2, 0, 1}, {2, 1, 2}, {3, 5, 243}, {0.5, 10, 1. / 1024}, {0, 0, 1}, {0, 3, 0}, {0.999, 1 << 20, 0}, {10, 15, 1e15}} {
		if got := power(c.base, c.n); got != c.want {
			t.Errorf("power(%v, %d) = %v, want %v", c.base, c.n, got, c.want)
		}
	}
}
