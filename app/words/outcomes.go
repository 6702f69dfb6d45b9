package words

import "descentlab/optim/sweep"

// Outcome is what became of a run, in words: "still moving".
func Outcome(k sweep.Kind) string {
	switch k {
	case sweep.Arrived:
		return T("arrived")
	case sweep.Settled:
		return T("at rest elsewhere")
	case sweep.Slow:
		return T("still moving")
	case sweep.Oscillating:
		return T("circling")
	case sweep.Left:
		return T("left the map")
	case sweep.Diverged:
		return T("diverged")
	case sweep.Undefined:
		return T("left the domain")
	case sweep.Stopped:
		return T("stopped")
	}
	return T("pending")
}
