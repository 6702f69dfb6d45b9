package raster

import (
	"image"
	"image/color"
	"image/draw"
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
