package thumb

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"descentlab/app/gallery"
	"descentlab/app/lab"
	"descentlab/internal/lengthy"
	"descentlab/surfaces"
	"descentlab/widgets/plot"
)

// dark is the look of most tests.
var dark = Look{Palette: plot.DarkPalette(), Scale: 1}

// find is an exhibit by its key.
func find(t testing.TB, key string) gallery.Exhibit {
	t.Helper()
	e, err := gallery.Find(key)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestEveryExperimentHasAPicture: of the right size, with something to see in it, and another one than the others'. With
// DESCENTLAB_PICTURES, a folder, they are written there.
func TestEveryExperimentHasAPicture(t *testing.T) {
	lengthy.Test(t)
	all, folder := gallery.All(), os.Getenv("DESCENTLAB_PICTURES")
	pictures := make([]*image.RGBA, len(all))
	Each(t.Context(), all, dark, Store{}, func(i int, p *image.RGBA) { pictures[i] = p })
	for i, p := range pictures {
		if p == nil || p.Rect.Size() != image.Pt(Width, Height) {
			t.Errorf("%s has no picture of the right size", all[i].Key)
			continue
		}
		colours := map[[3]byte]bool{}
		for k := 0; k < len(p.Pix); k += 4 {
			colours[[3]byte(p.Pix[k:k+3])] = true
		}
		if len(colours) < 40 {
			t.Errorf("%s: there are %d colours in the picture", all[i].Key, len(colours))
		}
		for j := range i {
			if pictures[j] != nil && bytes.Equal(p.Pix, pictures[j].Pix) {
				t.Errorf("%s and %s look alike", all[j].Key, all[i].Key)
			}
		}
		if folder != "" {
			var b bytes.Buffer
			if err := png.Encode(&b, p); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(folder, all[i].Key+".png"), b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestEqualPictures: drawn again they are the same, at twice the scale they have four times the pixels, and on a light ground
// they are others.
func TestEqualPictures(t *testing.T) {
	e := find(t, "saddle-escape")
	draw := func(p *plot.Palette, scale float64) *image.RGBA {
		picture, err := Draw(t.Context(), e, Look{p, scale})
		if err != nil {
			t.Fatal(err)
		}
		return picture
	}
	first := draw(plot.DarkPalette(), 1)
	if !bytes.Equal(first.Pix, draw(plot.DarkPalette(), 1).Pix) {
		t.Error("it is another picture the second time")
	}
	if bytes.Equal(first.Pix, draw(plot.LightPalette(), 1).Pix) {
		t.Error("light is as dark")
	}
	if size := draw(plot.DarkPalette(), 2).Rect.Size(); size != image.Pt(2*Width, 2*Height) {
		t.Errorf("at twice the scale it has %v pixels", size)
	}
}

// TestDenseWaysAreThin: a zigzag that would be a blot, and no other way.
func TestDenseWaysAreThin(t *testing.T) {
	for key, want := range map[string]int{"speed-limit": 3, "one-step": 1, "saddle-escape": 0} {
		e := find(t, key)
		run, err := lab.Prepare(t.Context(), e.Doc, lab.WantSeen)
		if err != nil {
			t.Fatal(err)
		}
		scene, err := compose(t.Context(), run, plot.Style{Palette: plot.DarkPalette(), Scale: finer}, Width, Height)
		if err != nil {
			t.Fatal(err)
		}
		thin := 0
		for i, trace := range scene.Traces {
			if trace.Width > 0 {
				thin++
			}
			if i > 0 && seenLength(trace, scene.View) > seenLength(scene.Traces[i-1], scene.View) {
				t.Errorf("%s: %s lies over a shorter way", key, trace.Name)
			}
		}
		if thin != want {
			t.Errorf("%s: %d ways are thin, want %d", key, thin, want)
		}
	}
}

// TestWindow: the ways are seen with room around them, as far as they are in the home window; a short one is not blown up.
func TestWindow(t *testing.T) {
	home := surfaces.Rect{X0: -10, X1: 10, Y0: -10, Y1: 10}
	way := []plot.Trace{{Pts: []plot.Point{{X: -8, Y: 2}, {X: 2, Y: 3}, {X: 5, Y: 90}}}}
	got := window(home, plot.Point{X: -8, Y: 2}, way)
	want := surfaces.Rect{X0: -9.6, X1: 3.6, Y0: -1.5, Y1: 6.5}
	near := func(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }
	if !near(got.X0, want.X0) || !near(got.X1, want.X1) || !near(got.Y0, want.Y0) || !near(got.Y1, want.Y1) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// TestEachStops: nothing is handed over once nobody waits, and nothing is drawn twice.
func TestEachStops(t *testing.T) {
	list := gallery.All()[:6]
	ctx, cancel := context.WithCancel(t.Context())
	var mu sync.Mutex
	seen := map[int]int{}
	Each(ctx, list, dark, Store{}, func(i int, _ *image.RGBA) {
		mu.Lock()
		defer mu.Unlock()
		seen[i]++
		cancel()
	})
	if len(seen) == 0 || len(seen) == len(list) {
		t.Errorf("%d of %d are handed over", len(seen), len(list))
	}
	for i, n := range seen {
		if n != 1 {
			t.Errorf("number %d is handed over %d times", i, n)
		}
	}
	if _, err := Draw(ctx, list[0], dark); !errors.Is(err, context.Canceled) {
		t.Errorf("a picture that nobody waits for: %v", err)
	}
}

// BenchmarkGalleryKept is the second time.
func BenchmarkGalleryKept(b *testing.B) {
	kept := NewStore(b.TempDir())
	Each(b.Context(), gallery.All(), dark, kept, func(int, *image.RGBA) {})
	for b.Loop() {
		Each(b.Context(), gallery.All(), dark, kept, func(int, *image.RGBA) {})
	}
}

func BenchmarkGallery(b *testing.B) {
	for b.Loop() {
		Each(b.Context(), gallery.All(), dark, Store{}, func(int, *image.RGBA) {})
	}
}

func BenchmarkGalleryOneByOne(b *testing.B) {
	for b.Loop() {
		for _, e := range gallery.All() {
			if _, err := Draw(b.Context(), e, dark); err != nil {
				b.Fatal(err)
			}
		}
	}
}
