package graphic

import (
	"image/color"
	"testing"

	"descentlab/widgets/plot"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestDrawingKeepsItsGround(t *testing.T) {
	red, blue := color.RGBA{R: 255, A: 255}, color.RGBA{B: 255, A: 255}
	grounds, key := 0, 1
	d := NewDrawing(fyne.NewSize(40, 30), func(on plot.Canvas, scale float64) {
		on.Box(plot.Vec{X: 20 * scale, Y: 10 * scale}, 4, 4, 0, blue)
	})
	d.Ground = func(on plot.Canvas, _ float64) {
		grounds++
		w, h := on.Size()
		on.Box(plot.Vec{}, w, h, 0, red)
	}
	d.Same = func(float64) any { return key }
	w := test.NewWindow(d)
	defer w.Close()
	w.SetPadded(false)
	w.Resize(fyne.NewSize(40, 30))
	for range 3 {
		picture := d.Paint(80, 60)
		if picture.At(41, 21) != blue || picture.At(30, 40) != red {
			t.Errorf("%v on %v", picture.At(41, 21), picture.At(30, 40))
		}
		if picture.At(0, 0) == red || picture.At(40, 0) == red || picture.At(40, 3) != red {
			t.Errorf("frame: %v, %v, %v", picture.At(0, 0), picture.At(40, 0), picture.At(40, 3))
		}
	}
	if grounds != 1 {
		t.Errorf("the ground is drawn %d times", grounds)
	}
	key = 2
	before := d.Pictures()
	d.Paint(80, 60)
	d.Paint(40, 30)
	if n := d.Pictures() - before; n != 2 {
		t.Errorf("two pictures are counted as %d", n)
	}
	if grounds != 3 {
		t.Errorf("of another key and another size it is drawn %d times", grounds)
	}
}

func TestDrawingTellsGestures(t *testing.T) {
	told := ""
	d := NewPlainDrawing(fyne.NewSize(40, 30), func(plot.Canvas, float64) {})
	d.OnPress = func(fyne.Position) { told += "p" }
	d.OnDrag = func(fyne.Position) { told += "d" }
	d.OnRelease = func() { told += "r" }
	d.OnHover = func(_ fyne.Position, inside bool) { told += map[bool]string{true: "i", false: "o"}[inside] }
	d.MouseIn(&desktop.MouseEvent{})
	d.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonSecondary})
	d.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	d.Dragged(&fyne.DragEvent{})
	d.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	d.DragEnd()
	d.Dragged(&fyne.DragEvent{}) // a finger's
	d.DragEnd()
	d.MouseOut()
	d.Scrolled(&fyne.ScrollEvent{})
	if told != "ipdrpdro" {
		t.Error(told)
	}
}
