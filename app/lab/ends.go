package lab

import (
	"descentlab/app/words"
	"descentlab/optim/sweep"
)

// End is what became of a run, in words: "still moving".
func End(k sweep.Kind) string {
	switch k {
	case sweep.Arrived:
		return words.T("arrived")
	case sweep.Settled:
		return words.T("at rest elsewhere")
	case sweep.Slow:
		return words.T("still moving")
	case sweep.Oscillating:
		return words.T("circling")
	case sweep.Left:
		return words.T("left the map")
	case sweep.Diverged:
		return words.T("diverged")
	case sweep.Undefined:
		return words.T("left the domain")
	case sweep.Stopped:
		return words.T("stopped")
	}
	return words.T("pending")
}
