//go:build e2e

package e2e

import (
	"fmt"
	"testing"
)

// learn leads to the room Learn, by Alt and its number.
func (p *program) learn(t *testing.T) {
	t.Helper()
	for digit := 2; digit <= 4; digit++ {
		was := p.saved(t).Rooms.Seen
		p.do(t, "key", fmt.Sprintf("alt+%d", digit))
		if until(t, "another room", func() bool { return p.saved(t).Rooms.Seen != was }); p.saved(t).Rooms.Seen == "learn" {
			until(t, "the room's places", func() bool { return p.height("learn-view") > 0 })
			return
		}
	}
	t.Fatal("no key leads to the room Learn")
}

// learned is what the session keeps of the room Learn.
type learned struct {
	Seen    string
	Lessons struct {
		Open    string
		Studies map[string]struct {
			Scroll  float64
			Changed map[string]struct{ Racers []struct{ Racer string } }
		}
	}
}

func (p *program) learned(t *testing.T) (l learned) {
	t.Helper()
	p.state(t, "learn", &l)
	return l
}

// racer is the first racer of the lesson's experiment, as the reader has it; "" while it is as in the lesson.
func (l learned) racer() string {
	if racers := l.Lessons.Studies["the-loop"].Changed["three-points"].Racers; len(racers) > 0 {
		return racers[0].Racer
	}
	return ""
}

// TestLesson: a number of the text is dragged to the right and sets the lab, which the session keeps; one Ctrl+Z takes the whole
// drag back, an arrow key moves the number on, and the next start is where the last one was.
func TestLesson(t *testing.T) {
	t.Parallel()
	_, p, session := fresh(t, "lesson")
	p.learn(t)
	until(t, "the number's place", func() bool { return p.height("lesson-number") > 0 })
	number := p.place(t, "lesson-number")
	x, y := number.Min.X+number.Dx()/2, number.Min.Y+number.Dy()/2
	p.drag(t, x, y, x+40, y)
	until(t, "another rate in the lesson's lab", func() bool { return p.learned(t).racer() != "" })
	dragged := steady(t, "a rate at rest", func() string { return p.learned(t).racer() })
	p.do(t, "key", "ctrl+z")
	until(t, "the rate of the lesson", func() bool { return p.learned(t).racer() == "" })
	p.do(t, "key", "Right")
	until(t, "the next rate", func() bool { return p.learned(t).racer() != "" })
	if now := p.learned(t).racer(); now == dragged {
		t.Errorf("one step leads to %s, as forty have", now)
	}
	p.do(t, "key", "Next")
	until(t, "the text scrolled", func() bool { return p.learned(t).Lessons.Studies["the-loop"].Scroll > 0 })
	want := steady(t, "a text at rest", func() string { return fmt.Sprint(p.learned(t)) })
	p.quit(t)
	again := launch(t, startDisplay(t), session, nil)
	if got := fmt.Sprint(again.learned(t)); got != want {
		t.Errorf("the next start has %s, was %s", got, want)
	}
	again.quit(t)
}
