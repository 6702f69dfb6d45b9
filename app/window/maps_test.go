package window

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/plot"
)

// finish waits for a background job and runs what it has to say.
func finish(t *testing.T, u *testUI, b *background) {
	t.Helper()
	rest(t, u)
	b.join()
	for {
		select {
		case f := <-u.posts:
			f()
		default:
			return
		}
	}
}

// mapped is a window whose maps have a size, on a surface and with racers.
func mapped(t *testing.T, surface string, steps int, racers ...string) *testUI {
	t.Helper()
	s, err := surfaces.Lookup(surface)
	if err != nil {
		t.Fatal(err)
	}
	session := freshSession()
	session.Experiment.SetSurface(s)
	session.Experiment.Steps, session.Experiment.Racers = steps, nil
	for i, text := range racers {
		spec, err := optim.ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		session.Experiment.Racers = append(session.Experiment.Racers, lab.Racer{Spec: spec, Slot: i})
	}
	u := newTestUI(t, session)
	u.maps.cells[0].m.OnResize(150, 150, 1)
	u.plane.w, u.plane.h = 150, 150
	rest(t, u)
	return u
}

func setLook(u *testUI, f func(*lab.Look)) { u.Edit("", func(e *lab.Experiment) { f(&e.Look) }) }

// TestDifferenceAgainst: any two racers can be compared, and the heading tells which and how much fits.
func TestDifferenceAgainst(t *testing.T) {
	u := mapped(t, "himmelblau", 200, "sgd lr=0.01", "sgd lr=0.012", "adam lr=0.05")
	setLook(u, func(l *lab.Look) { l.Ground, l.Subject = lab.GroundDifference, 2 })
	finish(t, u, &u.maps.basins.background)
	cell := u.maps.cells[0]
	against := func(want ...int) {
		t.Helper()
		if got := u.maps.subjects(cell); !slices.Equal(got, want) || !cell.against.Visible() || !strings.Contains(cell.loss.Text, u.maps.state.TapeDoc.Names()[want[1]]) {
			t.Errorf("subjects %v, want %v; %q", got, want, cell.loss.Text)
		}
	}
	cell.head.Resize(fyne.NewSize(900, 30))
	u.maps.draw()
	against(2, 0)
	cell.against.OnPicked("1")
	finish(t, u, &u.maps.basins.background)
	against(2, 1)
	cell.against.OnPicked("2") // itself
	finish(t, u, &u.maps.basins.background)
	against(2, 0)
	cell.head.Resize(fyne.NewSize(cell.head.MinSize().Width+90, 30))
	u.maps.draw()
	if got := cell.loss.Text; !strings.HasSuffix(got, " %") || strings.Contains(got, "where") {
		t.Errorf("in little room %q", got)
	}
	setLook(u, func(l *lab.Look) { l.Ground = lab.GroundBasins })
	if cell.against.Visible() {
		t.Error("a map of one racer's basins compares it")
	}
}

func TestMapOfBasins(t *testing.T) {
	u := mapped(t, "himmelblau", 300, "sgd lr=0.01", "sgd lr=0.012")
	if u.maps.cells[0].m.Scene().Cells != nil {
		t.Error("heights have cells")
	}
	setLook(u, func(l *lab.Look) { l.Ground = lab.GroundBasins })
	finish(t, u, &u.maps.basins.background)
	cell := u.maps.cells[0]
	cells := cell.m.Scene().Cells
	if cells == nil || cells.W != 100 || !u.maps.basins.maps[0].sheet.Done() {
		t.Fatalf("cells %+v", cells)
	}
	if _, other := u.maps.basins.maps[1]; other {
		t.Error("a racer that is not looked at has been mapped")
	}
	if legend := cell.legend.Entries(); len(legend) < 5 || !strings.HasPrefix(legend[0].Text, "A ") || !strings.HasPrefix(legend[4].Text, "boundary") {
		t.Errorf("legend %v", legend)
	}

	// The pointer shows the run from there, which ends where the colour says.
	u.maps.hovered(plot.Point{X: 2.5, Y: 2.5}, true)
	finish(t, u, &u.maps.under.background)
	under := cell.m.Scene().Traces[0]
	if end := under.Shadow[len(under.Shadow)-1]; math.Hypot(end.X-3, end.Y-2) > 0.1 || len(under.Pts) > 0 {
		t.Errorf("the run under the pointer ends at %v", end)
	}

	u.maps.hovered(plot.Point{}, false)
	if traces := cell.m.Scene().Traces; len(traces[0].Pts) == 0 {
		t.Error("the run under the pointer stays when that has gone")
	}

	// An edit of one racer leaves the other one's map alone.
	setLook(u, func(l *lab.Look) { l.Ground, l.Subject = lab.GroundDifference, 1 })
	finish(t, u, &u.maps.basins.background)
	first := u.maps.basins.maps[0].sheet
	if c := cell.m.Scene().Cells; c == nil || c == cells || cell.diff.part <= 0 || cell.diff.part > 0.5 {
		t.Errorf("the difference is %v of the starts", cell.diff.part)
	}
	u.Edit("", func(e *lab.Experiment) { e.Racers[1].Spec = e.Racers[1].Spec.With("lr", optim.Num(0.005)) })
	finish(t, u, &u.maps.basins.background)
	if u.maps.basins.maps[0].sheet != first {
		t.Error("the first racer's basins have been mapped again")
	}

	// Side by side each map has its own racer's.
	setLook(u, func(l *lab.Look) { l.Ground, l.SideBySide = lab.GroundBasins, true })
	finish(t, u, &u.maps.basins.background)
	if a, b := u.maps.cells[0].m.Scene().Cells, u.maps.cells[1].m.Scene().Cells; a == nil || b == nil || a == b {
		t.Error("two racers side by side have no basins of their own")
	}
	u.lab.Undo()
	u.lab.Undo()
	if got := u.lab.State().Doc.Racers[1].Spec.Get("lr").Num; got != 0.012 {
		t.Errorf("two steps back lr is %v", got)
	}
}

func TestPlaneFollowsAndLeads(t *testing.T) {
	u := mapped(t, "ravine", 200, "momentum lr=0.01 momentum=0.5")
	p := u.plane
	setLook(u, func(l *lab.Look) { l.Panel = "plane" })
	finish(t, u, &p.work)
	scene := p.m.Scene()
	if scene.Cells == nil || !scene.LogX || scene.LogY || p.sheet == nil || !p.sheet.Done() {
		t.Fatalf("scene %+v", scene)
	}
	if at := *scene.Start; math.Abs(at.X+2) > 1e-9 || at.Y != 0.5 {
		t.Errorf("the ring is at %v, want lr 0.01, momentum 0.5", at)
	}
	if len(scene.Curves) != 1 || len(scene.Traces) != 1 {
		t.Error("a quadratic without its line of stability and its best setting")
	}
	// With the axes exchanged they are the same, and another rule has none.
	line := scene.Curves[0].Pts
	setLook(u, func(l *lab.Look) { l.PlaneX, l.PlaneY = "momentum", "lr" })
	if other := p.m.Scene(); len(other.Curves) != 1 || other.Curves[0].Pts[100] != (plot.Point{X: line[100].Y, Y: line[100].X}) {
		t.Errorf("with exchanged axes the lines are %v", other.Curves)
	}
	u.lab.Undo()
	u.Edit("", func(e *lab.Experiment) { e.Racers[0].Spec = e.Racers[0].Spec.With("clip_norm", optim.Num(1)) })
	if len(p.m.Scene().Curves) > 0 {
		t.Error("clipped descent has a line of stability")
	}
	u.lab.Undo()
	finish(t, u, &p.work)
	scene = p.m.Scene()
	// Every cell is on the right side of the line, where 200 steps can tell.
	for j := range p.sheet.H {
		for i := range p.sheet.W {
			lr, beta := p.shown[0].At((float64(i)+0.5)/float64(p.sheet.W)), p.shown[1].At(1-(float64(j)+0.5)/float64(p.sheet.H))
			if o := p.sheet.At(i, j); lr > 1.3*2*(1+beta)/25 && o.Kind == sweep.Arrived {
				t.Errorf("lr %v, momentum %v arrives", lr, beta)
			}
		}
	}
	// Coloured by the final loss, the runs that arrive are dark and the others lighter.
	ends := scene.Cells
	setLook(u, func(l *lab.Look) { l.PlaneShows = "loss" })
	if cells := p.m.Scene().Cells; cells == ends || !p.legend.Visible() || p.legend.Entries()[0].Text != "final loss − least" {
		t.Errorf("coloured by loss: %v", p.legend.Entries())
	}
	setLook(u, func(l *lab.Look) { l.PlaneShows = "" })
	p.m.OnStart(plot.Point{X: -1.5, Y: 0.25}, true)
	spec := u.lab.State().Doc.Racers[0].Spec
	if lr, beta := spec.Get("lr").Num, spec.Get("momentum").Num; lr != 0.03162 || beta != 0.25 {
		t.Errorf("dragged to lr %v, momentum %v", lr, beta)
	}
	sheet := p.sheet
	finish(t, u, &p.work)
	if p.sheet != sheet {
		t.Error("another setting in the same plane has been mapped again")
	}
	before := p.axes
	p.m.OnView(plot.Rect{X0: -2, X1: -1, Y0: -5, Y1: 0.5}, true)
	finish(t, u, &p.work)
	if p.axes == before || p.axes[1].From < 0 || p.sheet == sheet {
		t.Errorf("zoomed to %+v", p.axes)
	}
	p.m.OnRestore()
	if p.axes != before {
		t.Error("a double click does not return")
	}
	p.hovered(plot.Point{X: -1.5, Y: 0.5}, true)
	finish(t, u, &p.work)
	p.hovered(plot.Point{X: -1.5, Y: 0.5}, true)
	if !strings.Contains(p.told, "minimum A") {
		t.Errorf("the pointer says %q", p.told)
	}
	p.hovered(plot.Point{X: -1.5, Y: 1.02}, true)
	if !strings.Contains(p.told, "momentum 0.999") {
		t.Errorf("above the plane it reads %q", p.told)
	}
}

// TestDoubleClickMovesNothing: it leaves the setting, or the start, as it was, and so does what can be undone.
func TestDoubleClickMovesNothing(t *testing.T) {
	u := mapped(t, "ravine", 20, "momentum lr=0.012 momentum=0")
	p := u.plane
	setLook(u, func(l *lab.Look) { l.Panel = "plane" })
	finish(t, u, &p.work)
	home, plain := p.axes, p.m.Scene().View
	u.Edit("", func(e *lab.Experiment) { e.Steps = 30 })
	u.Edit("", func(e *lab.Experiment) { e.View.X1 /= 2 })
	p.m.OnView(plot.Rect{X0: -2, X1: -1, Y0: 0.1, Y1: 0.5}, true)
	before := u.lab.State().Doc
	double := func(m *widgets.Map) { // click, click
		m.OnPress()
		m.OnStart(plot.Point{X: -1.3, Y: 0.3}, false)
		m.OnStart(plot.Point{X: -1.3, Y: 0.3}, true)
		if reflect.DeepEqual(u.lab.State().Doc, before) {
			t.Error("a click does nothing")
		}
		m.OnRetract()
		if !reflect.DeepEqual(u.lab.State().Doc, before) {
			t.Errorf("after it %+v, before %+v", u.lab.State().Doc, before)
		}
		m.OnRestore()
	}
	double(p.m)
	if p.axes != home || p.m.Scene().View != plain {
		t.Errorf("it leads to %+v", p.axes)
	}
	double(u.maps.cells[0].m)
	if doc := u.lab.State().Doc; doc.View != doc.Home {
		t.Errorf("it leads to %+v", doc.View)
	}
	u.lab.Undo()
	if !reflect.DeepEqual(u.lab.State().Doc, before) {
		t.Error("one step back is not the window before")
	}
	u.lab.Undo()
	u.lab.Undo()
	if got := u.lab.State().Doc.Steps; got != 20 {
		t.Errorf("three steps back %d steps, want 20", got)
	}
}

// TestPlaneOfTheLoss: batch size and noise can be axes; the ring is the experiment, and dragging it changes that.
func TestPlaneOfTheLoss(t *testing.T) {
	u := mapped(t, "logistic", 15, "sgd lr=0.05")
	p := u.plane
	p.w, p.h = 60, 60
	setLook(u, func(l *lab.Look) { l.Panel, l.PlaneX, l.PlaneY = "plane", "lr", "batch" })
	finish(t, u, &p.work)
	if p.axes[1] != (sweep.Axis{Knob: "batch", From: 1, To: 100, Log: true}) || p.sheet == nil || !p.sheet.Done() {
		t.Fatalf("axes %+v, sheet %v", p.axes, p.sheet)
	}
	if at := p.m.Scene().Start; at == nil || at.Y != 2 {
		t.Errorf("without batches the ring is at %v, want all 100", at)
	}
	sheet := p.sheet
	p.m.OnStart(plot.Point{X: -1, Y: math.Log10(8.2)}, true)
	finish(t, u, &p.work)
	doc := u.lab.State().Doc
	if doc.Batch != 8 || doc.Racers[0].Spec.Get("lr").Num != 0.1 || p.sheet != sheet {
		t.Errorf("dragged to batch %d, %v; mapped again: %t", doc.Batch, doc.Racers[0].Spec, p.sheet != sheet)
	}
	p.m.OnStart(plot.Point{X: -1, Y: 2.02}, true) // beyond the edge
	if got := u.lab.State().Doc.Batch; got != 100 {
		t.Errorf("dragged beyond the edge to %d", got)
	}
	u.lab.Undo()
	u.lab.Undo()
	if doc := u.lab.State().Doc; doc.Batch != 0 || doc.Racers[0].Spec.Get("lr").Num != 0.05 {
		t.Errorf("undone: batch %d, %v", doc.Batch, doc.Racers[0].Spec)
	}
	p.hovered(plot.Point{X: -1, Y: 1}, true)
	if !strings.Contains(p.told, "batch 10") {
		t.Errorf("the pointer says %q", p.told)
	}
	before := p.axes
	p.m.OnView(plot.Rect{X0: -2, X1: -1, Y0: -1, Y1: 3}, true)
	finish(t, u, &p.work)
	if p.axes == before || p.axes[1].From < 1 || p.axes[1].To > 100 {
		t.Errorf("zoomed to %+v", p.axes)
	}
	setLook(u, func(l *lab.Look) { l.PlaneX, l.PlaneY = "noise", "lr" })
	finish(t, u, &p.work)
	p.m.OnStart(plot.Point{X: 1.5, Y: -1}, true)
	if got := u.lab.State().Doc.Noise; got != 1.5 || p.axes[0].Knob != "noise" || p.axes[0].Log {
		t.Errorf("noise %v on %+v", got, p.axes[0])
	}
	// On a surface without examples there is no batch to choose.
	setLook(u, func(l *lab.Look) { l.PlaneX, l.PlaneY = "lr", "batch" })
	u.Edit("", func(e *lab.Experiment) {
		s, err := surfaces.Lookup("sphere")
		if err != nil {
			t.Fatal(err)
		}
		e.SetSurface(s)
	})
	finish(t, u, &p.work)
	p.hovered(plot.Point{}, false)
	if first := p.legend.Entries()[0].Text; p.axes[0].Knob != "lr" || p.axes[1].Knob == "batch" || !strings.Contains(first, "no examples") || !p.legend.Visible() {
		t.Errorf("on a sphere the axes are %+v: %q", p.axes, first)
	}
	p.up.OnPicked("momentum")
	if list := p.legend.Entries(); len(list) < 2 || strings.Contains(list[0].Text, "no examples") {
		t.Errorf("with another axis: %v", list)
	}
}

func TestRates(t *testing.T) {
	u := mapped(t, "sphere", 60, "sgd lr=0.1", "rmsprop lr=0.01")
	p := u.rates
	setLook(u, func(l *lab.Look) { l.Panel = "rates" })
	finish(t, u, &p.work)
	scene := p.m.Scene()
	if len(scene.Curves) != 2 || len(scene.Traces) != 2 || len(scene.Marks) != 2 {
		t.Fatalf("%d curves, %d glyphs, %d stars", len(scene.Curves), len(scene.Traces), len(scene.Marks))
	}
	// On x^2 + y^2 gradient descent is best with lr 1/2, where it arrives at once.
	if best := math.Pow(10, scene.Marks[0].At.X); math.Abs(best-0.5) > 0.05 {
		t.Errorf("the best rate is %v", best)
	}
	if at := scene.Traces[0].Pts[0]; math.Abs(at.X+1) > 1e-9 {
		t.Errorf("the present rate stands at %v", at)
	}
	u.Edit("", func(e *lab.Experiment) { e.Racers = nil })
	finish(t, u, &p.work)
	if len(p.m.Scene().Curves) > 0 || !strings.Contains(p.told, "No racer") {
		t.Errorf("without racers: %q", p.told)
	}
}

func TestSwarm(t *testing.T) {
	u := mapped(t, "double_well", 100, "sgd lr=0.05")
	p := u.swarm
	u.Edit("", func(e *lab.Experiment) {
		e.Look.Panel, e.Start, e.Swarm = "swarm", surfaces.Point{}, lab.Swarming{Runs: 80, Radius: 0.05}
	})
	finish(t, u, &p.work)
	scene := func() plot.Scene { return u.maps.cells[0].m.Scene() }
	if p.run == nil || len(scene().Clouds) != 1 || len(scene().Clouds[0].Pts) != 80 {
		t.Fatalf("swarm %v", p.run)
	}
	u.lab.Seek(0)
	for _, at := range scene().Clouds[0].Pts {
		if math.Hypot(at.X, at.Y) > 0.0501 {
			t.Fatalf("a run begins at %v", at)
		}
	}
	u.lab.Seek(100)
	up, down := 0, 0
	for _, at := range scene().Clouds[0].Pts {
		if at.Y > 1 {
			up++
		} else if at.Y < -1 {
			down++
		}
	}
	if up < 20 || down < 20 {
		t.Errorf("%d runs go up, %d down", up, down)
	}
	if text := p.ends.Text; !strings.Contains(text, "minimum A") || !strings.Contains(text, "leave it") {
		t.Errorf("told %q", text)
	}
	setLook(u, func(l *lab.Look) { l.Panel = "" })
	if len(scene().Clouds) > 0 {
		t.Error("the cloud stays when the pane has gone")
	}
}
