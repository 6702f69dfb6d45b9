package kit

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"
)

// TestNestedHandsTheWheelOn: what has nothing to scroll leaves the wheel to what it stands in; what has, scrolls to its end
// first.
func TestNestedHandsTheWheelOn(t *testing.T) {
	high := canvas.NewRectangle(color.Black)
	high.SetMinSize(fyne.NewSize(50, 150))
	var inner *Nested
	var outer *container.Scroll
	w := widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(100, 100), func() fyne.CanvasObject {
		outer = container.NewVScroll(nil)
		inner = NewNested(high, outer)
		inner.SetMinSize(fyne.NewSize(50, 200))
		outer.Content = inner
		return outer
	})
	turn := func() { test.Scroll(w.Canvas(), fyne.NewPos(50, 50), 0, -30) }
	if turn(); outer.Offset.Y != 30 || inner.Offset.Y != 0 {
		t.Errorf("with nothing to scroll: %v around, %v within", outer.Offset.Y, inner.Offset.Y)
	}
	high.SetMinSize(fyne.NewSize(50, 400))
	inner.Refresh()
	outer.Refresh()
	if turn(); outer.Offset.Y != 30 || inner.Offset.Y != 30 {
		t.Errorf("with much to scroll: %v around, %v within", outer.Offset.Y, inner.Offset.Y)
	}
	for range 10 {
		turn()
	}
	if inner.Offset.Y != 200 || outer.Offset.Y <= 30 {
		t.Errorf("at the end: %v around, %v within", outer.Offset.Y, inner.Offset.Y)
	}
	alone := NewNested(high, nil)
	alone.Resize(fyne.NewSize(50, 500))
	alone.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -30}}) // which nothing is around of
}
