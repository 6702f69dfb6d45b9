package lessons

import (
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/internal/lengthy"
)

// TestRoomInSmallWindows: text and lab are beside one another in every window, nothing overlaps, and a low lab keeps its map.
func TestRoomInSmallWindows(t *testing.T) {
	lengthy.Test(t)
	r, d := entered(t, nil)
	openLesson(t, r, d, "learning-rate")
	for _, size := range []fyne.Size{{Width: 1376, Height: 857}, {Width: 976, Height: 657}, {Width: 700, Height: 400}} {
		r.box.Resize(size)
		page, side, lab := r.page.panel, r.box.Objects[1], r.living.box
		if page.Position().X+page.Size().Width > lab.Position().X || lab.Position().X+lab.Size().Width > size.Width {
			t.Errorf("at %v the text is at %v, %v wide, and the lab at %v", size, page.Position(), page.Size(), lab.Position())
		}
		if side.Visible() != (size.Width >= listFrom) {
			t.Errorf("at %v the list is seen: %t", size, side.Visible())
		}
		y := float32(0)
		for i, o := range lab.Objects {
			if !o.Visible() {
				continue
			}
			if o.Position().Y < y || o.Position().Y+o.Size().Height > lab.Size().Height+1 {
				t.Errorf("at %v part %d of the lab is at %v, %v high", size, i, o.Position().Y, o.Size().Height)
			}
			y = o.Position().Y + o.Size().Height
		}
		if m := lab.Objects[0].Size().Height; m < mapLeast {
			t.Errorf("at %v the map is %v high", size, m)
		}
	}
}

// TestNothingGoesOnUnseen: the lab rests, nothing plays, and what is computed waits.
func TestNothingGoesOnUnseen(t *testing.T) {
	r, d := entered(t, nil)
	openLesson(t, r, d, "learning-rate")
	l := r.living.desk.lab
	l.Play()
	drag := func() { r.setField("speed-limit", r.living.knobs.fields[0], 0.0123) }
	drag()
	r.Leave()
	if s := l.State(); s.Playing || s.Busy || r.living.ticker.Running() {
		t.Errorf("it plays: %t, races: %t", s.Playing, s.Busy)
	}
	r.Enter()
	d.Settle()
	if s := l.State(); s.Busy || s.Tape == nil || s.TapeDoc.Racers[1].Spec.Get("lr").Num != 0.0123 {
		t.Error("the race does not go on when it is seen again")
	}
}
