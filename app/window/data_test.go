package window

import (
	"math"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/surfaces"
)

// drop lets a file with that text fall on the window.
func drop(t *testing.T, u *testUI, name, text string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	uri, err := storage.ParseURI((&url.URL{Scheme: "file", Path: path}).String())
	if err != nil {
		t.Fatal(err)
	}
	u.dropped(fyne.NewPos(0, 0), []fyne.URI{uri})
	finish(t, u, &u.reading)
	rest(t, u)
}

func TestDataPanelFollowsThePlayhead(t *testing.T) {
	u := mapped(t, "linear_regression", 100, "sgd lr=0.02", "adam lr=0.1")
	setLook(u, func(l *lab.Look) { l.Panel = lab.PanelData })
	p := u.data
	if !p.box.Visible() || u.panel.panes[lab.PanelCharts].Object().Visible() {
		t.Fatal("the panel is not shown")
	}
	scene := p.m.Scene()
	if len(scene.Curves) != 2 || len(scene.Traces) != 2 || len(p.clouds[0].Pts) != 64 || len(p.batch) > 0 {
		t.Fatalf("%d lines, %d glyphs, %d examples", len(scene.Curves), len(scene.Traces), len(p.clouds[0].Pts))
	}
	u.lab.Seek(50)
	x := u.lab.State().Tape.Runs[1].X(50)
	for _, at := range p.m.Scene().Curves[1].Pts {
		if math.Abs(at.Y-(x[0]*at.X+x[1])) > 1e-9 {
			t.Fatalf("at %v the line of weights %v", at, x)
		}
	}
	clouds := p.clouds
	u.Edit("", func(e *lab.Experiment) { e.Batch, e.Racers[0].Hidden = 5, true })
	rest(t, u)
	if len(p.m.Scene().Curves) != 1 || len(p.batch[0].Pts) != 5 || !strings.Contains(p.legend.Text, "batch of 5") {
		t.Errorf("%d lines, legend %q", len(p.m.Scene().Curves), p.legend.Text)
	}
	batch := p.batch[0].Pts
	u.lab.Seek(51)
	if &batch[0] == &p.batch[0].Pts[0] || &clouds[0].Pts[0] == &p.clouds[0].Pts[0] {
		t.Error("the batch stays at the next step, or its examples stay as bright")
	}
	u.Edit("", func(e *lab.Experiment) { e.Batch = 2 })
	rest(t, u)
	if n := len(p.batch[0].Pts); n != 2 {
		t.Errorf("a batch of 2 shows %d examples", n)
	}
	u.choose(t, "peaks")
	if p.box.Visible() || !u.panel.panes[lab.PanelCharts].Object().Visible() {
		t.Error("Peaks has examples")
	}
	u.choose(t, "logistic")
	if !p.box.Visible() || p.up.Text != "petal width (cm)" || len(p.clouds[1].Pts) != 50 {
		t.Errorf("the boundary over %q, %d of the other class", p.up.Text, len(p.clouds[1].Pts))
	}
	for i, c := range p.m.Scene().Curves {
		run := u.lab.State().Tape.Runs[len(u.lab.State().Tape.Runs)-len(p.m.Scene().Curves)+i]
		for _, at := range c.Pts {
			if v := p.model.Predict.At(figure.Weights(run, u.lab.State().Head), at.X, at.Y); math.Abs(v) > 1e-6 {
				t.Fatalf("on the boundary the score is %g", v)
			}
		}
	}
}

func TestEveryLearningProblemIsDrawn(t *testing.T) {
	u := mapped(t, "logistic", 30, "adam lr=0.1")
	setLook(u, func(l *lab.Look) { l.Panel = lab.PanelData })
	for _, s := range surfaces.Catalogue() {
		if s.Group != surfaces.Learning {
			continue
		}
		u.choose(t, s.Name)
		scene := u.data.m.Scene()
		if len(scene.Curves) == 0 || len(scene.Traces) == 0 {
			t.Errorf("%s: %d lines, %d glyphs in %v", s.Name, len(scene.Curves), len(scene.Traces), scene.View)
		}
	}
	// A formula of the user's own over examples has points but no model.
	u.header.commit("(x*u + v*y - t)^4")
	rest(t, u)
	if p := u.data; len(p.m.Scene().Curves) > 0 || len(p.clouds[0].Pts)+len(p.clouds[1].Pts) == 0 || !strings.Contains(p.legend.Text, "no model") {
		t.Errorf("a formula of one's own: %q", p.legend.Text)
	}
}

func TestDroppedData(t *testing.T) {
	u := newTestUI(t, freshSession())
	drop(t, u, "speeds.csv", "speed,distance\n4,2\n7,4\n8,16\n9,10\n")
	doc := u.lab.State().Doc
	if doc.Surface != "linear_regression" || doc.Data == nil || doc.Data.Len() != 4 || doc.Look.Panel != lab.PanelData {
		t.Fatalf("on %q, %v: %q", doc.Surface, doc.Data, u.toast.label.Text)
	}
	if text := u.toast.label.Text; !strings.Contains(text, "Linear regression on speeds.csv: 4 examples") {
		t.Errorf("told %q", text)
	}
	u.choose(t, "tanh_neuron")
	drop(t, u, "speeds.csv", "1,2\n2,3\n")
	if got := u.lab.State().Doc.Surface; got != "tanh_neuron" || !says(u.surface.Object(), "Its own again") {
		t.Errorf("two columns on %s, rows %q", got, texts(u.surface.Object()))
	}
	u.Edit("", func(e *lab.Experiment) { e.OwnData() })
	rest(t, u)
	if u.lab.State().Doc.Data != nil || says(u.surface.Object(), "Its own again") {
		t.Errorf("rows %q", texts(u.surface.Object()))
	}
	drop(t, u, "classes.csv", "1,2,0\n2,3,1\n3,5,1\n")
	if got := u.lab.State().Doc.Surface; got != "logistic" {
		t.Errorf("three columns on %s", got)
	}
	before := u.lab.State().Doc
	for name, c := range map[string]struct{ text, says string }{
		"cells.csv": {"1,2,3\n4,x,5\n", "cells.csv: line 2, column 2"},
		"empty.csv": {"", "empty"},
		"one.csv":   {"1,2,3\n", "one row"},
		"nan.csv":   {"1,2,3\n4,NaN,5\n", "line 2, column 2"},
		"class.csv": {"1,2,3\n4,5,6\n", "two classes"},
		"what.doc":  {"", "drop an experiment (.json) or examples (.csv)"},
	} {
		drop(t, u, name, c.text)
		if got := u.toast.label.Text; !strings.Contains(got, c.says) {
			t.Errorf("%s: %q, want %q", name, got, c.says)
		}
	}
	if u.lab.State().Doc.Data != before.Data {
		t.Error("bad examples have been taken")
	}
}
