package charts

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/widgets/graphic"
)

// TestChartsFollow: the charts show another picture when the playhead, the scale or the race is another one, and rest while
// something else is shown in their place.
func TestChartsFollow(t *testing.T) {
	d := desktest.On(t, "peaks", 60, "sgd lr=0.01", "adam lr=0.05")
	p := New(d)
	d.Show(400, 360, p)
	before := d.Picture()
	follows := func(what string, change func()) {
		t.Helper()
		change()
		d.Settle()
		after := d.Picture()
		if after == before {
			t.Errorf("%s: the picture is the same", what)
		}
		before = after
	}
	follows("playhead", func() { d.Lab().Seek(20) })
	follows("linear", func() { p.scale.OnChanged(1) })
	if !d.State().Doc.Look.LinearLoss || p.scale.Selected() != 1 {
		t.Error("the scale is not the document's")
	}
	follows("undo", d.Lab().Undo)
	if p.scale.Selected() != 0 {
		t.Error("the scale does not follow the document")
	}
	follows("racers", func() { d.Edit("", func(e *setup.Experiment) { e.Racers = e.Racers[:1] }) })
	follows("theme", d.SetLight)

	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelPlane })
	d.Lab().Seek(40)
	if d.Picture() != before {
		t.Error("charts that are not shown follow the playhead")
	}
	follows("shown again", func() { d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelCharts }) })
}

// TestOneCursor: the playhead moves in both charts.
func TestOneCursor(t *testing.T) {
	d := desktest.On(t, "peaks", 60, "sgd lr=0.01")
	d.Show(400, 360, New(d))
	before := d.Window().Canvas().Capture()
	d.Lab().Seek(20)
	after := d.Window().Canvas().Capture()
	differs := func(from, to int) bool {
		for y := from; y < to; y++ {
			for x := range 400 {
				if before.At(x, y) != after.At(x, y) {
					return true
				}
			}
		}
		return false
	}
	if !differs(0, 180) || !differs(180, 360) {
		t.Errorf("it moves in the loss: %t, in the slope: %t", differs(0, 180), differs(180, 360))
	}
}

// TestChartsSeek: a press in either chart moves the one playhead.
func TestChartsSeek(t *testing.T) {
	d := desktest.On(t, "peaks", 60, "sgd lr=0.01")
	p := New(d)
	d.Show(400, 360, p)
	d.Picture() // the chart knows its axes once it is drawn
	last := 0.0
	for i, c := range []*graphic.Chart{p.loss, p.slope} {
		ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		ev.Position = fyne.NewPos(c.Size().Width*(0.4+0.3*float32(i)), c.Size().Height/2)
		c.MouseDown(ev)
		head := d.State().Head
		if head <= last || head >= 60 {
			t.Errorf("chart %d: the playhead is at %v", i, head)
		}
		last = head
	}
}
