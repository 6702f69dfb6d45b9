package basins

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"descentlab/app/figure"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/optim/sweep"
)

// shown is a desk with nothing but the pane, whose runs have been made.
func shown(t *testing.T, surface string, steps int, racers ...string) (*desktest.Desk, *Pane) {
	t.Helper()
	doc := desktest.Experiment(t, surface, steps, racers...)
	doc.Look.Panel = setup.PanelBasins
	d := desktest.New(t, doc)
	p := New(d)
	d.Show(420, 500, p)
	return d, p
}

// TestShares: two wells that mirror each other share the starts, and all shares are of all starts.
func TestShares(t *testing.T) {
	d, p := shown(t, "double_well", 200, "sgd lr=0.05")
	made, ok := p.job.Result()
	if !ok || !made.Done() {
		t.Fatal("there are no basins")
	}
	rows, sum, wells := made.Rows(d.Palette()), 0.0, []float64{}
	for _, row := range rows {
		share, err := strconv.ParseFloat(strings.TrimSuffix(row.Cells[1], " %"), 64)
		if err != nil {
			t.Fatalf("the share is %q", row.Cells[1])
		}
		sum += share
		if strings.HasPrefix(row.Cells[0], "Minimum") {
			wells = append(wells, share)
		}
	}
	if math.Abs(sum-100) > 0.11 || len(wells) != 2 || math.Abs(wells[0]-wells[1]) > 3 {
		t.Errorf("the shares are %v, in sum %v", wells, sum)
	}
	if len(p.m.Scene().Marks) != 2 || p.m.Scene().Cells == nil {
		t.Errorf("the map shows %d minima", len(p.m.Scene().Marks))
	}
	if got := p.told.Text(); got != "96 × 96 starts, 200 steps each" {
		t.Errorf("told %q", got)
	}
}

// TestButtonColoursTheMaps: and takes that back, each an undo.
func TestButtonColoursTheMaps(t *testing.T) {
	d, p := shown(t, "double_well", 20, "sgd lr=0.05")
	p.show.OnTapped()
	if d.State().Doc.Look.Ground != setup.GroundBasins {
		t.Error("the maps are not coloured")
	}
	p.show.OnTapped()
	if d.State().Doc.Look.Ground != setup.GroundHeights {
		t.Error("the maps stay coloured")
	}
	d.Lab().Undo()
	if d.State().Doc.Look.Ground != setup.GroundBasins {
		t.Error("undo does not colour them again")
	}
}

// TestFollowsTheExperiment: the old picture stays until the next one is made, but for another surface; nobody has no basins.
func TestFollowsTheExperiment(t *testing.T) {
	d, p := shown(t, "double_well", 20, "sgd lr=0.05", "adam lr=0.1")
	first := p.job.Of()
	d.Edit("", func(e *setup.Experiment) { e.Steps = 30 })
	if made, ok := p.job.Result(); !ok || made.Steps != 20 || p.m.Scene().Cells == nil {
		t.Error("the old picture goes at once")
	}
	d.Settle()
	if p.job.Of() == first {
		t.Error("other runs are not made")
	}
	p.whose.OnPicked("1")
	d.Settle()
	if d.State().Doc.Look.Subject != 1 || p.whose.Selected() != "1" {
		t.Error("another racer is not taken")
	}
	d.SetSurface("peaks")
	for d.State().Stale() {
		d.Step()
	}
	if _, ok := p.job.Result(); ok {
		t.Error("on another surface the old picture stays")
	}
	d.Edit("", func(e *setup.Experiment) { e.Racers = nil })
	d.Settle()
	if got := p.told.Text(); !strings.HasPrefix(got, "Add an optimizer") || p.whose.Visible() {
		t.Errorf("of nobody it says %q", got)
	}
}

// TestRestsUnseen: behind another tab nothing is run.
func TestRestsUnseen(t *testing.T) {
	d, p := shown(t, "double_well", 20, "sgd lr=0.05")
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelCharts })
	before := p.job.Of()
	d.Edit("", func(e *setup.Experiment) { e.Steps = 40 })
	d.Settle()
	if p.job.Busy() || p.job.Of() != before {
		t.Error("it works unseen")
	}
}

// TestFinerInTheMiddle: with the room of the middle there are as many starts as can be seen, and it is said how many; beside the
// maps there are few again.
func TestFinerInTheMiddle(t *testing.T) {
	d, p := shown(t, "double_well", 20, "sgd lr=0.05")
	p.m.OnResize(640, 640, 1)
	d.SetLook(func(l *setup.Look) { l.Large = true })
	d.Settle()
	made, _ := p.job.Result()
	if made == nil || !made.Done() || made.W < 200 || p.m.Scene().Cells == nil || p.m.Scene().Cells.W != made.W {
		t.Fatalf("in the middle: %d by %d, large %t, map %d by %d", made.W, made.H, d.State().Large(), p.w, p.h)
	}
	if got, want := p.told.Text(), fmt.Sprintf("%d × %d starts, 20 steps each", made.W, made.H); got != want {
		t.Errorf("told %q, want %q", got, want)
	}
	coarse := &figure.Basins{Sheet: &sweep.Sheet{W: 16, H: 16, Stride: 4}, Steps: 20}
	if got := p.says(coarse); got != "0 of 256 starts so far, 20 steps each" {
		t.Errorf("of those that are not all made it says %q", got)
	}
	d.SetLook(func(l *setup.Look) { l.Large = false })
	d.Settle()
	if got := p.told.Text(); got != "96 × 96 starts, 20 steps each" {
		t.Errorf("beside the maps again: %q", got)
	}
}
