package plane

import (
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/widgets/picker"
)

// ends is the key of lab.PlaneShowsEnds among the choices, where "" is none of them.
const ends = "end"

// colours are what the colours of a plane may tell, as choices.
func colours() []picker.Item {
	return []picker.Item{
		{
			Key: ends, Title: words.T("where it ends"),
			Note: words.T("the minimum that the run ends in; paler: it takes longer"),
		},
		{
			Key: setup.PlaneShowsLoss, Title: words.T("final loss"),
			Note: words.T("how far above the least loss the run ends, by its logarithm"),
		},
		{
			Key: setup.PlaneShowsBest, Title: words.T("best loss"),
			Note: words.T("how far above the least loss it ever comes, by its logarithm"),
		},
		{
			Key: setup.PlaneShowsSteps, Title: words.T("steps to arrive"),
			Note: words.T("until it is at a minimum for good, by their logarithm"),
		},
	}
}
