package kit

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// TestFrameIsHollow: of a rectangle without a fill only the rim is drawn, round corners or not, and a fill that is seen through
// covers no rim of its own.
func TestFrameIsHollow(t *testing.T) {
	red := color.RGBA{0xff, 0, 0, 0xff}
	for _, radius := range []float32{0, 6} {
		r := canvas.NewRectangle(color.Transparent)
		r.StrokeColor, r.StrokeWidth, r.CornerRadius = red, 2, radius
		r.Resize(fyne.NewSize(40, 20))
		for _, scale := range []int{1, 2} {
			picture := image.NewRGBA(image.Rect(0, 0, 50*scale, 30*scale))
			markOf(r, fyne.NewPos(5, 5)).draw(picture, nil, float64(scale))
			at := func(x, y int) color.RGBA { return picture.RGBAAt(x*scale, y*scale) }
			for _, rim := range []image.Point{{25, 5}, {25, 6}, {25, 24}, {5, 15}, {44, 15}} {
				if at(rim.X, rim.Y) != red {
					t.Errorf("radius %v: %v is %v", radius, rim, at(rim.X, rim.Y))
				}
			}
			for _, clear := range []image.Point{{25, 15}, {8, 15}, {25, 8}, {4, 15}, {46, 15}} {
				if at(clear.X, clear.Y).A != 0 {
					t.Errorf("radius %v: %v is %v", radius, clear, at(clear.X, clear.Y))
				}
			}
		}
		r.FillColor = color.NRGBA{0, 0, 0xff, 0x80}
		picture := image.NewRGBA(image.Rect(0, 0, 50, 30))
		markOf(r, fyne.NewPos(5, 5)).draw(picture, nil, 1)
		if got := picture.RGBAAt(25, 15); got.R != 0 || got.B == 0 {
			t.Errorf("radius %v: within the rim it is %v", radius, got)
		}
	}
}
