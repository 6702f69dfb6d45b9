package bench

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/contest"
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
	p.setting.Budget, p.setting.Instances = 60, 1
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
	if text := p.told.Text(); !strings.Contains(text, "does best") || !strings.Contains(text, "60 gradient evaluations") {
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
	p.view.SetSelected(showProfile)
	p.view.OnChanged(showProfile)
	if p.picture() != m.profiles[0] {
		t.Error("the profile is not shown")
	}
}

// TestTuning: each number of trials is a stage of its own.
func TestTuning(t *testing.T) {
	d, p := shown(t, "sgd lr=0.0001")
	p.tuning.SetSelected(1)
	p.tuning.OnChanged(1)
	small(d, p)
	m, _ := p.shown()
	if m.result == nil || len(m.result.Stages) != 2 || p.stage(m) != 1 {
		t.Fatalf("%v", p.job.Err())
	}
	p.tuning.SetSelected(0)
	p.tuning.OnChanged(0)
	if p.stage(m) != 0 {
		t.Error("the racers as they are cannot be seen")
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
	p.setting.Suite = t.TempDir()
	small(d, p)
	if text := p.told.Text(); !strings.Contains(text, "no experiments") {
		t.Error(text)
	}
	p.choose(ofCatalogue)
	if p.setting.Suite != contest.Catalogue {
		t.Errorf("the suite is %s", p.setting.Suite)
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
