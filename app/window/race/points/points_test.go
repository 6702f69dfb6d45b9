package points

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/surfaces"
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
	if len(p.rows) != 9 || p.rows[3].Key != "S1" || p.rows[3].Cells[1] != "saddle" || p.rows[0].Cells[0] != "★ A" {
		t.Fatalf("rows %+v", p.rows)
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
	for _, row := range p.rows {
		if row.Chosen != (row.Key == "M1") {
			t.Errorf("%s is set off: %t", row.Key, row.Chosen)
		}
	}
	d.Lab().Undo()
	if d.State().Doc.View != before {
		t.Error("undo does not take the centring back")
	}
}

// However many points there are, the table holds those in view.
func TestLongListsScroll(t *testing.T) {
	d, p := on(t, "rastrigin")
	d.Edit("", func(e *setup.Experiment) { e.View = surfaces.Rect{X0: -5.12, X1: 5.12, Y0: -5.12, Y1: 5.12} })
	d.Settle()
	p.box.Resize(fyne.NewSize(430, 400))
	fit := p.table.RowsIn(p.scroll.Size().Height)
	if len(p.rows) < 300 || fit > 20 || p.table.Size().Height > 400 {
		t.Fatalf("%d rows, %d fit, table of %v", len(p.rows), fit, p.table.Size())
	}
	p.box.Resize(fyne.NewSize(430, 350))
	if n := p.table.RowsIn(p.scroll.Size().Height); n >= fit || p.table.MinSize().Height > p.scroll.Size().Height {
		t.Errorf("in less height %d rows of %v in %v", n, p.table.MinSize(), p.scroll.Size())
	}
	p.scroll.ScrollToBottom()
	if y := p.table.Position().Y; y != p.scroll.Offset.Y || y < 5000 {
		t.Errorf("the table is at %v, scrolled to %v", y, p.scroll.Offset.Y)
	}
}

// TestHiddenListRests: the list is made when its tab is opened, and not before.
func TestHiddenListRests(t *testing.T) {
	d := desktest.On(t, "peaks", 50, "sgd lr=0.01")
	p := New(d)
	d.Show(430, 500, p)
	if len(p.rows) > 0 {
		t.Errorf("%d rows are listed for nobody", len(p.rows))
	}
	d.Look(func(v *lab.View) { v.Take(lab.ToolSculpt) })
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelPoints })
	if len(p.rows) != 9 {
		t.Errorf("%d rows", len(p.rows))
	}
}
