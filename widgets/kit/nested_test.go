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

// What scrolls covers what is below it if one picture in it covers all that is seen of it.
func TestNestedIsAsSolidAsWhatItShows(t *testing.T) {
	picture := &painted{size: fyne.NewSize(50, 100), solid: true}
	picture.ExtendBaseWidget(picture)
	content := container.NewWithoutLayout(picture)
	n := NewNested(content, nil)
	n.Resize(fyne.NewSize(50, 80))
	for _, c := range []struct {
		what          string
		at            fyne.Position
		width, height float32
		solid, want   bool
	}{
		{"more than is seen", fyne.NewPos(0, 0), 50, 100, true, true},
		{"scrolled", fyne.NewPos(0, -20), 50, 100, true, true},
		{"scrolled too far", fyne.NewPos(0, -30), 50, 100, true, false},
		{"too narrow", fyne.NewPos(0, 0), 40, 100, true, false},
		{"aside", fyne.NewPos(1, 0), 50, 100, true, false},
		{"a picture that is seen through", fyne.NewPos(0, 0), 50, 100, false, false},
	} {
		picture.Move(c.at)
		picture.Resize(fyne.NewSize(c.width, c.height))
		picture.solid = c.solid
		if n.Solid() != c.want {
			t.Errorf("%s: %v", c.what, n.Solid())
		}
	}
	if NewNested(canvas.NewRectangle(color.Black), nil).Solid() {
		t.Error("what is no picture covers all")
	}
}
