package words

import "testing"

// TestLargeCounts: they fit into a narrow column.
func TestLargeCounts(t *testing.T) {
	for n, want := range map[int]string{0: "0", 140: "140", 99_999: "99999", 100_000: "100k", 999_999: "999k", 1_000_000: "1M",
		12_345_678: "12.3M"} {
		if got := Large(n); got != want || len(got) > 5 {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}
