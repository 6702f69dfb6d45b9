package shared

import (
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/widgets"
)

// opened is the open panel on a surface, on which one racer takes some steps.
func opened(t *testing.T, surface string) (*desktest.Desk, *Pane) {
	t.Helper()
	d := desktest.On(t, surface, 20, "sgd lr=0.01")
	p := New(d)
	d.Show(300, 300, p)
	p.folder.Tapped(nil)
	return d, p
}

// slider is that of a setting.
func (p *Pane) slider(t *testing.T, name string) *widgets.Knob {
	t.Helper()
	for _, row := range p.rows {
		if row.name == name {
			return row.object.(*widgets.Knob)
		}
	}
	t.Fatalf("no slider %s", name)
	return nil
}

func TestSlidersAndDocumentAgree(t *testing.T) {
	d, p := opened(t, "peaks")
	sigma, seed, steps := p.slider(t, "σ"), p.slider(t, "seed"), p.slider(t, "steps")
	if sigma.Value() != 0 || seed.Value() != 7 || steps.Value() != 20 {
		t.Errorf("σ %v, seed %v, %v steps", sigma.Value(), seed.Value(), steps.Value())
	}
	sigma.OnChanged(0.5, true)
	seed.OnChanged(9, true)
	for _, v := range []float64{21, 25, 30} {
		steps.OnChanged(v, v == 30)
	}
	if doc := d.State().Doc; doc.Noise != 0.5 || doc.Seed != 9 || doc.Steps != 30 {
		t.Errorf("noise %v, seed %d, %d steps", doc.Noise, doc.Seed, doc.Steps)
	}
	d.Lab().Undo()
	if doc := d.State().Doc; doc.Steps != 20 || steps.Value() != 20 || doc.Seed != 9 {
		t.Errorf("after one undo of a drag: %d steps, slider %v, seed %d", doc.Steps, steps.Value(), doc.Seed)
	}
	_ = d.Edit("", func(e *setup.Experiment) { e.Noise = 2 })
	if sigma.Value() != 2 || p.slider(t, "σ") != sigma {
		t.Errorf("the document's noise is 2 and the slider's %v", sigma.Value())
	}
}

func TestFaultOfASliderIsShown(t *testing.T) {
	_, p := opened(t, "peaks")
	p.slider(t, "seed").OnError("seed must be a whole number")
	if !p.fault.Visible() || p.fault.Text != "seed must be a whole number" {
		t.Errorf("below the sliders stands %q", p.fault.Text)
	}
	p.slider(t, "seed").OnError("")
	if p.fault.Visible() {
		t.Error("the fault outlives what was wrong")
	}
}

// TestLineTellsWhatIsOn: closed, the panel has no rows and says what makes slopes inexact.
func TestLineTellsWhatIsOn(t *testing.T) {
	d := desktest.On(t, "linear_regression", 20, "sgd lr=0.01")
	p := New(d)
	d.Show(300, 300, p)
	for _, c := range []struct {
		noise float64
		batch int
		want  string
	}{
		{0, 0, "off: exact slopes"}, {0.5, 0, "noise σ 0.5"}, {0, 8, "8 of 64 examples a step"},
		{0.5, 8, "σ 0.5, 8 of 64 examples a step"},
	} {
		_ = d.Edit("", func(e *setup.Experiment) { e.Noise, e.Batch = c.noise, c.batch })
		if got := p.folder.Detail(); got != c.want || p.folder.Opened() || len(p.rows) != 0 {
			t.Errorf("closed: %q, %d rows; want %q", got, len(p.rows), c.want)
		}
	}
}

// TestBatches: where there are data there are mini-batches, all examples being none; to show them has its row beforehand, so that
// nothing moves.
func TestBatches(t *testing.T) {
	d, p := opened(t, "linear_regression")
	rows := len(p.rows)
	p.slider(t, "batch").OnChanged(8, true)
	if got := d.State().Doc.Batch; got != 8 || len(p.rows) != rows {
		t.Errorf("batch %d; %d rows after %d", got, len(p.rows), rows)
	}
	for _, row := range p.rows {
		if show, is := row.object.(*widgets.Switch); is {
			show.OnChanged(true)
		}
	}
	if !d.State().Doc.Look.Batches {
		t.Error("they are not shown")
	}
	p.slider(t, "batch").OnChanged(64, true)
	if got := d.State().Doc.Batch; got != 0 {
		t.Errorf("a batch of all is noted as %d", got)
	}
}
