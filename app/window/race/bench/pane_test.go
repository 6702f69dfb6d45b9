package bench

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/export"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/surfaces"
)

// shown is a desk with nothing but the pane.
func shown(t *testing.T, racers ...string) (*desktest.Desk, *Pane) {
	t.Helper()
	doc := desktest.Experiment(t, "peaks", 40, racers...)
	doc.Look.Panel = setup.PanelBench
	d := desktest.New(t, doc)
	p := New(d)
	d.Show(600, 700, p)
	d.Settle()
	return d, p
}

// small lets the pane make a benchmark that takes no time.
func small(d *desktest.Desk, p *Pane) {
	p.set("", func(b *setup.Bench) { b.Budget, b.Instances = 60, 1 })
	p.press()
	d.Settle()
}

// TestExample: before the first benchmark there is a small one.
func TestExample(t *testing.T) {
	_, p := shown(t, "adam lr=0.1", "sgd lr=0.01")
	if m, example := p.shown(); !example || m.result == nil || m.result.Setting.Budget != exampleBudget {
		t.Fatal("there is no example")
	}
	if text := p.told.Text(); !strings.HasPrefix(text, "An example") {
		t.Error(text)
	}
}

// TestRun: the benchmark is of the racers, by their identities; the picture tells what is pointed at, and a click shows the run
// behind it, from its beginning, by one edit.
func TestRun(t *testing.T) {
	d, p := shown(t, "adam lr=0.1", "sgd lr=0.01")
	small(d, p)
	m, example := p.shown()
	if example || m.result == nil || m.result.Setting.Budget != 60 || len(m.result.Names) != 2 {
		t.Fatalf("no benchmark has been made: %v", p.job.Err())
	}
	if text := p.told.Text(); !strings.Contains(text, "does best") || !strings.Contains(text, "a budget of 60 ") {
		t.Error(text)
	}
	size := p.drawing.Size()
	for y := float32(0); y < size.Height && p.racer < 0; y += 4 {
		p.hover(fyne.NewPos(size.Width/2, y), true)
	}
	if p.racer < 0 || !strings.Contains(p.told.Text(), "of the pairs") {
		t.Fatalf("no curve is found: %q", p.told.Text())
	}
	before := d.State().Doc
	st := m.result.Stages[0]
	step, _ := st.Curves[p.racer].Latest(p.at)
	problem := m.result.Suite.Problems[step.Problem]
	p.play()
	d.Settle()
	s := d.State()
	if s.Doc.Surface != problem.Function || s.Doc.Start.X != problem.X || len(s.Doc.Racers) != 2 ||
		s.Doc.Look.Panel != setup.PanelBench ||
		s.Doc.Param(surfaceParam(t, &s.Doc)) != float64(problem.Instance) {
		t.Errorf("shown is %s from %v with %d racers", s.Doc.Surface, s.Doc.Start, len(s.Doc.Racers))
	}
	if of := st.Results.Trials[p.racer][step.Problem].Steps[step.Target]; s.Doc.Steps < int(of) {
		t.Errorf("%d steps are too few for step %d", s.Doc.Steps, of)
	}
	d.Lab().Undo()
	d.Settle()
	if now := d.State().Doc; now.Surface != before.Surface || now.Steps != before.Steps {
		t.Errorf("undo leads to %s", now.Surface)
	}
	p.hover(fyne.Position{}, false)
	for i, kind := range pictures {
		p.view.OnChanged(i)
		if d.State().View.Bench != kind || p.view.Selected() != i || p.picture() != m.pictures[kind][0] {
			t.Errorf("picture %d is not shown", i)
		}
	}
}

// TestRunStaysWhereItIs: the button does not move below the pointer that presses it, nor when the benchmark is made.
func TestRunStaysWhereItIs(t *testing.T) {
	d, p := shown(t, "adam lr=0.1")
	place := func() fyne.Position { return fyne.CurrentApp().Driver().AbsolutePositionForObject(p.run) }
	at := place()
	p.set("", func(b *setup.Bench) { b.Budget, b.Instances = 60, 1 })
	p.press()
	if now := place(); now != at {
		t.Errorf("pressed it is at %v, and was at %v", now, at)
	}
	d.Settle()
	if now := place(); now != at || p.view.Size().Width < p.view.MinSize().Width {
		t.Errorf("at the end it is at %v, and was at %v", now, at)
	}
}

// TestTuning: each number of trials is a stage of its own.
func TestTuning(t *testing.T) {
	d, p := shown(t, "sgd lr=0.0001")
	p.tuning.OnChanged(1)
	small(d, p)
	m, _ := p.shown()
	if m.result == nil || len(m.result.Stages) != 2 || p.stage(m) != 1 {
		t.Fatalf("%v", p.job.Err())
	}
	p.tuning.OnChanged(0)
	if p.stage(m) != 0 || p.stale(m) || p.tuning.Selected() != 0 {
		t.Error("the racers as they are cannot be seen")
	}
	d.Lab().Undo()
	if p.stage(m) != 1 || p.tuning.Selected() != 1 || p.stale(m) {
		t.Error("undo does not lead to what was tuned")
	}
	p.tuning.OnChanged(3)
	if !p.stale(m) || !strings.Contains(p.told.Text(), "have changed since") {
		t.Errorf("100 trials have not been made: %s", p.told.Text())
	}
}

// TestSettingsAreOfTheDocument: a drag of a slider is one edit, which undo takes back, and the pane shows what the document says.
func TestSettingsAreOfTheDocument(t *testing.T) {
	d, p := shown(t, "adam lr=0.1")
	p.budget.OnChanged(300, false)
	p.budget.OnChanged(400, true)
	p.instances.OnChanged(3, true)
	if b := d.State().Doc.Bench; b != (setup.Bench{Budget: 400, Instances: 3}) || p.budget.Value() != 400 {
		t.Fatalf("the document has %+v", b)
	}
	d.Lab().Undo()
	d.Lab().Undo()
	if b := d.State().Doc.Bench; b != (setup.Bench{}) || p.budget.Value() != 2000 || p.instances.Value() != 15 {
		t.Errorf("after undo the document has %+v, the sliders %v and %v", b, p.budget.Value(), p.instances.Value())
	}
	d.Lab().Redo()
	if b := d.State().Doc.Bench; b.Budget != 400 || p.budget.Value() != 400 {
		t.Errorf("after redo the document has %+v", b)
	}
}

// TestExport: the benchmark that was made is written, the example is not.
func TestExport(t *testing.T) {
	d, p := shown(t, "adam lr=0.1")
	p.write()
	if len(d.Exported) > 0 || !p.export.Disabled() {
		t.Error("the example can be written")
	}
	small(d, p)
	p.write()
	path := filepath.Join(t.TempDir(), "b.csv")
	list, seen := p.Exports()
	if len(list) != 1 || seen != list[0].Key || len(d.Exported) != 1 || d.Exported[0] != seen {
		t.Fatalf("%d results, %s; to be exported: %v", len(list), seen, d.Exported)
	}
	err := list[0].Write(export.Hearers{Context: t.Context()}, path)
	if data, readErr := os.ReadFile(path); err != nil || readErr != nil || !strings.Contains(string(data), "adam lr=0.1") {
		t.Errorf("%v, %v, %.200s", err, readErr, data)
	}
}

// TestFaults: what cannot be is said.
func TestFaults(t *testing.T) {
	_, p := shown(t)
	p.press()
	if text := p.told.Text(); !strings.Contains(text, "needs racers") {
		t.Error(text)
	}
	d, p := shown(t, "adam lr=0.1")
	folder := t.TempDir()
	p.suite.SetSelected(ofFolder)
	p.suite.OnChanged(ofFolder)
	if p.suite.Selected() != ofBBOB {
		t.Error("a folder is the suite before one is chosen")
	}
	d.Opening(filepath.Join(folder, "one.json"))
	if suite := d.State().Doc.Bench.Suite; suite != folder || p.suite.Selected() != ofFolder {
		t.Fatalf("the suite is %q, want %q", suite, folder)
	}
	small(d, p)
	if text := p.told.Text(); !strings.Contains(text, "no experiments") {
		t.Error(text)
	}
	p.choose(ofCatalogue)
	if suite := d.State().Doc.Bench.Suite; suite != setup.SuiteCatalogue || p.suite.Selected() != ofCatalogue {
		t.Errorf("the suite is %s", suite)
	}
}

// surfaceParam is the parameter of the document's surface.
func surfaceParam(t *testing.T, doc *setup.Experiment) surfaces.Param {
	t.Helper()
	s, err := doc.Landscape()
	if err != nil || len(s.Params) == 0 {
		t.Fatalf("%s has no parameter: %v", doc.Surface, err)
	}
	return s.Params[0]
}
