package fair

import "fyne.io/fyne/v2"

// least is the height of a pane that scrolls by itself, in units.
const least = 300

// A column gives the pane all the height that it needs, beside the map, where everything around it scrolls. In the middle of
// the window it scrolls by itself.
type column struct {
	body    fyne.CanvasObject
	scrolls bool // by itself
}

// Layout fills the pane.
func (*column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(size)
}

// MinSize is the body's, as far as it may grow.
func (c *column) MinSize([]fyne.CanvasObject) fyne.Size {
	size := c.body.MinSize()
	if c.scrolls {
		size.Height = least
	}
	return size
}
