package window

import (
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/internal/lengthy"
	"descentlab/optim"
)

// TestEveryTextOfDescriptionsGoesThroughWords is the same of what is said of pictures, in all rooms, and of the help.
func TestEveryTextOfDescriptionsGoesThroughWords(t *testing.T) {
	lengthy.Test(t)
	inBrackets(t)
	u := newTestUI(t, freshSession())
	r := newReader(t, u)
	for _, m := range optim.Methods() {
		r.same[m.Key] = true // of settings, as they are typed
	}
	all := func(where string) {
		calm(t, u)
		of, is := u.seen.room.(desk.Describer)
		if !is {
			return
		}
		sheet := u.describe()
		for i := range of.Spots() {
			sheet.Show(i)
			for _, over := range u.win.Canvas().Overlays().List() {
				r.object("the description of "+where, over)
			}
		}
		u.closeMenus()
	}
	for _, panel := range setup.Panels {
		u.Edit("", func(e *setup.Experiment) { e.Look.Panel = panel })
		all("panel " + panel)
	}
	u.Edit("", func(e *setup.Experiment) {
		e.Look.Panel, e.Look.Charts = setup.PanelCharts, setup.ChartSharpness+","+setup.ChartDistance+","+setup.ChartAxisRates
	})
	all("other charts")
	u.lab.Look(func(v *lab.View) { v.Sheet = lab.Sheet{Open: true, Slot: 1} })
	all("a method")
	u.lab.Look(func(v *lab.View) { v.Sheet, v.Signs = lab.Sheet{}, true })
	u.Edit("", func(e *setup.Experiment) { e.Look.Panel = setup.PanelEvents })
	r.look("the key of signs")
	u.openHelp()
	r.look("help")
	u.closeMenus()
	for _, room := range u.rooms[1:] {
		u.enter(room)
		all("the room " + room.kind.Key)
	}
}
