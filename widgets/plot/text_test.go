package plot

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"strings"
	"sync"
	"testing"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
)

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

func TestTextStandsWhereItShould(t *testing.T) {
	f := testFont(t)
	width, height := f.Width("Hn8H", 20), f.CapHeight(20)
	if width < 30 || width > 70 || height < 12 || height > 17 {
		t.Errorf("width %v, height of capitals %v", width, height)
	}
	for align, left := range map[Align]float64{AlignLeft: 100, AlignCenter: 100 - width/2, AlignRight: 100 - width} {
		pic := blank(200, 60, black)
		f.Draw(pic, 100, 40, 20, "Hn8H", white, align)
		got := inkBox(pic)
		if math.Abs(float64(got.Min.X)-left) > 3 || math.Abs(float64(got.Max.X)-left-width) > 3 {
			t.Errorf("align %d: ink from %d to %d, text from %.1f to %.1f", align, got.Min.X, got.Max.X, left, left+width)
		}
		if got.Max.Y > 41 || math.Abs(float64(got.Min.Y)-(40-height)) > 1.5 {
			t.Errorf("align %d: ink from row %d to %d, baseline 40, capitals %.1f high", align, got.Min.Y, got.Max.Y, height)
		}
	}
}

func TestTextAlongALineIsTheSameText(t *testing.T) {
	f := testFont(t)
	upright, along := blank(200, 60, black), blank(200, 60, black)
	f.Draw(upright, 20, 40, 24, "-3.14e+05", white, AlignLeft)
	f.drawAlong(along, Vec{20, 40}, Vec{1, 0}, 24, "-3.14e+05", white)
	if a, b := inkOf(upright), inkOf(along); math.Abs(a-b) > 0.03*a {
		t.Errorf("%.1f pixels of ink upright, %.1f along a level line", a, b)
	}
	if a, b := inkBox(upright), inkBox(along); a.Min.Sub(b.Min).X > 1 || b.Min.Sub(a.Min).X > 1 || a.Dy()-b.Dy() > 1 || b.Dy()-a.Dy() > 1 {
		t.Errorf("upright in %v, along a level line in %v", a, b)
	}
	down := blank(60, 200, black)
	f.drawAlong(down, Vec{20, 20}, Vec{0, 1}, 24, "-3.14e+05", white)
	if a, b := inkBox(along), inkBox(down); a.Dx()-b.Dy() > 2 || b.Dy()-a.Dx() > 2 {
		t.Errorf("%d pixels long level, %d downwards", a.Dx(), b.Dy())
	}
}

// without gives the font file with an empty character map.
func without(t *testing.T, ttf []byte) []byte {
	t.Helper()
	ttf = bytes.Clone(ttf)
	tables := int(binary.BigEndian.Uint16(ttf[4:]))
	for i := range tables {
		entry := ttf[12+16*i:]
		if string(entry[:4]) != "cmap" {
			continue
		}
		cmap := ttf[binary.BigEndian.Uint32(entry[8:]):]
		for k := range int(binary.BigEndian.Uint16(cmap[2:])) {
			sub := cmap[binary.BigEndian.Uint32(cmap[4+8*k+4:]):]
			if binary.BigEndian.Uint16(sub) != 4 {
				continue
			}
			twice := int(binary.BigEndian.Uint16(sub[6:]))
			for b := 0; b < twice; b++ {
				sub[14+b], sub[16+twice+b] = 0xff, 0xff // last and first codes
			}
		}
		return ttf
	}
	t.Fatal("no cmap")
	return nil
}

func TestFontFallsBack(t *testing.T) {
	draw := func(ttf ...[]byte) *image.RGBA {
		f, err := NewFont(ttf...)
		if err != nil {
			t.Fatal(err)
		}
		pic := blank(100, 40, black)
		f.Draw(pic, 5, 30, 24, "Rg4", white, AlignLeft)
		return pic
	}
	regular, bold := draw(goregular.TTF), draw(gobold.TTF)
	if bytes.Equal(regular.Pix, bold.Pix) {
		t.Fatal("the two fonts look the same")
	}
	if !bytes.Equal(draw(goregular.TTF, gobold.TTF).Pix, regular.Pix) {
		t.Error("the first font has the characters but was not taken")
	}
	if !bytes.Equal(draw(without(t, goregular.TTF), gobold.TTF).Pix, bold.Pix) {
		t.Error("the first font lacks the characters but the second was not taken")
	}
}

func TestFontErrors(t *testing.T) {
	if _, err := NewFont(); err == nil {
		t.Error("no font at all is not an error")
	}
	_, err := NewFont(goregular.TTF, []byte("no font"))
	if err == nil || !strings.Contains(err.Error(), "font 2 of 2") {
		t.Errorf("a broken second font gives %v", err)
	}
}

func TestTextSurvivesAnySizeAndPlace(t *testing.T) {
	f := testFont(t)
	pic := blank(50, 50, black)
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, -1e300, 0, -1, 0.01} {
		f.Draw(pic, v, 20, 12, "a", white, AlignLeft)
		f.Draw(pic, 20, v, 12, "a", white, AlignLeft)
		f.Draw(pic, 20, 20, v, "a", white, AlignLeft)
		f.drawAlong(pic, Vec{v, 20}, Vec{1, 0}, 12, "a", white)
		if w := f.Width("a", v); w != 0 {
			t.Errorf("at size %v the text is %v wide", v, w)
		}
	}
}

func TestFontIsSafeForConcurrentUse(t *testing.T) {
	f := testFont(t)
	want := blank(120, 30, black)
	f.Draw(want, 5, 20, 14, "step 87 / 140", white, AlignLeft)
	var all sync.WaitGroup
	for k := range 8 {
		all.Go(func() {
			for i := range 20 {
				pic := blank(120, 30, black)
				f.Draw(pic, 5, 20, 14, "step 87 / 140", white, AlignLeft)
				f.Width("other sizes", 10+float64(20*k+i)/7)
				if !bytes.Equal(pic.Pix, want.Pix) {
					t.Errorf("goroutine %d drew the text differently", k)
					return
				}
			}
		})
	}
	all.Wait()
}

func BenchmarkText(b *testing.B) {
	f := testFont(b)
	pic := blank(200, 40, color.RGBA{})
	for b.Loop() {
		f.Draw(pic, 10, 30, 13, "step 87 / 140", white, AlignLeft)
	}
}
