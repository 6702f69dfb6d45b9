package plot

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"math"
	"testing"
)

func TestSparkPictures(t *testing.T) {
	cosine := make([]float64, 5000)
	for i := range cosine {
		cosine[i] = 0.05 * (1 + math.Cos(math.Pi*float64(i)/5000))
	}
	steps := []float64{1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, math.NaN(), 0.1, 0.1, 0.1}
	signed := []float64{1, -1, 0.5, -0.5, 0.25, -0.25}
	sheet := blank(4*64+20, 40, DarkPalette().Panel)
	for i, ys := range [][]float64{cosine, steps, signed, {0.3}} {
		pic := blank(60, 32, DarkPalette().Panel)
		Spark(pic, ys, DarkPalette().Accent, 1.25)
		draw.Draw(sheet, image.Rect(8+66*i, 4, 68+66*i, 36), pic, image.Point{}, draw.Src)
	}
	golden(t, "chart-spark", sheet)
}

// On a transparent ground Spark leaves what, laid over a colour, is the picture
// drawn on that colour.
func TestSparkOnTransparentGround(t *testing.T) {
	ground := color.RGBA{20, 30, 40, 255}
	ys := []float64{0.1, 3, 2, 4, 1}
	want := blank(50, 20, ground)
	Spark(want, ys, color.RGBA{200, 100, 50, 255}, 1)
	clear, got := image.NewRGBA(want.Rect), blank(50, 20, ground)
	Spark(clear, ys, color.RGBA{200, 100, 50, 255}, 1)
	draw.Draw(got, got.Rect, clear, image.Point{}, draw.Over)
	if _, _, worst := comparePictures(got, want); worst > 2 {
		t.Errorf("the pictures differ by %d of 255", worst)
	}
}

func TestSparkOfNothing(t *testing.T) {
	for _, ys := range [][]float64{nil, {math.NaN()}, {math.Inf(1), math.Inf(-1)}} {
		pic := image.NewRGBA(image.Rect(0, 0, 40, 20))
		Spark(pic, ys, color.RGBA{255, 255, 255, 255}, 1)
		if !bytes.Equal(pic.Pix, make([]uint8, len(pic.Pix))) {
			t.Errorf("something is drawn of %v", ys)
		}
	}
	Spark(image.NewRGBA(image.Rect(0, 0, 2, 2)), []float64{1, 2}, color.RGBA{255, 255, 255, 255}, 1) // no room: nothing, and no panic
}

// A picture that is part of a larger one is drawn in its place.
func TestSparkInPart(t *testing.T) {
	whole := image.NewRGBA(image.Rect(0, 0, 80, 60))
	part := whole.SubImage(image.Rect(30, 20, 70, 40)).(*image.RGBA)
	Spark(part, []float64{0, 1, 0}, color.RGBA{255, 255, 255, 255}, 1)
	if whole.RGBAAt(50, 23).A == 0 {
		t.Error("the peak is not at the top middle of the part")
	}
	for y := range 60 {
		for x := range 80 {
			if !(image.Point{x, y}).In(part.Rect) && whole.RGBAAt(x, y).A != 0 {
				t.Fatalf("pixel %d,%d beside the part was touched", x, y)
			}
		}
	}
}
