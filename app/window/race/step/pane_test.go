package step

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
)

// open is the pane of a race in a column, open, with the playhead on step 23.
func open(t testing.TB) (*desktest.Desk, *Pane) {
	t.Helper()
	d := desktest.On(t, "peaks", 140, "sgd lr=0.01", "momentum", "adam lr=0.06")
	p := New(d)
	d.Show(420, 760, p)
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelStep })
	d.Look(func(v *lab.View) { v.Card = 2 })
	d.Lab().Seek(23)
	return d, p
}

// TestPaneFollows: the pane shows the racer of the open card, or the pinned one, at the playhead, and another one when it is
// chosen at its head; while it is closed it stays as it is.
func TestPaneFollows(t *testing.T) {
	d, p := open(t)
	got := p.sheet.Step
	if got.Name != "Adam" || got.T != 23 || p.when.Text() != "this step, 23 to 24" || p.whose.Selected() != "2" {
		t.Fatalf("%s, step %d, %q", got.Name, got.T, p.when.Text())
	}
	if p.Accent() != d.Palette().Racer(2) {
		t.Error("its edge has another colour than the racer")
	}
	p.choose("1")
	if got := p.sheet.Step; got.Name != "Momentum" || d.State().View.Card != 1 {
		t.Errorf("chosen was Momentum, shown is %s", got.Name)
	}
	d.Look(func(v *lab.View) { v.Pin(0) })
	if got := p.sheet.Step; got.Name != "SGD" {
		t.Errorf("pinned is SGD, shown %s", got.Name)
	}
	p.choose("2")
	if got := p.sheet.Step; got.Name != "Adam" || d.State().View.Pinned != 2 {
		t.Errorf("chosen in place of the pinned one was Adam, shown is %s", got.Name)
	}
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelCharts })
	d.Lab().Seek(50)
	if p.sheet.Step.T != 23 {
		t.Error("the closed pane has followed")
	}
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelStep })
	if p.sheet.Step.T != 50 {
		t.Errorf("opened again it shows step %d", p.sheet.Step.T)
	}
}

// TestPointingAtAStage tells everybody which one, and of a mark what it is switched to.
func TestPointingAtAStage(t *testing.T) {
	d, p := open(t)
	p.body.OnHover(fyne.NewPos(60, 12), true)
	if got := d.State().View.Inside.Stage; got != "slope" {
		t.Errorf("pointed at is %q", got)
	}
	p.body.OnHover(fyne.Position{}, false)
	if got := d.State().View.Inside.Stage; got != "" {
		t.Errorf("the pointer has gone, and points at %q", got)
	}
	shown := func() (list []string) {
		for _, c := range p.marks.Chips() {
			if c.On {
				list = append(list, c.Title)
			}
		}
		return list
	}
	if got := strings.Join(shown(), ", "); got != "−g, −m̂, step, rates, quadratic model" {
		t.Errorf("shown at first: %s", got)
	}
	p.marks.OnTapped(lab.InsideNewton)
	p.marks.OnTapped(lab.InsideSlope)
	if got := strings.Join(shown(), ", "); got != "−m̂, step, rates, quadratic model, Newton step" {
		t.Errorf("shown then: %s", got)
	}
}

// TestMarkOfARowPulses: once, when the row or the mark itself is pointed at, and not while the pane is closed.
func TestMarkOfARowPulses(t *testing.T) {
	d, p := open(t)
	pulse := func() float64 { return d.State().View.Inside.Pulse }
	p.body.OnHover(fyne.NewPos(60, 12), true)
	if !p.pulse.Running() {
		t.Fatal("nothing pulses")
	}
	if p.beat(0.3); pulse() < 0.3 {
		t.Errorf("after 0.3 s it has pulsed for %v", pulse())
	}
	d.Look(func(v *lab.View) { v.Inside.Stage = "adam.unbiased/0" }) // the pointer at an arrow
	if pulse() >= 0.3 || !p.pulse.Running() {
		t.Errorf("another one goes on with the pulse, %v", pulse())
	}
	p.beat(0.5)
	if p.beat(0.5); pulse() != 0 || p.pulse.Running() {
		t.Errorf("it goes on for %v", pulse())
	}
	d.Look(func(v *lab.View) { v.Inside.Stage = "slope" })
	p.beat(0.2)
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelCharts })
	if pulse() != 0 || p.pulse.Running() {
		t.Error("with the pane closed it pulses")
	}
}

// TestHeight: the pane asks for the height that its sheet needs, whatever the method.
func TestHeight(t *testing.T) {
	d, p := open(t)
	adam := p.Object().MinSize().Height
	p.choose("0")
	if sgd := p.Object().MinSize().Height; sgd >= adam || sgd < 300 {
		t.Errorf("SGD needs %v, Adam %v", sgd, adam)
	}
	d.SetLight()
	if p.body.Size().Width < 300 {
		t.Errorf("the sheet is %v", p.body.Size())
	}
}

// BenchmarkScrub moves the playhead by a step while the pane is open: the step is taken apart and drawn.
func BenchmarkScrub(b *testing.B) {
	d, p := open(b)
	w, h := int(p.body.Size().Width), int(p.body.Size().Height)
	step := 0
	b.ReportAllocs()
	for b.Loop() {
		step = (step + 1) % 100
		d.Lab().Seek(float64(step))
		p.body.Paint(w, h)
	}
}
