package present

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/widgets/plot/record"
)

// TestSideBySide: where the window has a map for each racer the presentation has one too, each with the way and the basins of its
// racer and its name above, all in the same window of the surface; and one map again where the window has one.
func TestSideBySide(t *testing.T) {
	d := desktest.On(t, "peaks", 3, "sgd lr=0.012", "momentum lr=0.008", "adam lr=0.06", "lion") // few steps: each cell costs them
	s := on(t, 480, 270, d)
	look := func(f func(*setup.Look)) {
		t.Helper()
		if err := d.Lab().Edit("", func(e *setup.Experiment) { f(&e.Look) }); err != nil {
			t.Fatal(err)
		}
		s.win.Canvas().Capture()
		settle(d, s)
	}
	look(func(l *setup.Look) { l.SideBySide, l.Ground = true, setup.GroundBasins })
	names := s.state.TapeDoc.Names()
	if len(s.map1.cells) != len(names) {
		t.Fatalf("%d racers have %d maps", len(names), len(s.map1.cells))
	}
	view := s.map1.m.Scene().View
	for i, c := range s.map1.cells {
		scene := c.m.Scene()
		if len(scene.Traces) != 1 || scene.Traces[0].Name != names[i] || scene.View != view || scene.Cells == nil {
			t.Errorf("map %d shows %d ways in %v, basins %v", i, len(scene.Traces), scene.View, scene.Cells != nil)
		}
		st := s.style()
		st.Scale = s.map1.zoom()
		marks := record.Scene(scene, st, int(c.m.Size().Width), int(c.m.Size().Height))
		if at, there := marks.Find("A, the deepest: −6.551"); !there || at.Text.Size < 18*s.k {
			t.Errorf("on map %d the letters are %q, of size %v", i, marks.Texts(), at.Text.Size/s.k)
		}
		if texts := written(s, c.head); !slices.Contains(texts, "basins of "+names[i]) {
			t.Errorf("above map %d stands %q", i, texts)
		}
		legible(t, s, c.head, names[i])
	}
	s.map1.cells[2].head.OnPress(fyne.Position{})
	for i, c := range s.map1.cells {
		if c.m.Scene().Veiled != (i != 2) {
			t.Errorf("of the third racer's being singled out map %d tells %v", i, c.m.Scene().Veiled)
		}
	}
	look(func(l *setup.Look) { l.Ground = setup.GroundHeights })
	d.Look(func(v *lab.View) { v.Racer, v.Pinned = -1, -1 })
	if err := d.Lab().Edit("", func(e *setup.Experiment) { e.Racers[1].Hidden = true }); err != nil {
		t.Fatal(err)
	}
	settle(d, s)
	if n := len(s.map1.cells); n != len(names)-1 {
		t.Errorf("without one racer there are %d maps", n)
	}
	look(func(l *setup.Look) { l.Relief = true })
	if n := len(s.map1.m.Scene().Traces); len(s.map1.cells) != 1 || n != len(names)-1 {
		t.Errorf("with a relief there are %d maps, the first with %d ways", len(s.map1.cells), n)
	}
}

// TestMapsFillThePicture: however many there are, they are alike, beside one another and within the picture, the names above.
func TestMapsFillThePicture(t *testing.T) {
	lengthy.Test(t)
	for _, n := range []int{2, 3, 4, 7, 12, 20} {
		doc := desktest.Experiment(t, "himmelblau", 20, twenty[:n]...)
		doc.Look.SideBySide = true
		s := on(t, 1440, 900, desktest.New(t, doc))
		room := s.map1.box.Size()
		var placed []box
		for _, c := range s.map1.cells {
			for _, o := range []fyne.CanvasObject{c.head, c.m} {
				at, size := o.Position(), o.Size()
				b := box{float64(at.X), float64(at.Y), float64(size.Width), float64(size.Height)}
				if b.x < 0 || b.y < 0 || at.X+size.Width > room.Width+0.5 || at.Y+size.Height > room.Height+0.5 || b.w < 100 {
					t.Errorf("of %d one stands at %+v of %v", n, b, room)
				}
				if slices.ContainsFunc(placed, func(o box) bool { return meet(b, box{o.x + 0.1, o.y + 0.1, o.w - 0.2, o.h - 0.2}) }) {
					t.Errorf("of %d one at %+v overlaps another", n, b)
				}
				placed = append(placed, b)
			}
			if c.m.Size() != s.map1.m.Size() {
				t.Errorf("of %d one is %v large, the first %v", n, c.m.Size(), s.map1.m.Size())
			}
		}
		if len(placed) != 2*n {
			t.Errorf("of %d there are %d", n, len(placed)/2)
		}
	}
}
