package swarm

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"descentlab/app/export"
	"descentlab/app/export/offers"
	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// shown is a desk with nothing but the pane, whose swarm has been let loose.
func shown(t *testing.T, surface string, steps int, swarm setup.Swarming, racers ...string) (*desktest.Desk, *Pane) {
	t.Helper()
	doc := desktest.Experiment(t, surface, steps, racers...)
	doc.Look.Panel, doc.Swarm = setup.PanelSwarm, swarm
	if surface == "double_well" {
		doc.Start = surfaces.Point{} // the saddle
	}
	d := desktest.New(t, doc)
	p := New(d)
	d.Show(420, 600, p)
	return d, p
}

// cloud is what the maps show of the swarm.
func cloud(t *testing.T, d *desktest.Desk) []plot.Point {
	t.Helper()
	var clouds figure.Clouds
	list := clouds.Of(d.State(), d.Palette(), -1)
	if len(list) != 1 {
		t.Fatalf("%d clouds", len(list))
	}
	return list[0].Pts
}

func TestSwarm(t *testing.T) {
	d, p := shown(t, "double_well", 100, setup.Swarming{Runs: 80, Radius: 0.05}, "sgd lr=0.05")
	d.Lab().Seek(0)
	if n := len(cloud(t, d)); n != 80 {
		t.Fatalf("%d runs", n)
	}
	for _, at := range cloud(t, d) {
		if math.Hypot(at.X, at.Y) > 0.0501 {
			t.Fatalf("a run begins at %v", at)
		}
	}
	d.Lab().Seek(100)
	up, down := 0, 0
	for _, at := range cloud(t, d) {
		if at.Y > 1 {
			up++
		} else if at.Y < -1 {
			down++
		}
	}
	if up < 20 || down < 20 {
		t.Errorf("%d runs go up, %d down", up, down)
	}
	if text := p.ends.Text(); !strings.Contains(text, "minimum A") || !strings.Contains(text, " %. 80 leave saddle") ||
		len([]rune(text)) > 152 { // it has two lines
		t.Errorf("told %q", text)
	}
	p.chart.OnSeek(7)
	if got := d.State().Head; got != 7 {
		t.Errorf("a click on the chart leads to step %v", got)
	}
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelCharts })
	if d.State().View.Swarm != nil {
		t.Error("the cloud stays when the pane has gone")
	}
	d.Lab().Undo()
	d.Settle()
	if d.State().View.Swarm == nil {
		t.Error("the cloud does not return with the pane")
	}
}

// TestSwarmControls: they say what the document says, and change it undoably.
func TestSwarmControls(t *testing.T) {
	d, p := shown(t, "sphere", 20, setup.Swarming{Runs: 20}, "sgd lr=0.05", "adam lr=0.1")
	p.runs.OnChanged(30, false)
	p.runs.OnChanged(40, true)
	p.radius.OnChanged(0, true)
	if s := d.State().Doc.Swarm; s.Runs != 40 || !s.Point || p.runs.Value() != 40 || p.radius.Value() != 0 {
		t.Errorf("the sliders lead to %+v", s)
	}
	d.Lab().Undo()
	d.Lab().Undo()
	if s := d.State().Doc.Swarm; s.Runs != 20 || s.Point {
		t.Errorf("undone to %+v", s)
	}
	p.from.OnChanged(1)
	if s := d.State().Doc.Swarm; s.From != setup.FromRing || s.Around != d.State().Doc.Start {
		t.Errorf("a ring of %+v", s)
	}
	place := d.State().Field.Places[0]
	d.Look(func(v *lab.View) { v.Select(&place) })
	p.from.OnChanged(2)
	p.from.OnChanged(1)
	if s := d.State().Doc.Swarm; s.Around != place.At || p.from.Selected() != 1 {
		t.Errorf("with a selected place the ring is %+v", s)
	}
	p.whose.OnPicked("1")
	d.Settle()
	if got := d.State().View.Swarm.Slot; got != 1 || p.whose.Selected() != "1" {
		t.Errorf("the swarm is that of racer %d", got)
	}
}

// TestPaintedIsPainted: to choose a painted region, while none is, begins painting.
func TestPaintedIsPainted(t *testing.T) {
	d, p := shown(t, "sphere", 20, setup.Swarming{Runs: 20}, "sgd lr=0.05")
	if p.paint.Visible() {
		t.Error("there is a button to paint without a painted region")
	}
	p.from.OnChanged(3)
	d.Settle()
	if s := d.State(); s.View.Tool != lab.ToolPaint || s.Doc.Swarm.From != setup.FromPainted || !p.paint.Visible() {
		t.Fatalf("painting %t, %+v", s.View.Tool == lab.ToolPaint, s.Doc.Swarm)
	}
	if got := p.waiting(); got != "Nothing is painted yet: drag over the map." {
		t.Errorf("it says %q", got)
	}
	p.paint.Tapped(nil)
	if got := p.waiting(); d.State().View.Tool == lab.ToolPaint || got != "Nothing is painted yet: Paint, and drag over the map." {
		t.Errorf("after painting it says %q", got)
	}
	d.Edit("", func(e *setup.Experiment) { e.PaintStroke(0, sweep.Stroke{Radius: 0.5}, surfaces.Point{X: 1, Y: 1}) })
	p.from.OnChanged(2)
	p.from.OnChanged(3)
	if d.State().View.Tool == lab.ToolPaint {
		t.Error("to choose what is painted begins painting again")
	}
}

// TestPaintedSwarmIsUnderWay: it is said that nothing is painted only while nothing is.
func TestPaintedSwarmIsUnderWay(t *testing.T) {
	d, p := shown(t, "himmelblau", 40, setup.Swarming{From: setup.FromPainted, Runs: 20}, "sgd lr=0.01")
	says := func(want string) {
		t.Helper()
		if got := p.waiting(); !strings.HasPrefix(got, want) || d.State().View.Swarm != nil {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
	says("Nothing is painted yet")
	d.Edit("", func(e *setup.Experiment) { e.PaintStroke(0, sweep.Stroke{Radius: 0.5}, surfaces.Point{X: 1, Y: 1}) })
	says("Running …")
	d.Settle()
	if d.State().View.Swarm == nil {
		t.Fatal("no swarm")
	}
	d.Edit("", func(e *setup.Experiment) {
		e.PaintStroke(1, sweep.Stroke{Radius: 0.7, Erase: true}, surfaces.Point{X: 1, Y: 1})
	})
	d.Settle()
	says("Nothing is painted yet") // all is rubbed out
	d.Edit("", func(e *setup.Experiment) { e.Painted = nil })
	d.Settle()
	says("Nothing is painted yet")
}

// TestSwarmInAStroke: while a stroke goes on every swarm is finished and shown before the next begins; its end begins the
// last one at once.
func TestSwarmInAStroke(t *testing.T) {
	d, p := shown(t, "himmelblau", 40, setup.Swarming{From: setup.FromPainted, Runs: 20}, "sgd lr=0.01")
	paint := func(x float64) {
		d.Edit("paint", func(e *setup.Experiment) { e.PaintStroke(0, sweep.Stroke{Radius: 0.5}, surfaces.Point{X: x, Y: 1}) })
	}
	d.Look(func(v *lab.View) { v.Stroke = 0 })
	paint(1)
	first := p.job.Key()
	paint(2)
	paint(3)
	last := p.job.Key()
	if first == last {
		t.Fatal("the stroke does not go on")
	}
	for d.State().View.Swarm == nil {
		d.Step()
	}
	if p.job.Of() != first || !p.job.Busy() || p.waiting() != "" {
		t.Errorf("shown is %q: %q", p.job.Of(), p.waiting())
	}
	for p.job.Of() == first {
		d.Step()
	}
	if p.job.Of() != last {
		t.Errorf("then %q", p.job.Of())
	}
	d.Settle()
	paint(4)
	paint(5)
	d.Look(func(v *lab.View) { v.Stroke = -1 })
	for p.job.Of() == last {
		d.Step()
	}
	if !p.job.Fresh() {
		t.Error("at the end of the stroke another swarm is finished first")
	}
}

// TestSwarmStops: lasting runs say how far they are until Escape stops them; then nothing of another experiment stays.
func TestSwarmStops(t *testing.T) {
	d, p := shown(t, "himmelblau", 40, setup.Swarming{Runs: 20}, "sgd lr=0.01")
	d.Edit("", func(e *setup.Experiment) { e.Steps, e.Swarm.Runs = 20000, sweep.MaxSwarm })
	for d.State().Busy {
		d.Step()
	}
	if !p.job.Busy() || p.waiting() != "" || d.State().View.Swarm == nil {
		t.Errorf("the swarm before goes at once: %q", p.waiting())
	}
	for !strings.HasPrefix(p.ends.Text(), "running … ") || !strings.HasSuffix(p.ends.Text(), "(Esc stops)") {
		d.Step()
	}
	if !d.Interrupt() || d.State().View.Swarm != nil || !strings.HasPrefix(p.waiting(), "Stopped.") || p.ends.Text() != "" {
		t.Errorf("after Escape %v: %q, %q", d.State().View.Swarm, p.waiting(), p.ends.Text())
	}
	d.Edit("", func(e *setup.Experiment) { e.Swarm.Radius = 0.2 })
	for !strings.HasSuffix(p.waiting(), "(Esc stops)") {
		d.Step()
	}
	d.Edit("", func(e *setup.Experiment) { e.Steps, e.Swarm.Runs = 50, 20 })
	d.Settle()
	if d.State().View.Swarm == nil || p.waiting() != "" {
		t.Errorf("after the next change %q", p.waiting())
	}
}

// TestNewSurfaceHasNoOldSwarm: as soon as another surface is shown the swarm of the one before is gone; while a slider moves
// one and the same it stays until the next has come.
func TestNewSurfaceHasNoOldSwarm(t *testing.T) {
	d, p := shown(t, "two_wells", 15, setup.Swarming{Runs: 20}, "sgd lr=0.01")
	d.Edit("", func(e *setup.Experiment) { e.Params = map[string]float64{"ridge": 2} })
	for d.State().Stale() {
		d.Step()
	}
	if d.State().View.Swarm == nil {
		t.Error("the swarm goes while a slider moves")
	}
	d.Settle()
	d.SetSurface("himmelblau")
	for d.State().Stale() {
		d.Step()
	}
	if d.State().View.Swarm != nil || p.waiting() != "Running …" {
		t.Errorf("on the new surface there is %v: %q", d.State().View.Swarm, p.waiting())
	}
	d.Settle()
	if d.State().View.Swarm == nil {
		t.Error("no swarm on the new surface")
	}
}

// TestSwarmPictures: the document chooses one, words say the rest, and a small pane leaves the chart its height.
func TestSwarmPictures(t *testing.T) {
	d, p := shown(t, "double_well", 100, setup.Swarming{Runs: 80, Radius: 0.05}, "sgd lr=0.05")
	p.picture.OnChanged(1)
	if !strings.Contains(p.ends.Text(), "median step") || p.picture.Selected() != 1 {
		t.Errorf("told %q", p.ends.Text())
	}
	p.picture.OnChanged(2)
	if !strings.Contains(p.ends.Text(), " leave saddle S1, ") || p.picture.Selected() != 2 {
		t.Errorf("told %q", p.ends.Text())
	}
	p.Object().Resize(p.Object().MinSize())
	if got := p.chart.Size().Height; got < chartLeast {
		t.Errorf("in a small pane the chart is %v high", got)
	}
	// Elsewhere there is nothing to escape from, which is explained.
	p.from.OnChanged(2)
	d.Settle()
	if !strings.Contains(p.ends.Text(), "Race from a ring") || p.radius.Visible() {
		t.Errorf("from a grid, told %q; a radius: %t", p.ends.Text(), p.radius.Visible())
	}
	// Without racers there is no swarm.
	d.Edit("", func(e *setup.Experiment) { e.Racers = nil })
	d.Settle()
	if d.State().View.Swarm != nil || p.whose.Visible() || !strings.HasPrefix(p.waiting(), "Add an optimizer") {
		t.Errorf("a swarm of nobody: %q", p.waiting())
	}
}

// TestExports: the cloud that is seen is what is exported, without running again; one of another experiment is not.
func TestExports(t *testing.T) {
	d, p := shown(t, "double_well", 100, setup.Swarming{Runs: 40, Radius: 0.05}, "sgd lr=0.05")
	list, _ := p.Exports()
	if len(list) != 1 {
		t.Fatalf("%d results", len(list))
	}
	var text, other bytes.Buffer
	if err := list[0].Stream(export.Hearers{Context: t.Context()}, ".csv", &text); err != nil {
		t.Fatal(err)
	}
	all, _ := offers.Race(d.State())
	for _, o := range all {
		if o.Key == setup.PanelSwarm {
			if err := o.Stream(export.Hearers{Context: t.Context()}, ".csv", &other); err != nil {
				t.Fatal(err)
			}
		}
	}
	if text.String() != other.String() {
		t.Error("it is another one than the experiment has")
	}
	p.job.Stop()
	if err := d.Lab().Edit("", func(e *setup.Experiment) { e.Seed++ }); err != nil {
		t.Fatal(err)
	}
	if list, _ := p.Exports(); len(list) > 0 {
		t.Error("the cloud of another seed is exported")
	}
}
