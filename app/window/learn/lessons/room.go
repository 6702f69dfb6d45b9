// Package lessons is the half of the room Learn in which lessons are read: a list of them, the text of one, and beside it a lab
// that is alive: numbers of the text set it, and results in the text are those of its runs.
package lessons

import (
	"encoding/json"
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/lesson"
	"descentlab/app/lesson/recording"
	"descentlab/app/lesson/study"
	"descentlab/app/window/desk"
	"descentlab/app/window/learn/contents"
	"descentlab/app/window/learn/shelf"
	"descentlab/app/window/race/tool"
)

var _ desk.Room = (*Room)(nil)

// A Room is what fills the window below the header while lessons are read.
type Room struct {
	desk    desk.Frame
	books   []book
	open    int          // of the books
	study   *study.Study // of the open one
	studies map[string]*study.Study
	away    map[string]json.RawMessage // what was done in files that were not there at the start
	jobs    []desk.Work                // of the open lesson

	header   *header
	contents *contents.List
	shelf    *shelf.Shelf
	page     *page
	living   *living
	values   *values
	asking   *asking
	graphs   []*graph
	scrubs   *scrubbing
	hands    map[lab.Tool]desk.Tool
	student  string               // who hands in
	draft    *recording.Recording // the lesson in the making; nil: there is none
	drafting *drafting            // its form, while it is open
	written  string               // the draft as it is written, for the session
	shown    bool                 // it is seen
	filling  bool                 // a lesson is being put in
	box      *fyne.Container
}

// New makes the room of what was kept; nil is the first start. An error says what of that cannot be. Gallery shows all
// experiments.
func New(f desk.Frame, state []byte, gallery func()) (*Room, error) {
	r, err := shelve(state)
	if err != nil {
		return nil, err
	}
	r.desk = f
	r.values = newValues(r)
	r.asking = newAsking(r)
	r.header = newHeader(r)
	r.page = newPage(r)
	r.contents = contents.New()
	r.contents.OnOpen = r.openBook
	r.shelf = shelf.New(f, gallery)
	r.shelf.OnPressed = func(key string) { r.asking.cancel(); r.showScene(key) }
	r.living = newLiving(r, r.firstDoc(), r.heard)
	// The text comes first, so that Tab leads through it before it comes to the lists.
	r.box = container.New(columns{}, r.page.panel, container.New(aside{}, r.contents.Object(), r.shelf.Object()), r.living.box)
	f.Mark("lesson-page", func() fyne.CanvasObject { return r.page.scroll })
	f.Mark("lesson-number", r.firstNumber)
	f.Keep(&whole{r})
	r.fill()
	return r, nil
}

// whole is all that is under way for the open lesson, for whoever waits for a picture of it. The room itself lets it rest.
type whole struct{ room *Room }

// Busy tells whether there is anything.
func (w *whole) Busy() bool {
	return w.room.living.desk.lab.State().Busy || slices.ContainsFunc(w.room.jobs, desk.Work.Busy)
}

// Interrupt does nothing: what it makes must not stay half made.
func (w *whole) Interrupt() bool { return false }

// Hold does nothing.
func (w *whole) Hold(bool) {}

// End ends all of it.
func (w *whole) End() {
	w.room.living.desk.lab.Close()
	for _, j := range w.room.jobs {
		j.End()
	}
}

// tools are what the mouse does on the map.
func (r *Room) tools(d desk.Desk) map[lab.Tool]desk.Tool {
	tools := maps.Clone(tool.New(d))
	tools[lab.ToolStart] = &predictor{tools[lab.ToolStart], r}
	r.hands = tools
	return tools
}

// lesson is the open one.
func (r *Room) lesson() *lesson.Lesson { return r.books[r.open].lesson }

// firstDoc is what the lab begins with.
func (r *Room) firstDoc() setup.Experiment {
	if l := r.lesson(); len(l.Scenes) > 0 {
		return l.Scenes[0].Doc
	}
	return setup.Default()
}

// openBook reads another lesson, from where it was left.
func (r *Room) openBook(i int) {
	if i == r.open || i < 0 || i >= len(r.books) {
		return
	}
	r.close()
	r.open = i
	r.fill()
	r.changed()
}

// Read opens the lesson of a key; one that is not there is not gone to.
func (r *Room) Read(key string) {
	r.openBook(slices.IndexFunc(r.books, func(b book) bool { return b.key == key }))
}

// turn goes to the lesson before or after.
func (r *Room) turn(by int) { r.openBook(r.open + by) }

// close leaves the open lesson as it is.
func (r *Room) close() {
	r.endScrub()
	r.asking.leave()
	for _, j := range r.jobs {
		j.Hold(false)
		j.Interrupt()
	}
	r.jobs, r.graphs, r.drafting = nil, nil, nil
	r.studies[r.books[r.open].key] = r.study
}

// fill puts the open lesson into the room.
func (r *Room) fill() {
	r.filling = true
	b := r.books[r.open]
	if r.study = r.studies[b.key]; r.study == nil || r.study.Lesson != b.lesson {
		r.study = study.New(b.lesson)
		r.studies[b.key] = r.study
	}
	r.values.of(b.lesson)
	r.living.forget()
	r.scrubs = &scrubbing{}
	before, after := "", ""
	if r.open > 0 {
		before = r.books[r.open-1].title()
	}
	if r.open+1 < len(r.books) {
		after = r.books[r.open+1].title()
	}
	scene := r.study.Scene
	if scene == "" && len(b.lesson.Scenes) > 0 {
		scene = r.sceneAt(r.study.Reached)
	}
	if r.showScene(scene); scene == "" {
		doc := r.desk.Lab().State().Doc
		r.living.show(b.key, doc)
		r.living.knobs.set(&lesson.Scene{Key: b.key, Doc: doc, Names: doc.Names()}, firstKnobs(&doc))
	}
	r.page.fill(r.rowsOf(b.lesson, b.number), before, after, float32(r.study.Scroll))
	r.filling = false
	r.asking.resume()
	r.tellDone()
	r.shelf.Set(b.lesson.Experiments)
	r.header.update()
	r.values.refresh()
	r.page.laid()
}

// sceneAt is the experiment that the text is about at a block: above the first one, the first that the lesson loads.
func (r *Room) sceneAt(block int) string {
	l := r.lesson()
	for i := max(block, 0); i < len(l.Blocks); i++ {
		if key := l.Blocks[i].Scene; l.Scene(key) != nil {
			return key
		}
	}
	if len(l.Scenes) > 0 {
		return l.Scenes[0].Key
	}
	return ""
}

// reads takes in that a block is read: the lab follows the text when it comes to another experiment.
func (r *Room) reads(block int) {
	if r.filling || block < 0 {
		return
	}
	if block > r.study.Reached {
		r.study.Reached = block
		r.tellDone()
	}
	b := r.lesson().Blocks[block]
	if p := r.asking.now; p != nil && p.revealed && block != p.row.at {
		r.asking.cancel() // what came of it has been seen
	}
	if r.asking.now == nil && r.lesson().Scene(b.Scene) != nil {
		r.showScene(b.Scene)
	}
	r.changed()
}

// showScene puts an experiment of the lesson into the lab.
func (r *Room) showScene(key string) {
	l := r.lesson()
	s := l.Scene(key)
	if s == nil || r.living.scene == key {
		return
	}
	r.study.Scene = key
	r.living.show(key, r.study.Doc(key))
	r.living.hide(false)
	r.living.knobs.set(s, fieldsOf(l, key))
	r.header.update()
	r.changed()
}

// predicts tells whether the lab has the experiment of a question.
func (r *Room) predicts() bool { return r.living.predicts() }

// docOf is the experiment of a scene as it is now.
func (r *Room) docOf(scene string) setup.Experiment {
	if scene == r.living.scene {
		return r.living.desk.lab.State().Doc
	}
	return r.study.Doc(scene)
}

// heard takes in a state of the lab.
func (r *Room) heard(s lab.State, c lab.Change) {
	if r.living == nil {
		return // it is being made
	}
	if c&lab.DocChanged != 0 && !r.predicts() && r.lesson().Scene(r.living.scene) != nil {
		if before := r.study.Doc(r.living.scene); !setup.Same(setup.OfRace, &before, &s.Doc) {
			r.study.Set(r.living.scene, s.Doc)
			r.values.changed(r.living.scene)
		}
	}
	r.values.heard(s, c)
	if r.filling {
		return
	}
	if c&(lab.DocChanged|lab.TapeChanged|lab.FieldChanged) != 0 {
		r.page.update()
		r.header.update()
	}
	if p := r.asking.now; p != nil {
		if c&(lab.HeadChanged|lab.ViewChanged) != 0 {
			p.lay()
		}
	}
	if c&lab.DocChanged != 0 {
		r.changed()
	}
}

// changed has the room's state saved.
func (r *Room) changed() {
	if !r.filling {
		r.desk.Changed()
	}
}

// keep has a job of the open lesson rest while the room is not seen.
func (r *Room) keep(j desk.Work) {
	r.jobs = append(r.jobs, j)
	j.Hold(!r.shown)
}

// Object is what is seen of it.
func (r *Room) Object() fyne.CanvasObject { return r.box }

// Header is what it has in the bar.
func (r *Room) Header() desk.Header { return r.header.Header }

// Enter goes on with what was under way.
func (r *Room) Enter() {
	r.shown = true
	for _, j := range r.jobs {
		j.Hold(false)
	}
	r.living.enter()
	r.values.refresh()
	r.page.update()
	r.page.relay()
	r.page.laid()
}

// Leave stops what moves and what is computed.
func (r *Room) Leave() {
	r.shown = false
	r.endScrub()
	r.living.leave()
	for _, j := range r.jobs {
		j.Hold(true)
	}
}

// Restyle draws everything anew.
func (r *Room) Restyle() {
	r.living.restyle()
	for _, g := range r.graphs {
		g.drawing.Redraw()
	}
	r.page.relay()
	r.contents.Restyle()
	r.shelf.Draw()
	r.header.update()
}

// Undo takes the last edit of the lab back.
func (r *Room) Undo() {
	r.endScrub()
	r.living.desk.lab.Undo()
}

// Redo makes it again.
func (r *Room) Redo() {
	r.endScrub()
	r.living.desk.lab.Redo()
}

// CanUndo tells whether there is one.
func (r *Room) CanUndo() bool { return r.living.desk.lab.State().CanUndo }

// CanRedo tells whether one has been taken back last.
func (r *Room) CanRedo() bool { return r.living.desk.lab.State().CanRedo }

// firstNumber is the first number of the text that can be dragged; nil if there is none.
func (r *Room) firstNumber() fyne.CanvasObject {
	for _, row := range r.page.rows {
		if p, is := row.(*passage); is {
			for i := range p.runs {
				if p.runs[i].Kind == lesson.Scrub {
					return p.par.Grip(i)
				}
			}
		}
	}
	return nil
}
