package layout

import (
	"fyne.io/fyne/v2"
)

// A Bar puts a choice at the left, the buttons at the right, and between them the help if there is room.
type Bar struct {
	Fit func(room float32) // words the help for a room; may be nil
}

// Layout places them.
func (b Bar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const gap = 8
	left, right := float32(0), size.Width
	for i, o := range objects {
		need := o.MinSize()
		x := left
		switch i {
		case 0:
			left = need.Width + gap
		case 1:
			continue
		default:
			after := float32(0)
			for _, next := range objects[i:] {
				after += next.MinSize().Width + gap
			}
			x = size.Width - after + gap
			right = min(right, x-gap)
		}
		o.Resize(need)
		o.Move(fyne.NewPos(x, (size.Height-need.Height)/2))
	}
	help := objects[1]
	if b.Fit != nil {
		b.Fit(right - left)
	}
	need := help.MinSize()
	SetShown(help, need.Width <= right-left)
	help.Resize(need)
	help.Move(fyne.NewPos(left, (size.Height-need.Height)/2))
}

// MinSize is as high as the caption that it stands in the place of.
func (Bar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, captionHeight) }
