package race

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/window/desk"
)

var _ desk.Desk = (*place)(nil)

// A place is what the panes of the room may ask: the frame, and the columns that they stand in.
type place struct {
	desk.Frame
	columns  *fyne.Container   // all of them
	left     *fyne.Container   // the column of what runs
	scroll   *container.Scroll // that it is in
	readouts *fyne.Container   // the column of what can be read
	right    *container.Scroll // that it is in; the sheet lies over it
	widened  float32           // by how much that is to be wider than usual
}

// Relayout lets the columns take new widths and heights.
func (p *place) Relayout() {
	if c := p.columns; c != nil {
		c.Layout.Layout(c.Objects, c.Size())
	}
	for _, column := range []*fyne.Container{p.left, p.readouts} {
		if column != nil {
			column.Refresh()
		}
	}
}

// Scroller is the left column.
func (p *place) Scroller() desk.Scroller { return p.scroll }

// Around is the right column.
func (p *place) Around() fyne.Scrollable { return p.right }
