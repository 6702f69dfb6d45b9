//go:build e2e

package e2e

import (
	"math"
	"testing"
	"time"
)

// A curve is what the room Curve keeps, as far as the test looks into it.
type curve struct {
	Document struct {
		Start  float64
		Racers []struct{ Racer string }
	}
	Step, Done int
}

// curve reads it from the session; before there is one it is empty.
func (p *program) curve(t *testing.T) (c curve) {
	t.Helper()
	p.state(t, "curve", &c)
	return c
}

// TestCurve: keys step, Space holds Step as long as it is down, a ball that is dragged leaves its run until it is let go, and one
// undo brings the run back. The next start finds it so.
func TestCurve(t *testing.T) {
	t.Parallel()
	_, p, session := fresh(t, "curve")
	p.do(t, "key", "alt+2")
	until(t, "the room Curve", func() bool { return p.saved(t).Rooms.Seen == "curve" && p.height("curve-plot") > 0 })
	p.do(t, "key", "Right", "key", "Right", "key", "Right", "key", "Left")
	until(t, "two of three steps", func() bool { c := p.curve(t); return c.Step == 2 && c.Done == 3 })

	p.do(t, "keydown", "space")
	until(t, "many steps while Space is down", func() bool { return p.curve(t).Step > 20 })
	p.do(t, "keyup", "space")
	at := steady(t, "no more steps", func() int { return p.curve(t).Step })
	time.Sleep(time.Second)
	if now := p.curve(t).Step; now != at {
		t.Errorf("Space has been let go; step %d has become %d", at, now)
	}

	p.do(t, "key", "r", "key", "Right", "key", "Right", "key", "Left", "key", "Left")
	until(t, "the start, with two steps made", func() bool { c := p.curve(t); return c.Step == 0 && c.Done == 2 })
	plot := p.place(t, "curve-plot")
	p.rest(t)
	// The bowl's window goes from -5.3 to 12.9 and from 0 to 11.4, over a line of 46; the ball starts at -3, 7.85 high.
	place := func(w, loss float64) (x, y int) {
		high := float64(plot.Dy() - 46)
		return plot.Min.X + int((w+5.3)/18.2*float64(plot.Dx())), plot.Min.Y + int(high-high*loss/11.4)
	}
	x, y := place(-3, 7.85)
	p.do(t, "mousemove", x, y, "sleep", 0.1, "mousedown", 1)
	for i := range 10 {
		p.do(t, "mousemove", x+10*(i+1), y, "sleep", 0.02)
	}
	time.Sleep(time.Second)
	if c := p.curve(t); c.Document.Start != -3 || c.Done != 2 {
		t.Errorf("held, the ball has changed the run: start %v, %d steps", c.Document.Start, c.Done)
	}
	p.do(t, "mouseup", 1)
	want := -3 + 100*18.2/float64(plot.Dx())
	until(t, "the new start", func() bool { c := p.curve(t); return math.Abs(c.Document.Start-want) < 0.1 && c.Done == 0 })
	p.do(t, "key", "ctrl+z")
	until(t, "the run that was there", func() bool { c := p.curve(t); return c.Document.Start == -3 && c.Done == 2 })
	p.quit(t)
	again := launch(t, startDisplay(t), session, nil)
	again.do(t, "key", "Right")
	until(t, "a step after another start", func() bool { c := again.curve(t); return c.Step == 1 && c.Done == 2 })
	again.quit(t)
}
