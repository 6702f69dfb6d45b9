package window

import (
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"descentlab/app/share"
)

// TestFarTooManyRacers are too many in whatever they come, and nothing changes.
func TestFarTooManyRacers(t *testing.T) {
	u := newTestUI(t, freshSession())
	before := u.lab.State().Doc
	crowd := other()
	for len(crowd.Racers) < 2000 {
		crowd.Racers = append(crowd.Racers, crowd.Racers[0])
	}
	text, err := share.Text(crowd)
	if err != nil {
		t.Fatal(err)
	}
	link, err := share.Link(crowd)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	page := `<!doctype html><html><script type="application/json" id="` + share.PageID + `">` + string(text) + "</script></html>"
	book := `{"cells": [], "metadata": {"` + share.NotebookKey + `": ` + strconv.Quote(string(text)) + `}}`
	picture := `<svg><experiment xmlns="https://descentlab.org/experiment">` + string(text) + `</experiment></svg>`
	pdf := "%PDF-1.7\n1 0 obj\n<</Type/EmbeddedFile>>\nstream\n" + string(text) + "\nendstream\nendobj\n%%EOF\n"
	for name, data := range map[string]string{
		"a.json": string(text), "a.html": page, "a.ipynb": book, "a.svg": picture, "a.pdf": pdf,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ways := map[string]func(){"a link": func() { u.OpenText(link) }, "a text": func() { u.OpenText(string(text)) }}
	for _, ending := range []string{".json", ".html", ".ipynb", ".svg", ".pdf"} {
		path := filepath.Join(dir, "a"+ending)
		ways[ending] = func() { u.drop(path) }
	}
	for way, open := range ways {
		u.hush()
		open()
		s := u.lab.State()
		if !s.View.Said.Fault || !strings.Contains(s.View.Said.Text, "at most 64; got 2000") || !reflect.DeepEqual(s.Doc, before) {
			t.Errorf("%s: said %q", way, s.View.Said.Text)
		}
	}
}
