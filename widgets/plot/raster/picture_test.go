package raster

import (
	"image"
	"image/color"
	"image/draw"
	"math/rand/v2"
	"testing"

	"descentlab/widgets/plot"
)

// random is a picture of premultiplied colours; opaque, it has no other opacity than that.
func random(w, h int, opaque bool) *image.RGBA {
	rng := rand.New(rand.NewPCG(uint64(w), uint64(h)))
	pic := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range w * h {
		a := 255
		if !opaque {
			a = rng.IntN(256)
		}
		c := color.NRGBA{uint8(rng.IntN(256)), uint8(rng.IntN(256)), uint8(rng.IntN(256)), uint8(a)}
		pic.Set(i%w, i/w, c)
	}
	return pic
}

// A picture of as many pixels as its box has is laid over the others as image/draw does it, wherever it is cut off.
func TestPicturesAreLaidPixelForPixel(t *testing.T) {
	for _, opaque := range []bool{true, false} {
		over := random(40, 30, opaque)
		for _, at := range []image.Point{{}, {X: 12, Y: 7}, {X: -9, Y: -20}, {X: 45, Y: 40}, {X: 100}} {
			want, got := random(60, 50, true), random(60, 50, true)
			draw.Draw(want, over.Rect.Add(at), over, image.Point{}, draw.Over)
			New(got).Image(over, boxOf(over.Rect.Add(at)))
			if _, worst := differ(got, want); worst > 1 || opaque && worst > 0 {
				t.Errorf("opaque %t at %v: off by up to %d", opaque, at, worst)
			}
			general := random(60, 50, true)
			New(general).Image(struct{ image.Image }{over}, boxOf(over.Rect.Add(at)))
			if _, worst := differ(general, want); worst > 0 {
				t.Errorf("opaque %t at %v: as another type of image it is off by up to %d", opaque, at, worst)
			}
		}
	}
}

// A part of a picture is drawn from where it begins.
func TestPartOfAPicture(t *testing.T) {
	whole := random(40, 30, true)
	part := whole.SubImage(image.Rect(10, 5, 30, 25)).(*image.RGBA)
	got := blank(40, 30, black)
	New(got).Image(part, boxOf(part.Rect.Add(image.Pt(3, 2))))
	if at, want := got.RGBAAt(13, 7), whole.RGBAAt(10, 5); at != want {
		t.Errorf("the corner is %v, not %v", at, want)
	}
	if got.RGBAAt(12, 7) != black || got.RGBAAt(33, 7) != black {
		t.Error("more than the part was drawn")
	}
}

// A veil covers pixels as an image with its colours does.
func TestVeilIsItsImage(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	v := &plot.Veil{Rect: image.Rect(5, 8, 55, 43), Inks: []color.RGBA{{200, 100, 0, 255}, {30, 60, 90, 120}}}
	for range v.Rect.Dx() * v.Rect.Dy() {
		v.Cover = append(v.Cover, uint8(max(0, rng.IntN(500)-245)))
		v.Ink = append(v.Ink, uint8(rng.IntN(2)))
	}
	want, got := random(60, 40, true), random(60, 40, true)
	New(got).Image(v, boxOf(v.Rect))
	draw.Draw(want, v.Rect, v, v.Rect.Min, draw.Over)
	if wrong, worst := differ(got, want); worst > 1 || wrong == len(got.Pix) {
		t.Errorf("off by up to %d", worst)
	}
	if v.At(4, 8) != (color.RGBA64{}) || v.ColorModel() != color.RGBA64Model {
		t.Errorf("beside it is %v", v.At(4, 8))
	}
	v.Ink = nil
	New(got).Image(v, boxOf(v.Rect)) // all in the first colour
	draw.Draw(want, v.Rect, v, v.Rect.Min, draw.Over)
	if _, worst := differ(got, want); worst > 2 {
		t.Errorf("in one colour it is off by up to %d", worst)
	}
}

// An image is spread over its box.
func TestPicturesAreScaled(t *testing.T) {
	halves := blank(2, 1, black)
	halves.SetRGBA(1, 0, white)
	got := blank(60, 40, black)
	New(got).Image(halves, plot.Box{X0: 10, Y0: 10, X1: 50, Y1: 30})
	if got.RGBAAt(49, 20) != white || got.RGBAAt(12, 20) != black {
		t.Errorf("at its ends it is %v and %v", got.RGBAAt(12, 20), got.RGBAAt(49, 20))
	}
	if middle := got.RGBAAt(30, 20).R; middle < 100 || middle > 160 {
		t.Errorf("in the middle it is %d", middle)
	}
	if box := inkBox(got); box.Max.X != 50 || box.Min.Y != 10 || box.Max.Y != 30 {
		t.Errorf("it covers %v", box)
	}
}

// Boxes cover their area, with sharp corners and round ones.
func TestBoxes(t *testing.T) {
	for _, c := range []struct{ w, h, round, want float64 }{
		{20, 10, 0, 200}, {20.5, 10, 0, 205}, {40, 30, 10, 1200 - (4-3.14159)*100}, {0, 10, 0, 0}, {20, 20, 10, 314.159},
	} {
		pic := blank(60, 60, black)
		New(pic).Box(plot.Vec{X: 5, Y: 7}, c.w, c.h, c.round, white)
		if got := inkOf(pic); got < c.want-4 || got > c.want+4 {
			t.Errorf("a box %v by %v with corners of %v covers %.1f, want %.1f", c.w, c.h, c.round, got, c.want)
		}
	}
	pic := blank(60, 60, black)
	New(pic).Box(plot.Vec{X: -10, Y: -10}, 100, 100, 5, color.RGBA{128, 128, 128, 128})
	if pic.RGBAAt(0, 0).R != 128 || pic.RGBAAt(59, 59).R != 128 {
		t.Error("a faint box that reaches beyond the picture does not cover it")
	}
}

// rowImage is a picture that is drawn by rows.
type rowImage struct{ *image.RGBA }

func (r rowImage) DrawRows(pix []uint8, stride, lo, hi int) {
	for y := lo; y < hi; y++ {
		copy(pix[(y-lo)*stride:], r.Pix[y*r.Stride:(y+1)*r.Stride])
	}
}

// An image that is made by rows is the same whether it covers a picture, lies in it, or is cut off by it; what is beside the
// picture in a larger one stays.
func TestRowImages(t *testing.T) {
	over := random(40, 30, true)
	for _, at := range []image.Point{{}, {X: 5, Y: 3}, {X: -9, Y: -2}} {
		for _, size := range []image.Point{{X: 40, Y: 30}, {X: 60, Y: 50}} {
			whole := blank(100, 100, white)
			part := whole.SubImage(image.Rectangle{Max: size}.Add(image.Pt(20, 10))).(*image.RGBA)
			want := blank(100, 100, white)
			draw.Draw(want.SubImage(part.Rect).(*image.RGBA), over.Rect.Add(at).Add(part.Rect.Min), over, image.Point{}, draw.Over)
			New(part).Image(rowImage{over}, boxOf(over.Rect.Add(at)))
			if wrong, _ := differ(whole, want); wrong > 0 {
				t.Errorf("at %v in %v: %d channels differ", at, size, wrong)
			}
		}
	}
}
