package points

import (
	"math"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
)

// on is a desk with the pane in its window, and open.
func on(t *testing.T, surface string) (*desktest.Desk, *Pane) {
	t.Helper()
	d := desktest.On(t, surface, 50, "sgd lr=0.01")
	p := New(d)
	d.Show(430, 500, p)
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelPoints })
	return d, p
}

func TestPointsAreListed(t *testing.T) {
	d, p := on(t, "peaks")
	rows := p.table.AllRows()
	if len(rows) != 9 || rows[3].Key != "S1" || rows[3].Cells[1] != "saddle" || rows[0].Cells[0] != "★ A" {
		t.Fatalf("rows %+v", rows)
	}
	want := "Complete in x from −3 to 3, y from −3 to 3, which is proven: the gradient turns +3 times round the window, " +
		"as 3 minima + 3 maxima − 3 saddles ask."
	if p.census.Text != want {
		t.Errorf("says %q, want %q", p.census.Text, want)
	}
	p.table.OnHoverRow("S2")
	if got := d.State().View.Hover; got != "S2" {
		t.Errorf("%q is pointed at, want S2", got)
	}
	p.table.OnHoverRow("")
	if got := d.State().View.Hover; got != "" {
		t.Errorf("%q is pointed at, and no row", got)
	}
	before := d.State().Doc.View
	p.table.OnTapRow("M1")
	place := d.State().Field.Named("M1")
	v := d.State().Doc.View
	if math.Abs((v.X0+v.X1)/2-place.At.X) > 1e-12 || math.Abs((v.Y0+v.Y1)/2-place.At.Y) > 1e-12 {
		t.Errorf("centred on %v", v)
	}
	if got := d.State().View.SelectedName(); got != "M1" {
		t.Errorf("selected %q", got)
	}
	for _, row := range p.table.AllRows() {
		if row.Chosen != (row.Key == "M1") {
			t.Errorf("%s is set off: %t", row.Key, row.Chosen)
		}
	}
	d.Lab().Undo()
	if d.State().Doc.View != before {
		t.Error("undo does not take the centring back")
	}
}

// TestHiddenListRests: the list is made when its tab is opened, and not before.
func TestHiddenListRests(t *testing.T) {
	d := desktest.On(t, "peaks", 50, "sgd lr=0.01")
	p := New(d)
	d.Show(430, 500, p)
	if len(p.table.AllRows()) > 0 {
		t.Errorf("%d rows are listed for nobody", len(p.table.AllRows()))
	}
	d.Look(func(v *lab.View) { v.Take(lab.ToolSculpt) })
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelPoints })
	if len(p.table.AllRows()) != 9 {
		t.Errorf("%d rows", len(p.table.AllRows()))
	}
}
