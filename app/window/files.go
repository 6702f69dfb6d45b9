package window

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"descentlab/app/export"
	"descentlab/app/gallery"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
)

// fileMenu is what can be done with files in the room that is seen.
func (u *ui) fileMenu() *fyne.Menu {
	menu := fyne.NewMenu("")
	for _, d := range u.deeds() {
		item := fyne.NewMenuItemSeparator()
		if d.Text != "" {
			item = fyne.NewMenuItem(d.Text, d.Do)
		}
		menu.Items = append(menu.Items, item)
	}
	if _, is := u.seen.room.(desk.Describer); is {
		menu.Items = append(menu.Items, fyne.NewMenuItemSeparator(),
			fyne.NewMenuItem(words.T("Say in words what is shown …   T"), func() { u.describe() }))
	}
	return menu
}

// deeds are the items of the menu: from every room an experiment can be opened.
func (u *ui) deeds() []desk.Deed {
	list := u.seen.room.Deeds()
	if !slices.ContainsFunc(list, func(d desk.Deed) bool { return d.Key == fyne.KeyO }) {
		list = append(list, desk.Deed{}, desk.Deed{Text: openText(), Key: fyne.KeyO, Do: u.OpenAny})
	}
	return list
}

// openText is the item that opens an experiment.
func openText() string { return words.T("Open experiment …   Ctrl+O") }

// do does what a key with Ctrl does, if it does anything in the room that is seen.
func (u *ui) do(key fyne.KeyName) {
	for _, d := range u.deeds() {
		if d.Key == key {
			d.Do()
			return
		}
	}
}

// OpenAny asks for an experiment, or for a document of another room.
func (u *ui) OpenAny() { u.askForOpen(u.open, ".json") }

// openData asks for a table of examples.
func (u *ui) openData() {
	u.askForOpen(func(path string) { u.loadData(path) }, setup.TableEndings...)
}

// askForOpen lets the user choose a file with one of these endings.
func (u *ui) askForOpen(open func(path string), endings ...string) {
	u.closeMenus()
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil || f == nil {
			u.Say(err)
			return
		}
		path := f.URI().Path()
		f.Close()
		open(path)
	}, u.win)
	d.SetFilter(storage.NewExtensionFileFilter(endings))
	d.Show()
	d.Resize(u.dialogSize()) // Fyne's file dialogs cannot take a size before they are shown
}

// open puts a file's experiment in the place of the present one, which Undo brings back. A document of another room is opened
// there.
func (u *ui) open(path string) {
	if err := setup.NoFile(path); err != nil { // a pipe would be waited for
		u.Say(fmt.Errorf("%s: %w", path, err))
		return
	}
	format := setup.FormatOf(path)
	i := slices.IndexFunc(u.rooms, func(t *tenant) bool { return format != "" && t.kind.Format == format })
	if i >= 0 {
		u.enter(u.rooms[i])
		u.seen.room.(desk.Opener).Open(path)
		return
	}
	doc, remark, err := readExperiment(path)
	if err != nil {
		u.Say(err)
		return
	}
	u.Go(desk.Race)
	if u.Edit("", func(e *setup.Experiment) { *e = doc }) == nil && remark != "" {
		u.notice(readText(remark))
	}
}

// readExperiment reads an experiment: a file of one alone, or one as those of the gallery, with claims about it. The remark says
// how its formula was read.
func readExperiment(path string) (doc setup.Experiment, remark string, err error) {
	if e, ok, err := gallery.ReadFile(path); ok {
		return e.Doc, "", err
	}
	return setup.ReadExperiment(path)
}

func (u *ui) saveExperiment() {
	u.askForFile(words.T("Save experiment"), "experiment.json", u.planExperiment)
}

func (u *ui) planExperiment(path string) (func(export.Hearers) error, error) {
	if ext := filepath.Ext(path); !strings.EqualFold(ext, ".json") {
		return nil, errors.New(words.T("an experiment is a .json file; this name ends in %q", ext))
	}
	doc := u.lab.State().Doc
	return func(export.Hearers) error { return setup.SaveExperiment(path, doc) }, nil
}

// exportRace writes the race that the window shows in the format of the name's ending.
func (u *ui) exportRace() {
	u.askForFile(words.T("Export race: %s", export.Race.Formats()), "race.png", u.planRace)
}

func (u *ui) planRace(path string) (func(export.Hearers) error, error) {
	s := u.lab.State()
	if s.Tape == nil {
		return nil, errors.New(words.T("there is no race to export yet"))
	}
	return func(h export.Hearers) error { return export.Race.Write(h, s.Run(), path) }, export.Race.Check(path)
}

const folderKey = "folder"

// folder is where the user saved last, or the home folder.
func (u *ui) folder() string {
	if dir := u.app.Preferences().String(folderKey); filepath.IsAbs(dir) {
		return dir
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	return home
}

func (u *ui) dialogSize() fyne.Size {
	size := u.win.Canvas().Size()
	return fyne.NewSize(min(820, size.Width*0.9), min(600, size.Height*0.9))
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
	u.Say(errors.New(words.T("nothing to open in what was dropped; drop an experiment or a curve (.json), " +
		"examples (.csv) or a lesson (.md)")))
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
