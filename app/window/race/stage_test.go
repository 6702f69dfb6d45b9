package race

import (
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/internal/geom"
)

// TestLarge: the panel and the maps change places, by key, button and undo, and the choice is the document's.
func TestLarge(t *testing.T) {
	u := mapped(t, "himmelblau", 50, "sgd lr=0.01")
	where := func(what string, large bool) {
		t.Helper()
		middle, aside := u.maps.Object(), u.panel.box
		if large {
			middle, aside = u.panel.box, u.Room.stage.framed
		}
		if u.Room.stage.middle.Objects[0] != middle || u.Room.stage.aside.Objects[0] != aside {
			t.Fatalf("%s: the wrong one is in the middle", what)
		}
		for _, o := range []fyne.CanvasObject{u.maps.Object(), u.panel.box} {
			if o.Size().Width < 100 || o.Size().Height < 100 {
				t.Errorf("%s: one of the two is %v", what, o.Size())
			}
		}
	}
	where("at first", false)
	small := u.panel.box.Size()
	u.Look(func(v *lab.View) { v.Cross, v.Hover = &geom.Point{X: 1}, "A" })
	u.Room.Rune('m')
	where("after m", true)
	if v := u.view(); v.Cross != nil || v.Hover != "" {
		t.Errorf("the pointer is still at %v on the map, over %q", v.Cross, v.Hover)
	}
	if size := u.panel.box.Size(); size.Width <= small.Width {
		t.Errorf("large it is %v, small %v", size, small)
	}
	u.SetLook(func(l *setup.Look) { l.Panel = "plane" })
	where("on another tab", true)

	// Whoever sculpts does so in the middle.
	u.take(lab.ToolSculpt)
	where("while sculpting", false)
	u.take(lab.ToolStart)
	where("after sculpting", true)

	u.lab.Undo()
	u.lab.Undo()
	where("two steps back", false)
	u.panel.enlarge.Tapped(nil)
	where("after the button", true)
	data, err := u.State().Doc.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	var read setup.Experiment
	if err := read.UnmarshalJSON(data); err != nil || !read.Look.Large {
		t.Errorf("read back large: %t, %v", read.Look.Large, err)
	}
}
