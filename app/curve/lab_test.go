package curve

import (
	"encoding/json"
	"math"
	"path/filepath"
	"strings"
	"testing"

	"descentlab/optim"
)

func TestLabStepsAndUndoes(t *testing.T) {
	l, err := NewLab(Default())
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	l.OnChange(func(State) { told++ })
	l.Step(1)
	l.Step(1)
	if s := l.State(); s.Step != 2 || s.Done != 2 || math.Abs(s.Row(0).W+0.48) > 1e-12 || told != 2 {
		t.Errorf("step %d of %d, %+v, told %d times", s.Step, s.Done, s.Row(0), told)
	}
	l.Seek(0)
	l.Step(-1)
	if s := l.State(); s.Step != 0 || s.Done != 2 {
		t.Errorf("step %d of %d", s.Step, s.Done)
	}
	for _, eta := range []float64{0.3, 0.4} {
		if err := l.Edit("eta", func(d *Document) { d.SetEta(0, eta) }); err != nil {
			t.Fatal(err)
		}
	}
	l.Seal()
	if s := l.State(); s.Done != 0 || !l.CanUndo() {
		t.Error("an edit begins anew")
	}
	l.Undo()
	if eta, _ := l.State().Doc.Eta(0); eta != 6 || l.CanUndo() || !l.CanRedo() {
		t.Errorf("undone: eta %v", eta)
	}
	l.Redo()
	if eta, _ := l.State().Doc.Eta(0); eta != 0.4 {
		t.Errorf("redone: eta %v", eta)
	}
	if err := l.Edit("", func(d *Document) { d.Start = math.NaN() }); err == nil || l.State().Doc.Start != -3 {
		t.Errorf("NaN as a start: %v", err)
	}
}

// TestLabEndsAtNaN: held on, it stops at the first row that is no number.
func TestLabEndsAtNaN(t *testing.T) {
	d := Default()
	d.SetEta(0, 7)
	l, err := NewLab(d)
	if err != nil {
		t.Fatal(err)
	}
	for range 100 {
		l.Step(200)
	}
	if s := l.State(); s.Step < 7000 || s.Step > 8000 || !math.IsNaN(s.Row(0).W) || math.IsNaN(s.Runs[0].At(s.Step-1).W) {
		t.Errorf("ends at step %d, %+v", s.Step, s.Row(0))
	}
}

func TestFile(t *testing.T) {
	d := Default()
	if err := d.SetFormula("w^4 - w"); err != nil {
		t.Fatal(err)
	}
	adam, err := optim.ParseSpec("adam lr=0.1 schedule=cosine")
	if err != nil {
		t.Fatal(err)
	}
	d.Racers = append(d.Racers, Racer{adam, d.FreeSlot()})
	path := filepath.Join(t.TempDir(), "c.json")
	if err := Save(path, d); err != nil {
		t.Fatal(err)
	}
	if back, err := Load(path); err != nil || !back.Equal(d) {
		t.Errorf("%+v, %v", back, err)
	}
	text, err := json.Marshal(Default())
	if err != nil {
		t.Fatal(err)
	}
	for change, want := range map[string]string{
		`"format":"descentlab curve"|"format":"descentlab experiment"`: "not a descentlab curve",
		`"version":1|"version":9`:                                      "not a descentlab curve of version",
		`"start":-3|"start":null`:                                      "start",
		`"start":-3|"start":1e300`:                                     "start: must be",
		`"steps":100|"steps":0`:                                        "steps: must be",
		`"shape":"bowl"|"shape":"bowel"`:                               `did you mean "bowl"`,
		`"shape":"bowl"|"formula":"w^"`:                                "column 3",
		`"slot":3|"slot":-1`:                                           "slot: must be",
		`sgd lr=6|sgd lr=-6`:                                           "lr must be", `"start":-3|"start":-3,"stert":2`: "stert",
	} {
		from, to, _ := strings.Cut(change, "|")
		changed := strings.Replace(string(text), from, to, 1)
		var back Document
		err := json.Unmarshal([]byte(changed), &back)
		if changed == string(text) || err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want %q", change, err, want)
		}
	}
}
