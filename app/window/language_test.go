package window

import (
	"fmt"
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/internal/lengthy"
	"descentlab/optim"
)

// TestEveryTextGoesThroughWords: in a language in which every text stands between brackets, the window has no text of letters
// outside of them, whatever is open, and asks for no text that stands between them already.
func TestEveryTextGoesThroughWords(t *testing.T) {
	lengthy.Test(t)
	inBrackets(t)
	u := newTestUI(t, freshSession())
	r := newReader(t, u)
	r.look("at first")
	for _, panel := range setup.Panels {
		u.Edit("", func(e *setup.Experiment) { e.Look.Panel = panel })
		r.look("panel " + panel)
	}
	u.Edit("", func(e *setup.Experiment) { e.Look.Panel, e.Look.SideBySide = setup.PanelCharts, true })
	r.look("side by side")
	for _, ground := range []string{setup.GroundBasins, setup.GroundDifference} {
		u.Edit("", func(e *setup.Experiment) { e.Look.Ground = ground })
		r.look(ground + " side by side")
		u.Edit("", func(e *setup.Experiment) { e.Look.SideBySide = false })
		r.look(ground)
	}
	u.Edit("", func(e *setup.Experiment) { e.Look.Ground = setup.GroundHeights })
	u.saveExperiment()
	r.look("a dialog")
	u.closeMenus()
	u.look.Choose("light")
	u.restyle()
	r.look("light theme")
	for _, say := range []string{
		"⟦Undo (Ctrl+Z)⟧",                        // a hint
		"⟦Save experiment …⟧   ⟦Ctrl⟧+S",         // a menu
		"⟦Folder …⟧",                             // a dialog
		"⟦levels with equal areas between them⟧", // a choice
	} {
		if !strings.Contains(r.all.String(), say) {
			t.Errorf("%s has not been read", say)
		}
	}
}

// TestEveryTextOfToolsGoesThroughWords is the same of what the mouse does on the maps.
func TestEveryTextOfToolsGoesThroughWords(t *testing.T) {
	lengthy.Test(t)
	inBrackets(t)
	u := newTestUI(t, freshSession())
	r := newReader(t, u)
	calm(t, u)
	for _, p := range u.lab.State().Field.Places {
		u.lab.Look(func(v *lab.View) { v.Select(&p) })
		r.look(fmt.Sprintf("%v selected", p.Kind))
	}
	u.lab.Look(func(v *lab.View) {
		v.Select(nil)
		v.Racer = u.lab.State().Doc.Racers[0].Slot
	})
	r.look("one racer")
	u.lab.Look(func(v *lab.View) { v.Racer, v.Cross = -1, &geom.Point{X: 0.5, Y: 0.5} })
	r.look("pointing at a place")
	u.lab.Look(func(v *lab.View) { v.Cross = nil })
	u.lab.ToggleSculpt()
	for _, kind := range []lab.BumpKind{lab.Well, lab.Hill, lab.Ridge} {
		u.lab.Look(func(v *lab.View) { v.Adds = kind })
		r.look("sculpting")
	}
	u.lab.ToggleSculpt()
	for _, from := range []string{setup.FromGrid, setup.FromRing} {
		u.Edit("", func(e *setup.Experiment) { e.Look.Panel, e.Swarm.From = setup.PanelSwarm, from })
		r.look("swarm from " + from)
	}
	for _, picture := range setup.SwarmPictures {
		u.Edit("", func(e *setup.Experiment) { e.Look.SwarmShows = picture })
		r.look("swarm's " + picture)
	}
	if err := u.lab.Paint(); err != nil {
		t.Fatal(err)
	}
	r.look("painting")
	u.lab.Look(func(v *lab.View) { v.Erase = true })
	r.look("rubbing out")
}

// TestEveryTextOfRacersGoesThroughWords is the same of racers, their sheets and their cards.
func TestEveryTextOfRacersGoesThroughWords(t *testing.T) {
	lengthy.Test(t)
	inBrackets(t)
	u := newTestUI(t, freshSession())
	r := newReader(t, u)
	slot := u.lab.State().Doc.Racers[0].Slot
	u.lab.Look(func(v *lab.View) { v.Sheet, v.Card, v.More = lab.Sheet{Open: true, Slot: slot}, slot, true })
	r.look("sheet and card")
	for _, m := range optim.Methods() {
		u.lab.Look(func(v *lab.View) { v.Sheet = lab.Sheet{Open: true, Method: m.Key} })
		r.look("sheet of " + m.Key)
	}
	u.lab.Look(func(v *lab.View) { v.Sheet = lab.Sheet{} })
	for _, s := range optim.Schedules() {
		u.Edit("", func(e *setup.Experiment) { e.Racers[0].Spec = e.Racers[0].Spec.WithSchedule(s.Key) })
		r.look("schedule " + s.Key)
	}
	for _, shows := range []string{setup.PlaneShowsLoss, setup.PlaneShowsBest, setup.PlaneShowsSteps} {
		u.Edit("", func(e *setup.Experiment) { e.Look.Panel, e.Look.PlaneShows = setup.PanelPlane, shows })
		r.look("plane of " + shows)
	}
	u.Edit("", func(e *setup.Experiment) { e.Racers[0].Hidden, e.Racers = true, e.Racers[:1] })
	r.look("a hidden racer")
	u.Edit("", func(e *setup.Experiment) { e.Racers = nil })
	for _, panel := range setup.Panels {
		u.Edit("", func(e *setup.Experiment) { e.Look.Panel = panel })
		r.look("no racers, panel " + panel)
	}
}

// TestEveryTextOfSurfacesGoesThroughWords is the same of surfaces.
func TestEveryTextOfSurfacesGoesThroughWords(t *testing.T) {
	lengthy.Test(t)
	inBrackets(t)
	u := newTestUI(t, freshSession())
	r := newReader(t, u)
	u.lab.Look(func(v *lab.View) { v.Surface = true })
	for _, name := range []string{"linear_regression", "logistic", "tanh_neuron", "peaks", "banana"} {
		u.choose(t, name)
		if u.lab.State().Learning() {
			u.Edit("", func(e *setup.Experiment) { e.Look.Panel, e.Look.Batches, e.Batch = setup.PanelData, true, 4 })
			r.look("batches of " + name)
			u.Edit("", func(e *setup.Experiment) { e.Batch = 0 })
		}
		r.look(name)
	}
	u.formula().OnCommit("log(x) + y^2")
	rest(t, u)
	r.look("a formula that starts elsewhere")
	u.Edit("", func(e *setup.Experiment) { e.Start.X = -1 })
	r.look("a formula without a value at the start")
	u.formula().OnCommit("x^2 - y^2")
	rest(t, u)
	r.look("a formula")
	for _, text := range []string{"sine(x) + qqq + (y", "1/2x", "sum(x) + x!", "x && y", "2x"} {
		u.formula().OnTyped(text)
		r.look("the formula " + text)
	}
}

// inBrackets is the language of these tests. A text that is asked for twice, in brackets already, is a fault.
func inBrackets(t *testing.T) {
	words.Translate(func(english string) string {
		if strings.ContainsAny(english, "⟦⟧") {
			t.Errorf("translated twice: %q", english)
		}
		return "⟦" + english + "⟧"
	})
	t.Cleanup(func() { words.Translate(nil) })
}
