package course

import (
	"descentlab/app/game"
	"descentlab/app/words"
)

// Keys are those of the room by Fyne's names, and what they do where it can be done.
var keys = map[string]func(*Course) error{
	"Left":      func(c *Course) error { return c.sideways(-1) },
	"Right":     func(c *Course) error { return c.sideways(1) },
	"Up":        func(c *Course) error { c.vertically(1); return nil },
	"Down":      func(c *Course) error { c.vertically(-1); return nil },
	"Space":     (*Course).forward,
	"F":         (*Course).Lift,
	"W":         (*Course).Watch,
	"R":         (*Course).anew,
	"2":         (*Course).Players,
	"BackSpace": (*Course).Back,
	"Onward":    (*Course).Next,
	"Return":    (*Course).onward,
	"KP_Enter":  (*Course).onward,
}

// Key does what a key does. It tells whether the key is one of the room's.
func (c *Course) Key(name string) (known bool, err error) {
	do, known := keys[name]
	if !known {
		return false, nil
	}
	return true, do(c)
}

// sideways pushes; where a step is followed the right arrow steps; in a level of tries the first knob is turned.
func (c *Course) sideways(side float64) error {
	switch w := c.Level.Way.(type) {
	case game.Walk:
		if w.Deed == game.Push {
			return c.Push(side)
		}
		if side > 0 {
			return c.Step()
		}
		return nil
	case game.Probing:
		return nil // aims are moved, see Aiming
	}
	c.turn(0, int(side))
	return nil
}

// vertically chooses the size, or turns the second knob.
func (c *Course) vertically(by int) {
	if _, tries := launch(c.Level); tries {
		c.turn(1, by)
		return
	}
	c.Resize(by)
}

// turn turns a knob by so many of its values.
func (c *Course) turn(knob, by int) {
	w, _ := launch(c.Level)
	if knob < len(w.Knobs) {
		k := w.Knobs[knob]
		_ = c.Set(k.Name, k.Moved(c.Values[k.Name], by)) // a value of the knob can always be set
	}
}

// forward is what the space bar does: the step or the try.
func (c *Course) forward() error {
	if _, tries := launch(c.Level); tries {
		return c.Try()
	}
	switch w := c.Level.Way.(type) {
	case game.Walk:
		if w.Deed == game.Step {
			return c.Step()
		}
	case game.Probing:
		if w.Two || c.Aims[0] != nil {
			return c.shoot(0)
		}
	}
	return nil
}

// anew begins the level anew. Two players end their round first: the key lies beside theirs.
func (c *Course) anew() error {
	if c.Level.Shared() && !c.Outcome().Over {
		return words.Errorf("R begins another round when this one is over")
	}
	c.Again()
	return nil
}

// Aiming is which player's aim a key moves, and where to: the arrows that of one player or of the second one, and the letters
// beside one another at the left of a keyboard that of the first one.
func (c Course) Aiming(key string) (who, dx, dy int, ok bool) {
	if _, probing := c.Level.Way.(game.Probing); !probing || c.Outcome().Over {
		return 0, 0, 0, false
	}
	arrows := map[string][2]int{"Left": {-1, 0}, "Right": {1, 0}, "Up": {0, 1}, "Down": {0, -1}}
	letters := map[string][2]int{"A": {-1, 0}, "D": {1, 0}, "W": {0, 1}, "S": {0, -1}}
	if by, ok := letters[key]; ok && c.Level.Shared() {
		return 0, by[0], by[1], true
	}
	by, ok := arrows[key]
	if c.Level.Shared() {
		who = 1
	}
	return who, by[0], by[1], ok
}

// onward goes to the next level once this one is over; until then it does what the space bar does.
func (c *Course) onward() error {
	switch over := c.Outcome().Over; {
	case c.Level.Shared() && over:
		return words.Errorf("this round is over: R begins another one") // who still hits the key wants no other level
	case c.Level.Shared():
		return c.shoot(1)
	case over:
		return c.Next()
	}
	return c.forward()
}
