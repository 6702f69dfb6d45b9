package course

import "descentlab/app/game"

// Keys are those of the room by Fyne's names, and what they do where it can be done.
var keys = map[string]func(*Course) error{
	"Left":      func(c *Course) error { return c.sideways(-1) },
	"Right":     func(c *Course) error { return c.sideways(1) },
	"Up":        func(c *Course) error { c.vertically(1); return nil },
	"Down":      func(c *Course) error { c.vertically(-1); return nil },
	"Space":     (*Course).forward,
	"F":         (*Course).Lift,
	"W":         (*Course).Watch,
	"R":         func(c *Course) error { c.Again(); return nil },
	"BackSpace": (*Course).Back,
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
		return nil
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
	if w, ok := c.Level.Way.(game.Walk); ok && w.Deed == game.Step {
		return c.Step()
	}
	return nil
}

// onward goes to the next level once this one is over; until then it does what the space bar does.
func (c *Course) onward() error {
	if c.Outcome().Over {
		return c.Next()
	}
	return c.forward()
}
