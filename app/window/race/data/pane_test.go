package data

import (
	"math"
	"strings"
	"testing"

	"descentlab/app/figure/examples"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/widgets/plot"
)

func shown(t *testing.T, surface string, steps int, racers ...string) (*desktest.Desk, *Pane) {
	t.Helper()
	d := desktest.On(t, surface, steps, racers...)
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelData })
	p := New(d)
	d.Show(400, 300, p)
	return d, p
}

func choose(t *testing.T, d *desktest.Desk, surface string) {
	t.Helper()
	d.SetSurface(surface)
	d.Settle()
}

func TestDataPanelFollowsThePlayhead(t *testing.T) {
	lengthy.Test(t)
	d, p := shown(t, "linear_regression", 60, "sgd lr=0.02", "adam lr=0.1")
	scene := p.m.Scene()
	if len(scene.Curves) != 2 || len(scene.Traces) != 2 || len(scene.Clouds) != 2 || len(scene.Clouds[0].Pts) != 64 {
		t.Fatalf("%d lines, %d glyphs, %d clouds", len(scene.Curves), len(scene.Traces), len(scene.Clouds))
	}
	if p.legend.Visible() {
		t.Errorf("nothing needs to be said, but %q is", p.legend.Text)
	}
	d.Lab().Seek(50)
	x := d.State().Tape.Runs[1].X(50)
	for _, at := range p.m.Scene().Curves[1].Pts {
		if math.Abs(at.Y-(x[0]*at.X+x[1])) > 1e-9 {
			t.Fatalf("at %v the line of weights %v", at, x)
		}
	}
	examples := p.m.Scene().Clouds[0]
	d.Edit("", func(e *setup.Experiment) { e.Batch, e.Racers[0].Hidden = 5, true })
	d.Settle()
	scene = p.m.Scene()
	if len(scene.Curves) != 1 || len(scene.Clouds) != 4 || len(scene.Clouds[2].Pts) != 5 {
		t.Fatalf("%d lines, %d clouds", len(scene.Curves), len(scene.Clouds))
	}
	if !p.legend.Visible() || !strings.Contains(p.legend.Text, "batch of 5") {
		t.Errorf("legend %q", p.legend.Text)
	}
	d.Lab().Seek(51)
	if now := p.m.Scene().Clouds; now[2] == scene.Clouds[2] || now[0] != scene.Clouds[0] || now[0] == examples {
		t.Error("the batch stays at the next step, or the examples are made anew, or stay as bright")
	}
	d.Edit("", func(e *setup.Experiment) { e.Batch = 2 })
	d.Settle()
	if n := len(p.m.Scene().Clouds[2].Pts); n != 2 {
		t.Errorf("a batch of 2 shows %d examples", n)
	}
}

func TestDataOfAnotherSurface(t *testing.T) {
	lengthy.Test(t)
	d, p := shown(t, "linear_regression", 30, "sgd lr=0.02", "adam lr=0.1")
	home := p.m.Scene().View
	near := plot.Rect{X0: -1, X1: 1, Y0: -1, Y1: 1}
	p.m.OnView(near, true)
	d.Edit("", func(e *setup.Experiment) { e.Racers[0].Hidden = true })
	if got := p.m.Scene().View; got != near {
		t.Errorf("a change of a racer leads to %v", got)
	}
	p.m.OnRestore()
	if got := p.m.Scene().View; got != home {
		t.Errorf("a double click leads to %v, want %v", got, home)
	}
	p.m.OnView(near, true)
	choose(t, d, "sphere")
	if got := d.State().Panel(); got != setup.PanelPoints {
		t.Errorf("a sphere has examples in panel %q", got)
	}
	choose(t, d, "perceptron")
	scene := p.m.Scene()
	if scene.Up != "v" || scene.View == near || len(scene.Clouds[1].Pts) != 32 || !p.legend.Visible() {
		t.Errorf("the boundary over %q, %d of the other class, in %v", scene.Up, len(scene.Clouds[1].Pts), scene.View)
	}
	var made examples.Picture
	made.Follow(d.State())
	if want := made.Scene(d.State(), plot.Rect{}, d.Palette()).Curves; len(want) == 0 || len(want) != len(scene.Curves) {
		t.Errorf("%d lines, want %d", len(scene.Curves), len(want))
	}
}
