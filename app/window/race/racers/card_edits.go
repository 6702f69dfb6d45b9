package racers

import (
	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
)

// edit changes the racer of this card, as it is at the playhead.
func (c *card) edit(key string, f func(*setup.Racer)) error {
	i := c.index
	return c.pane.desk.Edit(key, func(e *setup.Experiment) {
		if i < len(e.Racers) {
			r := &e.Racers[i]
			shown := setup.Racer{Spec: r.SpecAt(stepOf(c.pane.desk.Lab().State())).Clone(), Slot: r.Slot, Hidden: r.Hidden}
			before := shown.Spec.Clone()
			f(&shown)
			if r.Hidden = shown.Hidden; !shown.Spec.Equal(before) {
				c.pane.put(r, shown.Spec)
			}
		}
	})
}

// setMethod keeps the settings that the new method understands as well, but not the rate, whose sensible size differs: it is one
// that suits the surface.
func (c *card) setMethod(key string) {
	i := c.index
	_ = c.pane.desk.Edit("", func(e *setup.Experiment) {
		if i >= len(e.Racers) {
			return
		}
		if spec := e.Racers[i].SpecAt(stepOf(c.pane.desk.Lab().State())); spec.Method != key {
			c.pane.put(&e.Racers[i], e.Rated(spec.WithMethod(key)))
		}
	})
}

func (c *card) setSchedule(key string) {
	if key == noSchedule {
		key = ""
	}
	_ = c.edit("", func(r *setup.Racer) { r.Spec = r.Spec.WithSchedule(key) })
}

func (c *card) toggleHidden() {
	_ = c.edit("", func(r *setup.Racer) { r.Hidden = !r.Hidden })
}

// toggleAll shows every knob, or the main ones and what is on.
func (c *card) toggleAll() {
	c.pane.desk.Lab().Look(func(v *lab.View) { v.More = !v.More })
}

// toggleOpen opens the card, which closes the one that was open, or closes it. Who did so with a key goes on there.
func (c *card) toggleOpen() {
	keyed := c.focused()
	c.pane.desk.Lab().Look(func(v *lab.View) {
		if v.Card == c.slot {
			v.Card = -1
			return
		}
		v.Card = c.slot
	})
	if keyed {
		c.pane.focus(c.slot)
	}
}

// lookAt makes the racer stand out while the pointer is on its card.
func (c *card) lookAt(over bool) {
	c.pane.desk.Lab().Look(func(v *lab.View) { v.PointAt(c.slot, over) })
}

// focusable is the part of the card that stands for all of it.
func (c *card) focusable() fyne.Focusable {
	if c.lane != nil {
		return c.lane
	}
	return c.open.head
}

// focused tells whether the card itself has the focus.
func (c *card) focused() bool {
	if c.lane != nil {
		return c.lane.Focused()
	}
	return c.open.head.Focused()
}
