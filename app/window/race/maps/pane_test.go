package maps

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/app/window/race/tool"
	"descentlab/internal/lengthy"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// size is that of the maps in these tests, in pixels.
const size = 90

// on is a pane on the race of an experiment, at a size at which maps are made at once.
func on(t *testing.T, doc setup.Experiment) (*desktest.Desk, *Pane) {
	t.Helper()
	d := desktest.New(t, doc)
	p := New(d, tool.New(d))
	d.Show(900, 600, p)
	p.cells[0].m.OnResize(size, size, 1)
	d.Settle()
	return d, p
}

func scene(p *Pane, i int) plot.Scene { return p.cells[i].m.Scene() }

func TestClickMovesTheStart(t *testing.T) {
	d, p := on(t, desktest.Experiment(t, "peaks", 20, "sgd lr=0.01"))
	at := plot.Point{X: 1.5, Y: -0.5}
	desktest.Drag(p.cells[0].m.Tool, desktest.Ground(at))
	if got := d.State().Doc.Start; got != at || *scene(p, 0).Start != at {
		t.Errorf("start %v", got)
	}
	d.Settle()
	if got := scene(p, 0).Traces[0].Pts[0]; got != at {
		t.Errorf("the trace starts at %v", got)
	}
}

// TestDoubleClickMovesNothing: it leaves the start as it was, and so does what can be undone; the window is the home window.
func TestDoubleClickMovesNothing(t *testing.T) {
	d, p := on(t, desktest.Experiment(t, "ravine", 20, "momentum lr=0.012 momentum=0"))
	d.Edit("", func(e *setup.Experiment) { e.View.X1 /= 2 })
	before, m := d.State().Doc, p.cells[0].m
	press := desktest.Ground(plot.Point{X: -1.3, Y: 0.3}) // click, click
	desktest.Drag(m.Tool, press)
	if reflect.DeepEqual(d.State().Doc, before) {
		t.Error("a click does nothing")
	}
	press.Start, press.Double = true, true
	if _, restore := desktest.Drag(m.Tool, press); !restore {
		t.Error("it does not restore")
	}
	if !reflect.DeepEqual(d.State().Doc, before) {
		t.Errorf("after it %+v, before %+v", d.State().Doc, before)
	}
	m.OnRestore()
	if doc := d.State().Doc; doc.View != doc.Home || doc.Start != before.Start {
		t.Errorf("it leads to %+v", doc.View)
	}
	d.Lab().Undo()
	if !reflect.DeepEqual(d.State().Doc, before) {
		t.Error("one step back is not the window before")
	}
}

// TestGesturesEditTheDocument: the wheel and the arrow keys change the window and the start, and keys go on to the frame.
func TestGesturesEditTheDocument(t *testing.T) {
	d, p := on(t, desktest.Experiment(t, "peaks", 20, "sgd lr=0.01"))
	m, home, start := p.cells[0].m, d.State().Doc.Home, d.State().Doc.Start
	half := plot.Rect{X0: home.X0 / 2, X1: home.X1 / 2, Y0: home.Y0 / 2, Y1: home.Y1 / 2}
	m.OnView(half, false)
	m.OnView(half, true)
	if got := d.State().Doc.View; got != half || scene(p, 0).View != half || len(d.Sealed) != 1 || d.Sealed[0] != viewEdit {
		t.Errorf("window %v, sealed %q", got, d.Sealed)
	}
	if got := d.State().Shown; got.Window != half || math.Abs(got.UnitX-(half.X1-half.X0)/size) > 1e-12 {
		t.Errorf("shown are %+v", got)
	}
	m.OnNudge(0.5, 0)
	if got := d.State().Doc.Start; math.Abs(got.X-start.X-(half.X1-half.X0)/2) > 1e-12 || got.Y != start.Y {
		t.Errorf("nudged from %v to %v", start, got)
	}
	m.OnKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	m.OnRune('.')
	if strings.Join(d.Keys, " ") != "Home ." {
		t.Errorf("keys %q", d.Keys)
	}
}

func TestSideBySideHasAMapForEveryShownRacer(t *testing.T) {
	d, p := on(t, desktest.Experiment(t, "peaks", 20, "sgd lr=0.01", "sgd lr=0.02", "adam lr=0.1"))
	d.SetLook(func(l *setup.Look) { l.SideBySide = true })
	if n := len(p.cells); n != 3 {
		t.Fatalf("%d maps, want 3", n)
	}
	head := p.cells[2].head
	if says := head.title.Says(); says.Name != "Adam" || !head.title.Visible() || head.whose.Visible() || says.Note != "" {
		t.Errorf("the last one is headed %+v", says)
	}
	d.Edit("", func(e *setup.Experiment) { e.Racers[1].Hidden = true })
	d.Settle()
	if n := len(p.cells); n != 2 {
		t.Errorf("%d maps with one racer hidden, want 2", n)
	}
	p.cells[1].m.OnHover(plot.Point{X: 1, Y: 1}, true)
	for i := range p.cells {
		if s := scene(p, i); s.Cross == nil || *s.Cross != (plot.Point{X: 1, Y: 1}) || len(s.Traces) != 1 {
			t.Errorf("map %d: cross %v, %d traces", i, s.Cross, len(s.Traces))
		}
	}
	d.Edit("", func(e *setup.Experiment) { e.Racers[0].Hidden, e.Racers[2].Hidden = true, true })
	d.Settle()
	if len(p.cells) != 1 || len(scene(p, 0).Traces) > 0 {
		t.Errorf("with all hidden: %d maps", len(p.cells))
	}
}

// TestPlacesAreHoveredAndPicked: the pointer finds a place near it, a click on its mark selects it, and others are faint while
// one racer is looked at.
func TestPlacesAreHoveredAndPicked(t *testing.T) {
	d, p := on(t, desktest.Experiment(t, "peaks", 20, "sgd lr=0.01", "adam lr=0.1"))
	saddle := d.State().Field.Named("S1")
	m := p.cells[0].m
	m.OnHover(plot.Point{X: saddle.At.X + 0.01, Y: saddle.At.Y}, true)
	if got := d.State().View.Hover; got != "S1" {
		t.Errorf("the pointer is on %q", got)
	}
	m.OnHover(plot.Point{}, false)
	if v := d.State().View; v.Hover != "" || v.Cross != nil || scene(p, 0).Cross != nil {
		t.Errorf("when it has gone, it is on %q at %v", v.Hover, v.Cross)
	}
	if got := p.caption.hint.Text; !strings.HasPrefix(got, "click: ") {
		t.Errorf("the hint is %q", got)
	}
	mark := plot.Mark{Label: "S1", At: saddle.At}
	press := desktest.Ground(mark.At)
	press.Mark, press.Near = &mark, &mark
	desktest.Drag(m.Tool, press)
	got, hint := d.State().View.SelectedName(), p.caption.hint.Text
	if got != "S1" || len(scene(p, 0).Curves) == 0 || !strings.HasPrefix(hint, "Ctrl-click") {
		t.Errorf("selected is %q, the hint %q", got, hint)
	}
	desktest.Drag(m.Tool, desktest.Ground(d.State().Doc.Start))
	if got := d.State().View.SelectedName(); got != "" || len(scene(p, 0).Curves) > 0 {
		t.Errorf("selected is %q", got)
	}
	d.Look(func(v *lab.View) { v.Racer = 1 })
	if traces := scene(p, 0).Traces; !traces[0].Faint || traces[1].Faint {
		t.Error("the racer that is looked at is as faint as the other")
	}
}

// TestSwarmLiesOnTheMaps: it moves with the playhead, on the map of its racer, while its panel is shown.
func TestSwarmLiesOnTheMaps(t *testing.T) {
	doc := desktest.Experiment(t, "double_well", 100, "sgd lr=0.05", "sgd lr=0.06")
	doc.Look.Panel, doc.Start, doc.Swarm = setup.PanelSwarm, surfaces.Point{}, setup.Swarming{Runs: 80, Radius: 0.05}
	d, p := on(t, doc)
	survey := d.State().Survey()
	run, err := survey.Swarm(t.Context(), 0, sweep.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d.Look(func(v *lab.View) { v.Swarm = &lab.Swarmed{SwarmRun: run, Slot: 0, Places: d.State().Field.Places} })
	cloud := func() []plot.Point {
		t.Helper()
		clouds := scene(p, 0).Clouds
		if len(clouds) != 1 || len(clouds[0].Pts) != 80 {
			t.Fatalf("%d clouds", len(clouds))
		}
		return clouds[0].Pts
	}
	d.Lab().Seek(0)
	for _, at := range cloud() {
		if math.Hypot(at.X, at.Y) > 0.0501 {
			t.Fatalf("a run begins at %v", at)
		}
	}
	d.Lab().Seek(100)
	up, down := 0, 0
	for _, at := range cloud() {
		if at.Y > 1 {
			up++
		} else if at.Y < -1 {
			down++
		}
	}
	if up < 20 || down < 20 {
		t.Errorf("%d runs go up, %d down", up, down)
	}
	d.SetLook(func(l *setup.Look) { l.SideBySide = true })
	if cloud(); len(scene(p, 1).Clouds) > 0 {
		t.Error("the swarm is on the map of another racer")
	}
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelCharts })
	if len(scene(p, 0).Clouds) > 0 {
		t.Error("the cloud stays when its panel has gone")
	}
}

// TestGroundFollowsASlider: the coarse picture of a moment is finished though the slider has moved on, and at last there is the
// fine one of where it rests.
func TestGroundFollowsASlider(t *testing.T) {
	lengthy.Test(t)
	d, p := on(t, desktest.Experiment(t, "peaks", 5, "sgd lr=0.01"))
	var fields []*lab.Field
	for _, turn := range []float64{10, 20} {
		d.Edit("turn", func(e *setup.Experiment) { e.SetTransform(turn, 0) })
		d.Settle()
		fields = append(fields, d.State().Field)
	}
	at := func(f *lab.Field) figure.Ground {
		return figure.Ground{Probe: f.Probe, View: p.view(), W: size, H: size}
	}
	g := newGround(d, func() {})
	g.ask(fields[0], at(fields[0]))
	g.work.Join() // its pictures are on their way
	first := g.work.Key()
	g.ask(fields[1], at(fields[1]))
	for g.work.Of() == "" {
		d.Step()
	}
	if g.work.Of() != first || g.field().Grid.W != size/coarser {
		t.Error("there is no coarse picture of the first moment")
	}
	d.Settle()
	if !g.work.Fresh() || g.work.Of() == first || g.field().Grid.W != size {
		t.Errorf("at last it is %d wide, of the last moment: %t", g.field().Grid.W, g.work.Fresh())
	}
}

// TestNewSurfaceHasNoOldGround: another surface never lies on the ground of the one before, whose picture stays until there is
// any ground of the new one.
func TestNewSurfaceHasNoOldGround(t *testing.T) {
	d, p := on(t, desktest.Experiment(t, "peaks", 5, "sgd lr=0.01"))
	before := scene(p, 0)
	seen := []int{size} // widths
	d.Edit("", func(e *setup.Experiment) { e.Formula, e.Surface, e.Start.X = "x^2 + y^4", "", 2 })
	for d.Busy() {
		d.Step()
		now := scene(p, 0)
		if now.Field == nil {
			t.Fatal("there is no ground")
		}
		if now.Field == before.Field && (*now.Start != *before.Start || !slices.Equal(now.Marks, before.Marks)) {
			t.Error("there is something new on the old ground")
		}
		if w := now.Field.Grid.W; seen[len(seen)-1] != w {
			seen = append(seen, w)
		}
	}
	if !slices.Equal(seen, []int{size, size / coarser, size}) || *scene(p, 0).Start == *before.Start {
		t.Errorf("the ground is %v wide, the start at %v", seen, *scene(p, 0).Start)
	}
}

// TestToolInHand: it takes the maps' gestures and the place of the caption, and gives both back; a map that comes meanwhile
// has it, too.
func TestToolInHand(t *testing.T) {
	d, p := on(t, desktest.Experiment(t, "peaks", 5, "sgd lr=0.01", "adam lr=0.1"))
	d.Look(func(v *lab.View) { v.Take(lab.ToolSculpt) })
	d.SetLook(func(l *setup.Look) { l.SideBySide = true })
	for i, c := range p.cells {
		if c.m.Tool != p.tools[lab.ToolSculpt] {
			t.Errorf("map %d does not obey the tool", i)
		}
	}
	if bar := p.tools[lab.ToolSculpt].Bar(); p.caption.box.Visible() || !slices.Contains(p.foot().Objects, bar) {
		t.Error("the caption stays, or there is no bar")
	}
	d.Look(func(v *lab.View) { v.Take(lab.ToolStart) })
	if m := p.cells[1].m; m.Tool != p.tools[lab.ToolStart] || !p.caption.box.Visible() {
		t.Error("the tool stays")
	}
}

// TestBrushHasNoCross: while painting, the brush is at the pointer.
func TestBrushHasNoCross(t *testing.T) {
	doc := desktest.Experiment(t, "peaks", 5, "sgd lr=0.01")
	doc.Look.Panel, doc.Swarm.From = setup.PanelSwarm, setup.FromPainted
	d, p := on(t, doc)
	d.Look(func(v *lab.View) { v.Take(lab.ToolPaint) })
	p.cells[0].m.OnHover(plot.Point{X: 1, Y: 1}, true)
	curves := scene(p, 0).Curves
	if scene(p, 0).Cross != nil || len(curves) != 1 {
		t.Fatalf("a cross, or %d curves", len(curves))
	}
	if rim := curves[0].Pts; math.Abs(rim[0].X-1-figure.BrushTip(d.State()).Radius) > 1e-12 {
		t.Errorf("the brush reaches to %v", rim[0])
	}
}

// TestCaptionFits: in whatever width the maps stand, the legend below them does not run out of it, and tells as much as fits.
func TestCaptionFits(t *testing.T) {
	c := newCaption()
	c.texts = []string{"⊙ minimum (3)   ✕ saddle (3)", "⊙ 3   ✕ 3"}
	for width, want := range map[float32]string{400: c.texts[0], 100: c.texts[1], 10: c.texts[1]} {
		if c.box.Resize(fyne.NewSize(width, 26)); c.legend.Text != want {
			t.Errorf("in a width of %v it says %q", width, c.legend.Text)
		}
	}
	d := desktest.On(t, "peaks", 10, "sgd lr=0.01")
	p := New(d, tool.New(d))
	for _, width := range []float32{700, 150} {
		d.Show(width, 300, p)
		if need := p.caption.legend.MinSize().Width; need > width || p.caption.legend.Text == "" {
			t.Errorf("in a width of %v it says %q, which takes %v", width, p.caption.legend.Text, need)
		}
	}
}

// TestFlowsAreDrawn beside the ways while they are wanted, and cost nothing else.
func TestFlowsAreDrawn(t *testing.T) {
	d, p := on(t, desktest.Experiment(t, "sphere", 20, "sgd lr=0.01"))
	if p.flows.Busy() {
		t.Error("flows are computed that nobody wants")
	}
	curves := len(scene(p, 0).Curves)
	d.Edit("", func(e *setup.Experiment) { e.Look.Flows = true })
	d.Settle()
	s := scene(p, 0)
	var texts []string
	for _, tag := range s.Tags {
		texts = append(texts, tag.Text)
	}
	if len(s.Curves) != curves+2 || !slices.Equal(texts, []string{"gradient flow", "central flow of SGD"}) {
		t.Errorf("%d curves, %d before, said %q", len(s.Curves), curves, texts)
	}
	d.Edit("", func(e *setup.Experiment) { e.Look.Flows = false })
	d.Settle()
	if n := len(scene(p, 0).Curves); n != curves {
		t.Errorf("%d curves are left", n)
	}
}
