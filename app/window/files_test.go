package window

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/export"
	"descentlab/app/gallery"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
)

func TestOpenDialogOpensAndEscapeClosesIt(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.OpenAny()
	if !u.covered() {
		t.Fatal("no dialog")
	}
	u.rune(' ')
	if u.lab.State().Playing {
		t.Error("the race plays under the dialog")
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if u.covered() {
		t.Error("Escape does not close the dialog")
	}
}

// TestExhibitsAreOpened: an experiment with claims about it opens as any other; one that is misread is said, and changes nothing.
func TestExhibitsAreOpened(t *testing.T) {
	u := newTestUI(t, freshSession())
	e, err := gallery.Find("newton-saddle")
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "own.json")
	wrong := strings.Replace(string(text), "racer Newton", "racer Newtan", 1)
	if err := os.WriteFile(path, []byte(wrong), 0o600); err != nil {
		t.Fatal(err)
	}
	u.open(path)
	if doc := u.lab.State().Doc; doc.Formula == e.Doc.Formula || !strings.Contains(u.toast.label.Text, "Newtan") {
		t.Errorf("of a misread one is said %q", u.toast.label.Text)
	}
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	u.open(path)
	if doc := u.lab.State().Doc; doc.Formula != e.Doc.Formula || doc.Steps != e.Doc.Steps {
		t.Errorf("the formula is %q", doc.Formula)
	}
}

// TestSaveExperiment: what is saved opens again, and is among the recent files; an experiment has one ending.
func TestSaveExperiment(t *testing.T) {
	u := newTestUI(t, freshSession())
	path := filepath.Join(t.TempDir(), "e.json")
	if err := written(u.planExperiment, path); err != nil {
		t.Fatal(err)
	}
	for len(u.posts) > 0 {
		(<-u.posts)()
	}
	if _, err := setup.LoadExperiment(path); err != nil || !slices.Contains(u.recent().Files(), path) {
		t.Errorf("%v, recent: %v", err, u.recent().Files())
	}
	if err := written(u.planExperiment, filepath.Join(t.TempDir(), "e.txt")); err == nil || !strings.Contains(err.Error(), ".json") {
		t.Errorf("of another ending it says %v", err)
	}
}

func TestOpenPutsTheFilesExperimentInAndUndoTakesItBack(t *testing.T) {
	u := newTestUI(t, freshSession())
	doc := setup.Default()
	doc.SetFormula("x^2 + y^2")
	path := filepath.Join(t.TempDir(), "e.json")
	if err := setup.SaveExperiment(path, doc); err != nil {
		t.Fatal(err)
	}
	u.open(path)
	if got := u.lab.State().Doc.Formula; got != "x^2 + y^2" {
		t.Errorf("formula %q", got)
	}
	u.lab.Undo()
	if got := u.lab.State().Doc.Surface; got != "peaks" {
		t.Errorf("after undo the surface is %q", got)
	}
	u.open(filepath.Join(t.TempDir(), "missing.json"))
	if !u.view().Said.Fault || !strings.Contains(u.toast.label.Text, "missing.json") {
		t.Errorf("said %q", u.toast.label.Text)
	}
}

// written is what comes of a plan.
func written(p desk.Plan, path string) error {
	write, err := p(path)
	if err != nil {
		return err
	}
	return write(export.Hearers{Context: context.Background()})
}

// export writes a result of the room that is seen.
func (u *testUI) export(key, path string) error {
	list, _ := u.exports()
	for _, o := range list {
		if o.Key == key {
			return o.Write(export.Hearers{Context: context.Background()}, path)
		}
	}
	return fmt.Errorf("there is no result %s", key)
}

// TestExport: Ctrl+E opens the dialog with what is seen most, Escape closes it, and what the room has can be written.
func TestExport(t *testing.T) {
	u := newTestUI(t, freshSession())
	for key, change := range map[string]func(*setup.Experiment){
		"map":    func(e *setup.Experiment) {},
		"relief": func(e *setup.Experiment) { e.Look.Relief = true },
		"side":   func(e *setup.Experiment) { e.Look.Relief, e.Look.SideBySide = false, true },
		"rates":  func(e *setup.Experiment) { e.Look.Panel, e.Look.Large = setup.PanelRates, true },
	} {
		if err := u.Edit("", change); err != nil {
			t.Fatal(err)
		}
		rest(t, u)
		if _, seen := u.exports(); seen != key {
			t.Errorf("%s is seen, want %s", seen, key)
		}
		u.lab.Undo()
		rest(t, u)
	}
	desk.Find(u.commands(), "Ctrl+E").Run(u.seen)
	if !u.covered() {
		t.Fatal("no dialog")
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if u.covered() || u.modal != nil {
		t.Error("Escape does not close it")
	}
	path := filepath.Join(t.TempDir(), "points.json")
	if err := u.export(setup.PanelPoints, path); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	var file export.PlacesJSON
	if err == nil {
		err = json.Unmarshal(data, &file)
	}
	if err != nil || len(file.Points) == 0 {
		t.Errorf("%+v, %v", file, err)
	}
	if err := u.export(setup.PanelPoints, "points.png"); err == nil || !strings.Contains(err.Error(), ".csv") {
		t.Errorf("another format: %v", err)
	}
}
