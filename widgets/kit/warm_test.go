package kit

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

// TestWarmth: one speck after the other is drawn, each of another kind, and at last none.
func TestWarmth(t *testing.T) {
	w := NewWarmth()
	kinds := len(w.Objects)
	seen := map[fyne.CanvasObject]bool{}
	shown := func() (n int) {
		for _, o := range w.Objects {
			if o.Visible() {
				seen[o] = true
				n++
			}
		}
		return n
	}
	if shown() != 0 {
		t.Error("something is drawn before it begins")
	}
	var next func()
	w.Begin(func(_ time.Duration, f func()) { next = f })
	for range kinds {
		if n := shown(); n != 1 {
			t.Errorf("%d specks are drawn, want one", n)
		}
		next()
	}
	if len(w.Objects) != 0 || len(seen) != kinds {
		t.Errorf("%d of %d specks were drawn, %d are left", len(seen), kinds, len(w.Objects))
	}
}
