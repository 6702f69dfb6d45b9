package export

import (
	"image"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
)

// TestPosterHasRoomForItsCharts: a table of many racers ends above the foot, and leaves the charts their least height.
func TestPosterHasRoomForItsCharts(t *testing.T) {
	doc := setup.Default()
	doc.Steps = 2
	for len(doc.Racers) < setup.MaxRacers {
		r := doc.Racers[0]
		r.Slot = len(doc.Racers)
		doc.Racers = append(doc.Racers, r)
	}
	run, err := lab.Prepare(t.Context(), doc, lab.WantSeen)
	if err != nil {
		t.Fatal(err)
	}
	st, err := posterStyle()
	if err != nil {
		t.Fatal(err)
	}
	p := poster{Run: run, style: st, dst: image.NewRGBA(image.Rect(0, 0, 9, 9))}
	for rows, want := range map[int]int{5: 5, setup.MaxRacers: setup.MaxRacers, 2 * setup.MaxRacers: setup.MaxRacers} {
		if y := p.table(0, 0, rows); y != float64(want*posterRow) {
			t.Errorf("in %d rows at most the table is %v high", rows, y)
		}
	}
	if err := p.draw(t.Context()); err != nil {
		t.Error(err)
	}
}
