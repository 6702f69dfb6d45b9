package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
)

// TestLargeTextsScroll: at the largest texts a window of 1024 by 700 pixels has less room than a room needs. It stays as large as
// it is, and what does not fit can be scrolled to; with usual texts all of every room fits.
func TestLargeTextsScroll(t *testing.T) {
	lengthy.Test(t)
	u := newTestUI(t, freshSession())
	var port *container.Scroll
	desktest.Walk(u.win.Content(), false, func(o fyne.CanvasObject) {
		if s, is := o.(*container.Scroll); is && port == nil { // the outermost
			port = s
		}
	})
	if port == nil {
		t.Fatal("the content of the window cannot be scrolled")
	}
	const usual, largest = 1, 1.6
	for _, room := range u.rooms {
		u.enter(room)
		rest(t, u)
		for _, text := range []float32{usual, largest} {
			size := fyne.NewSize(1024/text, 676/text) // less a title
			u.win.Resize(size)
			if got := u.win.Canvas().Size(); got.Width > size.Width+1 || got.Height > size.Height+1 {
				t.Errorf("%s: the window is %v, want %v", room.kind.Name, got, size)
			}
			if fits := port.Content.Size() == port.Size(); fits != (text == usual) {
				t.Errorf("%s at %v: %v in %v", room.kind.Name, text, port.Content.Size(), port.Size())
			}
		}
		port.ScrollToOffset(fyne.NewPos(1e4, 1e4))
		end := port.Offset.AddXY(port.Size().Width, port.Size().Height)
		if all := port.Content.Size(); end.X != all.Width || end.Y != all.Height {
			t.Errorf("%s: the end of %v is not reached, %v is", room.kind.Name, all, end)
		}
		port.ScrollToOffset(fyne.Position{})
	}
}
