package racers

import (
	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

// A heading is the first line of the column: how many racers there are, and what the tracks of all closed cards set.
type heading struct {
	count *kit.Heading
	rate  *kit.Term
	box   *fyne.Container
}

func newHeading() *heading {
	h := &heading{count: kit.NewHeading(""), rate: kit.NewTerm(words.T("learning rate, lr"), words.Meaning("learning rate"))}
	h.box = &fyne.Container{Layout: headingLayout{}, Objects: []fyne.CanvasObject{h.count, h.rate}}
	return h
}

// update counts the racers of a state. Without racers the line is left out.
func (h *heading) update(s lab.State) {
	n := len(s.Doc.Racers)
	h.count.SetText(words.N(n, "%d optimizer", "%d optimizers", n))
	layout.SetShown(h.box, n > 0)
}

// headingLayout puts the one above the names of the racers, and the other above their tracks.
type headingLayout struct{}

const (
	headingHeight = 20
	overTracks    = 122 // from the left edge
	overNarrow    = 104
)

// Layout is called by Fyne.
func (headingLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(overTracks)
	if size.Width < 270 {
		x = overNarrow
	}
	count, rate := objects[0].MinSize(), objects[1].MinSize()
	x = max(x, count.Width+10)
	kit.Place(objects[0], 1, (size.Height-count.Height)/2, count.Width, count.Height)
	kit.Place(objects[1], x, (size.Height-rate.Height)/2, min(rate.Width, max(size.Width-x, 1)), rate.Height)
}

// MinSize asks for no width.
func (headingLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, headingHeight) }
