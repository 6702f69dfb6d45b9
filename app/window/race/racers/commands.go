package racers

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/script"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/widgets"
)

var _ desk.Finder = (*Pane)(nil)

// Finds are the optimizers that can be added, and of every racer its knobs and what can be done with it as a whole.
func (p *Pane) Finds() []desk.Command {
	var list []desk.Command
	doc := p.desk.Lab().State().Doc
	names := doc.Names()
	for _, c := range p.cards {
		if c.index >= len(names) {
			continue
		}
		for _, k := range knobsOf(doc.Racers[c.index].Spec) {
			slot := c.slot
			list = append(list, desk.Command{Name: fmt.Sprintf("%s: %s …", names[c.index], k.Name), Group: words.T("Knob"),
				Hint: words.T(k.Help), Do: func() { p.turnTo(slot, k.Name) }})
		}
	}
	for _, c := range p.cards {
		for _, command := range c.commands() {
			command.Name, command.Rule = names[c.index]+": "+command.Name, false
			list = append(list, command)
		}
	}
	for _, m := range optim.Methods() {
		list = append(list, desk.Command{Name: words.T("Add %s", words.T(m.Title)), Group: words.T("Optimizers"),
			Hint: words.T(m.Idea),
			Do:   func() { p.addRacer(m.Key) }})
	}
	return list
}

// knobsOf are all knobs of a racer in the order of its card.
func knobsOf(spec optim.Spec) []optim.Knob {
	list := slices.Clone(figure.MainKnobs(spec))
	for _, g := range figure.MoreKnobs(spec, true) {
		list = append(list, g.Knobs...)
	}
	return list
}

// turnTo opens a card as far as it must be for a knob, and gives that the focus.
func (p *Pane) turnTo(slot int, knob string) {
	p.desk.Lab().Look(func(v *lab.View) { v.Card = slot })
	row := p.row(slot, knob)
	if row == nil {
		p.desk.Lab().Look(func(v *lab.View) { v.More = true })
		row = p.row(slot, knob)
	}
	if row == nil {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(row.object()); c != nil {
		c.Focus(widgets.Focus(row.object()))
	}
}

// row is that of a knob on the card of a slot; nil if it does not show it.
func (p *Pane) row(slot int, knob string) knobRow {
	for _, c := range p.cards {
		for _, row := range c.rows {
			if c.slot == slot && row.knobName() == knob {
				return row
			}
		}
	}
	return nil
}

// commands are what can be done with the racer as a whole.
func (c *card) commands() []desk.Command {
	return slices.Concat(c.looks(), c.copies(), c.changes())
}

// command is one of the racer.
func (c *card) command(name string, do func()) desk.Command {
	return desk.Command{Name: name, Group: words.T("Racers"), Do: do}
}

// looks are those that change no race.
func (c *card) looks() []desk.Command {
	d := c.pane.desk
	s := d.Lab().State()
	name := s.Doc.Names()[c.index]
	open := c.command(words.T("Open the card"), c.toggleOpen)
	if c.lane == nil {
		open.Name = words.T("Close the card")
	}
	hide := c.command(words.T("Hide on the maps and charts"), c.toggleHidden)
	if s.Doc.Racers[c.index].Hidden {
		hide.Name = words.T("Show on the maps and charts")
	}
	pin := c.command(words.T("Pin: it stands out everywhere"), func() { d.Lab().Look(func(v *lab.View) { v.Pin(c.slot) }) })
	if pin.On = s.View.Pinned == c.slot; pin.On {
		pin.Name = words.T("Unpin")
	}
	xray := c.command(words.T("Take its step apart"), func() {
		_ = d.Edit("", func(e *setup.Experiment) { e.Look.Panel, e.Look.Subject = setup.PanelStep, c.slot })
	})
	end := ""
	if told := s.Chronicle(); told != nil {
		end = told.End(s.TapeDoc.RacerAt(c.slot))
	}
	why := c.command(words.T("Why did it stop here?"), func() { d.Notice(end) })
	if end == "" {
		why.Why = words.T("The race is still being recorded.")
	}
	return []desk.Command{open, hide, pin, c.command(words.T("About %s …", name), func() { c.pane.aboutRacer(c.slot) }), xray, why}
}

// copies put the racer on the clipboard: as the program's own words say it, as a Python program, and as one that checks itself.
func (c *card) copies() []desk.Command {
	d := c.pane.desk
	s := d.Lab().State()
	r := s.Doc.Racers[c.index]
	text, err := script.Python(r.Spec, r.Changes, s.Doc.Names()[c.index], s)
	settings := c.command(words.T("Copy its settings"), func() {
		settings := optim.RacerText(r.Spec, r.Changes)
		d.Copy(settings)
		d.Notice(words.T("Copied: %s", settings))
	})
	settings.Rule = true
	python := c.command(words.T("Copy as Python"), func() { d.Copy(text) })
	verify := c.command(words.T("Verify: copy the program with the expected end"), c.verify)
	verify.Hint = words.T("A PyTorch program that says at its end whether it has come where the race has")
	if err != nil {
		python.Why = words.Sentence(err)
		verify.Why = python.Why
	} else if s.Tape == nil || !setup.Same(setup.OfRace, &s.Doc, &s.TapeDoc) {
		verify.Why = words.T("The race is still being recorded.")
	}
	return []desk.Command{settings, python, verify}
}

// verify has the program made that checks itself, which takes another race, and copies it.
func (c *card) verify() {
	p, s := c.pane, c.pane.desk.Lab().State()
	i := s.TapeDoc.RacerAt(c.slot)
	p.verified.Forget()
	p.verified.Ask(fmt.Sprint(raceKey(&s.TapeDoc), i), func(ctx context.Context, r *job.Report[string]) error {
		text, err := script.Checked(ctx, s.Run(), i)
		if err == nil {
			r.Publish(text)
		}
		return err
	})
}

// copyVerified copies the program that has been made.
func (p *Pane) copyVerified() {
	text, made := p.verified.Result()
	switch {
	case p.verified.Err() != nil:
		p.desk.Say(p.verified.Err())
	case made && !p.verified.Busy():
		p.desk.Copy(text)
		p.desk.Notice(words.T("Copied: a program that checks its own end against this race."))
		p.verified.Forget()
	}
}

// changes are those that change the race.
func (c *card) changes() []desk.Command {
	i := c.index
	doc := c.pane.desk.Lab().State().Doc
	edit := func(name string, f func(e *setup.Experiment)) desk.Command {
		return c.command(name, func() { _ = c.pane.desk.Edit("", f) })
	}
	swap := func(name string, j int) desk.Command {
		command := edit(name, func(e *setup.Experiment) { e.Racers[i], e.Racers[j] = e.Racers[j], e.Racers[i] })
		if j < 0 || j >= len(doc.Racers) {
			command.Why = words.T("There is no racer there.")
		}
		return command
	}
	twin := edit(words.T("Duplicate"), func(e *setup.Experiment) {
		twin := setup.Racer{Spec: e.Racers[i].Spec.Clone(), Changes: e.Racers[i].Changes.Clone(), Slot: e.FreeSlot()}
		e.Racers = slices.Insert(e.Racers, i+1, twin)
	})
	straight := edit(words.T("Take its forks back"), func(e *setup.Experiment) {
		e.Racers[i].Changes, e.Racers[i].Futures = nil, nil
	})
	if r := &doc.Racers[i]; len(r.Changes)+len(r.Futures) == 0 {
		straight.Why = words.T("It has no forks.")
	}
	remove := edit(words.T("Remove"), func(e *setup.Experiment) { e.Racers = slices.Delete(e.Racers, i, i+1) })
	twin.Rule, remove.Rule = true, true
	return []desk.Command{
		twin,
		edit(words.T("Back to defaults"), func(e *setup.Experiment) {
			e.Racers[i].Spec = optim.Spec{Method: e.Racers[i].Spec.Method}
			e.Racers[i].Changes, e.Racers[i].Futures = nil, nil
		}),
		c.stable(), straight, swap(words.T("Move up"), i-1), swap(words.T("Move down"), i+1), remove,
	}
}

// stable gives the racer the largest stable rate, if it is known: of those that have diverged it is sought.
func (c *card) stable() desk.Command {
	rate, valid := c.pane.stableRate(c.slot)
	command := c.command(words.T("Take the largest stable rate"), func() {
		_ = c.edit("", func(r *setup.Racer) { r.Spec = r.Spec.With("lr", optim.Num(rate)) })
	})
	if !valid || !(rate > 0) {
		command.Why = words.T("It has not diverged.")
	} else {
		command.Name = words.T("Take the largest stable rate, %s", words.Digits(rate, 2))
	}
	return command
}

// showMenu opens what can be done with the racer as a whole.
func (c *card) showMenu(anchor fyne.CanvasObject) { c.pane.desk.Menu(anchor, desk.Menu(c.commands())) }

// showMenuAt opens it at a place in the window.
func (c *card) showMenuAt(at fyne.Position) { c.pane.desk.Context(at, desk.Menu(c.commands())) }
