package course

import (
	"encoding/json"
	"strings"
	"testing"

	"descentlab/app/game"
)

// two is level 5 for two players.
func two(t *testing.T) Course {
	t.Helper()
	c := New(game.Results{"escape_the_trap": {Stars: 1}}, day)
	if err := c.Enter(game.Levels()[4]); err != nil {
		t.Fatal(err)
	}
	press(t, &c, "2")
	if !c.Level.Shared() {
		t.Fatal("it is not for two")
	}
	return c
}

// aim moves the aim by a key, as the room does.
func aim(t *testing.T, c *Course, key string) {
	t.Helper()
	who, dx, dy, ok := c.Aiming(key)
	if !ok {
		t.Fatalf("%s moves nothing", key)
	}
	c.Aim(who, dx, dy, false)
}

// TestTwoPlayers: letters and Space are the first one's, arrows and Enter the second one's; they take turns; who wins is counted,
// and who has lost begins.
func TestTwoPlayers(t *testing.T) {
	c := two(t)
	before := c.Sights()
	aim(t, &c, "D")
	aim(t, &c, "Up")
	after := c.Sights()
	if len(after) != 2 || after[0].At.X <= before[0].At.X || after[1].At.Y <= before[1].At.Y || !after[0].Next || after[1].Next {
		t.Fatalf("from %+v to %+v", before, after)
	}
	if _, err := c.Key("Return"); err == nil || c.State.Used != 0 {
		t.Error("the second one begins")
	}
	press(t, &c, "Space")
	if c.Turn() != 1 || c.State.Spots[0].At != after[0].At || c.Buttons()[0].Enabled || !c.Buttons()[1].Enabled {
		t.Errorf("after the first probe it is the turn of %d", c.Turn()+1)
	}
	if _, err := c.Key("R"); err == nil || c.State.Used != 1 {
		t.Error("a key beside the first one's ends the round")
	}
	if _, err := c.Key("BackSpace"); err == nil {
		t.Error("a probe is taken back")
	}
	low := c.Level.Ground.Lowest().At
	c.Aims[1] = &low
	press(t, &c, "Return")
	r, over := c.Result()
	if !over || c.Wins != [2]int{0, 1} || r.Tally != "0 : 1" || r.Title != "Player 2 has won" || len(c.Best) != 1 {
		t.Fatalf("%+v, %v, %v", r, c.Wins, c.Best)
	}
	if p, _ := c.Page(); !strings.HasPrefix(p.Lead, "Player 2 found it with 1 probe, player 1 had probed 1 time.") {
		t.Errorf("written is %q", p.Lead)
	}
	if _, err := c.Key("Return"); err == nil || !c.Level.Shared() {
		t.Error("who still hits Enter is brought to another level")
	}
	press(t, &c, "R")
	if c.Turn() != 0 || c.State.Used != 0 {
		t.Error("who has lost does not begin")
	}
	c.Best = nil
	text, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	if again, refused, err := Read(text, day); err != nil || again.Wins != c.Wins {
		t.Errorf("read are %v, %v, %v", again.Wins, refused, err)
	}
	c.Best = game.Results{"escape_the_trap": {Stars: 1}}
	press(t, &c, "2")
	if c.Level != game.Levels()[4] {
		t.Error("there is no way back to one player")
	}
}

// TestWinsAreRead: what is no count of two players is refused.
func TestWinsAreRead(t *testing.T) {
	text, err := json.Marshal(New(nil, day))
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{`"wins":[1]`, `"wins":[1,-1]`, `"first":2`} {
		forged := strings.Replace(string(text), `"level"`, bad+`,"level"`, 1)
		if c, refused, err := Read([]byte(forged), day); err == nil && len(refused) == 0 || c.Wins != [2]int{} || c.First != 0 {
			t.Errorf("%s: %v, %v, %v", bad, c.Wins, refused, err)
		}
	}
}

// TestAimAlone: one player can do without a mouse: the arrows aim, and Space probes there.
func TestAimAlone(t *testing.T) {
	c := New(nil, day)
	if err := c.Enter(game.Daily(day)); err != nil {
		t.Fatal(err)
	}
	press(t, &c, "Space")
	if c.State.Used != 0 || len(c.Sights()) != 0 {
		t.Error("it probes where nobody aims at")
	}
	for range 1000 {
		aim(t, &c, "Right")
	}
	if at := c.Sights()[0].At; at.X != c.Level.Ground.View.X1 {
		t.Errorf("it aims at %v, beyond the edge", at)
	}
	press(t, &c, "Space")
	if c.State.Used != 1 || c.State.Spots[0].At.X != c.Level.Ground.View.X1 {
		t.Errorf("%+v", c.State)
	}
	if _, _, _, ok := c.Aiming("A"); ok {
		t.Error("there is no second player's key")
	}
}

// TestSameTry: what was tried before is shown and not counted again, so that a key that is held does not fill the memory.
func TestSameTry(t *testing.T) {
	c := New(game.Results{"follow_slope": {Stars: 1}}, day)
	c.enter(game.Levels()[2])
	press(t, &c, "Space")
	press(t, &c, "Right")
	press(t, &c, "Space")
	press(t, &c, "Left")
	for range 50 {
		press(t, &c, "Space")
	}
	if len(c.State.Trials) != 2 || len(c.State.Actions) != 2 || c.Shown != 1 {
		t.Errorf("there are %d tries, %d is shown", len(c.State.Trials), c.Shown)
	}
}

// TestAfterTheDay: the day's landscape leads on to where there are stars to be won, and another day's to today's.
func TestAfterTheDay(t *testing.T) {
	c := New(game.Results{"by_hand": {Stars: 3}, "follow_slope": {Stars: 2}}, day)
	c.enter(game.Daily(day.AddDate(0, 0, -1)))
	if got := c.following(); got != game.Daily(day) {
		t.Errorf("after yesterday's comes %s", got.Key)
	}
	c.enter(game.Daily(day))
	if got := c.following(); got.Key != "follow_slope" {
		t.Errorf("after today's comes %s", got.Key)
	}
}

// TestProbedTwice: a key that is held, or a double click, does not cost probes.
func TestProbedTwice(t *testing.T) {
	c := New(nil, day)
	c.enter(game.Daily(day))
	at := c.Level.Ground.View.Centre()
	if err := c.Probe(at); err != nil {
		t.Fatal(err)
	}
	if err := c.Probe(at); err == nil || c.State.Used != 1 {
		t.Errorf("the second one: %v, used %d", err, c.State.Used)
	}
	press(t, &c, "BackSpace")
	if err := c.Probe(at); err != nil || c.State.Used != 2 {
		t.Errorf("taken back it can be probed again: %v", err)
	}
}

// TestScoreSays: the score is told when the level is over, and the best one beside a lower one.
func TestScoreSays(t *testing.T) {
	c := New(nil, day)
	if c.ScoreSays() != "" {
		t.Error("before the end there is a score")
	}
	play(t, &c)
	if got := c.ScoreSays(); got != "score 1000 of 1000" {
		t.Errorf("it is %q", got)
	}
	press(t, &c, "R")
	if err := c.Push(-1); err != nil {
		t.Fatal(err)
	}
	if err := c.Push(1); err != nil {
		t.Fatal(err)
	}
	for _, a := range game.CarefulPushes(c.Level, 1) {
		if err := c.act(a); err != nil {
			t.Fatal(err)
		}
	}
	if got := c.ScoreSays(); got != "score 889 of 1000, best so far 1000" {
		t.Errorf("it is %q", got)
	}
	if got := two(t); got.ScoreSays() != "" {
		t.Error("two players have a score")
	}
}

// TestLost: who has used up all that was allowed has no score, and is told what opens the next level.
func TestLost(t *testing.T) {
	c := New(nil, day)
	for c.Outcome().Count < c.Level.Limit {
		press(t, &c, "Left")
	}
	r, over := c.Result()
	if !over || r.Stars != 0 || r.Title != "Not found with 15" || c.ScoreSays() != "" {
		t.Errorf("%+v, %q", r, c.ScoreSays())
	}
	if next := c.Foot()[1]; next.Enabled || !strings.Contains(next.Hint, `"By hand"`) {
		t.Errorf("%+v", next)
	}
}
