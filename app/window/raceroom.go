package window

import (
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"

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

// Key asks the room, and then lets Escape stop what is under way.
func (r *raceRoom) Key(name fyne.KeyName) bool {
	return r.heading.Key(name) || r.Room.Key(name) || name == fyne.KeyEscape && (r.ui.stop() || r.ui.closeSteps())
}

// Commands are those of the experiment as a whole, of the bar at the top and of the panes.
func (r *raceRoom) Commands() []desk.Command {
	return slices.Concat(r.Room.Commands(), r.heading.Commands(), r.files(), []desk.Command{
		{Group: words.T("View"), Hand: words.T("Esc"), Hint: words.T("put down, close, stop")},
	})
}

// Finds are the surfaces and what the panes have.
func (r *raceRoom) Finds() []desk.Command { return slices.Concat(r.Room.Finds(), r.heading.Finds()) }

// files are what can be done with the experiment as a whole.
func (r *raceRoom) files() []desk.Command {
	u := r.ui
	group := words.T("File")
	list := []desk.Command{{Name: words.T("New experiment, as at the first start"), Group: group, File: true, Do: func() {
		u.Edit("", func(e *setup.Experiment) { *e = setup.Default() })
	}}}
	if u.former != "" {
		list = append(list, desk.Command{Name: words.T("Back to the session before"), Group: group, File: true, Do: u.goBack})
	}
	list = append(list,
		u.openCommand(),
		desk.Command{Name: words.T("Open data (.csv) …"), Group: group, File: true, Do: u.openData},
		desk.Command{Name: words.T("Save experiment …"), Group: group, File: true, Keys: []string{"Ctrl+S"}, Do: u.saveExperiment},
		desk.Command{Name: words.T("Copy link, with QR code …"), Group: group, File: true, Keys: []string{"Ctrl+L"},
			Do: func() { u.CopyLink(u.lab.State().Doc) }})
	return append(append(list, desk.ExportCommands(u)...),
		desk.Command{Name: words.T("Show the first steps"), Group: words.T("Help"), File: true, Rule: true, Do: u.showSteps})
}

// Help has its first steps and its signs.
func (r *raceRoom) Help() desk.Help { return desk.Help{Steps: r.ui.showSteps, Signs: race.Signs()} }
