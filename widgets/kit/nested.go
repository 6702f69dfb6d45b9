package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// A Nested scrolls its content up and down, and stands in something that scrolls, too: at the end of its content, or where all of
// it is seen, the wheel is for what is around it. Fyne gives the wheel to the innermost alone, over which it would be dead.
type Nested struct {
	container.Scroll

	around fyne.Scrollable
}

// NewNested scrolls a content within what is around it; nil if that does not scroll.
func NewNested(content fyne.CanvasObject, around fyne.Scrollable) *Nested {
	n := &Nested{around: around}
	n.Content, n.Direction = content, container.ScrollVerticalOnly
	n.ExtendBaseWidget(n)
	return n
}

// Scrolls is what scrolls its content.
func (n *Nested) Scrolls() *container.Scroll { return &n.Scroll }

// Scrolled is called by Fyne for a turn of the wheel.
func (n *Nested) Scrolled(ev *fyne.ScrollEvent) {
	before := n.Offset
	n.Scroll.Scrolled(ev)
	if n.Offset == before && n.around != nil {
		n.around.Scrolled(ev)
	}
}

// Solid reports whether one picture, through which nothing is seen, covers all of it.
func (n *Nested) Solid() bool {
	box, is := n.Content.(*fyne.Container)
	if !is || !box.Visible() {
		return false
	}
	for _, o := range box.Objects {
		at, size := box.Position().Add(o.Position()), o.Size()
		if s, is := o.(Solid); is && o.Visible() && s.Solid() && at.X <= 0 && at.Y <= 0 &&
			at.X+size.Width >= n.Size().Width && at.Y+size.Height >= n.Size().Height {
			return true
		}
	}
	return false
}
