package lab

import (
	"testing"

	"descentlab/app/lab/setup"
)

// TestViewFitsTheDocument: nothing is looked at that there is no longer.
func TestViewFitsTheDocument(t *testing.T) {
	plain, sculpted, few := setup.Default(), setup.Default(), setup.Default()
	sculpted.Sculpture = append(sculpted.Sculpture, setup.Bump{Height: 1, Width: 1})
	v := NewView()
	v.Tool, v.Bump = ToolSculpt, 0
	if v.Fit(&sculpted); v.Bump != 0 {
		t.Errorf("the bump of a sculpture is %d", v.Bump)
	}
	if v.Fit(&plain); v.Bump != -1 {
		t.Errorf("bump %d of no sculpture", v.Bump)
	}
	few.Racers = few.Racers[:1]
	if v = NewView(); !v.Fit(&few) || v.Card != -1 {
		t.Errorf("card %d of a racer that there is not is open", v.Card)
	}
}

// TestNothingIsAwaitedForLong: a place that there is no longer is forgotten as soon as all are known, and another selection
// counts.
func TestNothingIsAwaitedForLong(t *testing.T) {
	posts := make(queue, 64)
	h := New(setup.Default(), posts.post)
	t.Cleanup(h.Close)
	nowhere := h.State().Doc.Start
	h.Look(func(v *View) { v.Awaited = &nowhere })
	posts.settle(t, h)
	if v := h.State().View; v.Awaited != nil || v.Selected != nil {
		t.Errorf("awaits %v, selected %v", v.Awaited, v.Selected)
	}
	h.Look(func(v *View) {
		v.Awaited = &nowhere
		v.Select(h.State().Field.Named("A"))
	})
	if v := h.State().View; v.Awaited != nil || v.SelectedName() != "A" {
		t.Errorf("awaits %v, selected %q", v.Awaited, v.SelectedName())
	}
}
