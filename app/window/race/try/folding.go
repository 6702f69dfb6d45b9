package try

import (
	"fyne.io/fyne/v2"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/widgets/layout"
	"descentlab/widgets/offer"
)

// slim is the width of a column in which the panel is left out.
const slim = 260

// fold folds what is unfolded, or the other way round.
func (p *Pane) fold() {
	choice := lab.Unfolded
	if p.open() {
		choice = lab.Folded
	}
	p.desk.Lab().Look(func(v *lab.View) { v.Tries = choice })
}

// follow folds the panel as it is looked at: with no choice of the user's, if there is no room.
func (p *Pane) follow(choice lab.Fold) {
	if p.choice == choice {
		return
	}
	p.choice = choice
	p.box.Refresh()
	p.desk.Relayout()
}

// open tells whether the changes are seen.
func (p *Pane) open() bool { return p.offers[0].Visible() }

// showHead says in the line above the changes, while they are folded, what there is.
func (p *Pane) showHead() {
	found, made := p.work.Result()
	note := words.N(len(found), "%d small change", "%d small changes", len(found))
	switch {
	case p.open():
		note = p.without()
	case !made:
		note = words.T("small changes")
	case len(found) == 0:
		note = words.T("no small change ends otherwise")
	}
	p.head.Set(words.T("Try"), note, p.open())
}

// without says whose settings are left alone: no one value is that of a whole run which changes on its way, or is forked to.
func (p *Pane) without() string {
	doc := p.desk.Lab().State().Doc
	changing, forked := figure.Changing(&doc)
	switch {
	case len(changing) > 0 && len(forked) > 0:
		return words.T("without %s, changed on the way, and %s, forked", words.And(changing), words.And(forked))
	case len(changing) > 0:
		return words.T("without %s, changed on the way", words.And(changing))
	case len(forked) > 0:
		return words.T("without %s, forked", words.And(forked))
	}
	return ""
}

// A foot lays the panel out at the foot of its room, folded if that is too low.
type foot struct{ *Pane }

// MinSize is that of one line, unless the changes are to be seen in any case.
func (f foot) MinSize([]fyne.CanvasObject) fyne.Size {
	if f.tooSlim(f.box.Size().Width) {
		return fyne.Size{}
	}
	return fyne.NewSize(0, listHeight(f.choice == lab.Unfolded))
}

func (f foot) tooSlim(width float32) bool { return width > 0 && width < slim }

// Layout places the panel.
func (f foot) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	layout.SetShown(f.panel, !f.tooSlim(size.Width))
	open := f.choice == lab.Unfolded || f.choice == "" && size.Height >= listHeight(true)
	for _, o := range f.offers {
		layout.SetShown(o, open)
	}
	f.showHead()
	h := min(listHeight(open), size.Height)
	f.panel.Move(fyne.NewPos(0, size.Height-h))
	f.panel.Resize(fyne.NewSize(size.Width, h))
}

// Lengths around the changes, in units.
const (
	lineHeight = 38 // of the line above them
	offerGap   = 3  // between them
	offerSide  = 6  // at their sides, and below the last one
)

// listHeight is that of the line and, if they are seen, the changes.
func listHeight(open bool) float32 {
	if !open {
		return lineHeight
	}
	return lineHeight + most*(offer.Height+offerGap) + offerSide
}

// rows is the line with the changes below it.
type rows struct{}

// MinSize is what they need.
func (rows) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, listHeight(objects[1].Visible()))
}

// Layout places them.
func (rows) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width, lineHeight))
	for i, o := range objects[1:] {
		o.Move(fyne.NewPos(offerSide, lineHeight+float32(i)*(offer.Height+offerGap)))
		o.Resize(fyne.NewSize(size.Width-2*offerSide, offer.Height))
	}
}
