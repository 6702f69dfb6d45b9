package window

// Gaps between the parts of the window, in units.
const (
	scrollBar = 6  // room for it beside the panels of a column
	panelGap  = 10 // between panels
)
