package figure

import (
	"sync"

	"descentlab/resources"
	"descentlab/widgets/plot"
)

// SmallText is the size of captions and hints, in units.
const SmallText = 11.5

// Font is the font of all pictures: that of the window's texts.
var Font = sync.OnceValues(func() (*plot.Font, error) {
	return plot.NewFont(resources.Sans, resources.Symbols, resources.Mono)
})
