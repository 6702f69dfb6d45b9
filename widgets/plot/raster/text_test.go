package raster

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"sync"
	"testing"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"descentlab/widgets/plot"
)

func TestTextStandsWhereItShould(t *testing.T) {
	f := testFont(t)
	width, height := f.Width("Hn8H", 20), f.CapHeight(20)
	if width < 30 || width > 70 || height < 12 || height > 17 {
		t.Errorf("width %v, height of capitals %v", width, height)
	}
	lefts := map[plot.Align]float64{plot.AlignLeft: 100, plot.AlignCenter: 100 - width/2, plot.AlignRight: 100 - width}
	for align, left := range lefts {
		pic := blank(200, 60, black)
		write(pic, f, 100, 40, 20, "Hn8H", align)
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
	write(upright, f, 20, 40, 24, "-3.14e+05", plot.AlignLeft)
	New(along).Text(plot.Text{Text: "-3.14e+05", Font: f, Size: 24, Ink: white, Along: plot.Vec{X: 1, Y: 0}}, plot.Vec{X: 20, Y: 40})
	if a, b := inkOf(upright), inkOf(along); math.Abs(a-b) > 0.03*a {
		t.Errorf("%.1f pixels of ink upright, %.1f along a level line", a, b)
	}
	if a, b := inkBox(upright), inkBox(along); a.Min.Sub(b.Min).X > 1 || b.Min.Sub(a.Min).X > 1 || a.Dy()-b.Dy() > 1 ||
		b.Dy()-a.Dy() > 1 {
		t.Errorf("upright in %v, along a level line in %v", a, b)
	}
	down := blank(60, 200, black)
	New(down).Text(plot.Text{Text: "-3.14e+05", Font: f, Size: 24, Ink: white, Along: plot.Vec{X: 0, Y: 1}}, plot.Vec{X: 20, Y: 20})
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
		f, err := plot.NewFont(ttf...)
		if err != nil {
			t.Fatal(err)
		}
		pic := blank(100, 40, black)
		write(pic, f, 5, 30, 24, "Rg4", plot.AlignLeft)
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

func TestTextSurvivesAnySizeAndPlace(t *testing.T) {
	f := testFont(t)
	pic := blank(50, 50, black)
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, -1e300, 0, -1, 0.01} {
		write(pic, f, v, 20, 12, "a", plot.AlignLeft)
		write(pic, f, 20, v, 12, "a", plot.AlignLeft)
		write(pic, f, 20, 20, v, "a", plot.AlignLeft)
		New(pic).Text(plot.Text{Text: "a", Font: f, Size: 12, Ink: white, Along: plot.Vec{X: 1, Y: 0}}, plot.Vec{X: v, Y: 20})
		if w := f.Width("a", v); w != 0 {
			t.Errorf("at size %v the text is %v wide", v, w)
		}
	}
}

func TestFontIsSafeForConcurrentUse(t *testing.T) {
	f := testFont(t)
	want := blank(120, 30, black)
	write(want, f, 5, 20, 14, "step 87 / 140", plot.AlignLeft)
	var all sync.WaitGroup
	for k := range 8 {
		all.Go(func() {
			for i := range 20 {
				pic := blank(120, 30, black)
				write(pic, f, 5, 20, 14, "step 87 / 140", plot.AlignLeft)
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
		write(pic, f, 10, 30, 13, "step 87 / 140", plot.AlignLeft)
	}
}

// What is left of a digit does not move when the digit changes.
func TestTabularAlignment(t *testing.T) {
	f := testFont(t)
	tabular := func(pic *image.RGBA, x float64, a plot.Align) {
		New(pic).Text(plot.Text{Text: "step 87", Font: f, Size: 20, Ink: white, Align: a, Tabular: true}, plot.Vec{X: x, Y: 22})
	}
	width := f.TabularWidth("step 87", 20)
	for _, a := range []struct {
		align plot.Align
		x     float64
	}{{plot.AlignLeft, 10}, {plot.AlignCenter, 10 + width/2}, {plot.AlignRight, 10 + width}} {
		got, want := blank(120, 30, black), blank(120, 30, black)
		tabular(got, a.x, a.align)
		tabular(want, 10, plot.AlignLeft)
		if !bytes.Equal(got.Pix, want.Pix) {
			t.Errorf("alignment %v does not end where it should", a.align)
		}
	}
}
