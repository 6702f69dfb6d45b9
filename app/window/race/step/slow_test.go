package step

import (
	"testing"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/lab/xray"
)

// TestSlowMotion: it goes through the phases, moves the racer in the last one, and leaves the playhead on the next step.
func TestSlowMotion(t *testing.T) {
	d, p := open(t)
	slow := func() float64 { return d.State().View.Inside.Slow }
	if !p.Rune('s') || slow() == 0 || !p.sheet.Slow || p.sheet.Until != xray.Look {
		t.Fatalf("s begins nothing: %v", slow())
	}
	for _, want := range []xray.Phase{xray.Look, xray.Remember, xray.Form, xray.Move} {
		if p.advance(0.35); p.sheet.Until != want || d.State().Step() != 23 {
			t.Errorf("after %.2f s it is at %v, step %v", slow(), p.sheet.Until, d.State().Head)
		}
		p.advance(0.35)
	}
	if slow() != 0 || d.State().Head != 24 || p.sheet.Slow {
		t.Errorf("it ends with the playhead at %v, after %v s", d.State().Head, slow())
	}
}

// TestSlowMotionEnds: Escape ends it, and so do playing on, going elsewhere and closing the pane.
func TestSlowMotionEnds(t *testing.T) {
	d, p := open(t)
	if p.Key(fyne.KeyEscape) {
		t.Error("Escape is taken though there is nothing to end")
	}
	for name, end := range map[string]func(){
		"Escape":    func() { p.Key(fyne.KeyEscape) },
		"s":         func() { p.Rune('s') },
		"elsewhere": func() { d.Lab().Seek(50) },
		"playing":   func() { d.Lab().Play() },
		"closed":    func() { d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelCharts }) },
	} {
		d.Lab().Seek(23)
		d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelStep })
		p.Rune('s')
		p.advance(1)
		if d.State().View.Inside.Slow == 0 {
			t.Fatalf("%s: it has not begun", name)
		}
		if end(); d.State().View.Inside.Slow != 0 {
			t.Errorf("%s does not end it", name)
		}
		d.Lab().Pause()
	}
	d.Lab().Seek(140)
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelStep })
	if p.Rune('s'); d.State().Head != 139 {
		t.Errorf("at the end of the race slow motion begins at %v", d.State().Head)
	}
	p.Rune('s')
	if !p.Rune('6') || !d.State().View.Inside.Shows(lab.InsideNewton) || !p.Rune('7') || p.Rune('8') {
		t.Error("the marks have no keys")
	}
	d.SetLook(func(l *setup.Look) { l.Panel = setup.PanelCharts })
	if p.Rune('s') || p.Rune('1') {
		t.Error("a closed pane takes keys")
	}
}
