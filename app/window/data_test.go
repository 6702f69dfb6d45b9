package window

import (
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/internal/lengthy"
	"descentlab/surfaces/table"
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

// TestWideTableAsksForColumns: the dialog offers them, keeps the user from choosing one twice, and reads what is chosen.
func TestWideTableAsksForColumns(t *testing.T) {
	lengthy.Test(t)
	u := newTestUI(t, freshSession())
	drop(t, u, "wide.csv", "city,hours,age,marks\nBonn,1,30,2.1\nUlm,2,31,3.9\nKiel,3,35,6.2\n")
	if !u.covered() || u.lab.State().Doc.Data != nil {
		t.Fatalf("no dialog; said %q", u.toast.label.Text)
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if u.covered() {
		t.Error("Escape does not close the dialog")
	}
	wide := &table.WideError{Line: 1, Columns: []table.Offer{
		{Choice: "city", Label: "city", Sample: "Bonn"}, {Choice: "hours", Label: "hours", Numbers: true, Sample: "1"},
		{Choice: "3", Numbers: true, Sample: "30"}, {Choice: "4", Label: "marks", Numbers: true},
	}}
	path := filepath.Join(t.TempDir(), "wide.csv")
	if err := os.WriteFile(path, []byte("city,hours,,marks\nBonn,1,30,2.1\nUlm,2,31,3.9\nKiel,3,35,6.2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := u.askForColumns(path, wide)
	if got, err := d.chosen(); err != nil || !slices.Equal(got, []string{"hours", "4"}) {
		t.Errorf("at first %q, %v", got, err)
	}
	got := d.picks[0].Options
	if !slices.Equal(got, []string{"city: Bonn …", "hours: 1 …", "column 3: 30 …", "marks (column 4)"}) {
		t.Errorf("offers %q", got)
	}
	d.picks[1].SetSelectedIndex(4)
	d.try()
	if !u.covered() || !strings.Contains(d.message.Text, "twice") {
		t.Errorf("a column twice: %q", d.message.Text)
	}
	d.picks[1].SetSelectedIndex(0)
	d.picks[0].SetSelectedIndex(2)
	d.try()
	calm(t, u)
	data := u.lab.State().Doc.Data
	if u.covered() || data == nil || data.Columns[0].Values[0] != 30 || data.Columns[1].Label != "marks" ||
		data.Cite != "your file wide.csv, columns 3, 4" {
		t.Errorf("read %+v; said %q", data, u.toast.label.Text)
	}
}

func TestDroppedData(t *testing.T) {
	lengthy.Test(t)
	u := newTestUI(t, freshSession())
	drop(t, u, "speeds.csv", "speed,distance\n4,2\n7,4\n8,16\n9,10\n")
	doc := u.lab.State().Doc
	if doc.Surface != "linear_regression" || doc.Data == nil || doc.Data.Len() != 4 || doc.Look.Panel != setup.PanelData {
		t.Fatalf("on %q, %v: %q", doc.Surface, doc.Data, u.toast.label.Text)
	}
	if text := u.toast.label.Text; !strings.Contains(text, "Linear regression on speeds.csv: 4 examples") {
		t.Errorf("told %q", text)
	}
	u.lab.Look(func(v *lab.View) { v.Surface = true })
	u.choose(t, "tanh_neuron")
	drop(t, u, "speeds.csv", "1,2\n2,3\n")
	if got := u.lab.State().Doc.Surface; got != "tanh_neuron" || !says(u.race.Object(), "Its own again") {
		t.Errorf("two columns on %s, rows %q", got, texts(u.race.Object()))
	}
	u.Edit("", func(e *setup.Experiment) { e.OwnData() })
	rest(t, u)
	if u.lab.State().Doc.Data != nil || says(u.race.Object(), "Its own again") {
		t.Errorf("rows %q", texts(u.race.Object()))
	}
	drop(t, u, "classes.csv", "1,2,0\n2,3,1\n3,5,1\n")
	if got := u.lab.State().Doc.Surface; got != "logistic" {
		t.Errorf("three columns on %s", got)
	}
	for _, name := range []string{"classes.tsv", "classes.TXT", "classes.dat"} {
		drop(t, u, name, "a\tb\tclass\n1\t2\t0\n2\t3\t1\n3\t5\t1\n")
		if got := u.lab.State().Doc.Data; got.Name != name || got.Columns[2].Label != "class" {
			t.Errorf("%s: %s, said %q", name, got.Name, u.toast.label.Text)
		}
	}
	before := u.lab.State().Doc
	for name, c := range map[string]struct{ text, says string }{
		"cells.csv": {"1,2,3\n4,x,5\n", "cells.csv: line 2, column 2"},
		"empty.csv": {"", "empty"},
		"one.csv":   {"1,2,3\n", "one row"},
		"nan.csv":   {"1,2,3\n4,NaN,5\n", "line 2, column 2"},
		"class.csv": {"1,2,3\n4,5,6\n", "two classes"},
		"what.doc": {"", "drop an experiment or a curve (.json, a picture of it: " +
			".png, .svg, .pdf, .gif, .apng, or its page or notebook: .html, .ipynb), examples (.csv) or a lesson (.md)"},
		"first.csv": {"?,?,?\n1,2,3\n4,5,6\n", "line 1, column 1: ? is no finite number"},
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
