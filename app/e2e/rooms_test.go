//go:build e2e

package e2e

import (
	"testing"
	"time"
)

// TestRooms: Alt+2 leads from a race that plays to the next room, where nothing of the race goes on; Alt+1, and a click on the
// rail, lead back to the race as it was. The next start is in the room that was seen.
func TestRooms(t *testing.T) {
	t.Parallel()
	_, p, session := fresh(t, "rooms")
	if p.height("rail") == 0 {
		t.Skip("there is one room only")
	}
	rest := func() { p.do(t, "mousemove", 3, screenHeight-3) }
	seen := func(room string) {
		t.Helper()
		until(t, "the room "+room+" in the session", func() bool { return p.saved(t).Rooms.Seen == room })
	}
	m := p.place(t, "map")
	p.do(t, "key", "Home")
	until(t, "the head at the start", func() bool { return p.saved(t).Head == 0 })
	p.do(t, "key", "space")
	until(t, "the head under way", func() bool { return p.saved(t).Head > 3 })
	p.do(t, "key", "alt+2")
	until(t, "another room", func() bool { return p.saved(t).Rooms.Seen != "" })
	second := p.saved(t).Rooms.Seen
	at := steady(t, "a head at rest", func() float64 { return p.saved(t).Head })
	rest()
	other := p.rest(t)
	const told = 1200 * time.Millisecond // after which the program has told how many pictures there are
	time.Sleep(told)
	drawn := p.pictures("map")
	time.Sleep(told)
	if n := p.pictures("map"); n != drawn || p.saved(t).Head != at {
		t.Errorf("%d pictures of a map that nobody sees; the head is at %v, was at %v", n-drawn, p.saved(t).Head, at)
	}

	p.do(t, "key", "alt+1")
	seen("")
	p.changed(t, "the race", other, m, m.Dx()*m.Dy()/4)
	rest()
	race := p.rest(t)
	p.do(t, "key", "alt+2")
	seen(second)
	p.changed(t, "the other room", race, m, m.Dx()*m.Dy()/4)
	r := p.place(t, "rail")
	p.click(t, r.Min.X+r.Dx()/2, r.Min.Y+36)
	seen("")
	rest()
	back := p.rest(t)
	if n := different(race, back, race.Rect); n > 0 {
		keep(t, "race", race)
		keep(t, "race-back", back)
		t.Errorf("the race differs in %d pixels from what it was", n)
	}
	if now := p.saved(t).Head; now != at {
		t.Errorf("the head is at %v, was at %v", now, at)
	}

	p.do(t, "key", "alt+2")
	seen(second)
	p.quit(t)
	again := launch(t, startDisplay(t), session, nil)
	again.do(t, "key", "alt+1")
	until(t, "the race after a start in another room", func() bool {
		return again.height("map") == m.Dy() && again.saved(t).Head == at
	})
	again.quit(t)
}
