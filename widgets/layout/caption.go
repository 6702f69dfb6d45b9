package layout

import (
	"fyne.io/fyne/v2"
)

// Caption puts the first text at the left and the second at the right, and drops the second when both do not fit.
type Caption struct {
	// Fit, if not nil, lets the first text be another one that fits the width.
	Fit func(width float32)
}

const captionHeight = 26

// CaptionGap is between the two texts at least.
const CaptionGap = 16

// Layout places the two texts.
func (c Caption) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if c.Fit != nil {
		c.Fit(size.Width)
	}
	left, right := objects[0].MinSize(), objects[1].MinSize()
	objects[0].Move(fyne.NewPos(0, (size.Height-left.Height)/2))
	objects[0].Resize(left)
	SetShown(objects[1], left.Width+right.Width+CaptionGap <= size.Width)
	objects[1].Move(fyne.NewPos(size.Width-right.Width, (size.Height-right.Height)/2))
	objects[1].Resize(right)
}

// MinSize is the same whatever the texts are.
func (Caption) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, captionHeight) }
