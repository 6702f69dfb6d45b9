package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/window/desk/desktest"
	"descentlab/optim/sweep"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/plot"
)

// onSurface puts the window onto another surface, whose race is still to come.
func onSurface(t *testing.T, u *testUI, name string) {
	t.Helper()
	s, err := surfaces.Lookup(name)
	if err != nil {
		t.Fatal(err)
	}
	u.Edit("", func(e *lab.Experiment) { e.SetSurface(s) })
}

// step runs what is posted one by one until the worker has nothing under way, and looks at the window after each.
func step(u *testUI, look func()) {
	for u.lab.State().Busy {
		(<-u.posts)()
		look()
	}
}

// TestNewSurfaceHasNoOldMaps: as soon as another surface is shown, nothing of what was mapped on the one before is, neither
// while its own maps are made nor when that is stopped.
func TestNewSurfaceHasNoOldMaps(t *testing.T) {
	for _, panel := range []string{"plane", "swarm", "rates"} {
		u := mapped(t, "himmelblau", 15, "sgd lr=0.01")
		setLook(u, func(l *lab.Look) { l.Ground, l.Panel = lab.GroundBasins, panel })
		c, m, legend := u.charts, u.mapAt(0), desktest.Find[*widgets.Legend](u.maps.Object())
		for _, b := range []*background{&c.plane.work, &c.swarm.work, &c.rates.work} {
			finish(t, u, b)
		}
		finishKept(t, u)
		shown := func() (list []string) {
			scene := m.Scene()
			for name, is := range map[string]bool{
				"basins": scene.Cells != nil, "legend": len(legend.Entries()) > 0, "cloud": len(scene.Clouds) > 0,
				"plane": panel == "plane" && c.plane.m.Scene().Cells != nil, "rates": panel == "rates" && len(c.rates.m.Scene().Curves) > 0,
			} {
				if is {
					list = append(list, name)
				}
			}
			return list
		}
		if list := shown(); len(list) != 3 {
			t.Fatalf("%s: at first there are %v", panel, list)
		}
		onSurface(t, u, "logistic")
		step(u, func() {
			if list := shown(); !u.lab.State().Stale() && len(list) > 0 {
				t.Errorf("%s: %v of the old surface on the new one", panel, list)
			}
		})
		u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
		finishKept(t, u)
		if list := shown(); len(list) > 0 || !u.captioned("stopped") {
			t.Errorf("%s: after Escape %v; %q", panel, list, desktest.Texts(u.maps.Object(), false))
		}
		u.Edit("", func(e *lab.Experiment) { e.Steps = 3 })
		rest(t, u)
		finishKept(t, u)
		if list := shown(); len(list) < 2 || u.captioned("stopped") {
			t.Errorf("%s: after another change %v; %q", panel, list, desktest.Texts(u.maps.Object(), false))
		}
	}
}

// TestStoppedMapsAreOfTheExperiment: while a map is made anew the old one stands in for it; if that is stopped it goes.
func TestStoppedMapsAreOfTheExperiment(t *testing.T) {
	u := mapped(t, "himmelblau", 40, "sgd lr=0.01 momentum=0.5")
	setLook(u, func(l *lab.Look) { l.Panel = "plane" })
	p := u.charts.plane
	finish(t, u, &p.work)
	plane := func() *plot.Cells { return p.m.Scene().Cells }
	oldPlane := plane()
	u.Edit("", func(e *lab.Experiment) { e.Steps = 50 })
	if plane() != oldPlane {
		t.Error("the old plane goes before the new one comes")
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if plane() != nil || len(p.legend.Entries()) != 1 || !strings.HasPrefix(p.legend.Entries()[0].Text, "stopped") {
		t.Errorf("after Escape the old plane stays, with %v", p.legend.Entries())
	}
	u.lab.Undo()
	finish(t, u, &p.work)
	if plane() == nil || !p.sheet.Done() {
		t.Fatal("the plane is not mapped again")
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape}) // there is nothing to stop
	if plane() == nil || p.work.stopped {
		t.Error("Escape takes a finished plane away")
	}
	setLook(u, func(l *lab.Look) { l.PlaneY = "noise" })
	if plane() != nil || p.axes[1].Knob != "noise" {
		t.Errorf("the plane of other knobs over %+v", p.axes)
	}
}

// TestNoRacersNoPickers: without a racer there is nothing to choose.
func TestNoRacersNoPickers(t *testing.T) {
	u := mapped(t, "himmelblau", 40, "sgd lr=0.01", "adam lr=0.05")
	setLook(u, func(l *lab.Look) { l.Panel = "plane" })
	p := u.charts.plane
	choices := func(want bool) {
		t.Helper()
		for _, o := range []fyne.CanvasObject{p.whose, p.across, p.up, p.shows, p.spare} {
			if o.Visible() != want {
				t.Errorf("%T %T is shown: %t", o, o, !want)
			}
		}
	}
	finish(t, u, &p.work)
	choices(true)
	u.Edit("", func(e *lab.Experiment) { e.Racers = nil })
	rest(t, u)
	choices(false)
	if !strings.Contains(p.told, "No racers") || !p.noted.Visible() || p.m.Scene().Cells != nil {
		t.Errorf("the plane says %q", p.told)
	}
	u.lab.Undo()
	rest(t, u)
	choices(true)
}

// TestPaintedSwarmIsUnderWay: it is said that nothing is painted only while nothing is.
func TestPaintedSwarmIsUnderWay(t *testing.T) {
	u := mapped(t, "himmelblau", 40, "sgd lr=0.01")
	p := u.charts.swarm
	u.Edit("", func(e *lab.Experiment) {
		e.Look.Panel, e.Swarm = "swarm", lab.Swarming{From: lab.FromPainted, Runs: 20}
	})
	finish(t, u, &p.work)
	says := func(want string) {
		t.Helper()
		if got := p.waiting(); !strings.HasPrefix(got, want) {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
	says("Nothing is painted yet")
	u.Edit("", func(e *lab.Experiment) { e.PaintStroke(0, sweep.Stroke{Radius: 0.5}, surfaces.Point{X: 1, Y: 1}) })
	says("Running …")
	finish(t, u, &p.work)
	if p.run == nil {
		t.Fatal("no swarm")
	}
	u.Edit("", func(e *lab.Experiment) { e.Painted = nil })
	finish(t, u, &p.work)
	says("Nothing is painted yet")
}
