//go:build e2e

package e2e

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestGallery: the room Learn is reached with Alt and its number. What is typed there is searched for and kept, a click on the
// card that is left opens its experiment in the race, run to its end, and Ctrl+Z brings the one before back.
func TestGallery(t *testing.T) {
	t.Parallel()
	d := startDisplay(t)
	session := filepath.Join(t.TempDir(), "session.json")
	p := start(t, d, session)
	t.Cleanup(func() {
		if t.Failed() {
			d.keep(t, "gallery")
		}
	})
	before := p.saved(t).Experiment
	for _, digit := range []string{"2", "3", "4"} {
		was := p.saved(t).Rooms.Seen
		p.do(t, "key", "alt+"+digit)
		if until(t, "another room", func() bool { return p.saved(t).Rooms.Seen != was }); p.saved(t).Rooms.Seen == "learn" {
			break
		}
	}
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
