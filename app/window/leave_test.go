package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/surfaces"
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
	u := mapped(t, "himmelblau", 15, "sgd lr=0.01")
	setLook(u, func(l *lab.Look) { l.Ground, l.Panel = lab.GroundBasins, lab.PanelSwarm })
	cell := u.maps.cells[0]
	finish(t, u, &u.maps.basins.background)
	calm(t, u)
	shown := func() (list []string) {
		scene := cell.m.Scene()
		for name, is := range map[string]bool{
			"basins": scene.Cells != nil, "legend": len(cell.legend.Entries()) > 0, "cloud": len(scene.Clouds) > 0,
		} {
			if is {
				list = append(list, name)
			}
		}
		return list
	}
	if list := shown(); len(list) != 3 {
		t.Fatalf("at first there are %v", list)
	}
	onSurface(t, u, "logistic")
	step(u, func() {
		if list := shown(); !u.lab.State().Stale() && len(list) > 0 {
			t.Errorf("%v of the old surface on the new one", list)
		}
	})
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	finish(t, u, &u.maps.basins.background)
	if list := shown(); len(list) > 0 || !strings.Contains(u.maps.legend.Text, "stopped") {
		t.Errorf("after Escape %v; %q", list, u.maps.legend.Text)
	}
	u.Edit("", func(e *lab.Experiment) { e.Steps = 3 })
	rest(t, u)
	finish(t, u, &u.maps.basins.background)
	if list := shown(); len(list) < 2 || strings.Contains(u.maps.legend.Text, "stopped") {
		t.Errorf("after another change %v; %q", list, u.maps.legend.Text)
	}
}

// TestStoppedMapsAreOfTheExperiment: while a map is made anew the old one stands in for it; if that is stopped it goes.
func TestStoppedMapsAreOfTheExperiment(t *testing.T) {
	u := mapped(t, "himmelblau", 40, "sgd lr=0.01 momentum=0.5")
	setLook(u, func(l *lab.Look) { l.Ground = lab.GroundBasins })
	finish(t, u, &u.maps.basins.background)
	basins := func() *plot.Cells { return u.maps.cells[0].m.Scene().Cells }
	old := basins()
	u.Edit("", func(e *lab.Experiment) { e.Steps = 50 })
	if basins() != old {
		t.Error("the old maps go before the new ones come")
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape}) // the basins wait for the race
	if basins() != old {
		t.Error("Escape takes maps away that nothing was to replace yet")
	}
	for !u.maps.basins.busy {
		(<-u.posts)()
	}
	if basins() != old {
		t.Error("the old basins go before the new ones come")
	}
	u.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if basins() != nil || !strings.Contains(u.maps.legend.Text, "stopped") {
		t.Errorf("after Escape the old basins stay, with %q", u.maps.legend.Text)
	}
}

// TestNoRacersNoPickers: without a racer there is nothing to choose.
func TestNoRacersNoPickers(t *testing.T) {
	u := mapped(t, "himmelblau", 40, "sgd lr=0.01", "adam lr=0.05")
	setLook(u, func(l *lab.Look) { l.Ground = lab.GroundDifference })
	head := u.maps.cells[0].head
	choices := func(want bool) {
		t.Helper()
		if head.Visible() != want {
			t.Errorf("the heading of the map is shown: %t", !want)
		}
	}
	choices(true)
	u.Edit("", func(e *lab.Experiment) { e.Racers = nil })
	rest(t, u)
	choices(false)
	u.lab.Undo()
	rest(t, u)
	choices(true)
}
