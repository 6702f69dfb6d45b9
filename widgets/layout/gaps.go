// Package layout places the parts of the window: layouts of Fyne that are no widgets.
package layout

// Gaps between the parts of the window, in units.
const (
	ScrollBar = 6  // room for it beside the panels of a column
	PanelGap  = 10 // between panels
)
