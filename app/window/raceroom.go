package window

import (
	"encoding/json"

	"fyne.io/fyne/v2"

	"descentlab/app/export"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/window/race"
	"descentlab/app/window/race/heading"
	"descentlab/app/words"
	"descentlab/widgets/kit"
)

var (
	_ desk.Room   = (*raceRoom)(nil)
	_ heading.Bar = (*ui)(nil)
)

// A raceRoom is the room Race in the window: what it shows is the lab, which the session and the files of experiments hold.
type raceRoom struct {
	*race.Room
	ui      *ui
	heading *heading.Heading
	seen    bool
	missed  lab.Change // while it was not
}

// raceKind is its row in the table of rooms.
func (u *ui) raceKind() desk.Kind {
	return desk.Kind{
		Key: desk.Race, Name: words.T("Race"), Icon: kit.IconFlag,
		Hint: words.T("Optimizers race each other down a landscape"),
		New: func(f desk.Frame, said fyne.CanvasObject, _ json.RawMessage) (desk.Room, error) {
			u.race = &raceRoom{Room: race.New(f, said), ui: u, heading: heading.New(f, u), missed: lab.Everything}
			return u.race, nil
		},
	}
}

// update shows a state, of which c is new: at once, or when the room is seen again.
func (r *raceRoom) update(s lab.State, c lab.Change) {
	switch {
	case r == nil:
	case !r.seen:
		r.missed |= c
	default:
		r.Room.Update(s, c)
		r.heading.Update(s, c)
		if c&lab.DocChanged != 0 {
			r.ui.header.restyle()
		}
	}
}

// Header is asked for by the frame.
func (r *raceRoom) Header() desk.Header { return r.heading.Header() }

// Enter goes on with the race that was under way, and shows what has changed meanwhile.
func (r *raceRoom) Enter() {
	r.seen = true
	r.ui.goOn()
	if c := r.missed; c != 0 {
		r.missed = 0
		r.ui.update(r.ui.lab.State(), c)
	}
	if err := r.ui.lab.State().Err; err != nil {
		r.ui.Say(err)
	}
}

// Leave pauses the race, and lets what is computed for it rest. The map goes away from under a pointer that has not moved: nobody
// tells it, and it is looked at no longer.
func (r *raceRoom) Leave() {
	r.ui.lab.Pause()
	r.ui.lab.Look(func(v *lab.View) { v.Cross, v.Hover, v.Inside.Stage, v.Inside.Slow = nil, "", "", 0 })
	r.seen = false
	r.ui.rest()
}

// rest ends what the lab has under way while the race is not seen, and goOn begins it anew.
func (u *ui) rest() {
	u.rests = u.lab.State().Busy
	u.lab.Halt()
}

func (u *ui) goOn() {
	if u.rests {
		u.rests = false
		u.lab.Resume()
	}
}

// Restyle draws everything anew.
func (r *raceRoom) Restyle() {
	seen := r.seen
	r.seen, r.missed = true, 0
	r.ui.update(r.ui.lab.State(), lab.Everything)
	r.seen = seen
}

// Undo takes the last edit of the experiment back.
func (r *raceRoom) Undo() { r.ui.lab.Undo() }

// Redo makes it again.
func (r *raceRoom) Redo() { r.ui.lab.Redo() }

// CanUndo tells whether there is one.
func (r *raceRoom) CanUndo() bool { return r.ui.lab.State().CanUndo }

// CanRedo tells whether one has been taken back last.
func (r *raceRoom) CanRedo() bool { return r.ui.lab.State().CanRedo }

// State is nothing: the session has the experiment anyway.
func (r *raceRoom) State() json.RawMessage { return nil }

// Key handles the keys of playback that are no characters, after the panes.
func (r *raceRoom) Key(name fyne.KeyName) bool {
	l := r.ui.lab
	switch {
	case r.heading.Key(name) || r.Room.Key(name):
	case name == fyne.KeyEscape:
		return r.ui.stop() || r.ui.closeSteps()
	case name == fyne.KeyHome:
		l.Seek(0)
	case name == fyne.KeyEnd:
		l.Seek(float64(l.State().Doc.Steps))
	default:
		return false
	}
	return true
}

// Rune handles the characters of playback, after the panes.
func (r *raceRoom) Rune(char rune) bool {
	l := r.ui.lab
	switch {
	case r.Room.Rune(char):
	case char == ' ':
		l.Toggle()
	case char == '.':
		l.StepBy(1)
	case char == ',':
		l.StepBy(-1)
	default:
		return false
	}
	return true
}

// Deeds are what can be done with the experiment as a whole.
func (r *raceRoom) Deeds() []desk.Deed {
	u := r.ui
	list := []desk.Deed{{Text: words.T("New experiment, as at the first start"), Do: func() {
		u.Edit("", func(e *setup.Experiment) { *e = setup.Default() })
	}}}
	if u.former != "" {
		list = append(list, desk.Deed{Text: words.T("Back to the session before"), Do: u.goBack})
	}
	return append(list,
		desk.Deed{Text: openText(), Key: fyne.KeyO, Do: u.OpenAny},
		desk.Deed{Text: words.T("Open data (.csv) …"), Do: u.openData},
		desk.Deed{Text: words.T("Save experiment …   Ctrl+S"), Key: fyne.KeyS, Do: u.saveExperiment},
		desk.Deed{Text: words.T("Copy link, with QR code …   Ctrl+L"), Key: fyne.KeyL, Do: func() { u.CopyLink(u.lab.State().Doc) }},
		desk.Deed{},
		desk.Deed{Text: words.T("Export race as %s …   Ctrl+E", export.Race.Formats()), Key: fyne.KeyE, Do: u.exportRace},
		desk.Deed{Text: words.T("Export critical points as %s …", export.Points.Formats()), Do: u.exportPoints},
		desk.Deed{},
		desk.Deed{Text: words.T("Show the first steps"), Do: u.showSteps},
	)
}

// Help tells of its keys.
func (r *raceRoom) Help() desk.Help {
	return desk.Help{Steps: r.ui.showSteps, Signs: race.Signs(), Keys: []desk.Shortcut{
		{Keys: words.T("Space"), Does: words.T("play or pause")},
		{Keys: words.T(", and ."), Does: words.T("one step back or on")},
		{Keys: words.T("Ctrl+Left, Ctrl+Right"), Does: words.T("to the event before, or the next one")},
		{Keys: words.T("e"), Does: words.T("show a lane of events for each racer, or only the commentary")},
		{Keys: words.T("f"), Does: words.T("fork the racer of the open card at this step")},
		{Keys: words.T("Home, End"), Does: words.T("to the start or the end of the race")},
		{Keys: words.T("s, 1 to 7"), Does: words.T("while a step is taken apart: slow motion, marks on the map")},
		{Keys: words.T("m"), Does: words.T("charts in the middle, maps at the side, and back")},
		{Keys: words.T("k"), Does: words.T("show or hide the key of heights")},
		{Keys: words.T("p"), Does: words.T("paint where a cloud of runs begins, or put the brush down")},
		{Keys: words.T("Wheel, double click"), Does: words.T("zoom the map, and back to the whole")},
		{Keys: words.T("Arrows, + and −, PageUp and PageDown"),
			Does: words.T("turn, zoom and raise the relief when it has been clicked")},
		{Keys: words.T("0"), Does: words.T("see the whole map again, the relief as at first")},
		{Keys: words.T("Esc"), Does: words.T("put down, close, stop")},
	}}
}
