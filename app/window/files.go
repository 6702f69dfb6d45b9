package window

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"descentlab/app/export"
	"descentlab/app/lab"
)

// fileMenu is what can be done with the experiment as a whole.
func (u *ui) fileMenu() *fyne.Menu {
	return fyne.NewMenu("",
		fyne.NewMenuItem("New: three ways down", func() { u.Edit("", func(e *lab.Experiment) { *e = lab.Default() }) }),
		fyne.NewMenuItem("Open experiment …   Ctrl+O", u.openExperiment),
		fyne.NewMenuItem("Open data (.csv) …", u.openData),
		fyne.NewMenuItem("Save experiment …   Ctrl+S", u.saveExperiment),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("Export race as "+export.Race.Formats()+" …   Ctrl+E", u.exportRace),
		fyne.NewMenuItem("Export critical points as "+export.Points.Formats()+" …", u.exportPoints),
	)
}

func (u *ui) openExperiment() { u.askForOpen(".json", u.open) }

// openData asks for a table of examples.
func (u *ui) openData() { u.askForOpen(".csv", u.loadData) }

// askForOpen lets the user choose a file with that ending.
func (u *ui) askForOpen(ending string, open func(path string)) {
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
	d.SetFilter(storage.NewExtensionFileFilter([]string{ending}))
	d.Show()
	d.Resize(u.dialogSize()) // Fyne's file dialogs cannot take a size before they are shown
}

// open puts a file's experiment in the place of the present one, which Undo brings back.
func (u *ui) open(path string) {
	doc, err := lab.LoadExperiment(path)
	if err != nil {
		u.Say(err)
		return
	}
	u.Edit("", func(e *lab.Experiment) { *e = doc })
}

func (u *ui) saveExperiment() { u.askForFile("Save experiment", "experiment.json", u.writeExperiment) }

func (u *ui) writeExperiment(path string) error {
	if ext := filepath.Ext(path); !strings.EqualFold(ext, ".json") {
		return fmt.Errorf("an experiment is a .json file; this name ends in %q", ext)
	}
	return lab.SaveExperiment(path, u.lab.State().Doc)
}

// exportRace writes the race that the window shows in the format of the name's ending.
func (u *ui) exportRace() {
	u.askForFile("Export race: "+export.Race.Formats(), "race.png", u.writeRace)
}

func (u *ui) writeRace(path string) error {
	s := u.lab.State()
	if s.Tape == nil {
		return errors.New("there is no race to export yet")
	}
	return export.Race.Write(path, s.Run())
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
		if strings.EqualFold(f.Extension(), ".json") {
			u.open(f.Path())
			return
		}
		if strings.EqualFold(f.Extension(), ".csv") {
			u.loadData(f.Path())
			return
		}
	}
	u.Say(fmt.Errorf("nothing to open in what was dropped; drop an experiment (.json) or examples (.csv)"))
}
