package census

import (
	"math"
	"testing"

	"descentlab/internal/say"
)

// TestInterval: the first three as R's prop.test(correct = FALSE) has them, the last by the formula elsewhere.
func TestInterval(t *testing.T) {
	for _, c := range []struct {
		some, all int
		low, high float64
	}{
		{1, 10, 0.01787621, 0.4041500},
		{0, 10, 0, 0.2775328},
		{10, 10, 0.7224672, 1},
		{293, 2000, 0.13168050, 0.16267485},
	} {
		low, high := Interval(c.some, c.all)
		if math.Abs(low-c.low) > 1e-6 || math.Abs(high-c.high) > 1e-6 {
			t.Errorf("%d of %d: %v to %v, want %v to %v", c.some, c.all, low, high, c.low, c.high)
		}
	}
}

// TestRuleOfThree: of what was not found no share of zero is told.
func TestRuleOfThree(t *testing.T) {
	r := Row{Dim: 8, Index: []int{0, 1, 30, 400, 1138, 400, 30, 1, 0}, Exact: Exact(8)}
	if low, high := r.Interval(); low != 0 || high != 0.0015 || !r.Fits() {
		t.Errorf("%v to %v", low, high)
	}
	want := "of 2,000 random critical points in 8 dimensions none is a minimum: fewer than 1 in 666, expected 1 in 1.0e+09"
	if got := r.Sentence(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if AtMost(2) != 1 {
		t.Error("more than all")
	}
	// With that share, a zero is found once in twenty times.
	if miss := math.Pow(1-AtMost(2000), 2000); math.Abs(miss-0.05) > 0.001 {
		t.Errorf("found none: %v", miss)
	}
}

func TestSentences(t *testing.T) {
	five := Row{Dim: 5, Index: []int{3, 100, 897, 897, 100, 3}, Exact: Exact(5)}
	two := Row{Dim: 2, Index: []int{1, 2, 0}, Exact: Exact(2)}
	one := Row{Dim: 1, Index: []int{1000, 1000}, Exact: Exact(1)}
	for got, want := range map[string]string{
		five.Sentence():                     "of 2,000 random critical points in 5 dimensions 3 are minima: 0.15 %, expected 0.014 %",
		two.Sentence():                      "of 3 random critical points in 2 dimensions 1 is a minimum: 33.3 %, expected 14.6 %",
		one.Sentence():                      "of 2,000 random critical points in 1 dimension 1,000 are minima: 50 %, expected 50 %",
		Census{Rows: []Row{one}}.Sentence(): "in one dimension every other critical point is a minimum, as on a curve",
		Census{Rows: []Row{one, five}}.Sentence(): "in 5 dimensions 1,994 of 2,000 critical points are saddles, " +
			"with 2.5 downhill directions on the average: not minima but saddles are in the way",
		Rarity(4.62e-6):                                 "1 in 220,000",
		Grouped(1234567):                                "1,234,567",
		Census{}.Sentence():                             "",
		Census{}.Agreement():                            "",
		Census{Rows: []Row{one}}.Agreement():            "the exact share lies in 1 of 1 interval",
		Census{Rows: []Row{one, two, five}}.Agreement(): "the exact shares lie in 2 of 3 intervals",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestSharesWithAComma: a comma stands before decimals then, and for that reason not between thousands.
func TestSharesWithAComma(t *testing.T) {
	say.DecimalComma(true)
	t.Cleanup(func() { say.DecimalComma(false) })
	for got, want := range map[string]string{
		Grouped(1234567): "1\u202f234\u202f567", Grouped(999): "999",
		Rarity(4.62e-6): "1 in 220\u202f000", Rarity(0.509): "50,9 %", Rarity(0.5): "50 %", Rarity(1e-9): "1 in 1,0e+09",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
