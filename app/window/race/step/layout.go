package step

import (
	"fyne.io/fyne/v2"

	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/picker"
)

// A column is the layout of the pane: the head, the sheet as high as it needs to be, and the chips.
type column struct {
	pane  *Pane
	width float32
}

const (
	slimmest = 270 // width, which leaves the column free to shrink
	gap      = 8
	headGap  = 6
)

// measure asks for as much height as the sheet needs.
func (c *column) measure() {
	width := c.width
	if width <= 0 {
		width = slimmest
	}
	p := c.pane
	least := fyne.NewSize(slimmest, float32(p.sheet.Height(p.look(1), float64(width))))
	if p.body.MinSize() == least {
		return
	}
	p.body.SetLeast(least)
	p.box.Refresh()
}

// Layout places the parts below one another.
func (c *column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if c.width != size.Width {
		c.width = size.Width
		c.measure()
	}
	y := float32(0)
	for _, o := range objects {
		h := o.MinSize().Height
		kit.Place(o, 0, y, size.Width, h)
		y += h + gap
	}
}

// MinSize is the height of all.
func (c *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	high := float32(-gap)
	for _, o := range objects {
		high += o.MinSize().Height + gap
	}
	return fyne.NewSize(slimmest, high)
}

// A head is the layout of the pane's first line: badge, racer, step, and the button at the right. Where there is little room the
// words of the step give way.
type head struct{}

// Layout places them.
func (head) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	badge, whose, when, button := objects[0], objects[1].(*picker.Picker), objects[2].(*kit.Label), objects[3]
	side, mark := button.MinSize(), badge.MinSize()
	end := size.Width - side.Width
	kit.Place(button, end, (size.Height-side.Height)/2, side.Width, side.Height)
	kit.Place(badge, 0, (size.Height-mark.Height)/2, mark.Width, mark.Height)
	x := mark.Width + headGap/2
	wide := min(whose.PreferredWidth(), max(end-x-headGap, 1))
	kit.Place(whose, x, (size.Height-whose.MinSize().Height)/2, wide, whose.MinSize().Height)
	x += wide + headGap
	need := when.Width()
	layout.SetShown(when, x+need+headGap <= end)
	kit.Place(when, x, 0, need, size.Height)
}

// MinSize is that of its highest part.
func (head) MinSize(objects []fyne.CanvasObject) fyne.Size {
	high := float32(0)
	for _, o := range objects {
		high = max(high, o.MinSize().Height)
	}
	return fyne.NewSize(slimmest, high)
}
