package window

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

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

func TestSaveAsksBeforeItReplaces(t *testing.T) {
	u := newTestUI(t, freshSession())
	dir := t.TempDir()
	path := filepath.Join(dir, "e.json")
	if err := os.WriteFile(path, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := u.askForFile("Save experiment", "e.json", u.planExperiment)
	d.entry.SetText(path)
	try(t, u, d)
	if data, err := os.ReadFile(path); err != nil || string(data) != "precious" || d.save.Text != "Replace" {
		t.Fatalf("after the first Save: %q, %v, button %q", data, err, d.save.Text)
	}
	try(t, u, d)
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

func TestSaveStaysOpenUntilItCan(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.app.Preferences().SetString(folderKey, "/somewhere")
	for text, says := range map[string]string{
		filepath.Join(t.TempDir(), "none", "e.json"): "no folder",
		t.TempDir():                         "is a folder",
		filepath.Join(t.TempDir(), "e.txt"): ".json",
	} {
		d := u.askForFile("Save experiment", "e.json", u.planExperiment)
		d.entry.SetText(text)
		try(t, u, d)
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
	err := written(u.planRace, filepath.Join(t.TempDir(), "race.bmp"))
	if err == nil || strings.Contains(err.Error(), "-o") || !strings.Contains(err.Error(), ".png") {
		t.Errorf("says %v", err)
	}
	path := filepath.Join(t.TempDir(), "race.csv")
	if err := written(u.planRace, path); err != nil {
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

// try presses Save and waits until the file is written, or cannot be.
func try(t *testing.T, u *testUI, d *saveDialog) {
	t.Helper()
	d.try()
	finish(t, u, d)
}

// finish waits until nothing is written any more.
func finish(t *testing.T, u *testUI, d *saveDialog) {
	t.Helper()
	for d.work.Busy() {
		select {
		case f := <-u.posts:
			f()
		case <-time.After(20 * time.Second):
			t.Fatal("the file does not get written")
		}
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

// TestWritingIsToldAndStopped: a long export says how far it is; Escape ends it, nothing of it stays, and the dialog can try
// again.
func TestWritingIsToldAndStopped(t *testing.T) {
	u := newTestUI(t, freshSession())
	dir := t.TempDir()
	path := filepath.Join(dir, "race.csv")
	half, on := make(chan bool), make(chan bool)
	d := u.askForFile("Export", "race.csv", func(path string) (func(export.Hearers) error, error) {
		return func(h export.Hearers) error {
			f, err := setup.Create(path)
			if err != nil {
				return err
			}
			defer f.Discard()
			time.Sleep(200 * time.Millisecond) // from when on it is told
			h.Done(0.5)
			half <- true
			select {
			case <-h.Context.Done():
				return h.Context.Err()
			case <-on:
				return f.Commit()
			}
		}, nil
	})
	d.entry.SetText(path)
	d.try()
	<-half
	for d.message.Text == "" {
		(<-u.posts)()
	}
	if !strings.Contains(d.message.Text, "50 %") || !d.save.Disabled() {
		t.Errorf("half of it written: says %q, Save can be pressed: %v", d.message.Text, !d.save.Disabled())
	}
	d.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	d.work.Join()
	if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
		t.Errorf("stopped, and left behind: %v, %v", entries, err)
	}
	if !strings.Contains(d.message.Text, "nothing was written") || d.save.Disabled() || !u.covered() {
		t.Errorf("stopped: says %q", d.message.Text)
	}
	d.try()
	<-half
	on <- true
	finish(t, u, d)
	if _, err := os.Stat(path); err != nil || u.covered() {
		t.Errorf("the second time: %v, dialog open: %v", err, u.covered())
	}
}
