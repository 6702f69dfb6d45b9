package coach

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk/desktest"
	"descentlab/optim"
	"descentlab/surfaces"
	"descentlab/widgets/gesture"
	"descentlab/widgets/widgettest"
)

// on is a desk on which the first steps begin.
func on(t *testing.T) (*desktest.Desk, *Pane, *int) {
	t.Helper()
	d := desktest.On(t, "peaks", 30, "sgd lr=0.01", "adam lr=0.05")
	settled := 0
	p := New(d, func() { settled++; d.Relayout() })
	d.Show(600, 60, p)
	d.Look(func(v *lab.View) { v.Beat = 1 })
	return d, p, &settled
}

// TestStepsMoveOnWhenDone: doing what a step asks for shows the next one, and after the last there is none.
func TestStepsMoveOnWhenDone(t *testing.T) {
	d, p, settled := on(t)
	d.Lab().Seek(0)
	for i, step := range []struct {
		target string
		other  func() // is not what is asked for
		do     func()
	}{
		{"", func() { d.Lab().Play(); d.Lab().Advance(100) },
			func() { d.Edit("", func(e *setup.Experiment) { e.Start.X = 0.5 }) }},
		{"play", func() { d.Edit("", func(e *setup.Experiment) { e.Start.X = 0.7 }) }, func() { d.Lab().Seek(7) }},
		{"racer-1-rate", func() { d.Lab().Seek(3) }, func() {
			d.Edit("", func(e *setup.Experiment) { e.Racers[0].Spec = e.Racers[0].Spec.With("lr", optim.Num(0.02)) })
		}},
		{"table", func() { d.Look(func(v *lab.View) { v.Hover = "A" }) }, func() { d.Look(func(v *lab.View) { v.Racer = 1 }) }},
		{"surface", func() { d.Edit("", func(e *setup.Experiment) { e.Steps = 20 }) }, func() {
			d.Edit("", func(e *setup.Experiment) { s, _ := surfaces.Lookup("ravine"); e.SetSurface(s) })
		}},
	} {
		if at := d.State().View.Beat; at != i+1 || d.Ringed != step.target {
			t.Fatalf("step %d rings %q, want step %d and %q", at, d.Ringed, i+1, step.target)
		}
		step.other()
		d.Settle()
		if at := d.State().View.Beat; at != i+1 {
			t.Fatalf("step %d is left by something else", i+1)
		}
		step.do()
		d.Settle()
	}
	if d.State().View.Beat != 0 || p.box.Visible() || d.Ringed != "" || *settled != 2 {
		t.Errorf("at the end step %d, seen: %t, rings %q, laid out anew %d times", d.State().View.Beat, p.box.Visible(), d.Ringed,
			*settled)
	}
}

// TestNewcomersAreToldWhatItIsAbout: what optimizers are for stands in the first step, where the rest is explained in the last,
// also where there is no room for the longest text.
func TestNewcomersAreToldWhatItIsAbout(t *testing.T) {
	first, last := beats[0].says(nil), beats[len(beats)-1].says(nil)
	if !strings.Contains(first.Title, "lowest place") || !last.Last {
		t.Errorf("it begins with %q, and the last one is the last: %t", first.Title, last.Last)
	}
	for _, text := range last.Texts {
		if !strings.Contains(text, "Learn") {
			t.Errorf("the last step does not lead to the lessons: %q", text)
		}
	}
}

// TestRaceThatEndsIsNotPlayed: the first race plays and ends by itself; a pause is somebody's.
func TestRaceThatEndsIsNotPlayed(t *testing.T) {
	d, _, _ := on(t)
	d.Lab().Seek(0)
	d.Lab().Play()
	d.Look(func(v *lab.View) { v.Beat = 2 })
	d.Lab().Advance(0.1)
	d.Lab().Advance(100)
	if s := d.State(); s.Playing || s.View.Beat != 2 {
		t.Fatalf("after the race has ended, playing: %t, step %d", s.Playing, s.View.Beat)
	}
	d.Lab().Play()
	if at := d.State().View.Beat; at != 3 {
		t.Errorf("step %d after Play", at)
	}
	d.Look(func(v *lab.View) { v.Beat = 2 })
	d.Lab().Pause()
	if at := d.State().View.Beat; at != 3 {
		t.Errorf("step %d after a pause", at)
	}
}

// TestEnterGoesOn: as long as the strip is seen, which it is not while a panel has the place of the maps.
func TestEnterGoesOn(t *testing.T) {
	d, p, _ := on(t)
	if !p.Key(fyne.KeyReturn) || d.State().View.Beat != 2 || p.Key(fyne.KeyEscape) {
		t.Errorf("after Enter at step %d", d.State().View.Beat)
	}
	if says := p.strip.String(); !strings.HasPrefix(says, "2 of 5: The race") {
		t.Errorf("it says %q", says)
	}
	d.SetLook(func(l *setup.Look) { l.Large = true })
	if p.box.Visible() || d.Ringed != "" || p.Key(fyne.KeyEnter) {
		t.Error("it is seen while the maps are not in the middle")
	}
	d.SetLook(func(l *setup.Look) { l.Large = false })
	if !p.box.Visible() || d.Ringed != "play" {
		t.Error("it does not come back with the maps")
	}
	p.strip.OnClose()
	if d.State().View.Beat != 0 || p.Key(fyne.KeyEnter) {
		t.Error("it does not close")
	}
}

// TestBeatsWaitForTheRelease: a beat that is done in mid-drag is left when the pointer lets go.
func TestBeatsWaitForTheRelease(t *testing.T) {
	run := widgettest.Waits(t)
	d, _, _ := on(t)
	gesture.Hold(true)
	d.Edit("start", func(e *setup.Experiment) { e.Start.X = 0.5 })
	run()
	d.Edit("start", func(e *setup.Experiment) { e.Start.X = 0.6 })
	if at := d.State().View.Beat; at != 1 {
		t.Errorf("in mid-drag at step %d", at)
	}
	gesture.Hold(false)
	run()
	if at := d.State().View.Beat; at != 2 {
		t.Errorf("after the release at step %d", at)
	}
}
