package window

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"descentlab/app/curve"
	"descentlab/app/export"
	"descentlab/app/lab/setup"
	"descentlab/app/share"
	"descentlab/app/window/clipboard"
	"descentlab/app/window/desk"
	"descentlab/app/window/sharing"
	"descentlab/internal/lengthy"
	"descentlab/widgets/widgettest"
)

// other is an experiment that no window begins with.
func other() setup.Experiment {
	e := setup.Default()
	e.SetFormula("(x^2 + y - 11)^2 + (x + y^2 - 7)^2")
	e.Seed, e.Steps = 99, 41
	return e
}

// drop lets files fall on the window.
func (u *testUI) drop(paths ...string) {
	var list []fyne.URI
	for _, path := range paths {
		list = append(list, storage.NewFileURI(path))
	}
	u.dropped(fyne.Position{}, list)
}

// TestPicturesRaceWhenDropped: what the window exports as PNG or SVG is its experiment again; one undo brings back what was
// there.
func TestPicturesRaceWhenDropped(t *testing.T) {
	lengthy.Test(t)
	dir := t.TempDir()
	for _, name := range []string{"race.png", "race.svg"} {
		u := newTestUI(t, freshSession())
		before := u.lab.State().Doc
		if err := u.Edit("", func(e *setup.Experiment) { *e = other() }); err != nil {
			t.Fatal(err)
		}
		rest(t, u)
		want := u.lab.State().Doc
		path := filepath.Join(dir, name)
		if err := u.export("map", path); err != nil {
			t.Fatal(err)
		}
		u.lab.Undo()
		u.drop(filepath.Join(dir, "what.xyz"), path)
		if got := u.lab.State().Doc; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, said %q", name, got, u.toast.label.Text)
		}
		u.lab.Undo()
		if got := u.lab.State().Doc; !reflect.DeepEqual(got, before) {
			t.Errorf("%s: undo leads to %+v", name, got)
		}
	}
}

// TestForeignPicturesAreToldOf when they are dropped, and nothing changes.
func TestForeignPicturesAreToldOf(t *testing.T) {
	u := newTestUI(t, freshSession())
	before := u.lab.State().Doc
	dir := t.TempDir()
	for name, c := range map[string][2]string{
		"a.jpg": {"\xff\xd8\xff\xe0", "a picture of this kind"}, "b.gif": {"GIF89a", "cut off"},
		"c.png": {"\x89PNG\r\n\x1a\n", "cut off"}, "d.svg": {"<svg></svg>", "holds no experiment"},
		"e.doc": {"\xd0\xcf", "Nothing to open"}, "f.pdf": {"%PDF-1.7\n%%EOF\n", "this PDF holds no experiment"},
		"g.pdf": {"%PDF-1.7\n1 0 obj\n", "cut off"}, "h.html": {"<!doctype html><p>Hello", "this page holds no experiment"},
		"i.ipynb": {`{"cells": [], "metadata": {}}`, "this notebook holds no experiment"},
		"j.ipynb": {`{"cells": [`, "cut off"}, "k.gif": {"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "holds no experiment"},
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(c[0]), 0o600); err != nil {
			t.Fatal(err)
		}
		u.drop(path)
		if s := u.lab.State(); !s.View.Said.Fault || !strings.Contains(s.View.Said.Text, c[1]) || !reflect.DeepEqual(s.Doc, before) {
			t.Errorf("%s: said %q", name, s.View.Said.Text)
		}
	}
}

// TestCurvesOfPicturesAreOpenedInTheirRoom.
func TestCurvesOfPicturesAreOpenedInTheirRoom(t *testing.T) {
	l, err := curve.NewLab(curve.Default())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "c.svg")
	err = export.Curve.Write(export.Hearers{Context: t.Context()}, export.CurveTable{State: l.State(), Steps: 3}, path)
	if err != nil {
		t.Fatal(err)
	}
	u := newTestUI(t, freshSession())
	u.open(path)
	if u.seen.kind.Format != curve.Format || u.lab.State().View.Said.Fault {
		t.Errorf("in the room %s, said %q", u.seen.kind.Key, u.toast.label.Text)
	}
}

// TestPaste: a link, the text of a file and a file that was copied are opened from any room; what else is on the clipboard is
// told of, and changes nothing.
func TestPaste(t *testing.T) {
	link, err := share.Link(other())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a b.descent.json")
	if err := setup.SaveExperiment(path, other()); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, good := range []string{"see " + link, string(text), path, `"` + path + `"`, storage.NewFileURI(path).String() + "\r\n",
		"file://" + strings.ReplaceAll(path, " ", "%20")} {
		u := newTestUI(t, freshSession())
		before := u.lab.State().Doc
		u.Go("descent")
		u.app.Clipboard().SetContent(good)
		u.press(&fyne.ShortcutPaste{})
		if got := u.lab.State().Doc; !reflect.DeepEqual(got, other()) || u.seen.kind.Key != desk.Race {
			t.Errorf("%.60q in the room %s: %+v, said %q", good, u.seen.kind.Key, got, u.lab.State().View.Said.Text)
		}
		u.lab.Undo()
		if got := u.lab.State().Doc; !reflect.DeepEqual(got, before) {
			t.Errorf("%.60q: undo leads to %+v", good, got)
		}
	}
	u := newTestUI(t, freshSession())
	before := u.lab.State()
	for bad, says := range map[string]string{
		"": "no text on the clipboard", "lunch?": "no experiment on the clipboard", link[:40]: "cut off",
		link[:40] + "A" + link[41:]: "not whole", "/dev/null": "no experiment", `{"format":"descentlab session","version":1}`: "not a",
		"{": "The clipboard: line 1",
	} {
		u.app.Clipboard().SetContent(bad)
		u.paste()
		s := u.lab.State()
		if !s.View.Said.Fault || !strings.Contains(s.View.Said.Text, says) || !reflect.DeepEqual(s.Doc, before.Doc) ||
			s.CanUndo != before.CanUndo {
			t.Errorf("%q: said %q, want %q", bad, s.View.Said.Text, says)
		}
	}
	u.app.Clipboard().SetContent(link)
	u.openHelp()
	u.paste()
	if !reflect.DeepEqual(u.lab.State().Doc, before.Doc) {
		t.Error("it is pasted under a dialog")
	}
}

// TestCopyLink: the link is on the clipboard, and its code can be saved as a picture, which is the experiment.
func TestCopyLink(t *testing.T) {
	u := newTestUI(t, freshSession())
	want := u.lab.State().Doc
	s := u.copyLink(want)
	if got := u.app.Clipboard().Content(); got != s.Link() || !share.IsLink(got) || !s.HasCode() {
		t.Errorf("copied %q", got)
	}
	u.app.Clipboard().SetContent("")
	if s.Copy(); u.app.Clipboard().Content() != s.Link() {
		t.Error("it is not copied once more")
	}
	s.Save()
	if !u.covered() {
		t.Error("it is not asked where the code goes")
	}
	path := filepath.Join(t.TempDir(), "code.png")
	if err := written(planCode(want), path); err != nil {
		t.Fatal(err)
	}
	if err := written(planCode(want), filepath.Join(filepath.Dir(path), "none", "code.png")); err == nil {
		t.Error("it is written where there is no folder")
	}
	u.closeMenus()
	if err := u.Edit("", func(e *setup.Experiment) { *e = other() }); err != nil {
		t.Fatal(err)
	}
	u.drop(path)
	if got := u.lab.State().Doc; !reflect.DeepEqual(got, want) {
		t.Errorf("the code is %+v", got)
	}
}

// TestLinksOfCurves lead back into their room.
func TestLinksOfCurves(t *testing.T) {
	u := newTestUI(t, freshSession())
	doc := curve.Default()
	doc.Start = 1.25
	u.CopyLink(doc)
	u.closeMenus()
	there := func() bool {
		u.Go(desk.Race)
		u.paste()
		return u.seen.kind.Key == "curve" && strings.Contains(string(u.seen.room.State()), `"start":1.25`)
	}
	if !there() {
		t.Fatalf("in the room %s: said %q", u.seen.kind.Key, u.lab.State().View.Said.Text)
	}
	u.app.Clipboard().SetContent("")
	desk.Find(u.commands(), "Ctrl+L").Do()
	u.closeMenus()
	u.seen.room.Undo()
	if strings.Contains(string(u.seen.room.State()), `"start":1.25`) || !there() {
		t.Errorf("%q: %s, said %q", u.app.Clipboard().Content(), u.seen.room.State(), u.lab.State().View.Said.Text)
	}
}

// TestRecentFiles: what was opened stands in the menu, the last first, each once; what is gone leaves it with a word.
func TestRecentFiles(t *testing.T) {
	u := newTestUI(t, freshSession())
	u.recent().Clear()
	names := func() (list []string) {
		for _, item := range u.fileMenu().Items {
			if item.ChildMenu != nil {
				for _, of := range item.ChildMenu.Items {
					list = append(list, of.Label)
				}
			} else if item.Label == "Open recent" && !item.Disabled {
				t.Error("a menu with nothing in it can be opened")
			}
		}
		return list
	}
	if got := names(); got != nil {
		t.Errorf("at first %q", got)
	}
	dir := t.TempDir()
	var paths []string
	for _, name := range []string{"a.descent.json", "b.descent.json", "sub/a.descent.json"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := setup.SaveExperiment(path, other()); err != nil {
			t.Fatal(err)
		}
		u.open(path)
		paths = append(paths, path)
	}
	u.open(paths[1])
	u.open(filepath.Join(dir, "none.json"))
	want := []string{"b.descent.json", "sub/a.descent.json", filepath.Base(dir) + "/a.descent.json", "", "Forget these"}
	if got := names(); !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if err := os.Remove(paths[2]); err != nil {
		t.Fatal(err)
	}
	u.reopen(paths[2])
	if got := u.recent().Files(); !u.lab.State().View.Said.Fault || !reflect.DeepEqual(got, []string{paths[1], paths[0]}) {
		t.Errorf("%q, said %q", got, u.lab.State().View.Said.Text)
	}
	for i := range 30 {
		u.recent().Add(filepath.Join(dir, strings.Repeat("x", i+1)))
	}
	if got := u.recent().Files(); len(got) != 10 || filepath.Base(got[0]) != strings.Repeat("x", 30) {
		t.Errorf("%q", got)
	}
	for name, short := range map[string]string{"descentlab:short": "descentlab:short",
		"descentlab:" + strings.Repeat("a", 90) + "123456": "descentlab:" + strings.Repeat("a", 24) + " … 123456"} {
		if got := sharing.Shown(name); got != short {
			t.Errorf("%s is shown as %s", name, got)
		}
	}
	u.recent().Clear()
	if got := names(); got != nil {
		t.Errorf("in the end %q", got)
	}
}

// pasteInto pastes a text while an entry has the focus, which hands on to the window what is the window's.
func (u *testUI) pasteInto(t *testing.T, entry fyne.Focusable, text string) {
	heard := widgettest.WindowHears(t)
	u.app.Clipboard().SetContent(text)
	paste := &fyne.ShortcutPaste{Clipboard: u.app.Clipboard()}
	entry.(fyne.Shortcutable).TypedShortcut(paste)
	if len(*heard) > 0 {
		u.press(paste)
	}
}

// TestLinksInFields: a link that is pasted while a field has the focus, or typed into that of the formula, is opened; one undo
// brings back what was there. What is wrong with a broken one is said, and neither the field nor the experiment has it.
func TestLinksInFields(t *testing.T) {
	link, err := share.Link(other())
	if err != nil {
		t.Fatal(err)
	}
	for name, put := range map[string]func(u *testUI, entry fyne.Focusable){
		"pasted": func(u *testUI, entry fyne.Focusable) { u.pasteInto(t, entry, "look: "+link) },
		"typed": func(_ *testUI, entry fyne.Focusable) {
			entry.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
			test.Type(entry, link)
			entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		},
	} {
		u := newTestUI(t, freshSession())
		before, formula := u.lab.State().Doc, u.formula().Text()
		entry := entryOf(u.formula())
		u.win.Canvas().Focus(entry)
		put(u, entry)
		rest(t, u)
		if got := u.lab.State().Doc; !reflect.DeepEqual(got, other()) || u.formula().Text() != other().Formula {
			t.Errorf("%s: the formula is %q, the field has %q", name, got.Formula, u.formula().Text())
		}
		u.lab.Undo()
		if got := u.lab.State().Doc; !reflect.DeepEqual(got, before) || u.formula().Text() != formula {
			t.Errorf("%s: undo leads to %+v, the field has %q", name, got, u.formula().Text())
		}
	}
	u := newTestUI(t, freshSession())
	before, formula := u.lab.State().Doc, u.formula().Text()
	entry := entryOf(u.formula())
	u.win.Canvas().Focus(entry)
	u.pasteInto(t, entry, link[:len(link)/2])
	if said := u.lab.State().View.Said; !said.Fault || !strings.Contains(said.Text, "cut off") || u.formula().Text() != formula ||
		!reflect.DeepEqual(u.lab.State().Doc, before) {
		t.Errorf("half a link: said %q, the field has %q", said.Text, u.formula().Text())
	}
	u.pasteInto(t, entry, "1+")
	if got := u.formula().Text(); got == formula || !strings.Contains(got, "1+") {
		t.Errorf("what is no link is pasted as %q", got)
	}
}

// TestPictureOnTheClipboard: a picture that is copied is pasted as its experiment; what is no such picture is told, and text that
// is an experiment comes first.
func TestPictureOnTheClipboard(t *testing.T) {
	lengthy.Test(t)
	u := newTestUI(t, freshSession())
	var board []byte
	u.board.put = func(_ context.Context, png []byte) error {
		board = png
		return nil
	}
	u.board.get = func(context.Context) ([]byte, error) {
		if board == nil {
			return nil, clipboard.ErrNone
		}
		return board, nil
	}
	settle := func() {
		t.Helper()
		for u.picturing.Busy() || u.pasting.Busy() {
			select {
			case f := <-u.posts:
				f()
			case <-time.After(20 * time.Second):
				t.Fatal("it does not come to its end")
			}
		}
		rest(t, u)
	}
	u.app.Clipboard().SetContent("")
	u.paste()
	if settle(); !u.view().Said.Fault {
		t.Errorf("of an empty clipboard it says %q", u.view().Said.Text)
	}
	if err := u.Edit("", func(e *setup.Experiment) { *e = other() }); err != nil {
		t.Fatal(err)
	}
	rest(t, u)
	want := u.lab.State().Doc
	desk.Find(u.commands(), "Ctrl+Shift+C").Run(u.seen)
	if settle(); !strings.Contains(u.view().Said.Text, "clipboard") || u.view().Said.Fault {
		t.Errorf("it says %q", u.view().Said.Text)
	}
	u.lab.Undo()
	rest(t, u)
	u.paste()
	if settle(); !reflect.DeepEqual(u.lab.State().Doc, want) {
		t.Errorf("pasted is %+v, said %q", u.lab.State().Doc, u.view().Said.Text)
	}
	u.lab.Undo()
	rest(t, u)
	board = board[:40]
	u.paste()
	if settle(); !u.view().Said.Fault || reflect.DeepEqual(u.lab.State().Doc, want) {
		t.Errorf("of a broken picture it says %q", u.view().Said.Text)
	}
}
