package tool

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/surfaces"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// on is a press on a critical point.
func on(p lab.Place) graphic.Press {
	press := desktest.Ground(p.At)
	press.Mark = &plot.Mark{At: p.At, Label: p.Name}
	press.Near = press.Mark
	return press
}

func TestStartIsDragged(t *testing.T) {
	b := newBench(t, "himmelblau", 5)
	tool, before := b.tools[lab.ToolStart], b.State().Doc.Start
	desktest.Drag(tool, desktest.Ground(plot.Point{X: 1, Y: 2}))
	desktest.Drag(tool, desktest.Ground(plot.Point{X: 1, Y: 1}), plot.Point{X: 2, Y: 1}, plot.Point{X: 2, Y: 3})
	press := desktest.Ground(plot.Point{X: 2.1, Y: 3})
	press.Start, press.Held = true, plot.Point{X: 2, Y: 3}
	desktest.Drag(tool, press, plot.Point{X: 0.1, Y: 3})
	for _, want := range []surfaces.Point{{X: 0, Y: 3}, {X: 2, Y: 3}, {X: 1, Y: 2}, before} {
		if got := b.State().Doc.Start; got.X-want.X > 1e-9 || want.X-got.X > 1e-9 || got.Y != want.Y {
			t.Errorf("start %v, want %v", got, want)
		}
		b.Lab().Undo()
	}
}

// A click on a critical point selects it and moves no start; one beside it selects none; with Ctrl the start snaps onto it.
func TestStartSelects(t *testing.T) {
	b := newBench(t, "himmelblau", 5)
	tool, before := b.tools[lab.ToolStart], b.State().Doc.Start
	place := b.State().Field.Places[0]
	if desktest.Drag(tool, on(place)); b.State().View.SelectedName() != place.Name || b.State().Doc.Start != before {
		t.Errorf("selected %q, start %v", b.State().View.SelectedName(), b.State().Doc.Start)
	}
	if !tool.Key(fyne.KeyEscape) || b.State().View.Selected != nil {
		t.Error("Escape does not end the selection")
	}
	if tool.Key(fyne.KeyEscape) {
		t.Error("without a selection Escape is taken all the same")
	}
	desktest.Drag(tool, on(place))
	near := desktest.Ground(plot.Point{X: place.At.X + 0.1, Y: place.At.Y})
	near.Near, near.Keys = on(place).Mark, fyne.KeyModifierControl
	if desktest.Drag(tool, near, plot.Point{X: 9, Y: 9}); b.State().Doc.Start != place.At || b.State().View.Selected == nil {
		t.Errorf("with Ctrl the start is at %v, want %v", b.State().Doc.Start, place.At)
	}
	if desktest.Drag(tool, desktest.Ground(plot.Point{X: 1, Y: 2})); b.State().View.Selected != nil {
		t.Error("a click elsewhere does not end the selection")
	}
}

// A double click moves no start, and leaves nothing to undo; after the first of the two there was.
func TestDoubleClickMovesNoStart(t *testing.T) {
	b := newBench(t, "himmelblau", 5)
	b.Edit("", func(e *setup.Experiment) { e.Steps = 6 })
	tool, before := b.tools[lab.ToolStart], b.State().Doc
	press := desktest.Ground(plot.Point{X: 1, Y: 2})
	if _, restore := desktest.Drag(tool, press); restore || reflect.DeepEqual(b.State().Doc, before) {
		t.Error("a click does nothing, or restores")
	}
	press.Double, press.Start = true, true
	if _, restore := desktest.Drag(tool, press); !restore || !reflect.DeepEqual(b.State().Doc, before) {
		t.Errorf("after a double click %+v, want %+v; it restores: %t", b.State().Doc, before, restore)
	}
	if b.Lab().Undo(); b.State().Doc.Steps != 5 {
		t.Errorf("one step back there are %d steps, want 5", b.State().Doc.Steps)
	}
}
