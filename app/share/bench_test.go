package share

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"descentlab/app/lab/setup"
)

// BenchmarkOpenPNG reads the experiment of many examples that a large picture carries.
func BenchmarkOpenPNG(b *testing.B) {
	img := image.NewRGBA(image.Rect(0, 0, 4000, 2500))
	for i := range img.Pix { // which does not compress
		img.Pix[i] = byte(i * i >> 7)
	}
	for x := range 4000 {
		img.Set(x, 0, color.Black)
	}
	var picture bytes.Buffer
	w, err := Into(".png", &picture, crowded())
	if err == nil {
		err = png.Encode(w, img)
	}
	if err != nil {
		b.Fatal(err)
	}
	benchmarkOpen(b, "large.png", picture.Bytes())
}

// BenchmarkOpenJSON reads it from its own file.
func BenchmarkOpenJSON(b *testing.B) {
	text, err := ascii(crowded())
	if err != nil {
		b.Fatal(err)
	}
	benchmarkOpen(b, "it.descent.json", text)
}

// crowded is the experiment with the most in it.
func crowded() setup.Experiment {
	list := documents()
	return list[len(list)-1]
}

func benchmarkOpen(b *testing.B, name string, data []byte) {
	path := filepath.Join(b.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		d, err := Open(path)
		if err == nil {
			_, _, err = d.Experiment()
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}
