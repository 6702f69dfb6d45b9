package widgets

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"descentlab/widgets/gesture"
	"descentlab/widgets/kit"
	"descentlab/widgets/widgettest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// transportOn returns a transport of 140 steps in a window and what it says.
func transportOn(t *testing.T) (tr *Transport, said *[]string) {
	t.Helper()
	tr, w := widgettest.In(t, NewTransport)
	w.Resize(fyne.NewSize(600, 60))
	said = &[]string{}
	say := func(format string, args ...any) { *said = append(*said, fmt.Sprintf(format, args...)) }
	tr.OnPlay = func() { say("play") }
	tr.OnSeek = func(v float64) { say("seek %.3g", v) }
	tr.OnStep = func(d int) { say("step %d", d) }
	tr.OnStart = func() { say("start") }
	tr.OnEnd = func() { say("end") }
	tr.OnSpeed = func(v float64) { say("speed %g", v) }
	tr.OnLoop = func(on bool) { say("loop %t", on) }
	tr.SetState(TransportState{Head: 87, Steps: 140, Speed: 1})
	return tr, said
}

// iconOf is the icon that a button shows, "" for none.
func iconOf(b *kit.IconButton) kit.IconName {
	for _, o := range test.WidgetRenderer(b).Objects() {
		if picture, ok := o.(*canvas.Image); ok && picture.Visible() {
			name, _, _ := strings.Cut(picture.Resource.Name(), "-")
			return kit.IconName(name)
		}
	}
	return ""
}

// shownStep is the step that a transport tells.
func shownStep(tr *Transport) (text string) {
	for _, part := range tr.step.parts() {
		text += part.Text
	}
	return text
}

func TestTransportButtons(t *testing.T) {
	tr, said := transportOn(t)
	for _, b := range []*kit.IconButton{tr.start, tr.back, tr.play, tr.forward, tr.end, tr.loop} {
		test.Tap(b)
	}
	widgettest.Expect(t, said, "start", "step -1", "play", "step 1", "end", "loop true")
	tr.SetState(TransportState{Head: 87, Steps: 140, Speed: 1, Loop: true})
	test.Tap(tr.loop)
	widgettest.Expect(t, said, "loop false")
}

func TestTransportScrub(t *testing.T) {
	tr, said := transportOn(t)
	s := tr.scrub
	widgettest.Click(s, s.x(0.25), 5)
	widgettest.Expect(t, said, "seek 35", "seek 35")
	s.MouseDown(widgettest.Mouse(s.x(0.25), 5, 1))
	widgettest.DragTo(s, s.x(0.5), 5, 10, 0)
	s.DragEnd()
	widgettest.Expect(t, said, "seek 70", "seek 70")
	widgettest.Scroll(s, 5, 5, gesture.WheelNotch)
	widgettest.Scroll(s, 5, 5, -gesture.WheelNotch/10)
	widgettest.Key(s, fyne.KeyRight)
	widgettest.Key(s, fyne.KeyPageDown)
	widgettest.Expect(t, said, "step 2", "step -1", "step 1", "step -10")
}

func TestTransportSpeed(t *testing.T) {
	tr, said := transportOn(t)
	windows := fyne.CurrentApp().Driver().AllWindows()
	windows[len(windows)-1].Resize(fyne.NewSize(600, 480)) // with room for the whole list
	test.Tap(tr.speed)
	c := fyne.CurrentApp().Driver().CanvasForObject(tr)
	want := []string{"0.1×", "0.25×", "0.5×", "1×", "2×", "5×", "10×", "30×", "100×"}
	if got := widgettest.Read(c.Overlays().Top()); !slices.Equal(got, want) || len(got) != len(Speeds) {
		t.Errorf("the speeds are %q, want %q", got, want)
	}
	widgettest.Key(c.Focused(), fyne.KeyDown)
	widgettest.Key(c.Focused(), fyne.KeyReturn)
	widgettest.Expect(t, said, "speed 2")
}

func TestTransportStateIsSilent(t *testing.T) {
	tr, said := transportOn(t)
	for _, s := range []TransportState{
		{Head: 12.6, Steps: 140, Speed: 0.1, Playing: true, Loop: true},
		{Head: 0, Steps: 0, Speed: 3},
		{Head: 50, Steps: 100, Speed: 100},
	} {
		tr.SetState(s)
	}
	widgettest.Expect(t, said)
	speed := widgettest.Read(tr.speed)
	if shownStep(tr) != "step 50 / 100" || !slices.Equal(speed, []string{"100×"}) || tr.scrub.position != 0.5 {
		t.Errorf("shown %q, speed %q, position %v", shownStep(tr), speed, tr.scrub.position)
	}
	if got := iconOf(tr.play); got != kit.IconPlay {
		t.Errorf("the button shows %q", got)
	}
	tr.SetState(TransportState{Head: 50.9, Steps: 100, Speed: 100, Playing: true})
	if got := iconOf(tr.play); shownStep(tr) != "step 50 / 100" || got != kit.IconPause {
		t.Errorf("between the steps: %q; playing: %q", shownStep(tr), got)
	}
}

// However little room there is, no part runs out of the transport or into another one, and the slider can be used.
func TestTransportStaysInItsBounds(t *testing.T) {
	tr, w := widgettest.In(t, NewTransport)
	parts := []fyne.CanvasObject{
		tr.play, tr.start, tr.back, tr.forward, tr.end, tr.scrub, tr.step.before, tr.step.number, tr.step.after, tr.loop, tr.speed,
	}
	for _, steps := range []int{0, 140, 100000} {
		for width := float32(190); width <= 800; width += 10 {
			w.Resize(fyne.NewSize(width, 60))
			for _, head := range []int{0, steps} {
				tr.SetState(TransportState{Head: float64(head), Steps: steps, Speed: 0.25})
				x := float32(-inset)
				for _, o := range parts {
					if !o.Visible() {
						continue
					}
					if o.Position().X < x-2*inset {
						t.Errorf("%d steps at %v: a part begins at %v, the one before it ends at %v", steps, width, o.Position().X, x)
					}
					x = o.Position().X + o.Size().Width
				}
				if x > tr.Size().Width {
					t.Errorf("%d steps at %v: the last part ends at %v", steps, width, x)
				}
				if !tr.play.Visible() || !tr.speed.Visible() || tr.scrub.Size().Width < tr.scrub.MinSize().Width {
					t.Errorf("%d steps at %v: play %t, speed %t, slider %v",
						steps, width, tr.play.Visible(), tr.speed.Visible(), tr.scrub.Size().Width)
				}
			}
		}
	}
	if least := tr.MinSize().Width; least > 190 {
		t.Errorf("the transport needs %v", least)
	}
}

// What the keyboard does as well gives way before the step does: ends, loop, single steps.
func TestTransportGivesWayInOrder(t *testing.T) {
	tr, w := widgettest.In(t, NewTransport)
	tr.SetState(TransportState{Steps: 140, Speed: 1})
	last := ""
	var seen []string
	for width := float32(800); width >= 190; width -= 4 {
		w.Resize(fyne.NewSize(width, 60))
		state := fmt.Sprintf("ends %t, loop %t, singles %t, step %t",
			tr.end.Visible(), tr.loop.Visible(), tr.back.Visible() && tr.forward.Visible(), tr.step.number.Visible())
		if state != last {
			seen, last = append(seen, state), state
		}
	}
	widgettest.Expect(t, &seen, "ends true, loop true, singles true, step true", "ends false, loop true, singles true, step true",
		"ends false, loop false, singles true, step true", "ends false, loop false, singles false, step true",
		"ends false, loop false, singles false, step false")
}

func TestTransportWithoutListeners(t *testing.T) {
	tr, _ := widgettest.In(t, NewTransport)
	for _, b := range []*kit.IconButton{tr.start, tr.back, tr.play, tr.forward, tr.end, tr.loop} {
		test.Tap(b)
	}
	widgettest.Click(tr.scrub, 30, 5)
	tr.speed.OnPicked("2")
}

// A frame of playback allocates next to nothing as long as the step does not change.
func TestTransportFrameIsCheap(t *testing.T) {
	tr, _ := transportOn(t)
	head := 20.0
	allocs := testing.AllocsPerRun(100, func() {
		head += 0.001
		tr.SetState(TransportState{Head: head, Steps: 140, Speed: 1})
	})
	if allocs > 60 {
		t.Errorf("%v allocations a frame", allocs)
	}
}

func BenchmarkTransportFrame(b *testing.B) {
	test.NewTempApp(b)
	tr := NewTransport()
	tr.Resize(fyne.NewSize(600, 28))
	head := 0.0
	for b.Loop() {
		head += 0.25
		tr.SetState(TransportState{Head: head, Steps: 1e6, Speed: 1})
	}
}

// TestTransportKeepsItsStep: where there is little room the number of steps goes, and the step stays.
func TestTransportKeepsItsStep(t *testing.T) {
	bar, _ := widgettest.In(t, NewTransport)
	bar.SetState(TransportState{Head: 140, Steps: 140, Speed: 1})
	for width, want := range map[float32]string{700: "step 140 / 140", 400: "140 / 140", 288: "140"} {
		bar.Resize(fyne.NewSize(width, 46))
		if got := bar.label(140, bar.fit); got != want || bar.fit >= onlyScrub {
			t.Errorf("%v wide it says %q, want %q", width, got, want)
		}
	}
}
