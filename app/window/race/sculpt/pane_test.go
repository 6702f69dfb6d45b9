package sculpt

import (
	"strings"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
)

// shown is a desk with nothing but the pane.
func shown(t *testing.T, bumps ...setup.Bump) (*desktest.Desk, *Pane) {
	t.Helper()
	doc := desktest.Experiment(t, "peaks", 20, "sgd lr=0.01")
	doc.Look.Panel, doc.Sculpture = setup.PanelSculpt, bumps
	d := desktest.New(t, doc)
	p := New(d)
	d.Show(420, 500, p)
	return d, p
}

var (
	well  = setup.Bump{X: 1, Y: 1, Height: -2, Width: 0.3}
	ridge = setup.Bump{X: -1, Height: 1, Width: 0.2, Ratio: 4, Angle: 30}
)

// TestTakesTheToolUp: the button takes it up and lays it down, and the sentence says what comes next.
func TestTakesTheToolUp(t *testing.T) {
	d, p := shown(t)
	if got := p.told.Text(); got != "Nothing is sculpted yet." {
		t.Errorf("at first %q", got)
	}
	p.take.OnTapped()
	if d.State().View.Tool != lab.ToolSculpt || !strings.HasPrefix(p.told.Text(), "Press on the map") {
		t.Errorf("the tool is %q: %q", d.State().View.Tool, p.told.Text())
	}
	p.kinds.OnChanged(2)
	if d.State().View.Adds != lab.Ridge || p.kinds.Selected() != 2 {
		t.Error("a ridge is not chosen")
	}
	p.take.OnTapped()
	if d.State().View.Tool != lab.ToolStart {
		t.Error("the tool is not laid down")
	}
}

// TestSlidersOfTheChosenOne: a row chooses a bump, the sliders are its own, and each gesture is an undo.
func TestSlidersOfTheChosenOne(t *testing.T) {
	d, p := shown(t, well, ridge)
	for _, k := range p.knobs {
		if k.Visible() {
			t.Error("there is a slider of nothing")
		}
	}
	p.table.OnTapRow("0")
	if d.State().View.Bump != 0 || d.State().View.Tool != lab.ToolSculpt {
		t.Fatalf("chosen is %d", d.State().View.Bump)
	}
	if !p.knobs[0].Visible() || p.knobs[2].Visible() || p.knobs[0].Value() != -2 || p.knobs[1].Value() != 0.3 {
		t.Errorf("the well's sliders are at %v and %v", p.knobs[0].Value(), p.knobs[1].Value())
	}
	p.table.OnTapRow("1")
	if !p.knobs[3].Visible() || p.knobs[3].Value() != 30 || p.knobs[2].Value() != 4 {
		t.Errorf("the ridge's sliders are at %v and %v", p.knobs[2].Value(), p.knobs[3].Value())
	}
	p.knobs[3].OnChanged(40, false)
	p.knobs[3].OnChanged(50, true)
	p.knobs[0].OnChanged(-1, true)
	if b := d.State().Doc.Sculpture[1]; b.Angle != 50 || b.Height != -1 {
		t.Errorf("the ridge is %+v", b)
	}
	d.Lab().Undo()
	d.Lab().Undo()
	if b := d.State().Doc.Sculpture[1]; b != ridge || p.knobs[3].Value() != 30 {
		t.Errorf("undone it is %+v", b)
	}
}

// TestRemove: the chosen one goes, and comes back with undo.
func TestRemove(t *testing.T) {
	d, p := shown(t, well)
	p.removeChosen()
	if len(d.State().Doc.Sculpture) != 1 || !p.remove.Disabled() {
		t.Error("nothing is chosen, and something goes")
	}
	p.table.OnTapRow("0")
	p.remove.Tapped(nil)
	if d.State().Doc.Sculpture != nil || d.State().View.Bump >= 0 {
		t.Errorf("left is %+v", d.State().Doc.Sculpture)
	}
	d.Lab().Undo()
	if len(d.State().Doc.Sculpture) != 1 {
		t.Error("undo does not bring it back")
	}
}
