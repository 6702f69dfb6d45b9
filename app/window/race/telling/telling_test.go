package telling

import (
	"testing"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
)

// However fast one race follows another, the last one is told in the end, and what is told of the first stands in until then.
func TestTheLastRaceIsTold(t *testing.T) {
	d := desktest.On(t, "himmelblau", 40, "sgd lr=0.01")
	teller := New(d)
	d.Lab().OnChange(teller.Update)
	d.Show(100, 100)
	teller.Update(d.State(), lab.Everything)
	d.Settle()
	if !d.State().Told() {
		t.Fatal("nothing is told")
	}
	for i := range 10 {
		if err := d.Edit("lr", func(e *setup.Experiment) { e.Start.X += 0.01 * float64(i) }); err != nil {
			t.Fatal(err)
		}
		for d.State().Busy {
			d.Step()
			if d.State().Chronicle() == nil {
				t.Fatal("what was told is gone before anything else is told")
			}
		}
	}
	if d.Settle(); !d.State().Told() {
		t.Error("the last race is not told")
	}
}
