package descent

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"descentlab/app/export"
	"descentlab/app/export/picture"
	"descentlab/app/game"
	"descentlab/internal/lengthy"
)

// TestEveryLevelIsExported as it is seen, in every format of pictures; the formula is not told of a ground in fog.
func TestEveryLevelIsExported(t *testing.T) {
	lengthy.Test(t)
	r, _ := entered(t, nil)
	for _, l := range game.Levels() {
		r.course.Level, r.course.State, r.course.Lifted = l, l.Begin(), false
		list, seen := r.Exports()
		if len(list) != 1 || list[0].Key != seen {
			t.Fatalf("%s: %v, %s", l.Key, list, seen)
		}
		for _, ending := range []string{".png", ".svg", ".pdf"} {
			var b bytes.Buffer
			h := export.Hearers{Context: t.Context(), Look: picture.Look{W: 200, H: 160, Scale: 1}}
			if err := list[0].Stream(h, ending, &b); err != nil || b.Len() == 0 {
				t.Errorf("%s%s: %v, %d bytes", l.Key, ending, err, b.Len())
			}
			if ending == ".png" {
				if img, err := png.Decode(bytes.NewReader(b.Bytes())); err != nil || img.Bounds().Dx() != 200 {
					t.Errorf("%s: %v", l.Key, err)
				}
			}
			if told := strings.Contains(b.String(), "formula: "); ending == ".svg" && told == l.Fog {
				t.Errorf("%s: its formula is told: %t", l.Key, told)
			}
			if ending == ".svg" && !strings.Contains(b.String(), "level "+l.Key+" of the game") {
				t.Errorf("%s: it does not say where it is from", l.Key)
			}
		}
	}
}
