package descent

import (
	"encoding/json"
	"errors"
	"maps"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/game"
	"descentlab/app/game/course"
	"descentlab/app/lab/history"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

var _ desk.Room = (*Room)(nil)

// A Room fills the window below the header. It shows its course; every gesture changes that, and it is shown anew.
type Room struct {
	desk    desk.Frame
	course  course.Course
	past    history.History[course.Course]
	refused []error // of what was kept, still to be told
	now     func() time.Time
	aiming  string    // the key that has moved an aim last
	aimed   time.Time // when it did
	seen    bool

	clock    *clock
	header   *header
	tiles    *tiles
	scene    *scene
	controls *controls
	page     *page
	box      *fyne.Container
}

func newRoom(f desk.Frame, said fyne.CanvasObject, c course.Course) *Room {
	r := &Room{desk: f, course: c, now: time.Now}
	r.clock = newClock(r)
	r.header = newHeader(r)
	r.tiles = newTiles(r)
	r.scene = newScene(r)
	r.controls = newControls(r)
	r.page = newPage(r)
	r.box = container.New(columns{r}, r.tiles.picture, container.NewStack(r.scene.box, said), r.controls.panel, r.page.head,
		r.page.panel)
	f.Mark("descent-tiles", func() fyne.CanvasObject { return r.tiles.picture })
	f.Mark("descent-scene", func() fyne.CanvasObject { return r.scene.picture })
	for _, b := range []string{"Left", "Right", "Space"} {
		f.Mark("descent-"+b, func() fyne.CanvasObject { return r.controls.button(b) })
	}
	return r
}

// do is what every gesture does: it changes the course, says what cannot be, and shows what has come of it.
func (r *Room) do(change func(*course.Course) error) {
	r.clock.rest()
	before := r.course
	err := change(&r.course)
	r.desk.Say(err)
	if err != nil {
		return
	}
	r.record(before)
	r.clock.set(before)
	r.update()
	r.desk.Changed()
}

// record keeps the course as it was for undo. A push or a probe counts: it is not undone, only left behind with its level.
func (r *Room) record(before course.Course) {
	now := r.course
	acted := len(now.State.Actions) - len(before.State.Actions)
	switch {
	case now.Level != before.Level, acted < 0, acted > 0 && now.Tries():
		r.past.Record("", before)
	case now.Tries() && (now.Method != before.Method || !maps.Equal(now.Values, before.Values)):
		r.past.Record("setting", before)
	}
}

// shift goes to another course of the history. What was won stays won.
func (r *Room) shift(to func(course.Course) (course.Course, bool)) {
	r.clock.rest()
	now := r.course
	next, ok := to(r.course)
	if !ok {
		return
	}
	r.desk.Say(nil)
	r.course = next
	r.course.Best, r.course.Day, r.course.Wins, r.course.First = now.Best, now.Day, now.Wins, now.First
	r.course.Watched, r.course.Lit, r.course.Aims = false, -1, [2]*surfaces.Point{}
	r.update()
	r.desk.Changed()
}

// shown is the course as it is seen: while a run is replayed, as far as that is.
func (r *Room) shown() course.Course { return r.clock.shown(r.course) }

// update shows the course everywhere.
func (r *Room) update() {
	r.header.update()
	r.tiles.update()
	r.controls.update()
	r.page.update()
	r.scene.update()
	r.box.Layout.Layout(r.box.Objects, r.box.Size()) // a map has another shape than a curve
}

// tell shows the numbers of the course, and what was tried, as they are while a run is replayed.
func (r *Room) tell() {
	r.controls.numbers.Redraw()
	r.page.numbers.Redraw()
	r.page.text.Redraw()
}

// style is how pictures are drawn at a scale.
func (r *Room) style(scale float64) plot.Style {
	st := r.desk.Style()
	st.Scale = scale
	return st
}

// enter begins another level, or says what unlocks it.
func (r *Room) enter(l *game.Level) {
	if l.Key == r.course.Level.Key {
		r.desk.Say(nil)
		return
	}
	r.do(func(c *course.Course) error { return c.Enter(l) })
}

// Object is what is seen of it.
func (r *Room) Object() fyne.CanvasObject { return r.box }

// Header is what it has in the bar.
func (r *Room) Header() desk.Header { return r.header.Header }

// Enter shows what there is. A day has another landscape than the day before.
func (r *Room) Enter() {
	r.seen = true
	r.day()
	r.update()
	if len(r.refused) > 0 {
		r.desk.Say(words.Errorf("what does not hold of the results that were kept is left out: %w", errors.Join(r.refused...)))
		r.refused = nil
	}
}

// day is today: it may have become another one since it was asked for last.
func (r *Room) day() time.Time {
	r.course.Day = r.now()
	return r.course.Day
}

// Leave stops what moves.
func (r *Room) Leave() {
	r.seen = false
	r.clock.rest()
	r.course.Aims, r.course.Lit = [2]*surfaces.Point{}, -1
}

// Restyle draws everything anew.
func (r *Room) Restyle() { r.update() }

// Undo goes back to the level as it was left, or takes a try back.
func (r *Room) Undo() { r.shift(r.past.Undo) }

// Redo goes there again.
func (r *Room) Redo() { r.shift(r.past.Redo) }

// CanUndo tells whether there is something to go back to.
func (r *Room) CanUndo() bool { return r.past.CanUndo() }

// CanRedo tells whether one has gone back last.
func (r *Room) CanRedo() bool { return r.past.CanRedo() }

// State is what the room keeps: the course.
func (r *Room) State() json.RawMessage { return desk.Kept(r.course) }
