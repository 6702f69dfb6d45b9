package window

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/curve"
	"descentlab/app/window/descent"
	"descentlab/app/window/desk"
	"descentlab/app/window/learn"
	"descentlab/app/words"
	"descentlab/widgets/kit"
	"descentlab/widgets/rail"
)

// further are the rooms beside the race, in the order of the rail. A room is a package and a row here.
var further = []func() desk.Kind{curve.Kind, descent.Kind, learn.Kind}

var _ desk.Frame = (*tenant)(nil)

// A tenant is a room, and the frame as it sees it.
type tenant struct {
	*ui
	kind desk.Kind

	room    desk.Room // nil before it has been entered
	said    *toast
	line    *fyne.Container // of the header
	jobs    []desk.Work
	marked  []mark
	stale   bool // the theme has changed since it was seen
	changed bool // its state is to be asked for
}

// Keep makes the user's Escape end a job, and lets it rest while the room is not seen.
func (t *tenant) Keep(j desk.Work) {
	t.jobs = append(t.jobs, j)
	j.Hold(t != t.seen)
}

// Mark names a control.
func (t *tenant) Mark(name string, control func() fyne.CanvasObject) {
	t.marked = append(t.marked, mark{name, control})
}

// Ring lays rings round a control that has a name.
func (t *tenant) Ring(name string) {
	var control fyne.CanvasObject
	if i := slices.IndexFunc(t.marked, func(m mark) bool { return m.name == name }); i >= 0 {
		control = t.marked[i].control()
	}
	kit.ShowRings(t.win, control)
}

// Changed has the room's state saved, and shows what can be undone.
func (t *tenant) Changed() {
	t.changed, t.reads.stale = true, true
	if t == t.seen {
		t.header.restyle()
	}
	if t.seen != nil {
		t.saver.note(t.session())
	}
}

// furnish makes the table of rooms, none of which has been entered, and the rail.
func (u *ui) furnish(kept setup.Rooms) {
	u.kept = kept.States
	kinds := []desk.Kind{u.raceKind()}
	for _, kind := range further {
		kinds = append(kinds, kind())
	}
	var items []rail.Item
	for i, kind := range kinds {
		u.rooms = append(u.rooms, &tenant{ui: u, kind: kind})
		items = append(items, rail.Item{Name: kind.Name, Icon: kind.Icon,
			Hint: words.T("%s – %s (Alt+%d)", kind.Name, kind.Hint, i+1)}) // a slim rail has no names
	}
	if len(items) > 1 {
		u.rail = rail.New(items, rail.Item{Name: words.T("Settings"), Hint: words.T("Settings (Ctrl+,)"), Icon: kit.IconGear},
			rail.Item{Name: words.T("Help"), Hint: words.T("Help (F1)"), Icon: kit.IconHelp})
		u.rail.OnChosen = func(i int) { u.enter(u.rooms[i]) }
		u.rail.OnFoot = func(i int) { []func(){func() { u.openSettings() }, func() { u.openHelp() }}[i]() }
	}
	u.place = container.NewStack()
}

// compose lays out the header, the rail and the place of the room.
func (u *ui) compose() *fyne.Container {
	if u.rail == nil {
		return container.NewBorder(u.header.box, nil, nil, nil, u.place)
	}
	return container.New(rail.Layout{}, u.place, u.header.box, u.rail.Ground())
}

// tenant is the room of a key, or the first one.
func (u *ui) tenant(key string) *tenant {
	i := slices.IndexFunc(u.rooms, func(t *tenant) bool { return t.kind.Key == key })
	return u.rooms[max(i, 0)]
}

// Go shows the room of a key, if there is one.
func (u *ui) Go(key string) {
	if t := u.tenant(key); t.kind.Key == key {
		u.enter(t)
	}
}

// enter shows a room: in one frame, since what it shows is made when it is entered for the first time, and kept.
func (u *ui) enter(t *tenant) {
	if t == u.seen {
		return
	}
	u.leave()
	fault := t.build()
	u.seen, u.toast, u.reads.stale = t, t.said, true
	for _, j := range t.jobs {
		j.Hold(false)
	}
	if t.stale {
		t.stale = false
		kit.Repaint(t.room.Object())
		kit.Repaint(t.line)
		t.room.Restyle()
	}
	u.header.show(t.line)
	object := t.room.Object()
	u.place.Objects = []fyne.CanvasObject{object}
	u.content.Layout.Layout(u.content.Objects, u.content.Size()) // the header may need more height or less
	object.Resize(u.place.Size())
	t.room.Enter()
	u.toast.update(u.lab.State(), lab.ViewChanged)
	u.header.restyle()
	if u.rail != nil {
		u.rail.SetChosen(slices.Index(u.rooms, t))
	}
	u.bindShortcuts()
	kit.Wake(u.win)
	if u.shown {
		u.post(u.tracePlaces)
	}
	u.saver.note(u.session())
	if fault != nil {
		u.Say(fault)
	}
}

// leave takes the room away that is seen, with all that lies over it.
func (u *ui) leave() {
	if u.seen == nil {
		return
	}
	u.closeMenus()
	u.hush()
	c := u.win.Canvas()
	if u.rail == nil || c.Focused() != fyne.Focusable(u.rail) {
		c.Unfocus()
	}
	kit.HideBubbles(u.win)
	u.seen.room.Leave()
	for _, j := range u.seen.jobs {
		j.Hold(true)
	}
	u.place.Objects = nil
}

// build makes the room if it has not been entered before. What it has kept and cannot read is set aside, which the fault tells.
func (t *tenant) build() (fault error) {
	if t.room != nil {
		return nil
	}
	t.said = newToast(t, t.win.Canvas, t.hush)
	state := t.kept[t.kind.Key]
	if err := t.make(state); err != nil {
		fault = t.setAside(state, err)
		if err := t.make(nil); err != nil {
			panic(err) // it has been given nothing to complain of
		}
	}
	_, presents := t.room.(desk.Presenter)
	t.line = t.ui.header.line(t.room.Header(), presents)
	return fault
}

// make makes the room from what it has kept. One that stumbles over that cannot read it.
func (t *tenant) make(state json.RawMessage) (err error) {
	if state != nil {
		defer func() {
			if over := recover(); over != nil {
				err = words.Errorf("the program stumbles over it, %v", over)
			}
		}()
	}
	t.end() // of a room that has stumbled
	t.jobs, t.marked = nil, nil
	t.Mark("undo", func() fyne.CanvasObject { return t.ui.header.undo })
	t.room, err = t.kind.New(t, t.said.whole, state)
	return err
}

// end gives up what the room has under way, and waits for it.
func (t *tenant) end() {
	for _, j := range t.jobs {
		j.End()
	}
}

// setAside keeps what a room cannot read, for a reason, as a file, or where that cannot be, in the session under another name.
func (t *tenant) setAside(state json.RawMessage, reason error) (notice error) {
	t.kept = maps.Clone(t.kept)
	delete(t.kept, t.kind.Key)
	name, err := t.saver.keepAside(t.kind.Key, state)
	if err != nil {
		name = t.kind.Key + ".unreadable"
		t.kept[name] = state
	}
	return errors.New(words.T("what the room %s has kept cannot be used: %v. It is kept as %s", t.kind.Name, reason, name))
}

// states are what the session keeps of the rooms.
func (u *ui) states() setup.Rooms {
	kept := setup.Rooms{Seen: u.seen.kind.Key}
	if u.seen == u.rooms[0] {
		kept.Seen = ""
	}
	for _, t := range u.rooms {
		if t.room == nil || !t.changed {
			continue
		}
		t.changed = false
		u.kept = maps.Clone(u.kept)
		if state := t.room.State(); state == nil {
			delete(u.kept, t.kind.Key)
		} else if json.Valid(state) {
			if u.kept == nil {
				u.kept = map[string]json.RawMessage{}
			}
			u.kept[t.kind.Key] = state
		}
	}
	kept.States = u.kept
	return kept
}

// rehouse lets the rooms beside the race begin again with what another session has kept of them.
func (u *ui) rehouse(kept setup.Rooms) {
	u.Go(desk.Race)
	for _, t := range u.rooms {
		if t != u.seen {
			t.room, t.changed = nil, false
		}
	}
	u.kept = kept.States
}

// undo and redo are those of the room that is seen.
func (u *ui) undo() { u.seen.room.Undo() }
func (u *ui) redo() { u.seen.room.Redo() }
