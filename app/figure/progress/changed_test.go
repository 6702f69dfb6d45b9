package progress

import (
	"math"
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/labtest"
	"descentlab/optim"
)

// TestChangedRacers: what follows from the settings with which a racer begins ends where it becomes another method.
func TestChangedRacers(t *testing.T) {
	doc := bowl(t, 30, "adam lr=0.1", "momentum lr=0.02").TapeDoc
	doc.Racers[0].Changes = optim.Changes{{At: 10, Spec: optim.Spec{Method: "sgd"}}}
	doc.Racers[1].Changes = optim.Changes{{At: 10, Spec: optim.Spec{Method: "adam"}}}
	s := labtest.Raced(t, doc, lab.WantAll)
	for _, kind := range Kinds(&s.TapeDoc) {
		curvesOf(t, s, kind)
	}
	for _, kind := range []string{"sharpness", "axis_rates", "memory exp_avg"} {
		y := curvesOf(t, s, kind).List[0].Y
		if math.IsNaN(y[9]) || !math.IsNaN(y[10]) || !math.IsNaN(y[30]) {
			t.Errorf("%s: %v", kind, y)
		}
	}
}
