package window

import (
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/surfaces"
)

// TestRatesSay: what the lines are, and why there are none.
func TestRatesSay(t *testing.T) {
	u := mapped(t, "saddle", 60, "sgd lr=0.1", "momentum lr=0.01")
	p := u.rates
	setLook(u, func(l *lab.Look) { l.Panel = "rates" })
	finish(t, u, &p.work)
	list := p.legend.Entries()
	if len(list) != 3 || !strings.Contains(list[0].Text, "least loss seen") || !p.legend.Visible() || p.noted.Visible() {
		t.Fatalf("without a minimum %v, %q", list, p.told)
	}
	if hue := u.palette().Racer(1); list[2].Colors[0] != hue || !strings.HasPrefix(list[2].Text, "Momentum ") {
		t.Errorf("the second racer is %v", list[2])
	}
	p.what.OnChanged(0)
	view := p.m.Scene().View
	for _, c := range p.m.Scene().Curves {
		if first, last := c.Pts[0].X, c.Pts[len(c.Pts)-1].X; first <= view.X0 || last >= view.X1 {
			t.Errorf("from %v to %v there is no room in %+v", first, last, view)
		}
	}
	onSurface(t, u, "sphere")
	finish(t, u, &p.work)
	if list := p.legend.Entries(); !strings.Contains(list[0].Text, "best minimum") {
		t.Errorf("with a minimum %v", list)
	}
	says := func(want string) {
		t.Helper()
		finish(t, u, &p.work)
		if !strings.Contains(p.told, want) || p.legend.Visible() || !p.noted.Visible() {
			t.Errorf("it says %q, want %q", p.told, want)
		}
	}
	u.Edit("", func(e *lab.Experiment) { e.SetFormula("log(x) + y^2"); e.Start = surfaces.Point{X: -1} })
	says("no value at the start")
	u.Edit("", func(e *lab.Experiment) { e.Racers[0].Hidden, e.Racers[1].Hidden = true, true })
	says("hidden")
}
