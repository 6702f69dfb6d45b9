package poster

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"
	"testing"

	"descentlab/app/export/picture"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/widgets/plot/raster"
)

// TestPosterShowsTheRelief: when the document asks for it, from where the window saw it.
func TestPosterShowsTheRelief(t *testing.T) {
	doc := setup.Default()
	doc.Steps = 20
	run, err := lab.Prepare(t.Context(), doc, lab.WantSeen)
	if err != nil {
		t.Fatal(err)
	}
	seen := func(r lab.Run) []byte {
		dst := image.NewRGBA(image.Rect(0, 0, 300, 300))
		if err := Race(r).Draw(t.Context(), raster.New(dst), style(t)); err != nil {
			t.Fatal(err)
		}
		return dst.Pix
	}
	overlay := seen(run)
	run.Doc.Look.Relief = true
	relief := seen(run)
	run.Camera.Yaw += 40
	if turned := seen(run); bytes.Equal(overlay, relief) || bytes.Equal(relief, turned) {
		t.Error("the pictures are the same")
	}
	if state := run.State(); state.Run().Camera != run.Camera {
		t.Error("the camera is lost on the way through a state")
	}
}

// TestClearReliefs have nothing behind the block, and the same on it.
func TestClearReliefs(t *testing.T) {
	doc := setup.Default()
	doc.Steps, doc.Look.Relief = 20, true
	run, err := lab.Prepare(t.Context(), doc, lab.WantSeen)
	if err != nil {
		t.Fatal(err)
	}
	drawn := func(transparent bool) *image.RGBA {
		var b bytes.Buffer
		to := &picture.Sink{Writer: &b, Context: t.Context(), Reached: func(float64) error { return nil }}
		for _, f := range picture.Formats() {
			if f.Ending == ".png" {
				if err := f.Write(to, Race(run), picture.Look{W: 300, H: 300, Transparent: transparent}); err != nil {
					t.Fatal(err)
				}
			}
		}
		img, err := png.Decode(&b)
		if err != nil {
			t.Fatal(err)
		}
		dst := image.NewRGBA(img.Bounds())
		draw.Draw(dst, dst.Rect, img, image.Point{}, draw.Src)
		return dst
	}
	opaque, clear := drawn(false), drawn(true)
	for _, at := range []image.Point{{2, 2}, {25, 40}} {
		if got := clear.RGBAAt(at.X, at.Y); got.A != 0 {
			t.Errorf("at %v there is %v", at, got)
		}
		if got := opaque.RGBAAt(at.X, at.Y); got.A != 255 {
			t.Errorf("at %v there is %v of the opaque one", at, got)
		}
	}
	if at := image.Pt(150, 140); clear.RGBAAt(at.X, at.Y) != opaque.RGBAAt(at.X, at.Y) || clear.RGBAAt(at.X, at.Y).A != 255 {
		t.Errorf("on the block there is %v, and %v", clear.RGBAAt(at.X, at.Y), opaque.RGBAAt(at.X, at.Y))
	}
}
