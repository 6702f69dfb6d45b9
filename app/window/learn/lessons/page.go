package lessons

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/words"
	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

// page is the text: rows below one another that scroll, and at their end the way to the lessons before and after.
type page struct {
	room   *Room
	rows   []row
	places []float32 // of the rows' upper edges
	inner  *fyne.Container
	scroll *container.Scroll
	panel  *kit.Panel

	before, after *kit.Button
	width         float32
	busy          bool // it is being laid out
	at            int  // the row that is read: the one a third of the way down
	settle        gesture.Burst
	scrollTo      float32 // where it is to stand once it is laid out; negative: nowhere
}

// A row is a block of the lesson as it is seen.
type row interface {
	object() fyne.CanvasObject
	height(width float32) float32
	update()
	block() int // of the lesson; -1: the title
}

const (
	textPad  = 24
	pageFoot = 64 // with the buttons
)

func newPage(r *Room) *page {
	p := &page{room: r, scrollTo: -1}
	p.before = kit.NewButton("", kit.IconStepBack, words.T("The lesson before"), func() { r.turn(-1) })
	p.after = kit.NewButton("", kit.IconNext, words.T("The next lesson"), func() { r.turn(1) })
	p.inner = container.New(pageLayout{p})
	p.scroll = container.NewVScroll(p.inner)
	p.scroll.OnScrolled = func(fyne.Position) { p.scrolled() }
	p.panel = kit.NewFilled(p.scroll, nil)
	return p
}

// fill shows rows, from a place on.
func (p *page) fill(rows []row, before, after string, scroll float32) {
	p.rows, p.at, p.width = rows, -1, 0
	p.inner.Objects = nil
	for _, r := range rows {
		p.inner.Objects = append(p.inner.Objects, r.object())
	}
	p.inner.Objects = append(p.inner.Objects, p.before, p.after)
	p.before.SetText(before)
	p.after.SetText(after)
	layout.SetShown(p.before, before != "")
	layout.SetShown(p.after, after != "")
	p.scrollTo = scroll
	p.update()
	p.relay()
}

// update shows the present values.
func (p *page) update() {
	for _, r := range p.rows {
		r.update()
	}
}

// relay lays the rows out anew: one of them has another height.
func (p *page) relay() {
	if p.busy {
		return
	}
	p.width = 0
	p.inner.Resize(p.inner.Size())
	p.inner.Layout.Layout(p.inner.Objects, p.inner.Size())
	p.scroll.Refresh()
}

// measure gives the rows their places in a width, and returns the height of all.
func (p *page) measure(width float32) float32 {
	p.busy = true
	defer func() { p.busy = false }()
	y := float32(textPad - 2)
	p.places = p.places[:0]
	for _, r := range p.rows {
		p.places = append(p.places, y)
		y += r.height(width - 2*textPad)
	}
	p.places = append(p.places, y)
	return y
}

// pageLayout places the rows of a page.
type pageLayout struct{ page *page }

// Layout places them.
func (l pageLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	p := l.page
	if size.Width <= 2*textPad || p.busy {
		return
	}
	if p.width != size.Width {
		p.width = size.Width
		p.measure(size.Width)
	}
	p.busy = true
	defer func() { p.busy = false }()
	inner := size.Width - 2*textPad
	for i, r := range p.rows {
		o := r.object()
		o.Move(fyne.NewPos(textPad, p.places[i]))
		o.Resize(fyne.NewSize(inner, p.places[i+1]-p.places[i]))
	}
	foot := p.places[len(p.rows)] + 12
	before, after := p.before.MinSize(), p.after.MinSize()
	kit.Place(p.before, textPad, foot, min(before.Width, inner/2-4), before.Height)
	kit.Place(p.after, textPad+inner-min(after.Width, inner/2-4), foot, min(after.Width, inner/2-4), after.Height)
}

// MinSize is as high as all rows are.
func (l pageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	p := l.page
	if width := p.scroll.Size().Width; width > 2*textPad && p.width != width && !p.busy {
		p.width = width
		p.measure(width)
	}
	high := float32(0)
	if len(p.places) > 0 {
		high = p.places[len(p.places)-1]
	}
	return fyne.NewSize(200, high+pageFoot)
}

// laid puts the text where it stood, once it has its size.
func (p *page) laid() {
	if p.scrollTo < 0 || p.scroll.Size().Height < 1 {
		return
	}
	to := min(p.scrollTo, p.most())
	p.scrollTo = -1
	p.scroll.ScrollToOffset(fyne.NewPos(0, to))
	p.room.study.Scroll = float64(to)
	p.look()
}

// scrolled looks what is read, and lets the lab follow once the text rests.
func (p *page) scrolled() {
	p.room.study.Scroll = float64(p.scroll.Offset.Y)
	p.settle.GoOn(func() {
		p.settle.End()
		p.look()
	})
	p.room.changed()
}

// readAt is where somebody reads, as a part of what is seen.
const readAt = 0.38

// look finds the row that is read, and tells if it is another one. At the end of the text that is the last one.
func (p *page) look() {
	if len(p.places) == 0 {
		return
	}
	line := p.scroll.Offset.Y + p.scroll.Size().Height*readAt
	at := 0
	for at+1 < len(p.rows) && p.places[at+1] <= line {
		at++
	}
	if p.scroll.Offset.Y >= p.most()-1 {
		bottom := p.scroll.Offset.Y + p.scroll.Size().Height
		for at+1 < len(p.rows) && p.places[at+1] < bottom-pageFoot && p.most() > 0 {
			at++
		}
	}
	if at != p.at {
		p.at = at
		p.room.reads(p.rows[at].block())
	}
}

// reading is the block that is read.
func (p *page) reading() int {
	if p.at < 0 || p.at >= len(p.rows) {
		return 0
	}
	return p.rows[p.at].block()
}

// most is how far it scrolls.
func (p *page) most() float32 {
	return max(p.inner.MinSize().Height-p.scroll.Size().Height, 0)
}

// reveal scrolls as little as may be so that a part of a row is seen.
func (p *page) reveal(r row, top, height float32) {
	for i := range p.rows {
		if p.rows[i] != r {
			continue
		}
		y, seen := p.places[i]+top, p.scroll.Size().Height
		to := p.scroll.Offset.Y
		const room = 40
		to = min(to, max(y-room, 0))
		to = max(to, min(y+height+room-seen, p.most()))
		p.scrollBy(to - p.scroll.Offset.Y)
	}
}

// turn scrolls by about what is seen at once.
func (p *page) turn(down bool) {
	by := max(p.scroll.Size().Height-2*25, 50)
	if !down {
		by = -by
	}
	p.scrollBy(by)
}

// scrollBy scrolls, as far as there is anything.
func (p *page) scrollBy(by float32) {
	to := min(max(p.scroll.Offset.Y+by, 0), p.most())
	if to != p.scroll.Offset.Y {
		p.scroll.ScrollToOffset(fyne.NewPos(0, to))
		p.scrolled()
	}
}
