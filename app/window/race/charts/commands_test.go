package charts

import (
	"strings"
	"testing"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/window/desk/desktest"
)

// TestCommandsOfCharts: the values of a chart are copied as a table, another one is shown in its place, charts come and go,
// and the axis of the losses is chosen.
func TestCommandsOfCharts(t *testing.T) {
	d := desktest.On(t, "peaks", 20, "sgd lr=0.01", "adam lr=0.1")
	p := New(d)
	d.Show(440, 500, p)
	d.Settle()
	do := func(name string) {
		t.Helper()
		for _, c := range p.slots[0].menu() {
			if c.Name == name {
				if c.Why != "" {
					t.Fatalf("%s: %s", name, c.Why)
				}
				c.Do()
				d.Settle()
				return
			}
		}
		t.Fatalf("no %q", name)
	}
	do("Copy the values")
	rows := strings.Split(strings.TrimSpace(d.Copied), "\n")
	if rows[0] != "step\tSGD\tAdam" || len(rows) != 22 || strings.Count(rows[21], "\t") != 2 {
		t.Errorf("copied %q", d.Copied)
	}
	do("Losses on a linear axis")
	if !d.State().Doc.Look.LinearLoss {
		t.Error("the axis is logarithmic")
	}
	before := len(d.State().Doc.Look.Charts.Shown())
	if do("Without this chart"); len(d.State().Doc.Look.Charts.Shown()) != before-1 {
		t.Errorf("%d charts after %d", len(d.State().Doc.Look.Charts.Shown()), before)
	}
	kinds := desk.Menu(p.slots[0].menu()).Items[0].ChildMenu.Items
	kinds[len(kinds)-1].Action()
	if got := d.State().Doc.Look.Charts.Shown()[0]; got == setup.ChartLoss {
		t.Errorf("shown is still %s", got)
	}
}
