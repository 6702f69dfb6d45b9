package window

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"descentlab/app/export"
	"descentlab/app/job"
	"descentlab/app/window/desk"
	"descentlab/app/words"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// A saveDialog asks for a path and writes there; it stays open, and says why, until that has worked or the user gives
// up. Fyne's own dialog for saving is not used: it empties a file that it is to replace before anything is written.
type saveDialog struct {
	ui      *ui
	plan    desk.Plan
	work    *job.Job[struct{}] // the writing; its key is the path
	dialog  *dialog.CustomDialog
	entry   *pathEntry
	message *widget.Label
	save    *widget.Button
	replace string // the path that may be replaced: the user has been asked
}

// askForFile asks where to write, proposing a name in the folder used last.
func (u *ui) askForFile(title, name string, plan desk.Plan) *saveDialog {
	u.closeMenus()
	d := &saveDialog{ui: u, plan: plan, entry: &pathEntry{}, message: widget.NewLabel("")}
	d.work = job.New[struct{}](u.Post, d.heard)
	u.saving = d.work
	d.entry.ExtendBaseWidget(d.entry)
	d.entry.SetText(filepath.Join(u.folder(), name))
	d.entry.OnChanged = func(string) { d.say("") }
	d.entry.OnSubmitted = func(string) { d.try() }
	d.entry.cancel = d.cancel
	d.message.Wrapping = fyne.TextWrapWord
	d.message.Importance = widget.DangerImportance
	d.save = widget.NewButton(words.T("Save"), d.try)
	d.save.Importance = widget.HighImportance
	buttons := container.NewHBox(widget.NewButton(words.T("Folder …"), d.browse), fynelayout.NewSpacer(),
		widget.NewButton(words.T("Cancel"), d.entry.cancel), d.save)
	d.dialog = dialog.NewCustomWithoutButtons(title, container.NewVBox(d.entry, d.message, buttons), u.win)
	d.dialog.Show()
	size := u.win.Canvas().Size()
	d.dialog.Resize(fyne.NewSize(min(640, size.Width*0.9), min(220, size.Height*0.9)))
	u.win.Canvas().Focus(d.entry)
	d.entry.selectName()
	return d
}

// try begins to write, or says what is in the way.
func (d *saveDialog) try() {
	if d.work.Busy() {
		return
	}
	path, err := filepath.Abs(strings.TrimSpace(d.entry.Text))
	if err == nil {
		err = d.check(path)
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
func (d *saveDialog) heard() {
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
		d.dialog.Hide()
		d.ui.app.Preferences().SetString(folderKey, filepath.Dir(path))
		d.ui.notice(words.T("Saved %s", path))
	}
}

// cancel stops the writing, or closes the dialog if there is none.
func (d *saveDialog) cancel() {
	if !d.work.Interrupt() {
		d.dialog.Hide()
	}
}

// tell says what goes on.
func (d *saveDialog) tell(message string) {
	d.message.Importance = widget.MediumImportance
	d.message.SetText(message)
}

// check asks before a file is replaced; the second Save means yes.
func (d *saveDialog) check(path string) error {
	if info, err := os.Stat(filepath.Dir(path)); err != nil || !info.IsDir() {
		return errors.New(words.T("there is no folder %s", filepath.Dir(path)))
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil // nothing to replace
	case info.IsDir():
		return errors.New(words.T("%s is a folder; add the name of a file", path))
	case path == d.replace:
		return nil
	}
	d.replace = path
	return errors.New(words.T("there is a file of this name already; Replace overwrites it"))
}

func (d *saveDialog) say(message string) {
	if message == "" {
		d.replace = ""
	}
	d.message.Importance = widget.DangerImportance
	d.message.SetText(message)
	if d.replace != "" {
		d.save.SetText(words.T("Replace"))
		return
	}
	d.save.SetText(words.T("Save"))
}

func (d *saveDialog) browse() {
	f := dialog.NewFolderOpen(func(f fyne.ListableURI, err error) {
		if err == nil && f != nil {
			d.entry.SetText(filepath.Join(f.Path(), filepath.Base(d.entry.Text)))
		}
	}, d.ui.win)
	f.Show()
	f.Resize(d.ui.dialogSize())
}

// A pathEntry is a field for a path: Escape gives up.
type pathEntry struct {
	widget.Entry
	cancel func()
}

// TypedKey is called by Fyne.
func (e *pathEntry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.cancel()
		return
	}
	e.Entry.TypedKey(k)
}

// selectName selects the file's name without its endings, ready to be typed over.
func (e *pathEntry) selectName() {
	base := filepath.Base(e.Text)
	stem, _, _ := strings.Cut(base, ".")
	e.CursorColumn = len([]rune(strings.TrimSuffix(e.Text, base)))
	e.Refresh()
	e.Entry.KeyDown(&fyne.KeyEvent{Name: "LeftShift"})
	for range stem {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	e.Entry.KeyUp(&fyne.KeyEvent{Name: "LeftShift"})
}
