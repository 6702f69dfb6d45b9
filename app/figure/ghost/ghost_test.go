package ghost

import (
	"testing"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/flows"
	"descentlab/app/lab/setup"
	"descentlab/optim"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/record"
)

// forked is the state of the default race with a fork of its second racer.
func forked(t *testing.T, change func(*setup.Experiment)) lab.State {
	t.Helper()
	doc := setup.Default()
	doc.Racers[1].Fork(12, doc.Racers[1].Spec.With("momentum", optim.Num(0.5)))
	change(&doc)
	r, err := lab.Prepare(t.Context(), doc, lab.WantAll)
	if err != nil {
		t.Fatal(err)
	}
	return r.State()
}

// TestGhosts are the old futures from their fork on, half seen, with what is said of both ways.
func TestGhosts(t *testing.T) {
	p := plot.DarkPalette()
	s := forked(t, func(*setup.Experiment) {})
	list := Ghosts(s, p)
	if len(list) != 1 {
		t.Fatalf("%d ghosts", len(list))
	}
	g, run := list[0], s.Futures.Tape.Runs[0]
	if x := run.X(12); len(g.Curve.Pts) != 129 || g.Curve.Pts[0] != (plot.Point{X: x[0], Y: x[1]}) || !g.Curve.Dashed {
		t.Errorf("%d points from %v", len(g.Curve.Pts), g.Curve.Pts[0])
	}
	if full := p.Racer(1); g.Curve.Color.A != 140 || g.Curve.Color.R >= full.R {
		t.Errorf("in %v of %v", g.Curve.Color, full)
	}
	if len(g.Tags) != 2 || g.Tags[0].Text != "old future: 0.9, to A" || g.Tags[1].Text != "0.5, to C" || !g.Tags[1].Fork ||
		g.Tags[1].At != g.Curve.Pts[0] {
		t.Errorf("%+v", g.Tags)
	}
	for what, change := range map[string]func(*setup.Experiment){
		"a hidden racer":         func(e *setup.Experiment) { e.Racers[1].Hidden = true },
		"a race that ends first": func(e *setup.Experiment) { e.Steps = 9 },
		"no race":                func(e *setup.Experiment) { e.Racers = nil },
	} {
		if n := len(Ghosts(forked(t, change), p)); n != 0 {
			t.Errorf("%s has %d ghosts", what, n)
		}
	}
	still := forked(t, func(e *setup.Experiment) { e.Racers[1].SetAt(12, e.Racers[1].Spec) })
	if g := Ghosts(still, p)[0]; len(g.Tags) != 1 || g.Tags[0].Text != "" {
		t.Errorf("of a fork that changes nothing is said %+v", g.Tags)
	}
}

// TestForkOfAFork: where a racer has changed twice, each fork says what it became there, and the last one where that leads.
func TestForkOfAFork(t *testing.T) {
	s := forked(t, func(e *setup.Experiment) { e.Racers[1].Fork(22, e.Racers[1].Spec.With("momentum", optim.Num(0.7))) })
	var said []string
	for _, g := range Ghosts(s, plot.DarkPalette()) {
		for _, tag := range g.Tags {
			if tag.Fork {
				said = append(said, tag.Text)
			}
		}
	}
	if len(said) != 2 || said[0] != "0.5" || said[1] != "0.7, to C" {
		t.Errorf("the forks say %q", said)
	}
}

// TestSteered: where a hand has steered a knob the fork says where that has led, as its card does.
func TestSteered(t *testing.T) {
	s := forked(t, func(e *setup.Experiment) {
		for at := 13; at < 17; at++ {
			e.Racers[1].SetAt(at, e.Racers[1].Spec.With("momentum", optim.Num(0.4+0.02*float64(at-12))))
		}
	})
	list := Ghosts(s, plot.DarkPalette())
	if tags := list[0].Tags; len(list) != 1 || tags[1].Text != "0.48, to C" || !tags[1].Fork {
		t.Errorf("%d ghosts, the first with %+v", len(list), tags)
	}
}

func TestUnder(t *testing.T) {
	list := []Ghost{
		{Curve: plot.Curve{Pts: []plot.Point{{X: 0}, {X: 10}}}},
		{Curve: plot.Curve{Pts: []plot.Point{{X: 0, Y: 1}, {X: 10, Y: 1}, {X: 10, Y: 1}}}},
	}
	for _, c := range []struct {
		at   plot.Point
		want int
	}{{plot.Point{X: 5, Y: 0.2}, 0}, {plot.Point{X: 5, Y: 0.7}, 1}, {plot.Point{X: 5, Y: 3}, -1}, {plot.Point{X: 14}, -1}} {
		got := Under(list, c.at, 0.5, 0.1, 6)
		if c.want < 0 != (got == nil) || got != nil && got != &list[c.want] {
			t.Errorf("%v: %v, want %d", c.at, got, c.want)
		}
	}
}

// TestGoldenFlows: the gradient flow over the ways and the central flow of plain descent below them, with the ghost of a fork,
// mark by mark as they were once looked at.
func TestGoldenFlows(t *testing.T) {
	p := plot.DarkPalette()
	s := forked(t, func(e *setup.Experiment) {
		e.SetFormula("0.5*(x^2 + 25*y^2)")
		e.Start.X, e.Start.Y = -2.6, 1.2
		spec, err := optim.ParseSpec("sgd lr=0.07")
		if err != nil {
			t.Fatal(err)
		}
		e.Racers[0].Spec = spec
	})
	f, err := flows.Of(t.Context(), s.Run())
	if err != nil {
		t.Fatal(err)
	}
	font, err := figure.Font()
	if err != nil {
		t.Fatal(err)
	}
	scene := plot.Scene{View: plot.Rect{X0: -3, X1: 3, Y0: -2, Y1: 2}, Traces: figure.WithHead(figure.Traces(s, p)[:2], 140)}
	scene.Curves, scene.Tags = Flows(f, s, -1, p)
	for _, g := range Ghosts(s, p) {
		scene.Curves, scene.Tags = append(scene.Curves, g.Curve), append(scene.Tags, g.Tags...)
	}
	if len(scene.Curves) != 3 || !scene.Curves[0].Over || scene.Curves[1].Over {
		t.Errorf("%d curves", len(scene.Curves))
	}
	st := plot.Style{Palette: p, Font: font, Scale: 1, TextSize: 13}
	record.Golden(t, "flows", record.Layer(plot.LiveLayer, scene, st, 600, 400))
}

// TestManyGhosts: only the newest of each racer has its name on the map, however many there are.
func TestManyGhosts(t *testing.T) {
	s := forked(t, func(e *setup.Experiment) {
		for i := range 9 {
			r := &e.Racers[i%3]
			r.Fork(20+i, r.Spec.With("lr", optim.Num(0.001*float64(i+1))))
		}
	})
	named, forks := map[int]int{}, 0
	list := Ghosts(s, plot.DarkPalette())
	for _, g := range list {
		for _, tag := range g.Tags {
			if tag.Fork {
				forks++
			}
			if tag.Text != "" && !tag.Fork {
				named[g.Racer]++
			}
		}
	}
	if len(list) != 10 || forks != 10 || len(named) != 3 || named[0] != 1 || named[1] != 1 || named[2] != 1 {
		t.Errorf("%d ghosts, %d of them with a sign of the fork, named: %v", len(list), forks, named)
	}
}
