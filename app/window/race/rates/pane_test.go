package rates

import (
	"context"
	"math"
	"strings"
	"testing"
	"time"

	"descentlab/app/job"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/optim"
	"descentlab/surfaces"
)

// shown are rates on a desk, whose runs have been made.
func shown(t *testing.T, surface string, steps int, racers ...string) (*desktest.Desk, *Pane) {
	t.Helper()
	d := desktest.On(t, surface, steps, racers...)
	p := New(d)
	d.Show(400, 500, p)
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelRates })
	d.Settle()
	return d, p
}

func TestRates(t *testing.T) {
	d, p := shown(t, "sphere", 60, "sgd lr=0.1", "rmsprop lr=0.01")
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
	d.Edit("", func(e *setup.Experiment) { e.Racers = nil })
	d.Settle()
	if len(p.m.Scene().Curves) > 0 || !strings.Contains(p.head.Note(), "No racer") {
		t.Errorf("without racers: %q", p.head.Note())
	}
}

// TestRateBeyondTheSlider: who has one is run up to it, and its shape stands at it, at the end of its line.
func TestRateBeyondTheSlider(t *testing.T) {
	d, p := shown(t, "sphere", 60, "lion lr=6.6")
	scene := p.m.Scene()
	line := scene.Curves[0].Pts
	at := scene.Traces[0].Pts[0]
	if end := line[len(line)-1]; at != end || math.Abs(math.Pow(10, at.X)-6.6) > 1e-9 || at.X >= scene.View.X1 || math.IsNaN(at.Y) {
		t.Errorf("the shape stands at %v, the line ends at %v, the window is %v", at, end, scene.View)
	}
	if room := line[0].X - scene.View.X0; room < 0.1*(scene.View.X1-scene.View.X0) {
		t.Errorf("before the lines there is %v for numbers", room)
	}
	d.Edit("", func(e *setup.Experiment) { e.Racers[0].Spec = e.Racers[0].Spec.With("lr", optim.Num(20)) })
	d.Settle()
	if at := p.m.Scene().Traces[0].Pts[0]; math.Abs(math.Pow(10, at.X)-20) > 1e-9 || math.IsNaN(at.Y) {
		t.Errorf("another rate stands at %v", at)
	}
}

// TestRatesSay: what the lines are, and why there are none.
func TestRatesSay(t *testing.T) {
	d, p := shown(t, "saddle", 60, "sgd lr=0.1", "momentum lr=0.01")
	list := p.head.Entries()
	if len(list) != 3 || !strings.Contains(list[0].Text, "lowest seen") || p.head.Noted() {
		t.Fatalf("without a minimum %v, %q", list, p.head.Note())
	}
	if hue := d.Palette().Racer(1); list[2].Colors[0] != hue || !strings.HasPrefix(list[2].Text, "Momentum ") {
		t.Errorf("the second racer is %v", list[2])
	}
	p.what.OnChanged(0)
	view := p.m.Scene().View
	for _, c := range p.m.Scene().Curves {
		if first, last := c.Pts[0].X, c.Pts[len(c.Pts)-1].X; first <= view.X0 || last >= view.X1 {
			t.Errorf("from %v to %v there is no room in %+v", first, last, view)
		}
	}
	d.SetSurface("sphere")
	d.Settle()
	if list := p.head.Entries(); !strings.Contains(list[0].Text, "lowest minimum") {
		t.Errorf("with a minimum %v", list)
	}
	says := func(want string) {
		t.Helper()
		d.Settle()
		if got := p.head.Note(); !strings.Contains(got, want) || !p.head.Noted() {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
	d.Edit("", func(e *setup.Experiment) { e.SetFormula("log(x) + y^2"); e.Start = surfaces.Point{X: -1} })
	says("no value at the start")
	d.Edit("", func(e *setup.Experiment) { e.Racers[0].Hidden, e.Racers[1].Hidden = true, true })
	says("hidden")
}

// TestZoomOfRates: the wheel shows a part of the lines, a double click and another height all of them.
func TestZoomOfRates(t *testing.T) {
	_, p := shown(t, "sphere", 20, "sgd lr=0.1")
	all := p.m.Scene().View
	part := all
	part.X0 = (all.X0 + all.X1) / 2
	for name, back := range map[string]func(){"a double click": p.m.OnRestore, "another height": func() { p.what.OnChanged(0) }} {
		p.m.OnView(part, true)
		if got := p.m.Scene().View; got != part {
			t.Errorf("zoomed to %+v, want %+v", got, part)
		}
		if back(); p.m.Scene().View != all {
			t.Errorf("%s shows %+v, want %+v", name, p.m.Scene().View, all)
		}
	}
}

// TestProgressIsShown: lasting work says how far it is where its legend will be, until it ends or Escape stops it.
func TestProgressIsShown(t *testing.T) {
	d, p := shown(t, "himmelblau", 20, "sgd lr=0.01")
	before := len(p.head.Entries())
	p.job.Ask("work without end", func(ctx context.Context, r *job.Report[runsOf]) error {
		for ctx.Err() == nil {
			r.Done(0.42)
			time.Sleep(time.Millisecond)
		}
		return ctx.Err()
	})
	for p.head.Note() == "" {
		d.Step()
	}
	got := p.head.Note() // with the time that is left, if it has waited for the processor
	if !strings.HasPrefix(got, "running … 42 %") || !strings.HasSuffix(got, "(Esc stops)") || len(p.m.Scene().Curves) == 0 {
		t.Errorf("it says %q over %d lines", got, len(p.m.Scene().Curves))
	}
	d.Interrupt()
	if got := p.head.Note(); !strings.HasPrefix(got, "Stopped") || len(p.m.Scene().Curves) > 0 {
		t.Errorf("after Escape %q over %d lines", got, len(p.m.Scene().Curves))
	}
	d.Edit("", func(e *setup.Experiment) { e.Steps++ })
	d.Settle()
	if p.head.Noted() || len(p.head.Entries()) != before || len(p.m.Scene().Curves) != 1 {
		t.Errorf("after the next job %q, %v", p.head.Note(), p.head.Entries())
	}
}

// TestNewSurfaceHasNoOldRates: as soon as another surface is shown, no run on the one before is, neither while its own are
// made nor when that is stopped.
func TestNewSurfaceHasNoOldRates(t *testing.T) {
	lengthy.Test(t)
	d, p := shown(t, "himmelblau", 15, "sgd lr=0.01")
	lines := func() int { return len(p.m.Scene().Curves) }
	if lines() == 0 {
		t.Fatal("there are no lines")
	}
	d.Edit("", func(e *setup.Experiment) { e.Steps = desktest.Long })
	d.SetSurface("logistic")
	for d.State().Busy {
		d.Step()
		if !d.State().Stale() && lines() > 0 {
			t.Error("the lines of the old surface are on the new one")
		}
	}
	if !d.Interrupt() || lines() > 0 || !strings.HasPrefix(p.head.Note(), "Stopped") {
		t.Errorf("after Escape %q", p.head.Note())
	}
	d.Edit("", func(e *setup.Experiment) { e.Steps = 3 })
	d.Settle()
	if lines() == 0 || p.head.Noted() {
		t.Errorf("after another change %q", p.head.Note())
	}
}

// TestRatesRestWhileHidden: what is not shown is not run.
func TestRatesRestWhileHidden(t *testing.T) {
	d, p := shown(t, "sphere", 20, "sgd lr=0.1")
	of := p.job.Of()
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelCharts })
	d.Edit("", func(e *setup.Experiment) { e.Steps = 30 })
	d.Settle()
	if p.job.Of() != of {
		t.Error("hidden rates are run")
	}
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelRates })
	d.Settle()
	if p.job.Of() == of || p.job.Of() == "" {
		t.Error("shown again, they are not run anew")
	}
}

// TestFourRacersAreListed: in the slimmest panel, as at 1024x700, nobody's best rate is left off.
func TestFourRacersAreListed(t *testing.T) {
	d, p := shown(t, "peaks", 140, "sgd lr=0.012", "momentum lr=0.008", "rmsprop lr=0.03", "adam lr=0.06")
	d.Show(302, 310, p)
	d.Settle()
	seen := strings.Join(desktest.Texts(p.Object(), false), "|")
	for _, name := range []string{"SGD 0", "Momentum 0", "RMSprop 0", "Adam 0"} {
		if !strings.Contains(seen, name) {
			t.Errorf("%q is not listed in %q", name, seen)
		}
	}
	if strings.Contains(seen, "…") {
		t.Errorf("something is left off: %q", seen)
	}
}
