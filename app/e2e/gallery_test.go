//go:build e2e

package e2e

import (
	"strings"
	"testing"
)

// TestGallery: the room Learn is reached with Alt and its number, and its experiments with the switch. What is typed there is
// searched for and kept, a click on the card that is left opens its experiment in the race, run to its end, and Ctrl+Z brings the
// one before back.
func TestGallery(t *testing.T) {
	t.Parallel()
	_, p, _ := fresh(t, "gallery")
	before := p.saved(t).Experiment
	p.learn(t)
	view := p.place(t, "learn-view")
	p.click(t, view.Min.X+view.Dx()/2, view.Min.Y+view.Dy()/2) // the second of three
	until(t, "the experiments", func() bool { return p.learned(t).Seen == "experiments" })
	p.do(t, "key", "alt+1") // the program says where things are when a room is entered
	until(t, "the race", func() bool { return p.saved(t).Rooms.Seen == "" })
	p.learn(t)
	until(t, "the card's place", func() bool { return p.height("learn-card") > 0 })
	p.do(t, "type", "speed limit")
	until(t, "the search in the session", func() bool {
		return strings.Contains(string(p.saved(t).Rooms.States["learn"]), `"speed limit"`)
	})
	card := p.place(t, "learn-card")
	p.click(t, card.Min.X+card.Dx()/2, card.Min.Y+card.Dy()/2)
	until(t, "the experiment in the race, run", func() bool {
		s := p.saved(t)
		return s.Rooms.Seen == "" && s.Experiment.Formula == "x^2 + 50*y^2" && s.Head == 3000
	})
	p.do(t, "key", "ctrl+z")
	until(t, "the experiment before", func() bool {
		s := p.saved(t).Experiment
		return s.Surface == before.Surface && s.Start == before.Start
	})
	p.quit(t)
}
