package words

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

func TestShares(t *testing.T) {
	for _, c := range []struct {
		parts []float64
		want  string
	}{
		{[]float64{1, 1, 1}, "34 %, 33 %, 33 %"},
		{[]float64{1}, "100 %"},
		{[]float64{1, 0}, "100 %, 0 %"},
		{[]float64{0, 0}, "0 %, 0 %"},
		{nil, ""},
		{[]float64{76, 82, 54, 57, 31}, "26 %, 27 %, 18 %, 19 %, 10 %"},
		{[]float64{4095, 1}, "> 99.9 %, < 0.1 %"},
		{[]float64{0.4197, 0.0714, 0.5089}, "42.0 %, 7.1 %, 50.9 %"},
	} {
		if got := strings.Join(Shares(c.parts), ", "); got != c.want {
			t.Errorf("%v are %q, want %q", c.parts, got, c.want)
		}
	}
}

// TestSharesAddUp: whatever is counted, what is written adds up to 100 %, and each is as near as a unit of what it is.
func TestSharesAddUp(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		parts := make([]float64, 1+random.IntN(30))
		whole := 0.0
		for i := range parts {
			parts[i] = float64(random.IntN(1 + random.IntN(1000)))
			whole += parts[i]
		}
		if whole == 0 {
			continue
		}
		sum := 0.0
		for i, said := range Shares(parts) {
			switch said {
			case "< 0.1 %":
				continue
			case "> 99.9 %":
				said = "100 %"
			}
			v, err := strconv.ParseFloat(strings.TrimSuffix(said, " %"), 64)
			if err != nil {
				t.Fatal(err)
			}
			if off := math.Abs(v - 100*parts[i]/whole); off >= 1 || strings.Contains(said, ".") && off >= 0.1 {
				t.Fatalf("%v of %v is written %q", parts[i], whole, said)
			}
			sum += v
		}
		if math.Abs(sum-100) > 1e-9 {
			t.Fatalf("%v are written %v, %v %% in all", parts, Shares(parts), sum)
		}
	}
}
