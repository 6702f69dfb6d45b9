package descent

import (
	"slices"
	"time"
	"unicode"

	"fyne.io/fyne/v2"

	"descentlab/app/game"
	"descentlab/app/game/course"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/kit"
)

// Key moves an aim, or does what a key of Commands does; Escape ends a replay.
func (r *Room) Key(name fyne.KeyName) bool {
	if name == fyne.KeyEscape {
		replayed := r.clock.replayed != nil
		r.clock.rest()
		return replayed
	}
	return r.aim(string(name)) || desk.Press(r.desk, r.Commands(), name)
}

// Rune moves an aim, or does what a character of Commands does.
func (r *Room) Rune(char rune) bool {
	switch char = unicode.ToUpper(char); char {
	case 'W', 'A', 'S', 'D':
		if r.aim(string(char)) {
			return true
		}
	}
	return desk.Type(r.desk, r.Commands(), char)
}

// press does what a key of the game does.
func (r *Room) press(key string) {
	r.do(func(c *course.Course) error {
		_, err := c.Key(key)
		return err
	})
}

// heldFor is how soon a key comes again that is held.
const heldFor = 120 * time.Millisecond

// aim moves an aim, if the key does: farther while it is held. It tells whether it does.
func (r *Room) aim(key string) bool {
	who, dx, dy, ok := r.course.Aiming(key)
	if !ok {
		return false
	}
	now := r.now()
	held := key == r.aiming && now.Sub(r.aimed) < heldFor
	r.aiming, r.aimed = key, now
	r.clock.rest()
	r.course.Aim(who, dx, dy, held)
	r.scene.pointed = false
	r.scene.picture.Redraw()
	return true
}

// beside begins the level so many places farther on in the row.
func (r *Room) beside(by int) {
	list := r.course.Tiles()
	for i, t := range list {
		if to := i + by; t.Present && to >= 0 && to < len(list) {
			r.enter(list[to].Level)
			return
		}
	}
}

// play is what can be replayed: the level's run once it is over; before the first action, the best one.
func (r *Room) play() []game.Action {
	switch {
	case r.course.Outcome().Over:
		return r.course.State.Actions
	case len(r.course.State.Actions) == 0:
		return r.course.Best[r.course.Level.Key].Actions
	}
	return nil
}

// replay shows it, action by action.
func (r *Room) replay() {
	actions := r.play()
	if len(actions) == 0 {
		r.desk.Say(words.Errorf("there is no run to be replayed: finish the level first"))
		return
	}
	r.desk.Say(nil)
	r.clock.replay(actions)
}

// over is a button over the picture.
type over struct {
	text, hint string
	icon       kit.IconName
	do         func()
}

// above are the buttons over the picture.
func (r *Room) above() (list []over) {
	if r.clock.replayed != nil {
		return []over{{words.T("End the replay"), words.T("Back to where you were (Esc)"), kit.IconPause, r.clock.rest}}
	}
	for _, b := range r.course.Above() {
		icon := kit.IconPlay
		switch b.Do {
		case "F":
			icon = kit.IconEye
		case "2":
			icon = kit.IconDuplicate
		}
		list = append(list, over{b.Label + "  [" + b.Hint + "]", "", icon, func() { r.press(b.Do) }})
	}
	if len(r.play()) > 0 {
		text := words.T("Replay")
		if !r.course.Outcome().Over {
			text = words.T("Replay your best")
		}
		list = append(list, over{text + "  [P]", words.T("Once more, action by action"), kit.IconLoop, r.replay})
	}
	return list
}

// Copy puts the table of the run on the clipboard.
func (r *Room) Copy() {
	if text := r.page.table(); text != "" {
		r.desk.Copy(text)
	}
}

// Commands are what can be done in the room. The keys do what the level makes of them; what its buttons say is found by name.
func (r *Room) Commands() []desk.Command {
	group := words.T("Level")
	key := func(name, does, hint string) desk.Command {
		return desk.Command{Group: group, Keys: []string{name}, Hint: hint, Do: func() { r.press(does) }}
	}
	push, size := words.T("push the ball, or turn the first knob"), words.T("the size of the push, or the second knob")
	list := []desk.Command{
		key("Left", "Left", push), key("Right", "Right", push), key("Up", "Up", size), key("Down", "Down", size),
		key("Space", "Space", words.T("step or run, where nothing is pushed")),
		{Group: group, Hand: words.T("Click"), Hint: words.T("probe a foggy map")},
		{Group: group, Hand: words.T("Arrows, Space"),
			Hint: words.T("aim and probe by keys; player 2 aims by arrows and probes by Enter")},
		{Group: group, Hand: words.T("W, A, S, D"), Hint: words.T("player 1 aims, and probes by Space")},
		key("2", "2", words.T("a foggy map for two players, or for one")),
		key("Backspace", "BackSpace", words.T("take the last probe back; it counts all the same")),
		key("F", "F", words.T("lift the fog when the level is over")),
		key("W", "W", words.T("watch gradient descent and Adam on the map")),
		{Name: words.T("Replay"), Group: group, Keys: []string{"P"}, Hint: words.T("replay the run, or the best one"), Do: r.replay},
		{Name: words.T("Play again"), Group: group, Keys: []string{"R"}, Hint: words.T("play again"), Do: func() { r.press("R") }},
		key("Enter", "Return", words.T("on to the next level")),
		{Name: words.T("Menu of the level"), Group: group, Keys: []string{"Menu"}, Do: r.menuHere,
			Hint: words.T("what can be done in the level (also Shift+F10)")},
		{Name: words.T("The level before"), Group: group, Keys: []string{"PageUp"}, Hint: words.T("the level before or after"),
			Do: func() { r.beside(-1) }},
		{Name: words.T("The next level"), Group: group, Keys: []string{"PageDown"}, Hint: words.T("the level before or after"),
			Do: func() { r.beside(1) }},
	}
	for _, b := range slices.Concat(r.course.Buttons(), r.course.Above()) {
		why := ""
		if !b.Enabled {
			why = words.T("The level is over.")
		}
		list = append(list, desk.Command{Name: b.Label, Group: group, Why: why, Do: func() { r.press(b.Do) }})
	}
	return list
}

// menu is what the right button offers on the picture: what has a name of its own, and to have it said in words.
func (r *Room) menu() []desk.Command {
	list := slices.DeleteFunc(r.Commands(), func(c desk.Command) bool { return c.Name == "" })
	said := r.desk.Offered("T")
	for i := range said {
		said[i].Rule = i == 0
	}
	return append(list, said...)
}

// menuHere opens the menu of the level in the middle of its picture.
func (r *Room) menuHere() {
	o := r.scene.picture
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	r.desk.Context(at.AddXY(o.Size().Width/2, o.Size().Height/2), desk.Menu(r.menu()))
}

// Finds are the levels.
func (r *Room) Finds() []desk.Command {
	group := words.T("Level")
	list := []desk.Command{{Name: words.T("The map of the day"), Group: group, Do: func() { r.enter(game.Daily(r.day())) }}}
	for _, t := range r.course.Tiles() {
		why := ""
		if t.Locked {
			why = words.SentenceCase(note(t)) + "."
		}
		list = append(list, desk.Command{Name: words.T("Level: %s", t.Level.Name()), Group: group, Why: why, On: t.Present,
			Do: func() { r.enter(t.Level) }})
	}
	return list
}

// Help has nothing beside its commands.
func (r *Room) Help() desk.Help { return desk.Help{} }
