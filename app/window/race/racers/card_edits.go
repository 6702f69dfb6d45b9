package racers

import (
	"slices"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/script"
	"descentlab/app/lab/setup"
	"descentlab/app/words"
	"descentlab/optim"
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

// copyItem puts the racer on the clipboard as a Python program, if there is one.
func (c *card) copyItem(i int, name string) *fyne.MenuItem {
	s := c.pane.desk.Lab().State()
	text, err := script.Python(s.Doc.Racers[i].Spec, s.Doc.Racers[i].Changes, name, s)
	item := fyne.NewMenuItem(words.T("Copy as Python"), func() { c.pane.desk.Copy(text) })
	item.Disabled = err != nil
	return item
}

// straighten takes back all that the racer becomes on its way, and its futures.
func (c *card) straighten(i int) *fyne.MenuItem {
	r := &c.pane.desk.Lab().State().Doc.Racers[i]
	item := fyne.NewMenuItem(words.T("Take its forks back"), func() {
		_ = c.pane.desk.Edit("", func(e *setup.Experiment) { e.Racers[i].Changes, e.Racers[i].Futures = nil, nil })
	})
	item.Disabled = len(r.Changes)+len(r.Futures) == 0
	return item
}

// pinItem lets the racer stand out, or no longer.
func (c *card) pinItem() *fyne.MenuItem {
	text := words.T("Pin: it stands out everywhere")
	if c.pane.desk.Lab().State().View.Pinned == c.slot {
		text = words.T("Unpin")
	}
	return fyne.NewMenuItem(text, func() { c.pane.desk.Lab().Look(func(v *lab.View) { v.Pin(c.slot) }) })
}

// whyItem tells why the racer stops where it does.
func (c *card) whyItem() *fyne.MenuItem {
	s := c.pane.desk.Lab().State()
	why := ""
	if told := s.Chronicle(); told != nil {
		why = told.End(s.TapeDoc.RacerAt(c.slot))
	}
	item := fyne.NewMenuItem(words.T("Why did it stop here?"), func() { c.pane.desk.Notice(why) })
	item.Disabled = why == ""
	return item
}

// showMenu opens what can be done with the racer as a whole.
func (c *card) showMenu(anchor fyne.CanvasObject) {
	i := c.index
	doc := c.pane.desk.Lab().State().Doc
	item := func(label string, f func(e *setup.Experiment)) *fyne.MenuItem {
		return fyne.NewMenuItem(label, func() { _ = c.pane.desk.Edit("", f) })
	}
	swap := func(label string, j int) *fyne.MenuItem {
		it := item(label, func(e *setup.Experiment) { e.Racers[i], e.Racers[j] = e.Racers[j], e.Racers[i] })
		it.Disabled = j < 0 || j >= len(doc.Racers)
		return it
	}
	c.pane.desk.Menu(anchor, fyne.NewMenu("",
		fyne.NewMenuItem(words.T("About %s …", doc.Names()[i]), func() { c.pane.aboutRacer(c.slot) }),
		c.copyItem(i, doc.Names()[i]),
		c.pinItem(),
		c.whyItem(),
		fyne.NewMenuItemSeparator(),
		item(words.T("Duplicate"), func(e *setup.Experiment) {
			twin := setup.Racer{Spec: e.Racers[i].Spec.Clone(), Changes: e.Racers[i].Changes.Clone(), Slot: e.FreeSlot()}
			e.Racers = slices.Insert(e.Racers, i+1, twin)
		}),
		item(words.T("Back to defaults"), func(e *setup.Experiment) {
			e.Racers[i].Spec = optim.Spec{Method: e.Racers[i].Spec.Method}
			e.Racers[i].Changes, e.Racers[i].Futures = nil, nil
		}),
		c.straighten(i),
		swap(words.T("Move up"), i-1),
		swap(words.T("Move down"), i+1),
		fyne.NewMenuItemSeparator(),
		item(words.T("Remove"), func(e *setup.Experiment) { e.Racers = slices.Delete(e.Racers, i, i+1) })))
}
