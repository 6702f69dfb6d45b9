package descent

import (
	"time"
	"unicode"

	"fyne.io/fyne/v2"

	"descentlab/app/game"
	"descentlab/app/game/course"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/kit"
)

// Key handles the keys that are no characters.
func (r *Room) Key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyBackspace, fyne.KeyReturn, fyne.KeyEnter:
		if !r.aim(string(name)) {
			r.press(string(name))
		}
	case fyne.KeyPageUp:
		r.beside(-1)
	case fyne.KeyPageDown:
		r.beside(1)
	case fyne.KeyEscape:
		replayed := r.clock.replayed != nil
		r.clock.rest()
		return replayed
	default:
		return false
	}
	return true
}

// Rune handles characters.
func (r *Room) Rune(char rune) bool {
	switch char = unicode.ToUpper(char); char {
	case ' ':
		r.press("Space")
	case 'W', 'A', 'S', 'D':
		if r.aim(string(char)) {
			return true
		}
		if char != 'W' {
			return false
		}
		r.press(string(char))
	case 'F', 'R', '2':
		r.press(string(char))
	case 'P':
		r.replay()
	default:
		return false
	}
	return true
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

// Deeds are none: what is kept of the game is the session's.
func (r *Room) Deeds() []desk.Deed { return nil }

// Help tells of its keys.
func (r *Room) Help() desk.Help {
	return desk.Help{Keys: []desk.Shortcut{
		{Keys: words.T("Left, Right"), Does: words.T("push the ball, or turn the first knob")},
		{Keys: words.T("Up, Down"), Does: words.T("the size of the push, or the second knob")},
		{Keys: words.T("Space"), Does: words.T("step or run, where nothing is pushed")},
		{Keys: words.T("Click"), Does: words.T("probe a foggy map")},
		{Keys: words.T("Arrows, Space"), Does: words.T("aim and probe by keys; player 2 aims by arrows and probes by Enter")},
		{Keys: words.T("W, A, S, D"), Does: words.T("player 1 aims, and probes by Space")},
		{Keys: words.T("2"), Does: words.T("a foggy map for two players, or for one")},
		{Keys: words.T("Backspace"), Does: words.T("take the last probe back; it counts all the same")},
		{Keys: words.T("F"), Does: words.T("lift the fog when the level is over")},
		{Keys: words.T("W"), Does: words.T("watch gradient descent and Adam on the map")},
		{Keys: words.T("P"), Does: words.T("replay the run, or the best one")},
		{Keys: words.T("R"), Does: words.T("play again")},
		{Keys: words.T("Enter"), Does: words.T("on to the next level")},
		{Keys: words.T("Page Up, Page Down"), Does: words.T("the level before or after")},
	}}
}
