package picker

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/widgets/widgettest"
)

// TestShelfHoldsWhatIsSeen: of a hundred rows those are in the window that can be seen, wherever it is scrolled to, and the rest
// is not even drawn.
func TestShelfHoldsWhatIsSeen(t *testing.T) {
	var items []Item
	for i := range 100 {
		items = append(items, Item{Key: fmt.Sprint(i), Title: fmt.Sprint("Item ", i), Group: fmt.Sprint("Group ", i/10)})
	}
	p, _ := widgettest.In(t, func() *Picker { return New(items) })
	p.SetSelected("70")
	p.Open()
	s := p.list.shelf
	room := s.scroll.Size().Height
	if most := int(room/26) + 2; len(s.box.Objects) == 0 || len(s.box.Objects) > most {
		t.Fatalf("%d rows are in the window, want at most %d", len(s.box.Objects), most)
	}
	if want := float32(100*26 + 10*headingHeight); s.total() != want || s.box.Size().Height != want {
		t.Errorf("the rows are %g high in %g, want %g", s.total(), s.box.Size().Height, want)
	}
	for _, top := range []float32{0, 13, 500.5, s.total() - room} {
		s.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, s.scroll.Offset.Y-top)})
		covered := top
		for _, o := range s.box.Objects {
			if y := o.Position().Y; y > covered {
				t.Errorf("scrolled to %g nothing is seen from %g to %g", top, covered, y)
			}
			if o.Size().Width != s.box.Size().Width {
				t.Errorf("a row is %g wide, want %g", o.Size().Width, s.box.Size().Width)
			}
			covered = o.Position().Y + o.Size().Height
		}
		if covered < top+room {
			t.Errorf("scrolled to %g nothing is seen below %g", top, covered)
		}
	}
	if p.list.shown[70].Size().IsZero() || !p.list.shown[30].Size().IsZero() {
		t.Error("want the chosen row laid out, and one that was never seen not")
	}
}
