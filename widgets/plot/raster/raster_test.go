package raster

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"math"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"descentlab/widgets/plot"
)

var white, black = color.RGBA{255, 255, 255, 255}, color.RGBA{0, 0, 0, 255}

// blank is a picture filled with one colour.
func blank(w, h int, c color.RGBA) *image.RGBA {
	pic := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(pic, pic.Rect, image.NewUniform(c), image.Point{}, draw.Src)
	return pic
}

// testFont is a font that every machine with the module cache has.
func testFont(t testing.TB) *plot.Font {
	t.Helper()
	f, err := plot.NewFont(goregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// differ counts the channels in which two pictures of one size differ, and finds the greatest difference.
func differ(a, b *image.RGBA) (wrong, worst int) {
	for i := range a.Pix {
		if off := max(int(a.Pix[i])-int(b.Pix[i]), int(b.Pix[i])-int(a.Pix[i])); off > 0 {
			wrong, worst = wrong+1, max(worst, off)
		}
	}
	return wrong, worst
}

// inkOf is how many pixels' worth of white there is in a picture on black.
func inkOf(pic *image.RGBA) float64 {
	sum := 0.0
	for i := 0; i < len(pic.Pix); i += 4 {
		sum += float64(pic.Pix[i])
	}
	return sum / 255
}

// inkBox is the least box around what is not black.
func inkBox(pic *image.RGBA) image.Rectangle {
	var found image.Rectangle
	for y := range pic.Rect.Dy() {
		for x := range pic.Rect.Dx() {
			if pic.RGBAAt(x, y) != black {
				found = found.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return found
}

// pieces are those of the line through pts, at least a pixel wide; closed, it goes back to the first.
func pieces(pts []plot.Vec, width float64, closed bool) (line []plot.Piece) {
	n := len(pts)
	if !closed {
		n--
	}
	for i := range n {
		line = append(line, plot.Piece{A: pts[i], B: pts[(i+1)%len(pts)], Radius: max(width, 1) / 2, Strength: min(width, 1)})
	}
	return line
}

// strokeLine draws the open line through pts.
func strokeLine(pic *image.RGBA, pts []plot.Vec, width float64, c color.RGBA) {
	New(pic).Stroke(pieces(pts, width, false), plot.Pen{Color: c})
}

// write writes a text in white that begins, ends or has its middle at a place.
func write(pic *image.RGBA, f *plot.Font, x, y, size float64, text string, a plot.Align) {
	New(pic).Text(plot.Text{Text: text, Font: f, Size: size, Ink: white, Align: a}, plot.Vec{X: x, Y: y})
}

// A box with round corners has, pixel by pixel, the cover that the distance to its edge asks for.
func TestRoundBoxIsExact(t *testing.T) {
	ink := color.RGBA{200, 100, 50, 255}
	for _, c := range []struct{ x, y, w, h, round float64 }{
		{3, 4, 40, 20, 6}, {3, 4, 40, 20, 6.5}, {3, 4, 40, 12, 6}, {0, 0, 60, 40, 8}, {-20, -9, 50, 30, 7}, {30, 20, 90, 90, 9},
		{3.25, 4.5, 40, 20.5, 6}, {5, 5, 7, 7, 3.5}, {5.4, 5.1, 30, 2, 0.2}, {2, 3, 1, 30, 0.5},
	} {
		got, want := image.NewRGBA(image.Rect(0, 0, 60, 40)), image.NewRGBA(image.Rect(0, 0, 60, 40))
		New(got).Box(plot.Vec{X: c.x, Y: c.y}, c.w, c.h, c.round, ink)
		for j := range 40 {
			for i := range 60 {
				dx := math.Abs(float64(i)+0.5-c.x-c.w/2) - c.w/2 + c.round
				dy := math.Abs(float64(j)+0.5-c.y-c.h/2) - c.h/2 + c.round
				d := math.Max(dx, dy) - c.round
				if dx > 0 && dy > 0 {
					d = math.Hypot(dx, dy) - c.round
				}
				blend(want.Pix[want.PixOffset(i, j):], ink, uint32(255*math.Max(0, math.Min(0.5-d, 1))))
			}
		}
		if !bytes.Equal(got.Pix, want.Pix) {
			t.Errorf("%+v: not as the distances say", c)
		}
	}
}
