package experiments

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/gallery"
	"descentlab/app/gallery/cards"
	"descentlab/app/gallery/thumb"
	"descentlab/app/window/desk"
)

var _ desk.Room = (*Room)(nil)

// A Room fills the window below the header. What is shown follows from the wall of cards; all that is done changes that, and is
// shown then.
type Room struct {
	desk desk.Frame
	wall cards.Wall
	keys bool // the card with the focus has it by the keyboard, not by the pointer

	header   *header
	bar      *bar
	stage    *stage
	pictures *pictures
	checks   *checks
	box      *fyne.Container
}

// newRoom makes the room of a list of experiments, and of what was kept of it.
func newRoom(f desk.Frame, list []gallery.Exhibit, store thumb.Store, k kept) *Room {
	r := &Room{desk: f, wall: cards.New(list, cards.Width).Sort(cards.Order(k.Order))}
	tags := gallery.Tags(list)
	if !slices.Contains(tags, k.Tag) {
		k.Tag = ""
	}
	r.wall = r.wall.Search(k.Search, k.Tag)
	r.header = newHeader(r, len(list))
	r.bar = newBar(r, tags)
	r.stage = newStage(r, list)
	r.stage.scrollTo = k.Scroll
	r.pictures = newPictures(r, list, store)
	r.checks = newChecks(r)
	r.box = container.New(columns{}, r.bar.box, r.stage)
	r.header.update()
	r.bar.update()
	r.stage.update()
	f.Mark("learn-search", func() fyne.CanvasObject { return r.header.search })
	f.Mark("learn-card", func() fyne.CanvasObject { return r.stage.first() })
	return r
}

// show shows another wall: from its top on, unless the same cards are shown.
func (r *Room) show(w cards.Wall) {
	same := slices.EqualFunc(r.wall.Shown, w.Shown, func(a, b gallery.Exhibit) bool { return a.Key == b.Key })
	r.wall = w
	if !same {
		r.stage.scroll.ScrollToTop()
	}
	r.header.update()
	r.bar.update()
	r.stage.update()
	r.desk.Changed()
}

// search leaves what has the words and the tag.
func (r *Room) search(query, tag string) {
	if query != r.wall.Query() || tag != r.wall.Tag() {
		r.keys = false
		w := r.wall.Search(query, tag)
		w.Focus = -1
		r.show(w)
	}
}

// all takes the search back.
func (r *Room) all() { r.search("", "") }

// focus gives a card the focus, or none.
func (r *Room) focus(w cards.Wall, keys bool) {
	r.wall, r.keys = w, keys
	r.stage.light()
	if w.Focus >= 0 {
		r.checks.soon(w.Shown[w.Focus])
	}
}

// open puts an experiment in the place of the one in the room Race, which Undo brings back there. It has been run.
func (r *Room) open(e gallery.Exhibit) { Open(r.desk, e) }

// Object is what is seen of it.
func (r *Room) Object() fyne.CanvasObject { return r.box }

// Header is what it has in the bar.
func (r *Room) Header() desk.Header { return r.header.Header }

// Enter shows what there is, and has the pictures drawn that are missing.
func (r *Room) Enter() {
	r.stage.update()
	r.pictures.draw()
}

// Leave lets the pictures rest, which the frame does, and no card has the focus any more.
func (r *Room) Leave() {
	r.checks.stop()
	r.wall.Focus, r.keys = -1, false
	r.stage.light()
}

// Restyle draws everything anew.
func (r *Room) Restyle() {
	r.header.update()
	r.stage.restyle()
	r.pictures.draw()
}

// Undo does nothing: there is no document.
func (r *Room) Undo() {}

// Redo does nothing.
func (r *Room) Redo() {}

// CanUndo is false.
func (r *Room) CanUndo() bool { return false }

// CanRedo is false.
func (r *Room) CanRedo() bool { return false }
