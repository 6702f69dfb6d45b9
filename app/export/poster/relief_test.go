package poster

import (
	"bytes"
	"image"
	"testing"

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
