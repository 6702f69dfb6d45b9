package export

import (
	"bytes"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
)

// TestPosterShowsTheRelief: when the document asks for it, from where the window saw it.
func TestPosterShowsTheRelief(t *testing.T) {
	doc := setup.Default()
	doc.Steps = 20
	run, err := lab.Prepare(t.Context(), doc, lab.WantSeen)
	if err != nil {
		t.Fatal(err)
	}
	st, err := posterStyle()
	if err != nil {
		t.Fatal(err)
	}
	seen := func(r lab.Run) []byte {
		p := poster{Run: r, style: st}
		return p.mapPicture().Pix
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
