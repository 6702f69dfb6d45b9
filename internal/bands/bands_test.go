package bands

import (
	"sync/atomic"
	"testing"
)

// TestEveryRowIsDrawnOnce: however many there are, again and again, and without memory.
func TestEveryRowIsDrawnOnce(t *testing.T) {
	var drawn [257]atomic.Int32
	var b Bands
	b.Init(4, func(first, last int) {
		for y := first; y < last; y++ {
			drawn[y].Add(1)
		}
	})
	for _, rows := range [][2]int{{0, 257}, {0, 1}, {5, 5}, {7, 3}, {100, 203}} {
		b.Rows(rows[0], rows[1])
		for y := range drawn {
			want := int32(0)
			if y >= rows[0] && y < rows[1] {
				want = 1
			}
			if got := drawn[y].Swap(0); got != want {
				t.Fatalf("rows %v: row %d is drawn %d times", rows, y, got)
			}
		}
	}
	if n := testing.AllocsPerRun(20, func() { b.Rows(0, 257) }); n != 0 {
		t.Errorf("it allocates %v times", n)
	}
}
