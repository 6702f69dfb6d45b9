package window

import "descentlab/widgets"

// planeColours are what the colours of a plane may tell, as the document names them; "end" stands for the empty name.
var planeColours = []widgets.PickerItem{
	{Key: "end", Title: "where it ends", Note: "the minimum that the run ends in; paler: it takes longer"},
	{Key: "loss", Title: "final loss", Note: "how far above the least loss the run ends, by its logarithm"},
	{Key: "best", Title: "best loss", Note: "how far above the least loss it ever comes, by its logarithm"},
	{Key: "steps", Title: "steps to arrive", Note: "until it is at a minimum for good, by their logarithm"},
}
