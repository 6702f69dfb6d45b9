package charts

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/optim"
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
	for i, c := range []*graphic.Chart{p.slots[0].chart, p.slots[1].chart} {
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

// TestChoice: what is shown is the document's, to be undone; charts come and go below one another as far as there is room.
func TestChoice(t *testing.T) {
	d := desktest.On(t, "peaks", 60, "sgd lr=0.01", "adam lr=0.05", "lion lr=0.01")
	p := New(d)
	d.Show(420, 460, p)
	kinds := func() (list []string) {
		for _, s := range p.slots {
			if s.chart.Visible() {
				list = append(list, s.what.Selected())
			}
		}
		return list
	}
	is := func(what string, want ...string) {
		t.Helper()
		if got := kinds(); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}
	is("at first", "loss", "slope")
	p.slots[1].what.OnPicked("sharpness")
	is("another one", "loss", "sharpness")
	if note := p.slots[1].note.Text(); !strings.Contains(note, "No limit is known of Lion.") {
		t.Errorf("it says %q", note)
	}
	if p.slots[0].add.Visible() || !p.slots[1].add.Visible() {
		t.Error("the last chart alone has a button for more")
	}
	p.slots[1].add.OnTapped()
	is("one more", "loss", "sharpness", "slope")
	if p.slots[2].add.Visible() {
		t.Error("there can be more than three")
	}
	p.slots[2].what.OnPicked("memory exp_avg")
	is("a memory", "loss", "sharpness", "memory exp_avg")
	p.slots[0].less.OnTapped()
	is("one less", "sharpness", "memory exp_avg")
	d.Lab().Undo()
	is("undone", "loss", "sharpness", "memory exp_avg")
	d.Window().Resize(fyne.NewSize(420, 220))
	is("in little room", "loss")
	d.Window().Resize(fyne.NewSize(420, 460))
	is("and in more again", "loss", "sharpness", "memory exp_avg")
	d.Edit("", func(e *setup.Experiment) { e.Racers = e.Racers[:1] })
	d.Settle()
	is("without that memory", "loss", "sharpness", "memory exp_avg")
	d.Edit("", func(e *setup.Experiment) { e.Racers = nil })
	d.Settle()
	is("without racers", "loss", "sharpness", "memory exp_avg")
}

// TestLabelsHide: a click on a label hides the racer's curves in all charts, another one shows them again.
func TestLabelsHide(t *testing.T) {
	d := desktest.On(t, "peaks", 60, "sgd lr=0.01", "adam lr=0.05")
	p := New(d)
	d.Show(420, 460, p)
	p.slots[0].chart.OnEnd(1)
	for i := range 2 {
		if series := p.slots[i].shown.Series; series[0].Hidden || !series[1].Hidden {
			t.Errorf("chart %d: hidden %v, %v", i, series[0].Hidden, series[1].Hidden)
		}
	}
	p.slots[1].chart.OnCurve("SGD")
	if d.State().View.Racer != 0 {
		t.Errorf("racer %d stands out", d.State().View.Racer)
	}
	p.slots[1].chart.OnCurve("")
	p.slots[1].chart.OnEnd(1)
	if p.slots[0].shown.Series[1].Hidden || d.State().View.Racer != -1 {
		t.Error("it does not come back")
	}
}

// TestLongSharpness: what takes its time is computed in the background, and can be ended.
func TestLongSharpness(t *testing.T) {
	doc := desktest.Experiment(t, "peaks", 5000, "sgd lr=0.001")
	doc.Look.Charts = "sharpness"
	d := desktest.New(t, doc)
	p := New(d)
	d.Show(420, 300, p)
	d.Settle()
	if n := len(p.slots[0].shown.Series); n != 2 {
		t.Fatalf("%d curves: %q", n, p.slots[0].shown.Empty)
	}
	d.Edit("", func(e *setup.Experiment) { e.Racers[0].Spec = e.Racers[0].Spec.With("lr", optim.Num(0.002)) })
	d.Settle()
	if got := p.slots[0].shown.Series[1].Y[0]; got != 2/0.002 {
		t.Errorf("afterwards the limit is %v", got)
	}
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelPlane })
	if _, made := p.job.Result(); made {
		t.Error("what is not seen is kept")
	}
}

// TestPlayingMovesTheCursorAlone: nothing is computed or drawn anew but what moves.
func TestPlayingMovesTheCursorAlone(t *testing.T) {
	d := desktest.On(t, "peaks", 60, "sgd lr=0.01", "adam lr=0.05")
	d.SetLook(func(l *setup.Look) { l.Charts = "sharpness,loss" })
	p := New(d)
	d.Show(420, 460, p)
	before := &p.slots[0].curves.List[0].Y[0]
	d.Lab().Seek(10)
	if &p.slots[0].curves.List[0].Y[0] != before {
		t.Error("the curves are computed anew")
	}
}
