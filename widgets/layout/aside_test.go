package layout

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// TestAsideOverlapsNothing: the text stands beside the keys, or above them where there is no room; both are within what is asked.
func TestAsideOverlapsNothing(t *testing.T) {
	for width, below := range map[float32]bool{140: true, 200: true, 300: false} {
		text, keys := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
		text.SetMinSize(fyne.NewSize(1, 30))
		keys.SetMinSize(fyne.NewSize(120, 25))
		objects, a := []fyne.CanvasObject{text, keys}, new(Aside)
		a.Layout(objects, fyne.NewSize(width, 10))
		if is := keys.Position().Y >= text.Size().Height; is != below {
			t.Errorf("%v wide: below is %v", width, is)
		}
		if !below && text.Size().Width > keys.Position().X {
			t.Errorf("%v wide: the text ends at %v, the keys begin at %v", width, text.Size().Width, keys.Position().X)
		}
		if high := a.MinSize(objects).Height; high < keys.Position().Y+keys.Size().Height || high < text.Size().Height {
			t.Errorf("%v wide: %v is asked for", width, high)
		}
	}
}
