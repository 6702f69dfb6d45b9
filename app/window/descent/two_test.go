package descent

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"descentlab/app/game"
	"descentlab/internal/lengthy"
	"descentlab/surfaces"
)

// today is the room on a day, with that day's landscape on its map.
func today(t *testing.T) (*Room, func()) {
	t.Helper()
	r, d := entered(t, nil)
	seen := func() {
		d.Window().Canvas().Capture()
		d.Settle()
	}
	test.Tap(r.header.today)
	seen()
	return r, seen
}

// TestTwoAtOneKeyboard: the letters and Space are the first player's, the arrows and Enter the second one's. Who holds a key gets
// on faster.
func TestTwoAtOneKeyboard(t *testing.T) {
	r, _ := today(t)
	now := time.Now()
	r.now = func() time.Time { return now }
	keys(r, "2")
	if !r.course.Level.Shared() || len(r.scene.landscape().Sights) != 2 {
		t.Fatalf("it is %s", r.course.Level.Key)
	}
	x := func(who int) float64 { return r.scene.landscape().Sights[who].At.X }
	before := x(0)
	keys(r, "d")
	once := x(0) - before
	now = now.Add(30 * time.Millisecond)
	keys(r, "d")
	if held := x(0) - before - once; once <= 0 || held < 3*once {
		t.Errorf("a key moves by %v, held by %v", once, held)
	}
	now = now.Add(time.Second)
	keys(r, "a")
	if back := x(0) - before; back <= once {
		t.Errorf("another key, later, moves as if it were held: %v", back)
	}
	second := x(1)
	keys(r, "Left", " ", "Return")
	if s := r.course.State; len(s.Spots) != 2 || s.Spots[1].By.Who != 1 || s.Spots[1].At.X >= second {
		t.Fatalf("%+v", s.Spots)
	}
	keys(r, "s", "Up", "r", "BackSpace", "Return")
	if r.course.State.Used != 2 {
		t.Error("a key of nobody's turn does something")
	}
	if list := r.above(); len(list) != 0 {
		t.Errorf("in the middle of a round there are buttons: %+v", list)
	}
	r.Undo()
	r.Redo()
	if r.course.State.Used != 2 || !r.course.Level.Shared() {
		t.Errorf("undone and done again it is %+v", r.course.State)
	}
}

// TestAimWithoutAMouse: the arrows show where Space would probe; when the pointer comes, that counts.
func TestAimWithoutAMouse(t *testing.T) {
	r, _ := today(t)
	keys(r, "Right", "Up")
	sights := r.scene.landscape().Sights
	if len(sights) != 1 || sights[0].Says != "space: probe here" {
		t.Fatalf("%+v", sights)
	}
	keys(r, " ")
	if s := r.course.State.Spots; len(s) != 1 || s[0].At != sights[0].At {
		t.Errorf("%+v", s)
	}
	probe(r, game.Levels()[4].Ground.View.Centre())
	if len(r.course.State.Spots) != 2 {
		t.Error("a click does not probe any more")
	}
}

// TestMidnight: who plays over midnight finds another landscape under Today, and can go on with the one of the day before.
func TestMidnight(t *testing.T) {
	lengthy.Test(t)
	r, seen := today(t)
	yesterday := r.course.Level
	probe(r, yesterday.Ground.View.Centre())
	tomorrow := time.Now().AddDate(0, 0, 1)
	r.now = func() time.Time { return tomorrow }
	probe(r, surfaces.Point{X: 1, Y: 1})
	if r.course.Level != yesterday || r.course.State.Used != 2 {
		t.Error("midnight ends what is played")
	}
	test.Tap(r.header.today)
	seen()
	if r.course.Level.Key != game.DayKey(tomorrow) || r.course.State.Used != 0 {
		t.Errorf("today is %s", r.course.Level.Key)
	}
	r.Undo()
	if r.course.Level != yesterday || r.course.State.Used != 2 {
		t.Errorf("there is no way back: %s", r.course.Level.Key)
	}
}
