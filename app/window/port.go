package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/widgets/kit"
)

// leastPort is the least size of the window, in units. Rooms need more: with large texts, or where the display has a large scale,
// more than there may be on the screen.
var leastPort = fyne.NewSize(480, 320)

// newPort shows the window's content whole where there is room, and else a part of it, which scrolls: a window that is as large
// as its content would reach beyond the screen, where nobody gets at it.
func newPort(content fyne.CanvasObject) *container.Scroll {
	// In a box: Fyne would lay all of a container out anew whenever it scrolls, and refresh it.
	s := container.NewScroll(kit.NewBox(fynelayout.NewStackLayout(), content))
	s.SetMinSize(leastPort)
	return s
}
