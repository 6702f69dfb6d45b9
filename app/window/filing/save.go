// Package filing is how files are named: the dialog that asks for a path and writes there, and the field for a path.
package filing

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/export"
	"descentlab/app/job"
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

// A Host is the window that files are asked for in.
type Host struct {
	Window fyne.Window
	Post   func(func())
	Folder Folder
	Browse func(at string, chosen func(folder string)) // lets the user choose a folder, beginning with one
	Saved  func(path string)                           // hears that a file has been written
}

// A Save asks for a path and writes there; it stays open, and says why, until that has worked or the user gives up. Fyne's own
// dialog for saving is not used: it empties a file that it is to replace before anything is written.
type Save struct {
	host    Host
	plan    desk.Plan
	work    *job.Job[struct{}] // the writing; its key is the path
	dialog  *dialog.CustomDialog
	entry   *Path
	message *widget.Label
	save    *Button
	agreed  Agreement
	shown   bool
	closed  bool
}

// New asks where to write, once it is shown, proposing a name in the folder used last.
func New(h Host, title, name string, plan desk.Plan) *Save {
	d := &Save{host: h, plan: plan, message: widget.NewLabel("")}
	d.work = job.New[struct{}](h.Post, d.heard)
	d.entry = NewPath(d.Cancel)
	d.entry.SetText(filepath.Join(h.Folder.Last(), name))
	d.entry.OnChanged = func(string) { d.say("") }
	d.entry.OnSubmitted = func(string) { d.Try() }
	d.message.Wrapping = fyne.TextWrapWord
	d.message.Importance = widget.DangerImportance
	d.save = NewButton(words.T("Save"), d.Try, d.Cancel)
	d.save.Importance = widget.HighImportance
	buttons := container.NewHBox(NewButton(words.T("Folder …"), d.browse, d.Cancel), fynelayout.NewSpacer(),
		NewButton(words.T("Cancel"), d.Cancel, d.Cancel), d.save)
	d.dialog = dialog.NewCustomWithoutButtons(title, container.NewVBox(d.entry, d.message, buttons), h.Window)
	return d
}

// Show shows the dialog.
func (d *Save) Show() {
	if d.shown {
		return
	}
	d.shown = true
	d.dialog.Show()
	size := d.host.Window.Canvas().Size()
	d.dialog.Resize(fyne.NewSize(min(640, size.Width*0.9), min(220, size.Height*0.9)))
	d.host.Window.Canvas().Focus(d.entry)
	d.entry.SelectName()
}

// Take writes to a path that the desktop has asked for, with whether a file there may be replaced. The dialog is shown only if
// that takes long, or cannot be.
func (d *Save) Take(path string) {
	d.entry.SetText(path)
	d.agreed = Agreement{path}
	d.Try()
}

// Try begins to write, or says what is in the way.
func (d *Save) Try() {
	if d.work.Busy() {
		return
	}
	path, err := d.entry.Absolute()
	if err == nil {
		err = d.agreed.Check(path)
	}
	var write func(export.Hearers) error
	if err == nil {
		write, err = d.plan(path)
	}
	if err != nil {
		d.say(words.Sentence(err))
		return
	}
	d.save.Disable()
	d.work.Stop() // a try of the same name that failed
	d.work.Ask(path, func(ctx context.Context, r *job.Report[struct{}]) error {
		return write(export.Hearers{Context: ctx, Done: r.Done})
	})
}

// heard takes in how far the writing is, and that it has come to its end.
func (d *Save) heard() {
	if told, telling := d.work.Progress(); telling {
		d.tell(words.T("writing … %s (Esc stops)", words.Progress(told.Part, told.Left, told.Sure)))
	}
	if d.work.Busy() {
		return
	}
	d.save.Enable()
	switch path, err := d.work.Key(), d.work.Err(); {
	case d.work.Stopped():
		d.say(words.T("stopped; nothing was written"))
	case err != nil:
		d.say(words.Sentence(err))
	default:
		d.hide()
		d.host.Folder.Keep(path)
		d.host.Saved(path)
	}
}

// Cancel stops the writing, or closes the dialog if there is none.
func (d *Save) Cancel() {
	if !d.work.Interrupt() {
		d.hide()
	}
}

func (d *Save) hide() {
	d.closed = true
	d.dialog.Hide()
}

// End gives the writing up, and waits until nothing of it is left.
func (d *Save) End() { d.work.End() }

// tell says what goes on.
func (d *Save) tell(message string) {
	d.Show()
	d.message.Importance = widget.MediumImportance
	d.message.SetText(message)
}

func (d *Save) say(message string) {
	if message == "" {
		d.agreed = Agreement{}
	} else {
		d.Show()
	}
	d.message.Importance = widget.DangerImportance
	d.message.SetText(message)
	if d.agreed.Asked() {
		d.save.SetText(words.T("Replace"))
		return
	}
	d.save.SetText(words.T("Save"))
}

// browse puts the file into another folder.
func (d *Save) browse() {
	d.host.Browse(d.entry.Folder(), func(folder string) {
		if !d.closed {
			d.entry.SetFolder(folder)
		}
	})
}
