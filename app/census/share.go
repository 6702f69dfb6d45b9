package census

import "math"

// sure is how many standard deviations of a normal distribution hold 95 %.
const sure = 1.959963984540054

// Interval is where the true share lies with 95 % confidence, when some of all were found: Wilson's interval (1927, Probable
// inference, the law of succession, and statistical inference, Journal of the American Statistical Association 22), which unlike
// the textbook's stays between 0 and 1 and is good for rare things too.
func Interval(some, all int) (low, high float64) {
	n := float64(all)
	p := float64(some) / n
	z2 := sure * sure / n
	middle := (p + z2/2) / (1 + z2)
	half := sure / (1 + z2) * math.Sqrt(p*(1-p)/n+z2/(4*n))
	low, high = middle-half, middle+half
	if some == 0 {
		low = 0 // but for rounding
	}
	if some == all {
		high = 1
	}
	return low, high
}

// AtMost is the share above which something that was not found once among all would have been found, with 95 % confidence: the
// rule of three (Hanley and Lippman-Hand 1983, If nothing goes wrong, is everything all right?, JAMA 249).
func AtMost(all int) float64 { return min(3/float64(all), 1) }

// Interval is where the true share of minima lies with 95 % confidence; where none was found it begins with 0 and ends with the
// rule of three.
func (r Row) Interval() (low, high float64) {
	if r.Minima() == 0 {
		return 0, AtMost(r.Count())
	}
	return Interval(r.Minima(), r.Count())
}

// Fits tells whether what is expected lies in the interval.
func (r Row) Fits() bool {
	low, high := r.Interval()
	return low <= r.Expected() && r.Expected() <= high
}
