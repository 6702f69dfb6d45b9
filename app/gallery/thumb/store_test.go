package thumb

import (
	"bytes"
	"image"
	"os"
	"path/filepath"
	"testing"

	"descentlab/app/gallery"
	"descentlab/widgets/plot"
)

// TestStoreKeepsPictures: the second time they are the same, though nothing is drawn; another look or another experiment is
// drawn, and so is what is broken.
func TestStoreKeepsPictures(t *testing.T) {
	folder := t.TempDir()
	kept, e := NewStore(folder), find(t, "one-step")
	if kept.load(e, dark) != nil {
		t.Error("there is a picture before one was drawn")
	}
	draw := func(e gallery.Exhibit, l Look, s Store) (picture *image.RGBA) {
		Each(t.Context(), []gallery.Exhibit{e}, l, s, func(_ int, p *image.RGBA) { picture = p })
		return picture
	}
	first := draw(e, dark, kept)
	again := kept.load(e, dark)
	if again == nil || !bytes.Equal(again.Pix, first.Pix) || again.Rect != first.Rect {
		t.Fatal("it is not kept as it was drawn")
	}
	light, large, changed := Look{plot.LightPalette(), 1}, Look{plot.DarkPalette(), 2}, e
	changed.Doc.Steps--
	if kept.load(e, light) != nil || kept.load(e, large) != nil || kept.load(changed, dark) != nil {
		t.Error("another picture is taken for it")
	}
	files, err := filepath.Glob(filepath.Join(folder, "*", "*.png"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	if err := os.WriteFile(files[0], []byte("broken"), 0o600); err != nil {
		t.Fatal(err)
	}
	if again := draw(e, dark, kept); again == nil || !bytes.Equal(again.Pix, first.Pix) {
		t.Error("a broken file is shown")
	}
}

// TestStoreForgetsOtherBuilds: their pictures may look otherwise; nothing else in the folder is touched.
func TestStoreForgetsOtherBuilds(t *testing.T) {
	folder, e := t.TempDir(), find(t, "one-step")
	picture, err := Draw(t.Context(), e, dark)
	if err != nil {
		t.Fatal(err)
	}
	other, mine := storeOf(folder, "1"), storeOf(folder, "2")
	aside := filepath.Join(folder, "session.json")
	if err := os.WriteFile(aside, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	other.keep(e, dark, picture)
	if mine.load(e, dark) != nil || other.load(e, dark) == nil {
		t.Error("builds share their pictures")
	}
	mine.keep(e, dark, picture)
	if other.load(e, dark) != nil || mine.load(e, dark) == nil {
		t.Error("another build's pictures stay")
	}
	if _, err := os.Stat(aside); err != nil {
		t.Error(err)
	}
}

// TestStoreThatCannotKeep: where nothing can be written, pictures are drawn.
func TestStoreThatCannotKeep(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, kept := range []Store{{}, NewStore(file)} {
		drawn := 0
		Each(t.Context(), []gallery.Exhibit{find(t, "one-step")}, dark, kept, func(_ int, p *image.RGBA) {
			if p != nil {
				drawn++
			}
		})
		if drawn != 1 {
			t.Errorf("%d pictures are drawn", drawn)
		}
	}
}
