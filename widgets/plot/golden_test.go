package plot_test

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

// goldenSlack is by how much a colour channel may differ: processors that fuse
// multiplication and addition round differently.
const goldenSlack = 2

// golden compares a picture with testdata/NAME.png. When they differ it writes
// both and their difference to testdata/failed. With UPDATE_GOLDEN=1 in the
// environment it writes the expected picture instead.
func golden(t *testing.T, name string, got *image.RGBA) {
	t.Helper()
	file := filepath.Join("testdata", name+".png")
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		writePNG(t, file, got)
		return
	}
	want, err := readPNG(file)
	if err != nil {
		failed := writeFailed(t, name, map[string]*image.RGBA{"got": got})
		t.Fatalf("%v; the picture drawn is %s; UPDATE_GOLDEN=1 accepts it", err, failed)
	}
	if want.Rect != got.Rect {
		failed := writeFailed(t, name, map[string]*image.RGBA{"got": got, "want": want})
		t.Fatalf("%s: the picture has bounds %v, not %v; see %s", name, got.Rect, want.Rect, failed)
	}
	diff, wrong, worst := comparePictures(got, want)
	if worst <= goldenSlack {
		return
	}
	failed := writeFailed(t, name, map[string]*image.RGBA{"got": got, "want": want, "diff": diff})
	t.Errorf("%s: %d pixels differ, by up to %d of 255; see %s; UPDATE_GOLDEN=1 accepts the new picture", name, wrong, worst, failed)
}

// comparePictures gives the difference, three times as strong on a dimmed copy,
// the number of differing pixels and the greatest difference of a channel.
func comparePictures(got, want *image.RGBA) (diff *image.RGBA, wrong, worst int) {
	diff = image.NewRGBA(got.Rect)
	for i := 0; i < len(got.Pix); i += 4 {
		most := 0
		for k := range 4 {
			most = max(most, int(got.Pix[i+k])-int(want.Pix[i+k]), int(want.Pix[i+k])-int(got.Pix[i+k]))
		}
		dim := (got.Pix[i]/4 + got.Pix[i+1]/2 + got.Pix[i+2]/4) / 4
		copy(diff.Pix[i:], []uint8{dim, dim, dim, 255})
		if most > 0 {
			wrong++
			worst = max(worst, most)
			diff.Pix[i] = uint8(min(255, 90+3*most))
		}
	}
	return diff, wrong, worst
}

func writeFailed(t *testing.T, name string, pics map[string]*image.RGBA) string {
	t.Helper()
	for kind, pic := range pics {
		writePNG(t, filepath.Join("testdata", "failed", name+"-"+kind+".png"), pic)
	}
	return filepath.Join("testdata", "failed", name+"-*.png")
}

func writePNG(t *testing.T, file string, pic *image.RGBA) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, pic); err != nil {
		t.Fatal(err)
	}
}

func readPNG(file string) (*image.RGBA, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	pic, err := png.Decode(f)
	if err != nil {
		return nil, err
	}
	rgba := image.NewRGBA(pic.Bounds())
	draw.Draw(rgba, rgba.Rect, pic, pic.Bounds().Min, draw.Src)
	return rgba, nil
}

var white, black = color.RGBA{255, 255, 255, 255}, color.RGBA{0, 0, 0, 255}

// blank is a picture filled with one colour.
func blank(w, h int, c color.RGBA) *image.RGBA {
	pic := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(pic, pic.Rect, image.NewUniform(c), image.Point{}, draw.Src)
	return pic
}

func TestGoldenFindsADifference(t *testing.T) {
	a, b := blank(4, 4, color.RGBA{10, 20, 30, 255}), blank(4, 4, color.RGBA{10, 20, 30, 255})
	if _, wrong, worst := comparePictures(a, b); wrong != 0 || worst != 0 {
		t.Errorf("equal pictures differ in %d pixels by %d", wrong, worst)
	}
	b.SetRGBA(2, 1, color.RGBA{10, 25, 30, 255})
	if _, wrong, worst := comparePictures(a, b); wrong != 1 || worst != 5 {
		t.Errorf("one pixel off by 5: found %d off by %d", wrong, worst)
	}
}
