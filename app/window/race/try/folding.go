package try

import (
	"fyne.io/fyne/v2"

	"descentlab/app/words"
	"descentlab/widgets/layout"
	"descentlab/widgets/offer"
)

// A folding says whether the changes are seen, or one line that stands for them.
type folding int

const (
	asRoom folding = iota // they are, if there is room
	folded
	unfolded // they are, and the column scrolls
)

// slim is the width of a column in which the panel is left out.
const slim = 260

// fold folds what is unfolded, or the other way round.
func (p *Pane) fold() {
	p.choice = unfolded
	if p.open() {
		p.choice = folded
	}
	p.box.Refresh()
	p.desk.Relayout()
}

// open tells whether the changes are seen.
func (p *Pane) open() bool { return p.offers[0].Visible() }

// showHead says in the line above the changes what a click does, and while they are folded what there is.
func (p *Pane) showHead() {
	if p.open() {
		p.head.Set("", false, words.T("Fold"))
		return
	}
	found, made := p.work.Result()
	note := words.N(len(found), "%d small change", "%d small changes", len(found))
	switch {
	case !made:
		note = words.T("small changes")
	case len(found) == 0:
		note = words.T("no small change ends otherwise")
	}
	p.head.Set(note, true, words.T("Unfold: small changes, each with what comes of it"))
}

// A foot lays the panel out at the foot of its room, folded if that is too low.
type foot struct{ *Pane }

// MinSize is that of one line, unless the changes are to be seen in any case.
func (f foot) MinSize([]fyne.CanvasObject) fyne.Size {
	if f.tooSlim(f.box.Size().Width) {
		return fyne.Size{}
	}
	return fyne.NewSize(0, f.height(f.choice == unfolded))
}

func (f foot) tooSlim(width float32) bool { return width > 0 && width < slim }

// height is that of the panel.
func (f foot) height(open bool) float32 {
	frame := f.panel.MinSize().Height - f.list.MinSize().Height
	return frame + listHeight(open)
}

// Layout places the panel.
func (f foot) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	layout.SetShown(f.panel, !f.tooSlim(size.Width))
	open := f.choice == unfolded || f.choice == asRoom && size.Height >= f.height(true)
	for _, o := range f.offers {
		layout.SetShown(o, open)
	}
	f.showHead()
	h := min(f.height(open), size.Height)
	f.panel.Move(fyne.NewPos(0, size.Height-h))
	f.panel.Resize(fyne.NewSize(size.Width, h))
}

// offerGap is the room between two changes.
const offerGap = 3

// listHeight is that of the line and, if they are seen, the changes.
func listHeight(open bool) float32 {
	if !open {
		return offer.HeadHeight
	}
	return offer.HeadHeight + most*(offer.Height+offerGap)
}

// rows is the line with the changes below it.
type rows struct{}

// MinSize is what they need.
func (rows) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, listHeight(objects[1].Visible()))
}

// Layout places them.
func (rows) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		h := o.MinSize().Height
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + offerGap
	}
}
