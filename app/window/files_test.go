package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab/setup"
)

func TestOpenDialogOpensAndEscapeClosesIt(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.openExperiment()
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

func TestSaveAsksBeforeItReplaces(t *testing.T) {
	u := newTestUI(t, freshSession())
	dir := t.TempDir()
	path := filepath.Join(dir, "e.json")
	if err := os.WriteFile(path, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := u.askForFile("Save experiment", "e.json", u.writeExperiment)
	d.entry.SetText(path)
	d.try()
	if data, err := os.ReadFile(path); err != nil || string(data) != "precious" || d.save.Text != "Replace" {
		t.Fatalf("after the first Save: %q, %v, button %q", data, err, d.save.Text)
	}
	d.try()
	if _, err := setup.LoadExperiment(path); err != nil {
		t.Error(err)
	}
	if got := u.folder(); got != dir {
		t.Errorf("the folder %s is remembered, want %s", got, dir)
	}
	if !strings.Contains(u.toast.label.Text, path) {
		t.Errorf("said %q", u.toast.label.Text)
	}
}

func TestSaveStaysOpenUntilItCan(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.app.Preferences().SetString(folderKey, "/somewhere")
	for text, says := range map[string]string{
		filepath.Join(t.TempDir(), "none", "e.json"): "no folder",
		t.TempDir():                         "is a folder",
		filepath.Join(t.TempDir(), "e.txt"): ".json",
	} {
		d := u.askForFile("Save experiment", "e.json", u.writeExperiment)
		d.entry.SetText(text)
		d.try()
		if !strings.Contains(d.message.Text, says) || !u.covered() {
			t.Errorf("%s: says %q, dialog open: %v", text, d.message.Text, u.covered())
		}
		d.dialog.Hide()
	}
	if got := u.folder(); got != "/somewhere" {
		t.Errorf("a folder that nothing was saved in is remembered: %s", got)
	}
}

func TestExportRefusesOtherFormatsInTheWindowsOwnWords(t *testing.T) {
	u := newTestUI(t, freshSession())
	err := u.writeRace(filepath.Join(t.TempDir(), "race.gif"))
	if err == nil || strings.Contains(err.Error(), "-o") || !strings.Contains(err.Error(), ".png") {
		t.Errorf("says %v", err)
	}
	path := filepath.Join(t.TempDir(), "race.csv")
	if err := u.writeRace(path); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(path); err != nil || info.Size() < 1000 {
		t.Errorf("the export is missing: %v", err)
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
