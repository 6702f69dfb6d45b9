package widgettest

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

// CheckGolden compares a picture with testdata/golden/name.png. Where they differ by more than a hair, what was got, what was
// wanted and the difference are written to testdata/failed. With UPDATE_GOLDEN set the picture becomes the golden one.
func CheckGolden(t *testing.T, name string, got image.Image) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name+".png")
	if os.Getenv("UPDATE_GOLDEN") != "" {
		writePNG(t, path, got)
		return
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatalf("%v; run with UPDATE_GOLDEN=1 and look at the picture", err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	diff, worst, count := Difference(got, want)
	if count == 0 {
		return
	}
	failed := filepath.Join("testdata", "failed", name)
	writePNG(t, failed+"-got.png", got)
	writePNG(t, failed+"-want.png", want)
	writePNG(t, failed+"-diff.png", diff)
	t.Errorf("%s: %d pixels differ, by up to %d; see %s-*.png", name, count, worst, failed)
}

// tolerance is how far a channel may differ: the compilers of different machines round differently.
const tolerance = 6

// Difference marks the pixels that differ in red on a pale copy of want.
func Difference(got, want image.Image) (diff *image.RGBA, worst, count int) {
	bounds := got.Bounds().Union(want.Bounds())
	diff = image.NewRGBA(bounds)
	draw.Draw(diff, bounds, want, bounds.Min, draw.Src)
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			d := distance(got.At(x, y), want.At(x, y))
			worst = max(worst, d)
			if d > tolerance {
				count++
				diff.Set(x, y, color.RGBA{0xff, 0, 0, 0xff})
			}
		}
	}
	return diff, worst, count
}

func distance(a, b color.Color) int {
	ar, ag, ab, aa := a.RGBA()
	br, bg, bb, ba := b.RGBA()
	d := 0
	for _, pair := range [][2]uint32{{ar, br}, {ag, bg}, {ab, bb}, {aa, ba}} {
		d = max(d, int(pair[0]>>8)-int(pair[1]>>8), int(pair[1]>>8)-int(pair[0]>>8))
	}
	return d
}

func writePNG(t *testing.T, path string, img image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}
