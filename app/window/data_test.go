package window

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"descentlab/app/lab/setup"
)

// drop lets a file with that text fall on the window.
func drop(t *testing.T, u *testUI, name, text string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	uri, err := storage.ParseURI((&url.URL{Scheme: "file", Path: path}).String())
	if err != nil {
		t.Fatal(err)
	}
	u.dropped(fyne.NewPos(0, 0), []fyne.URI{uri})
	calm(t, u)
}

func TestDroppedData(t *testing.T) {
	u := newTestUI(t, freshSession())
	drop(t, u, "speeds.csv", "speed,distance\n4,2\n7,4\n8,16\n9,10\n")
	doc := u.lab.State().Doc
	if doc.Surface != "linear_regression" || doc.Data == nil || doc.Data.Len() != 4 || doc.Look.Panel != setup.PanelData {
		t.Fatalf("on %q, %v: %q", doc.Surface, doc.Data, u.toast.label.Text)
	}
	if text := u.toast.label.Text; !strings.Contains(text, "Linear regression on speeds.csv: 4 examples") {
		t.Errorf("told %q", text)
	}
	u.choose(t, "tanh_neuron")
	drop(t, u, "speeds.csv", "1,2\n2,3\n")
	if got := u.lab.State().Doc.Surface; got != "tanh_neuron" || !says(u.room.Object(), "Its own again") {
		t.Errorf("two columns on %s, rows %q", got, texts(u.room.Object()))
	}
	u.Edit("", func(e *setup.Experiment) { e.OwnData() })
	rest(t, u)
	if u.lab.State().Doc.Data != nil || says(u.room.Object(), "Its own again") {
		t.Errorf("rows %q", texts(u.room.Object()))
	}
	drop(t, u, "classes.csv", "1,2,0\n2,3,1\n3,5,1\n")
	if got := u.lab.State().Doc.Surface; got != "logistic" {
		t.Errorf("three columns on %s", got)
	}
	before := u.lab.State().Doc
	for name, c := range map[string]struct{ text, says string }{
		"cells.csv": {"1,2,3\n4,x,5\n", "cells.csv: line 2, column 2"},
		"empty.csv": {"", "empty"},
		"one.csv":   {"1,2,3\n", "one row"},
		"nan.csv":   {"1,2,3\n4,NaN,5\n", "line 2, column 2"},
		"class.csv": {"1,2,3\n4,5,6\n", "two classes"},
		"what.doc":  {"", "drop an experiment (.json) or examples (.csv)"},
	} {
		drop(t, u, name, c.text)
		if got := u.toast.label.Text; !strings.Contains(got, c.says) {
			t.Errorf("%s: %q, want %q", name, got, c.says)
		}
	}
	if u.lab.State().Doc.Data != before.Data {
		t.Error("bad examples have been taken")
	}
}
