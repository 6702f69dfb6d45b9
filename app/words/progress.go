package words

import "time"

// Progress is how much of some work is done, and how long the rest will take if that is sure: "42 %, about 3 s left".
func Progress(part float64, left time.Duration, sure bool) string {
	if !sure {
		return Percent(part)
	}
	return T("%s, %s left", Percent(part), Duration(left))
}
