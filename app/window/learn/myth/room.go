package myth

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/lab/history"
	"descentlab/app/window/desk"
	"descentlab/widgets/kit"
)

var _ desk.Room = (*Room)(nil)

// A Room fills the window below the header with two cards: the census and the trainings.
type Room struct {
	desk desk.Frame
	doc  document
	past history.History[document]

	header    *header
	census    *counting
	trainings *training
	page      *fyne.Container
	scroll    *container.Scroll
	scrollTo  float32 // where it was when the program ran last, until it is there; 0: nowhere
	shown     bool
}

func newRoom(f desk.Frame, k kept, back func()) *Room {
	r := &Room{desk: f, doc: k.Document, scrollTo: k.Scroll}
	r.page = container.New(pageLayout{r})
	r.scroll = container.NewVScroll(r.page)
	r.scroll.OnScrolled = func(fyne.Position) { f.Changed() }
	r.header = newHeader(back)
	r.census = newCounting(r, k.Downhill)
	r.trainings = newTraining(r)
	r.page.Objects = []fyne.CanvasObject{r.census.panel, r.trainings.panel}
	f.Mark(Census, func() fyne.CanvasObject { return r.census.panel })
	f.Mark(Trainings, func() fyne.CanvasObject { return r.trainings.panel })
	r.show()
	return r
}

// cards are the two of them.
func (r *Room) cards() []*card { return []*card{r.census.card, r.trainings.card} }

// edit changes what is chosen; equal keys in a row are one undo.
func (r *Room) edit(key string, f func(*document)) {
	before := r.doc
	f(&r.doc)
	if r.doc == before {
		return
	}
	r.past.Record(key, before)
	r.changed()
}

// changed shows another document, and has counted what it asks for.
func (r *Room) changed() {
	r.ask()
	r.show()
	r.desk.Changed()
}

// show shows all as it is.
func (r *Room) show() {
	r.census.show()
	r.trainings.show()
}

// ask has counted what is not yet. The census comes first, which takes a moment: both at once would be in each other's way.
func (r *Room) ask() {
	if !r.shown {
		return
	}
	r.census.ask()
	if !r.census.work.Busy() || r.trainings.work.Key() != "" {
		r.trainings.ask()
	}
}

// Reveal scrolls to the card of a name.
func (r *Room) Reveal(name string) {
	for key, c := range map[string]*card{Census: r.census.card, Trainings: r.trainings.card} {
		if key == name {
			r.scrollBy(c.panel.Position().Y - edge - r.scroll.Offset.Y)
		}
	}
}

// see scrolls as little as may be so that what can be chosen on a card is seen: the focus has come there.
func (r *Room) see(c *card) {
	top := c.panel.Position().Y + c.knobs.Position().Y - edge
	bottom := c.panel.Position().Y + c.line.Position().Y + c.line.Size().Height + edge
	to := min(r.scroll.Offset.Y, top)
	r.scrollBy(max(to, bottom-r.scroll.Size().Height) - r.scroll.Offset.Y)
}

// scrollBy scrolls, as far as there is anything.
func (r *Room) scrollBy(by float32) {
	most := max(r.page.MinSize().Height-r.scroll.Size().Height, 0)
	if to := min(max(r.scroll.Offset.Y+by, 0), most); to != r.scroll.Offset.Y {
		r.scroll.ScrollToOffset(fyne.NewPos(0, to))
		r.desk.Changed()
	}
}

// Object is what is seen of it.
func (r *Room) Object() fyne.CanvasObject { return r.scroll }

// Header is what it has in the bar.
func (r *Room) Header() desk.Header { return r.header.Header }

// Enter has counted what is not yet.
func (r *Room) Enter() {
	r.shown = true
	r.ask()
	r.show()
	r.arrive()
}

// arrive scrolls to where the page was when the program ran last, once it has its size.
func (r *Room) arrive() {
	if to := r.scrollTo; to > 0 && r.scroll.Size().Height > 1 {
		r.scrollTo = 0
		r.scrollBy(to)
	}
}

// Leave lets what is under way rest, which the frame does.
func (r *Room) Leave() { r.shown = false }

// Restyle draws everything anew.
func (r *Room) Restyle() {
	for _, c := range r.cards() {
		kit.Repaint(c.panel)
		c.picture.Redraw()
	}
}

// Undo takes the last choice back.
func (r *Room) Undo() { r.shift(r.past.Undo) }

// Redo makes it again.
func (r *Room) Redo() { r.shift(r.past.Redo) }

func (r *Room) shift(to func(document) (document, bool)) {
	if doc, is := to(r.doc); is {
		r.doc = doc
		r.changed()
	}
}

// CanUndo tells whether there is one.
func (r *Room) CanUndo() bool { return r.past.CanUndo() }

// CanRedo tells whether one has been taken back last.
func (r *Room) CanRedo() bool { return r.past.CanRedo() }
