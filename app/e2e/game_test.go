//go:build e2e

package e2e

import (
	"testing"
)

// A game is what the room Descent keeps, as far as the test looks into it.
type game struct {
	Level   string
	Actions []struct{ By float64 }
	Best    []struct {
		Level string
		Stars int
	}
}

// game reads it from the session; before there is one it is empty.
func (p *program) game(t *testing.T) (g game) {
	t.Helper()
	p.state(t, "descent", &g)
	return g
}

// TestFirstLevel: it is played with the mouse and the keyboard, the fog is lifted, and the way leads on to the next level.
// The next start is in that.
func TestFirstLevel(t *testing.T) {
	t.Parallel()
	_, p, session := fresh(t, "first-level")
	p.do(t, "key", "alt+3")
	until(t, "the room Descent", func() bool { return p.saved(t).Rooms.Seen == "descent" && p.height("descent-Left") > 0 })
	scene := p.place(t, "descent-scene")
	before := p.rest(t)
	pushes := 0
	push := func(control string) {
		t.Helper()
		r := p.place(t, "descent-"+control)
		p.click(t, (r.Min.X+r.Max.X)/2, (r.Min.Y+r.Max.Y)/2)
		pushes++
		until(t, "the push in the session", func() bool { return len(p.game(t).Actions) == pushes })
	}
	p.do(t, "key", "Up")
	push("Left")
	p.changed(t, "the ball and the fog", before, scene, 2000)
	p.do(t, "key", "Up")
	for range 4 {
		push("Right")
	}
	for range 3 {
		p.do(t, "key", "Down")
		push("Left")
	}
	until(t, "three stars", func() bool {
		best := p.game(t).Best
		return len(best) == 1 && best[0].Level == "by_hand" && best[0].Stars == 3
	})
	foggy := p.rest(t)
	p.do(t, "key", "f")
	p.changed(t, "the lifted fog", foggy, scene, scene.Dx()*scene.Dy()/5)
	p.do(t, "key", "Return")
	until(t, "the second level", func() bool { return p.game(t).Level == "follow_slope" })
	p.quit(t)
	again := launch(t, startDisplay(t), session, nil)
	until(t, "a step in the second level after a start", func() bool {
		again.do(t, "key", "space")
		return len(again.game(t).Actions) > 0
	})
	again.quit(t)
}
