package plot

import (
	"math"
	"strconv"

	"descentlab/internal/say"
)

// logTicks are the round values between 10^lo and 10^hi, about n of them, at their logarithms: powers of ten, or of each
// decade also 3, or 2 and 5, where there is room. Within one decade they are round numbers as on a linear axis.
func logTicks(lo, hi float64, n int) []tick {
	if n < 1 || !(lo < hi) || hi-lo > 600 {
		return nil
	}
	every, within := 1, []float64{1}
	switch decades := hi - lo; {
	case decades > float64(n):
		every = int(math.Ceil(decades / float64(n)))
	case 3*decades <= float64(n):
		within = []float64{1, 2, 5}
	case 2*decades <= float64(n):
		within = []float64{1, 3}
	}
	var ticks []tick
	for k := int(math.Floor(lo)); float64(k) <= hi; k++ {
		if k%every != 0 {
			continue
		}
		for _, m := range within {
			if at := float64(k) + math.Log10(m); at >= lo && at <= hi {
				ticks = append(ticks, tick{at, powerText(m, k)})
			}
		}
	}
	if len(ticks) < 2 && hi-lo < 1 {
		return ticksWithinDecade(lo, hi, n)
	}
	return ticks
}

// ticksWithinDecade are the ticks of a range too narrow for logarithms to show: as on a linear axis.
func ticksWithinDecade(lo, hi float64, n int) []tick {
	ticks := newTicks(math.Pow(10, lo), math.Pow(10, hi), n)
	for i := range ticks {
		ticks[i].at = math.Log10(ticks[i].at)
	}
	return ticks
}

// powerText is m*10^k as short as it can be read.
func powerText(m float64, k int) string {
	if k >= -3 && k <= 4 {
		return say.Decimal(strconv.FormatFloat(m*math.Pow10(k), 'f', max(-k, 0), 64))
	}
	return strconv.FormatFloat(m, 'f', 0, 64) + "e" + strconv.Itoa(k)
}
