package race

import (
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/widgets/legend"
)

// stepwise runs what is posted one by one until the worker has nothing under way, and looks at the room after each.
func stepwise(u *testRoom, look func()) {
	for u.State().Busy {
		u.Step()
		look()
	}
}

// TestNewSurfaceHasNoOldMaps: as soon as another surface is shown, nothing of what was mapped on the one before is, neither
// while its own maps are made nor when that is stopped.
func TestNewSurfaceHasNoOldMaps(t *testing.T) {
	lengthy.Test(t)
	u := mapped(t, "himmelblau", 15, "sgd lr=0.01")
	u.SetLook(func(l *setup.Look) { l.Ground, l.Panel = setup.GroundBasins, setup.PanelSwarm })
	m, legend := u.mapAt(0), desktest.Find[*legend.Legend](u.maps.Object())
	u.Settle()
	shown := func() (list []string) {
		scene := m.Scene()
		for name, is := range map[string]bool{
			"basins": scene.Cells != nil, "legend": len(legend.Entries()) > 0, "cloud": len(scene.Clouds) > 0,
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
	u.Edit("", func(e *setup.Experiment) { e.Steps = desktest.Long })
	u.SetSurface("logistic")
	stepwise(u, func() {
		if list := shown(); !u.State().Stale() && len(list) > 0 {
			t.Errorf("%v of the old surface on the new one", list)
		}
	})
	u.Interrupt()
	u.Settle()
	if list := shown(); len(list) > 0 || !u.captioned("stopped") {
		t.Errorf("after Escape %v; %q", list, desktest.Texts(u.maps.Object(), false))
	}
	u.Edit("", func(e *setup.Experiment) { e.Steps = 3 })
	u.Settle()
	if list := shown(); len(list) < 2 || u.captioned("stopped") {
		t.Errorf("after another change %v; %q", list, desktest.Texts(u.maps.Object(), false))
	}
}
