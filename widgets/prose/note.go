package prose

import (
	"fyne.io/fyne/v2"

	"descentlab/widgets/kit"
)

var _ fyne.Widget = (*note)(nil)

// A note lies over a result, and tells where it comes from while the pointer rests on it.
type note struct {
	kit.Widget
	kit.Hinted
}

func newNote() *note {
	n := &note{}
	n.ExtendHinted(n)
	n.ExtendBaseWidget(n)
	return n
}

// CreateRenderer is called by Fyne.
func (n *note) CreateRenderer() fyne.WidgetRenderer {
	least := func() fyne.Size { return fyne.NewSize(1, 1) }
	return n.Consists(&kit.Parts{Least: least, Arrange: func(fyne.Size) {}, Paint: func() {}})
}
