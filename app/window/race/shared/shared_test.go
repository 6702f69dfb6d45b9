package shared

import (
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
)

func TestSlidersAndDocumentAgree(t *testing.T) {
	d := desktest.On(t, "peaks", 20, "sgd lr=0.01")
	p := New(d)
	d.Show(268, 300, p)
	if p.sigma.Value() != 0 || p.seed.Value() != 7 || p.steps.Value() != 20 {
		t.Errorf("σ %v, seed %v, %v steps", p.sigma.Value(), p.seed.Value(), p.steps.Value())
	}
	p.sigma.OnChanged(0.5, true)
	p.seed.OnChanged(9, true)
	for _, v := range []float64{21, 25, 30} {
		p.steps.OnChanged(v, v == 30)
	}
	if doc := d.State().Doc; doc.Noise != 0.5 || doc.Seed != 9 || doc.Steps != 30 {
		t.Errorf("noise %v, seed %d, %d steps", doc.Noise, doc.Seed, doc.Steps)
	}
	d.Lab().Undo()
	if doc := d.State().Doc; doc.Steps != 20 || p.steps.Value() != 20 || doc.Seed != 9 {
		t.Errorf("after one undo of a drag: %d steps, slider %v, seed %d", doc.Steps, p.steps.Value(), doc.Seed)
	}
	_ = d.Edit("", func(e *setup.Experiment) { e.Noise = 2 })
	if p.sigma.Value() != 2 {
		t.Errorf("the document's noise is 2 and the slider's %v", p.sigma.Value())
	}
}

func TestFaultOfASliderIsShown(t *testing.T) {
	d := desktest.On(t, "peaks", 20, "sgd lr=0.01")
	p := New(d)
	d.Show(268, 300, p)
	p.seed.OnError("seed must be a whole number")
	if !p.fault.Visible() || p.fault.Text != "seed must be a whole number" {
		t.Errorf("below the sliders stands %q", p.fault.Text)
	}
	p.seed.OnError("")
	if p.fault.Visible() {
		t.Error("the fault outlives what was wrong")
	}
}
