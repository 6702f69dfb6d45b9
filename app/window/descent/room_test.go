package descent

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"descentlab/app/game"
	"descentlab/app/game/solve"
	"descentlab/app/window/desk"
	"descentlab/app/window/desk/desktest"
	"descentlab/internal/lengthy"
	"descentlab/surfaces"
	"descentlab/widgets/plot/record"
)

// entered is the room in a window, with what it has kept.
func entered(t *testing.T, kept json.RawMessage) (*Room, *desktest.Desk) {
	t.Helper()
	room, d := desktest.Housed(t, desktest.UsualWidth, desktest.UsualHeight,
		func(f desk.Frame, said fyne.CanvasObject) (desk.Room, error) { return Kind().New(f, said, kept) })
	room.Enter()
	d.Window().Canvas().Capture()
	d.Settle()
	return room.(*Room), d
}

// keys presses keys and types characters.
func keys(r *Room, names ...string) {
	for _, name := range names {
		if len(name) == 1 {
			r.Rune(rune(name[0]))
		} else {
			r.Key(fyne.KeyName(name))
		}
	}
}

// tile is the middle of a level's tile.
func tile(r *Room, number int) fyne.Position {
	n := len(game.Levels())
	return fyne.NewPos((float32(number)-0.5)*r.tiles.picture.Size().Width/float32(n), 40)
}

// probe clicks on the map at a place of the ground.
func probe(r *Room, at surfaces.Point) {
	v, size := r.course.Level.Ground.View, r.scene.picture.Size()
	x, y := (at.X-v.X0)/(v.X1-v.X0), (v.Y1-at.Y)/(v.Y1-v.Y0)
	desktest.Click(r.scene.picture, fyne.NewPos(float32(x)*size.Width, float32(y)*size.Height))
}

// play plays the level well: by clicks on its buttons, its map and its knobs.
func play(t *testing.T, r *Room, d *desktest.Desk) {
	t.Helper()
	l := r.course.Level
	d.Window().Canvas().Capture() // the map is made for the size at which it is drawn
	d.Settle()
	switch w := l.Way.(type) {
	case game.Probing:
		for _, a := range game.CarefulProbes(l, l.Ground.Start) {
			probe(r, a.At())
		}
	case game.Walk:
		for _, a := range best(l) {
			size, button := a.By, len(r.controls.keys)-1
			if a.By < 0 {
				size, button = -a.By, 0
			}
			for r.course.Size != slices.Index(w.Sizes, size) {
				keys(r, map[bool]string{true: "Up", false: "Down"}[r.course.Size < slices.Index(w.Sizes, size)])
			}
			desktest.Click(r.controls.keys[button].picture, fyne.NewPos(20, 20))
		}
	default:
		for _, a := range best(l) {
			if spec, err := a.Spec(); err == nil && r.controls.method != nil {
				r.controls.method.OnChanged(spec.Method)
			}
			values := r.course.Setting(a)
			for i, k := range r.course.Knobs() {
				r.controls.knobs[i].OnChanged(values[k.Name], true)
			}
			desktest.Click(r.controls.keys[0].picture, fyne.NewPos(20, 20))
		}
	}
}

func best(l *game.Level) []game.Action {
	if l.Number == 1 {
		return game.CarefulPushes(l, -1)
	}
	s, _ := solve.Fewest(l)
	return s.Actions
}

// TestAllLevels: from the first one to the day's, by gestures, each with three stars.
func TestAllLevels(t *testing.T) {
	lengthy.Test(t)
	r, d := entered(t, nil)
	for n := range game.Levels() {
		if r.course.Level.Number != n+1 {
			t.Fatalf("level %d is played, not %d: %v", r.course.Level.Number, n+1, d.Said)
		}
		secret := func(o over) bool { return !strings.Contains(o.text, "[2]") }
		if r.page.next.Visible() || r.page.chart.Visible() || slices.ContainsFunc(r.above(), secret) {
			t.Errorf("level %d: what is hidden until it is over is seen", n+1)
		}
		play(t, r, d)
		r.clock.advance(1)
		if o := r.course.Outcome(); !o.Over || o.Stars != 3 || d.Said != nil {
			t.Fatalf("level %d comes to %+v, said is %v", n+1, o, d.Said)
		}
		if !r.page.over || !r.page.next.Visible() || r.page.next.Disabled() {
			t.Errorf("level %d: the way on is not open", n+1)
		}
		test.Tap(r.page.next)
	}
	if r.course.Level.Number != 0 {
		t.Errorf("after the last one comes %q", r.course.Level.Key)
	}
	if r.clock.ticker.Running() {
		r.clock.advance(1)
	}
	if r.clock.ticker.Running() {
		t.Error("it goes on ticking")
	}
}

// TestFirstLevel: what is hidden stays so until the end; then the fog lifts, the run is written down and kept. A push
// counts and is not undone; the level as it was left can be gone back to.
func TestFirstLevel(t *testing.T) {
	r, d := entered(t, nil)
	keys(r, "Left", "f")
	if r.course.Lifted || d.Said == nil || r.course.State.Used != 1 || r.CanUndo() {
		t.Errorf("after a push and F: %+v, said %v", r.course.State, d.Said)
	}
	keys(r, "r")
	play(t, r, d)
	if d.Said != nil || len(r.above()) != 2 || !r.page.again.Visible() {
		t.Fatalf("at the end: %v, buttons %v", d.Said, r.above())
	}
	test.Tap(r.scene.above[0])
	if !r.course.Lifted {
		t.Error("the button does not lift the fog")
	}
	keys(r, "Right")
	if d.Said == nil || r.course.State.Used != 8 {
		t.Error("the ball is pushed after the end")
	}
	test.Tap(r.page.again)
	if r.course.State.Used != 0 || r.course.Lifted || !r.CanUndo() {
		t.Error("it does not begin anew")
	}
	r.Undo()
	if r.course.State.Used != 8 || r.course.Best["by_hand"].Stars != 3 {
		t.Errorf("undone it is %+v", r.course.State)
	}
	r.Undo()
	if r.course.State.Used != 1 || r.CanUndo() || r.course.Best["by_hand"].Stars != 3 {
		t.Error("what was won before is lost, or the push is undone")
	}
	r.Redo()
	if !r.page.over || strings.Count(r.page.table(), "\n") != 10 {
		t.Errorf("the table is %q", r.page.table())
	}
}

// numbers is what the panel tells that was used.
func numbers(r *Room) string {
	on := record.New(270, 148)
	r.controls.numbers.Draw(on, 1)
	return on.Marks.Texts()[1]
}

// TestReplay: action by action, while nothing of the course changes, and then back to where one was.
func TestReplay(t *testing.T) {
	r, d := entered(t, nil)
	keys(r, "p")
	if d.Said == nil || r.clock.ticker.Running() {
		t.Error("nothing is replayed")
	}
	play(t, r, d)
	keys(r, "r", "p")
	if !r.clock.ticker.Running() || len(r.shown().State.Spots) != 1 || r.page.over {
		t.Fatal("the best run is not replayed")
	}
	for n := 1; n <= 8; n++ {
		r.clock.advance(actTime)
		if got := r.shown().State.Used; got != n || r.course.State.Used != 0 {
			t.Fatalf("after %d actions it shows %d", n, got)
		}
		if told := numbers(r); told != strconv.Itoa(n) {
			t.Fatalf("after %d actions the panel tells %s", n, told)
		}
	}
	r.clock.advance(actTime)
	if r.clock.ticker.Running() || len(r.shown().State.Spots) != 1 {
		t.Error("it does not end")
	}
	keys(r, "p", "Right")
	if r.clock.replayed != nil || r.course.State.Used != 1 {
		t.Error("a push does not end the replay")
	}
}

// TestLocked: a click on the tile of a locked level says what unlocks it; the day's is open to all.
func TestLocked(t *testing.T) {
	r, d := entered(t, nil)
	desktest.Click(r.tiles.picture, tile(r, 5))
	if d.Said == nil || !strings.Contains(d.Said.Error(), "Escape the trap") || r.course.Level.Number != 1 {
		t.Errorf("said is %v in level %d", d.Said, r.course.Level.Number)
	}
	keys(r, "Next")
	if d.Said == nil || r.course.Level.Number != 1 {
		t.Error("Page Down gets into a locked level")
	}
	test.Tap(r.header.today)
	if d.Said != nil || r.course.Level.Number != 0 {
		t.Errorf("the day's level: %v", d.Said)
	}
	r.header.pick("by_hand")
	if r.course.Level.Number != 1 {
		t.Error("the list does not lead to a level")
	}
}

// onScene are the texts over the picture of the level.
func onScene(r *Room) []string {
	on := record.New(float64(r.scene.w), float64(r.scene.h))
	r.scene.over(on, r.scene.scale)
	return on.Marks.Texts()
}

// TestProbes: a click opens a hole which grows, Backspace takes it back and it counts, W lets the others run over lifted fog.
func TestProbes(t *testing.T) {
	r, d := entered(t, nil)
	test.Tap(r.header.today)
	l := r.course.Level
	desktest.Click(r.scene.picture, fyne.NewPos(100, 100))
	if len(r.course.State.Spots) != 0 {
		t.Error("a map is probed that is not seen yet")
	}
	d.Window().Canvas().Capture()
	d.Settle()
	at := l.Ground.View.Centre()
	probe(r, at)
	if s := r.course.State.Spots; len(s) != 1 || s[0].At.Distance(at) > 0.01 || r.clock.open > 0.1 {
		t.Fatalf("the probe is %+v, open %v", s, r.clock.open)
	}
	r.clock.advance(opening / 2)
	if r.clock.open <= 0.4 || r.clock.open >= 0.6 {
		t.Errorf("half open is %v", r.clock.open)
	}
	keys(r, "BackSpace")
	if r.course.State.Used != 1 || len(r.course.State.Standing()) != 0 {
		t.Errorf("taken back it is %+v", r.course.State)
	}
	keys(r, "w")
	if d.Said == nil {
		t.Error("the others are watched before the end")
	}
	probe(r, l.Ground.Lowest().At)
	if seen := onScene(r); !slices.Contains(seen, "Minimum found") {
		t.Errorf("the card of the end is not seen: %q", seen)
	}
	keys(r, "w")
	if !r.course.Lifted || len(r.scene.landscape().Rivals) != 3 || r.clock.head > 1 {
		t.Fatal("nobody is watched")
	}
	if seen := onScene(r); slices.Contains(seen, "Minimum found") || len(seen) == 0 {
		t.Errorf("the card of the end stands over those who are watched: %q", seen)
	}
	r.clock.advance(watchTime / 2)
	if r.clock.head <= 0 || r.clock.head >= r.clock.end() {
		t.Errorf("half way they are at %v of %v", r.clock.head, r.clock.end())
	}
	r.Leave()
	if r.clock.ticker.Running() {
		t.Error("they run while nobody sees it")
	}
}

// TestTriesAreUndone: they do not count, and what was set is undone as well.
func TestTriesAreUndone(t *testing.T) {
	lengthy.Test(t)
	r, d := entered(t, kept(t))
	desktest.Click(r.tiles.picture, tile(r, 3))
	if r.course.Level.Number != 3 {
		t.Fatal(d.Said)
	}
	rate := r.course.Values["lr"]
	keys(r, "Right", "Right")
	r.controls.knobs[0].OnChanged(5.04, true)
	if r.course.Values["lr"] != 5 || r.controls.knobs[0].Value() != 5 {
		t.Errorf("the knob goes to %v, shows %v", r.course.Values["lr"], r.controls.knobs[0].Value())
	}
	keys(r, " ")
	if len(r.course.State.Trials) != 1 {
		t.Fatal("nothing is tried")
	}
	r.Undo()
	if len(r.course.State.Trials) != 0 || r.course.Values["lr"] != 5 {
		t.Error("the try is not undone alone")
	}
	r.Undo()
	if r.course.Values["lr"] != rate || r.course.Level.Number != 3 {
		t.Errorf("the rate is %v, not %v", r.course.Values["lr"], rate)
	}
}

// kept is a course with the first two levels won.
func kept(t *testing.T) json.RawMessage {
	t.Helper()
	r, d := entered(t, nil)
	for range 2 {
		play(t, r, d)
		keys(r, "Return")
	}
	keys(r, "Prior", "r")
	return r.State()
}

// TestKept: the room is made again as it was; what was forged is found out and said, and what is no course is refused.
func TestKept(t *testing.T) {
	lengthy.Test(t)
	text := kept(t)
	r, d := entered(t, text)
	if d.Said != nil || r.course.Best["follow_slope"].Stars != 3 || string(r.State()) != string(text) {
		t.Errorf("said %v, kept %s", d.Said, r.State())
	}
	forged := strings.Replace(string(text), `"count":8`, `"count":5`, 1)
	r, d = entered(t, json.RawMessage(forged))
	told := d.Said != nil && strings.Contains(d.Said.Error(), "results that were kept")
	if forged == string(text) || !told || r.course.Best["by_hand"].Stars != 0 {
		t.Errorf("a forged play is taken for good: %v, %+v", d.Said, r.course.Best)
	}
	if _, err := Kind().New(d, container.NewStack(), json.RawMessage(`{"format":"x"}`)); err == nil {
		t.Error("a text that is no course is taken for one")
	}
}

// TestRowLightsHop: the row under the pointer lights the hop that it is about.
func TestRowLightsHop(t *testing.T) {
	lengthy.Test(t)
	r, d := entered(t, nil)
	play(t, r, d)
	d.Window().Canvas().Capture()
	lit := map[int]bool{}
	for y := range int(r.page.text.Size().Height) {
		r.page.text.OnHover(fyne.NewPos(60, float32(y)), true)
		lit[r.scene.curve().Lit] = true
	}
	if len(lit) != 10 { // nine rows, and none
		t.Errorf("lit are %v", lit)
	}
	r.page.text.OnHover(fyne.Position{}, false)
	if r.scene.curve().Lit != -1 {
		t.Error("it stays lit")
	}
}
