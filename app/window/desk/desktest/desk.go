// Package desktest is a desk for the tests of panes: a real lab on the goroutine of the test, without the frame.
package desktest

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/labtest"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
	"descentlab/widgets/skin"
)

// A Desk is a desk on a lab. What is posted waits until Settle.
type Desk struct {
	t       testing.TB
	lab     *lab.Lab
	app     fyne.App
	win     fyne.Window
	posts   chan func()
	palette *plot.Palette
	font    *plot.Font
	panes   []desk.Pane
	jobs    []desk.Work
	scroll  scroller

	Calm     bool       // nothing is to glide, pulse or fade
	Said     error      // the last error that was told, nil once it was cleared
	Keys     []string   // that were handed on
	Opened   *fyne.Menu // the last menu
	Copied   string     // the clipboard
	Linked   any        // the document whose link is there
	Exported []string   // keys of what was to be exported
	Sealed   []string   // keys of gestures to be sealed later
	Bottoms  int        // wishes to scroll to the bottom
	Turned   float32    // by how much what is around the pane was to scroll
	Changes  int        // of a room's state that were told
	Gone     string     // the room that was to be gone to
	Noticed  string     // the last notice
	Opens    int        // wishes to open a file
	SavedAs  string     // the name that was proposed for the last file
	Plan     desk.Plan  // for that

	Opening func(path string) // what opens the file that was asked for last

	Ringed string                              // the control that has rings round it
	Marks  map[string]func() fyne.CanvasObject // controls that have names for whoever drives the window from outside
}

var _ desk.Desk = (*Desk)(nil)

// New is a desk in the dark theme, with the race of an experiment recorded.
func New(t testing.TB, doc setup.Experiment) *Desk {
	t.Helper()
	font, err := figure.Font()
	if err != nil {
		t.Fatal(err)
	}
	d := &Desk{t: t, app: test.NewApp(), posts: make(chan func(), 1<<14), palette: plot.DarkPalette(), font: font,
		Marks: map[string]func() fyne.CanvasObject{}}
	d.scroll = scroller{container.NewVScroll(container.NewWithoutLayout()), &d.Bottoms}
	d.app.Settings().SetTheme(skin.NewTheme(d.palette))
	d.win = d.app.NewWindow("")
	d.win.SetPadded(false)
	d.lab = lab.New(doc, d.Post)
	d.lab.OnChange(d.update)
	t.Cleanup(func() {
		d.lab.Close()
		for _, j := range d.jobs {
			j.End() // what it still has to say finds room
		}
		d.win.Close()
	})
	d.Settle()
	return d
}

// On is a desk on a surface of the catalogue with some racers, for so many steps.
func On(t testing.TB, surface string, steps int, racers ...string) *Desk {
	t.Helper()
	return New(t, Experiment(t, surface, steps, racers...))
}

// Experiment is the document of On.
func Experiment(t testing.TB, surface string, steps int, racers ...string) setup.Experiment {
	t.Helper()
	return labtest.Experiment(t, surface, steps, racers...)
}

// Show puts panes beside one another into a window of that size, and lets them follow the state.
func (d *Desk) Show(width, height float32, panes ...desk.Pane) {
	objects := make([]fyne.CanvasObject, len(panes))
	for i, p := range panes {
		objects[i] = p.Object()
	}
	d.win.SetContent(container.NewGridWithColumns(max(len(objects), 1), objects...))
	d.win.Resize(fyne.NewSize(width, height))
	d.panes = append(d.panes, panes...)
	for _, p := range panes {
		p.Update(d.lab.State(), lab.Everything)
	}
	d.Settle()
}

func (d *Desk) update(s lab.State, c lab.Change) {
	for _, p := range d.panes {
		p.Update(s, c)
	}
}

// Long is so many steps that work on many runs of them is still under way when it is to be ended, however slow the machine is to
// get to that.
const Long = 20000

// patience is how long something that must come is waited for.
const patience = 30 * time.Second

// Settle runs what is posted until neither the lab nor a job has anything under way.
func (d *Desk) Settle() {
	d.t.Helper()
	for {
		select {
		case f := <-d.posts:
			f()
			continue
		default:
		}
		if !d.Busy() {
			return
		}
		select {
		case f := <-d.posts:
			f()
		case <-time.After(patience):
			d.t.Fatal("it does not come to rest")
		}
	}
}

// Busy tells whether the lab or a job has something under way.
func (d *Desk) Busy() bool {
	busy := d.lab.State().Busy
	for _, j := range d.jobs {
		busy = busy || j.Busy()
	}
	return busy
}

// Step runs one function that is posted, as soon as there is one.
func (d *Desk) Step() {
	d.t.Helper()
	select {
	case f := <-d.posts:
		f()
	case <-time.After(patience):
		d.t.Fatal("nothing is posted")
	}
}

// Interrupt is Escape: it ends every job, and tells whether there was one.
func (d *Desk) Interrupt() (any bool) {
	for _, j := range d.jobs {
		any = j.Interrupt() || any
	}
	return any
}

// State is the lab's.
func (d *Desk) State() lab.State { return d.lab.State() }

// Look changes the view.
func (d *Desk) Look(f func(*lab.View)) { d.lab.Look(f) }

// SetSurface puts the experiment on a surface of the catalogue, whose race is still to come.
func (d *Desk) SetSurface(name string) {
	d.t.Helper()
	s, err := surfaces.Lookup(name)
	if err != nil {
		d.t.Fatal(err)
	}
	_ = d.Edit("", func(e *setup.Experiment) { e.SetSurface(s) })
}

// SetLook changes how the experiment wants to be seen.
func (d *Desk) SetLook(f func(*setup.Look)) { _ = d.Edit("", func(e *setup.Experiment) { f(&e.Look) }) }

// SetLight changes to the light theme.
func (d *Desk) SetLight() {
	d.palette = plot.LightPalette()
	d.app.Settings().SetTheme(skin.NewTheme(d.palette))
	d.update(d.lab.State(), lab.Everything)
}

// Window is the window that Show fills.
func (d *Desk) Window() fyne.Window { return d.win }
