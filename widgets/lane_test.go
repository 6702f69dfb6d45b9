package widgets

import (
	"fmt"
	"testing"

	"descentlab/widgets/fold"
	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"
)

// laneOn puts a lane into a window and writes down what it says.
func laneOn(t *testing.T, width float32) (l *Lane, said *[]string) {
	t.Helper()
	said = &[]string{}
	widgettest.Window(t, plot.DarkPalette(), fyne.NewSize(width, LaneHeight), func() fyne.CanvasObject {
		spec := KnobSpec{Label: "lr", Max: 1, High: 1, Default: 0.5}
		l = NewLane(&spec, plot.Disc, plot.DarkPalette().Racer(0))
		l.SetName("Nesterov momentum", "", false)
		return l
	})
	note := func(text string) { *said = append(*said, text) }
	l.OnChanged = func(v float64, done bool) { note(fmt.Sprintf("%v %t", v, done)) }
	l.OnError = func(message string) { note("error: " + message) }
	l.OnOpen, l.OnGlyph = func() { note("open") }, func() { note("glyph") }
	return l, said
}

func tap(l *Lane, x float32) {
	l.MouseDown(widgettest.Mouse(x, 20, desktop.MouseButtonPrimary))
	l.MouseUp(widgettest.Mouse(x, 20, desktop.MouseButtonPrimary))
	l.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, 20)})
}

// TestLaneParts: glyph, name, track and number answer a click each in its own way.
func TestLaneParts(t *testing.T) {
	l, said := laneOn(t, 297)
	tap(l, 17)
	tap(l, 60)
	widgettest.Expect(t, said, "glyph", "open")
	tap(l, l.track.x(0.25))
	widgettest.Expect(t, said, "0.25 false", "0.25 true")
	tap(l, 280)
	if l.field == nil || l.number.Visible() || !l.field.editing {
		t.Fatal("a click on the number does not edit it")
	}
	test.Type(l.field, "0.75")
	widgettest.Key(l.field, fyne.KeyReturn)
	widgettest.Expect(t, said, "0.75 true")
	if l.field != nil || !l.number.Visible() || l.number.Text != "0.75" || len(l.slot.Objects) != 0 {
		t.Errorf("afterwards the number reads %q, field %v", l.number.Text, l.field)
	}
}

// TestLaneDrags: what is pressed on the track moves the thumb, and what is pressed on the name does not.
func TestLaneDrags(t *testing.T) {
	l, said := laneOn(t, 297)
	x := l.track.x(0.5)
	l.MouseDown(widgettest.Mouse(x, 20, desktop.MouseButtonPrimary))
	widgettest.DragTo(l, x+l.track.length()/5, 20, 5, 0)
	l.MouseUp(widgettest.Mouse(x, 20, desktop.MouseButtonPrimary))
	l.DragEnd()
	widgettest.Expect(t, said, "0.7 false", "0.7 true")
	l.MouseDown(widgettest.Mouse(60, 20, desktop.MouseButtonPrimary))
	widgettest.DragTo(l, 180, 20, 5, 0)
	l.DragEnd()
	widgettest.Expect(t, said)
}

// TestLaneKeys: arrows move the thumb, Enter and Space open, the rest is the window's; the wheel scrolls the column but over the
// track of the lane that has the focus.
func TestLaneKeys(t *testing.T) {
	l, said := laneOn(t, 297)
	column := &scrolled{}
	l.Scroller = column
	widgettest.Scroll(l, l.track.x(0.5), 20, gesture.WheelNotch)
	if widgettest.Expect(t, said); column.dy == 0 {
		t.Error("the wheel does not scroll the column")
	}
	l.FocusGained()
	if !l.ring.Visible() {
		t.Error("no ring with the focus")
	}
	widgettest.Scroll(l, l.track.x(0.5), 20, gesture.WheelNotch)
	widgettest.Key(l, fyne.KeyRight)
	widgettest.Key(l, fyne.KeyReturn)
	widgettest.Key(l, fyne.KeySpace)
	widgettest.Expect(t, said, "0.52 false", "0.53 false", "open", "open")
	l.FocusLost()
	widgettest.Expect(t, said, "0.53 true")
	if l.ring.Visible() {
		t.Error("the ring outlives the focus")
	}
}

// TestLaneWritesWholeWords: a name that has no room gives way to a brief one, also in a narrow column; it is never cut while that
// can be read.
func TestLaneWritesWholeWords(t *testing.T) {
	for _, width := range []float32{297, 232} {
		l, _ := laneOn(t, width)
		l.SetBriefs([]string{"Nesterov", "Nest"})
		if l.label.Text != "Nesterov" {
			t.Errorf("a lane of %v says %q", width, l.label.Text)
		}
		l.SetName("Momentum", "", false)
		l.SetBriefs(nil)
		if l.label.Text != "Momentum" {
			t.Errorf("a lane of %v says %q", width, l.label.Text)
		}
	}
}

// TestLaneHints: each part has its own, the name's in full.
func TestLaneHints(t *testing.T) {
	l, _ := laneOn(t, 297)
	l.SetName("Nesterov momentum", "Diverged at step 4", true)
	for x, want := range map[float32]string{
		17: "Hide on the maps and charts", 60: "Nesterov momentum\nDiverged at step 4\nA click shows all of its knobs",
		180: "slider: 0 to 1 · Shift: fine · double click: back to 0.5", 280: "lr is 0.5: a click, and type another",
	} {
		l.MouseIn(widgettest.Mouse(x, 20, 0))
		if got := l.Hint(); got != want {
			t.Errorf("at %v: %q, want %q", x, got, want)
		}
		l.MouseOut()
	}
}

// column is a card folded to a line, a hidden and a faint one, one without a knob, and an open card's parts.
func column(p *plot.Palette) fyne.CanvasObject {
	list := container.New(fynelayout.NewCustomPaddedVBoxLayout(6))
	add := func(i int, name string, spec *KnobSpec, f func(*Lane)) {
		l := NewLane(spec, plot.RacerGlyph(i), p.Racer(i))
		l.SetName(name, "", false)
		f(l)
		list.Add(kit.NewFilled(l, p.Racer(i)))
	}
	rate := &KnobSpec{Label: "lr", Min: 1e-4, Max: 1, Scale: Log, Default: 0.012, High: 10}
	add(0, "SGD", rate, func(l *Lane) { l.SetLimit(0.13) })
	add(1, "Nesterov momentum", rate, func(l *Lane) { l.SetFaint(true) })
	add(2, "RMSprop", rate, func(l *Lane) { l.SetHidden(true); l.SetValue(0.03) })
	add(3, "Adam", rate, func(l *Lane) { l.SetName("Adam", "Diverged at step 4", true); l.SetValue(0.9) })
	add(4, "Conjugate gradients", nil, func(*Lane) {})
	head := fold.NewHeadline(plot.RacerGlyph(5), p.Racer(5))
	lr := NewKnob(KnobSpec{Label: "lr", Min: 1e-5, Max: 10, Default: 0.0126, Scale: Log, High: 100, Color: p.Racer(5), Slim: true})
	lr.SetLabelWidth(68)
	notice := fold.NewNotice("")
	notice.Set("diverged at step 12", "take lr 0.079", true)
	more := fold.NewMore("")
	more.Set("More:", "schedule, clipping, noise, averaging", false)
	open := kit.NewFilled(container.New(fynelayout.NewCustomPaddedVBoxLayout(0), head, lr, notice, more), p.Racer(5))
	open.SetRim(p.Racer(5))
	list.Add(open)
	folder := fold.NewFolder("")
	folder.Set("Peaks", "three valleys, three saddles", false)
	list.Add(folder.Panel)
	return container.NewPadded(list)
}

// TestColumn draws it, wide and narrow.
func TestColumn(t *testing.T) {
	for name, p := range widgettest.Palettes {
		for _, width := range []float32{308, 240} {
			t.Run(fmt.Sprintf("%s-%g", name, width), func(t *testing.T) {
				w := widgettest.Window(t, p, fyne.NewSize(width, 440), func() fyne.CanvasObject { return column(p) })
				widgettest.CheckGolden(t, fmt.Sprintf("column-%s-%g", name, width), widgettest.Shoot(w, 1))
			})
		}
	}
}
