package window

import (
	"errors"
	"io/fs"
	"os"
	"slices"

	"descentlab/app/export"
	"descentlab/app/lab/setup"
	"descentlab/app/share"
	"descentlab/app/window/desk"
	"descentlab/app/window/sharing"
	"descentlab/app/words"
)

// open puts the experiment of a file, of a picture that carries it or of a link in the place of the present one, which Undo
// brings back. A document of another room is opened there.
func (u *ui) open(name string) {
	if err := setup.NoFile(name); err != nil { // a pipe would be waited for
		u.Say(words.Errorf("%s: %w", name, err))
		return
	}
	d, err := share.Find(name)
	switch {
	case err != nil:
		u.Say(err)
	case u.take(d):
		u.remember(name)
	}
}

// remember puts what was opened among the recent files, if it is a file.
func (u *ui) remember(name string) {
	if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
		u.recent().Add(name)
	}
}

// take puts a document in the place of the present one of its room, and tells whether it can be read.
func (u *ui) take(d share.Document) bool {
	format := d.Format()
	if i := slices.IndexFunc(u.rooms, func(t *tenant) bool { return format != "" && t.kind.Format == format }); i >= 0 {
		u.enter(u.rooms[i])
		return u.seen.room.(desk.Reader).Read(d.Name, d.Text)
	}
	doc, remark, err := d.Experiment()
	if err != nil {
		u.Say(err)
		return false
	}
	u.Go(desk.Race)
	if u.Edit("", func(e *setup.Experiment) { *e = doc }) != nil {
		return false
	}
	if remark != "" {
		u.notice(readText(remark))
	}
	return true
}

// paste opens what is on the clipboard, but for under a dialog.
func (u *ui) paste() {
	if !u.covered() {
		u.OpenText(u.app.Clipboard().Content())
	}
}

// OpenText opens what a text leads to: a link, the text of an experiment, or a file that was copied.
func (u *ui) OpenText(text string) {
	if path := share.CopiedFile(text); path != "" {
		u.open(path)
		return
	}
	d, err := share.Paste(text)
	if err != nil {
		u.pastePicture(err)
		return
	}
	u.takePasted(d)
}

// takePasted opens a document that was on the clipboard.
func (u *ui) takePasted(d share.Document) {
	before := u.lab.State().View.Said.Turn
	if u.take(d) && u.lab.State().View.Said.Turn == before {
		u.notice(words.T("Pasted an experiment; Ctrl+Z brings back what was here."))
	}
}

// recent are the files that were open last.
func (u *ui) recent() sharing.Recent { return sharing.NewRecent(u.app.Preferences()) }

// reopen opens a file that was open before. One that is gone leaves the list, and that is told.
func (u *ui) reopen(path string) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		u.recent().Drop(path)
		u.Say(errors.New(words.T("%s is no longer there; it has left the list of recent files", path)))
		return
	}
	u.open(path)
}

// CopyLink puts the link of a document on the clipboard, and shows it with its QR code.
func (u *ui) CopyLink(doc any) { u.copyLink(doc) }

func (u *ui) copyLink(doc any) *sharing.Sheet {
	link, err := share.Link(doc)
	if err != nil {
		u.Say(err)
		return nil
	}
	u.closeMenus()
	u.Copy(link)
	return sharing.Open(u.win, link, u.Copy, func() { u.askForFile(words.T("Save QR code"), "code.png", planCode(doc)) })
}

// planCode writes the QR code of a document's link.
func planCode(doc any) desk.Plan {
	return func(path string) (func(export.Hearers) error, error) {
		return func(h export.Hearers) error { return export.Shared.Write(h, doc, path) }, export.Shared.Check(path)
	}
}
