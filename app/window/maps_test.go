package window

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/window/desk/desktest"
	"descentlab/optim"
	"descentlab/surfaces"
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

// TestDoubleClickMovesNothing: it leaves the start as it was, and so does what can be undone.
func TestDoubleClickMovesNothing(t *testing.T) {
	u := mapped(t, "ravine", 20, "momentum lr=0.012 momentum=0")
	u.Edit("", func(e *lab.Experiment) { e.Steps = 30 })
	u.Edit("", func(e *lab.Experiment) { e.View.X1 /= 2 })
	before := u.lab.State().Doc
	m := u.maps.cells[0].m
	press := desktest.Ground(plot.Point{X: -1.3, Y: 0.3}) // click, click
	desktest.Drag(m.Tool, press)
	if reflect.DeepEqual(u.lab.State().Doc, before) {
		t.Error("a click does nothing")
	}
	press.Start, press.Double = true, true
	_, restore := desktest.Drag(m.Tool, press)
	if !restore {
		t.Error("it does not restore")
	}
	if !reflect.DeepEqual(u.lab.State().Doc, before) {
		t.Errorf("after it %+v, before %+v", u.lab.State().Doc, before)
	}
	m.OnRestore()
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

func TestSwarm(t *testing.T) {
	u := mapped(t, "double_well", 100, "sgd lr=0.05")
	u.Edit("", func(e *lab.Experiment) {
		e.Look.Panel, e.Start, e.Swarm = "swarm", surfaces.Point{}, lab.Swarming{Runs: 80, Radius: 0.05}
	})
	calm(t, u)
	scene := func() plot.Scene { return u.maps.cells[0].m.Scene() }
	if u.view().Swarm == nil || len(scene().Clouds) != 1 || len(scene().Clouds[0].Pts) != 80 {
		t.Fatalf("swarm %v", u.view().Swarm)
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
	setLook(u, func(l *lab.Look) { l.Panel = "" })
	if len(scene().Clouds) > 0 {
		t.Error("the cloud stays when the pane has gone")
	}
}
