package story

import (
	"descentlab/app/lab/chronicle"
	"descentlab/app/words"
)

// Name is what a kind of moments is called in a list.
func Name(k chronicle.Kind) string {
	switch k {
	case chronicle.InBasin:
		return words.T("enters a basin")
	case chronicle.CrossedRidge:
		return words.T("crosses a ridge")
	case chronicle.AtSaddle:
		return words.T("lingers at a saddle")
	case chronicle.Overshoot:
		return words.T("overshoots")
	case chronicle.Spike:
		return words.T("the loss spikes")
	case chronicle.Oscillation:
		return words.T("goes to and fro")
	case chronicle.Edge:
		return words.T("edge of stability")
	case chronicle.Cycle:
		return words.T("goes around in a cycle")
	case chronicle.Plateau:
		return words.T("crosses a plateau")
	case chronicle.LeftWindow:
		return words.T("leaves the map")
	case chronicle.Settled:
		return words.T("settles")
	}
	return words.T("the run ends early")
}

// Meaning says in a sentence when a sign of a kind stands on the time, the map and the charts.
func Meaning(k chronicle.Kind) string {
	switch k {
	case chronicle.InBasin:
		return words.T("From here on the way straight downhill ends in another minimum than before.")
	case chronicle.CrossedRidge:
		return words.T("A step leads to the other side of a ridge, which parts two basins.")
	case chronicle.AtSaddle:
		return words.T("It is slow near a saddle for a dozen steps or more.")
	case chronicle.Overshoot:
		return words.T("The loss rises above what it was, until it is as low again.")
	case chronicle.Spike:
		return words.T("The loss rises by more than half of what had been won, and comes back.")
	case chronicle.Oscillation:
		return words.T("Nearly all of a dozen steps lead back across a valley.")
	case chronicle.Edge:
		return words.T("It goes to and fro by steps of one length: the surface is as sharp as the method bears.")
	case chronicle.Cycle:
		return words.T("To the end it comes back to the same few places.")
	case chronicle.Plateau:
		return words.T("The ground is nearly level for a dozen steps or more.")
	case chronicle.LeftWindow:
		return words.T("From here on it is outside of the home window.")
	case chronicle.Settled:
		return words.T("From here on its loss is that of a minimum.")
	}
	return words.T("Its numbers are finite no longer, the function has no value, or the method can make no step.")
}
