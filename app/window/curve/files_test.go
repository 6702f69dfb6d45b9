package curve

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	model "descentlab/app/curve"
	"descentlab/app/export"
	"descentlab/app/window/desk"
)

// TestKept: what the room keeps makes it again, and what cannot be is refused.
func TestKept(t *testing.T) {
	r, d := entered(t)
	r.Rune('3')
	for range 9 {
		r.Key(fyne.KeyRight)
	}
	r.Key(fyne.KeyLeft)
	r.header.toggle(0)
	state := r.State()
	again, err := Kind().New(d, container.NewStack(), state)
	if err != nil {
		t.Fatal(err)
	}
	if got := again.State(); string(got) != string(state) {
		t.Errorf("%s\n%s", got, state)
	}
	for _, c := range [][2]string{{`"version":1,"document"`, `"version":7,"document"`}, {`"step":8`, `"step":80`},
		{`"step":8`, `"stop":8`}, {`"slot":3`, `"slot":-3`}} {
		changed := strings.Replace(string(state), c[0], c[1], 1)
		if _, err := Kind().New(d, container.NewStack(), json.RawMessage(changed)); err == nil || changed == string(state) {
			t.Errorf("%s is taken", c[1])
		}
	}
}

func TestExport(t *testing.T) {
	r, d := entered(t)
	r.Key(fyne.KeyRight)
	r.Key(fyne.KeyRight)
	list, seen := r.Exports()
	if len(list) != 1 || list[0].Key != seen {
		t.Fatalf("%d results, %s is seen", len(list), seen)
	}
	r.Key(fyne.KeyRight) // the room goes on meanwhile
	path := t.TempDir() + "/t.csv"
	if err := list[0].Write(export.Hearers{Context: t.Context()}, path); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(path); err != nil || strings.Count(string(data), "\n") != 4 {
		t.Errorf("%v, %s", err, data)
	}
	desk.Find(r.Commands(), "Ctrl+E").Do()
	if len(d.Exported) != 1 {
		t.Error("Ctrl+E does not open the dialog")
	}
	r.Copy()
	if !strings.HasPrefix(d.Copied, "step\tw\t") || strings.Count(d.Copied, "\n") != 5 {
		t.Errorf("%q", d.Copied)
	}
}

// TestSaveAndOpen: what is saved opens again as it was, and one undo brings back what was there.
func TestSaveAndOpen(t *testing.T) {
	r, d := entered(t)
	r.header.commit("w^4 - w²")
	want := r.lab.State().Doc
	press := func(key string) { desk.Find(r.Commands(), key).Do() }
	if press("Ctrl+L"); d.Linked == nil || !d.Linked.(model.Document).Equal(want) {
		t.Errorf("the link is of %v", d.Linked)
	}
	press("Ctrl+S")
	path := t.TempDir() + "/c.json"
	write, err := d.Plan(path)
	if err != nil || d.SavedAs != "curve.descent.json" {
		t.Fatal(err, d.SavedAs)
	}
	if err := write(export.Hearers{Context: t.Context()}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Plan(t.TempDir() + "/c.csv"); err == nil {
		t.Error("a curve is saved as a table")
	}
	r.left.choose(2)
	before := r.lab.State().Doc
	press("Ctrl+O")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if done := r.Read(path, text); !done || d.Said != nil || d.Opens != 1 || !r.lab.State().Doc.Equal(want) {
		t.Errorf("opened %+v, %v", r.lab.State().Doc, d.Said)
	}
	r.Undo()
	if !r.lab.State().Doc.Equal(before) {
		t.Error("what was there is lost")
	}
	if done := r.Read(path, text[:len(text)/2]); done || d.Said == nil || !r.lab.State().Doc.Equal(before) {
		t.Error("half of a file is a curve")
	}
}
