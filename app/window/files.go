package window

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"descentlab/app/export"
	"descentlab/app/lab/setup"
	"descentlab/app/share"
	"descentlab/app/window/desk"
	"descentlab/app/window/filing"
	"descentlab/app/words"
)

// OpenAny asks for an experiment, or for a document of another room.
func (u *ui) OpenAny() { u.askForOpen(u.open, setup.DocumentEndings...) }

// openData asks for a table of examples.
func (u *ui) openData() {
	u.askForOpen(func(path string) { u.loadData(path) }, setup.TableEndings...)
}

// askForOpen lets the user choose a file with one of these endings.
func (u *ui) askForOpen(open func(path string), endings ...string) {
	u.closeMenus()
	u.chooser.Open(filing.NewFolder(u.app.Preferences()).Last(), endings, open)
}

func (u *ui) saveExperiment() {
	u.askForFile(words.T("Save experiment"), "experiment.descent.json", u.planExperiment)
}

func (u *ui) planExperiment(path string) (func(export.Hearers) error, error) {
	if ext := filepath.Ext(path); !strings.EqualFold(ext, ".json") {
		return nil, errors.New(words.T("an experiment is a .json file; this name ends in %q", ext))
	}
	doc := u.lab.State().Doc
	return func(export.Hearers) error {
		err := setup.SaveExperiment(path, doc)
		if err == nil {
			u.post(func() { u.recent().Add(path) })
		}
		return err
	}, nil
}

// host is what dialogs for files need of the window.
func (u *ui) host() filing.Host {
	return filing.Host{
		Window: u.win, Post: u.Post, Folder: filing.NewFolder(u.app.Preferences()), Browse: u.chooser.Folder,
		Saved: func(path string) { u.notice(words.T("Saved %s", path)) },
	}
}

// askForFile asks where to write, proposing a name in the folder used last.
func (u *ui) askForFile(title, name string, plan desk.Plan) *filing.Save {
	u.closeMenus()
	host := u.host()
	d := filing.New(host, title, name, plan)
	u.saving = d
	u.chooser.Save(title, host.Folder.Last(), name, d.Take, d.Show)
	return d
}

// dropped opens an experiment or a table of examples that is dropped on the window.
func (u *ui) dropped(_ fyne.Position, files []fyne.URI) {
	for _, f := range files {
		switch setup.KindOf(f.Name()) {
		case setup.Documents:
			u.open(f.Path())
			return
		case setup.TableFiles:
			u.loadData(f.Path())
			return
		}
		if u.openInRoom(f.Path()) {
			return
		}
	}
	for _, f := range files {
		if _, err := share.Open(f.Path()); errors.Is(err, share.ErrForeign) {
			u.Say(err)
			return
		}
	}
	u.Say(errors.New(words.T("nothing to open in what was dropped; drop an experiment or a curve (.json, a picture of it: " +
		".png, .svg, .pdf, .gif, .apng, or its page or notebook: .html, .ipynb), examples (.csv) or a lesson (.md)")))
}

// openInRoom opens a file in the room that knows its kind, and tells whether there is one. Rooms are made to be asked.
func (u *ui) openInRoom(path string) bool {
	ending := strings.ToLower(filepath.Ext(path))
	for _, t := range u.rooms {
		if !slices.Contains(t.kind.Opens, ending) {
			continue
		}
		u.enter(t)
		if o, is := t.room.(desk.Opener); is {
			o.Open(path)
			return true
		}
	}
	return false
}
