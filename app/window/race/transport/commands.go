package transport

import (
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets"
)

var _ desk.Commander = (*Pane)(nil)

// Commands are those of the playhead, and where the pane tells what happens those of that.
func (p *Pane) Commands() []desk.Command {
	l := p.lab
	s := l.State()
	group := words.T("Time")
	steps, ends := words.T("one step back or on"), words.T("to the start or the end of the race")
	play := words.T("Play")
	if s.Playing {
		play = words.T("Pause")
	}
	list := []desk.Command{
		{Name: play, Group: group, Keys: []string{"Space"}, Hint: words.T("play or pause"), Do: l.Toggle},
		{Name: words.T("One step back"), Group: group, Keys: []string{","}, Hint: steps, Do: func() { l.StepBy(-1) }},
		{Name: words.T("One step on"), Group: group, Keys: []string{"."}, Hint: steps, Do: func() { l.StepBy(1) }},
		{Name: words.T("To the start of the race"), Group: group, Keys: []string{"Home"}, Hint: ends,
			Do: func() { l.Seek(0) }},
		{Name: words.T("To the end of the race"), Group: group, Keys: []string{"End"}, Hint: ends,
			Do: func() { l.Seek(float64(l.State().Doc.Steps)) }},
	}
	if p.tale != nil {
		list = append(list, p.tale.commands(group)...)
	}
	for _, speed := range widgets.Speeds {
		list = append(list, desk.Command{Name: words.T("Speed %s×", words.Digits(speed, 3)), Group: group, On: s.Speed == speed,
			Do: func() { l.SetSpeed(speed) }})
	}
	return append(list, desk.Command{Name: words.T("Play in a loop"), Group: group, On: s.Loop, Do: func() { l.SetLoop(!s.Loop) }})
}

// commands are the ways through what happens, and how much of it is shown.
func (t *tale) commands(group string) []desk.Command {
	l, now, why := t.desk.Lab(), t.desk.Lab().State().View.Story, ""
	if t.told == nil {
		why = words.T("The race is still being recorded.")
	}
	other := func(of, instead lab.Story) lab.Story {
		if now == of {
			return instead
		}
		return of
	}
	event := words.T("to the event before, or the next one")
	return []desk.Command{
		{Name: words.T("Event before"), Group: group, Keys: []string{"Ctrl+Left"}, Hint: event, Why: why, Do: func() { l.Event(-1) }},
		{Name: words.T("Next event"), Group: group, Keys: []string{"Ctrl+Right"}, Hint: event, Why: why, Do: func() { l.Event(1) }},
		{Name: words.T("A lane of events for each racer"), Group: group, Keys: []string{"E"}, On: now == lab.StoryLanes,
			Hint: words.T("show a lane of events for each racer, or only the commentary"),
			Do:   func() { t.show(other(lab.StoryLanes, lab.StoryLine)) }},
		{Name: words.T("Commentary"), Group: group, On: now != lab.StoryHidden,
			Do: func() { t.show(other(lab.StoryHidden, lab.StoryLine)) }},
		{Name: words.T("List of all events"), Group: group, Do: func() {
			t.desk.Edit("", func(e *setup.Experiment) { e.Look.Panel = setup.PanelEvents })
		}},
		{Name: words.T("Copy all that happens"), Group: group, Why: why, Do: func() { t.desk.Copy(t.text()) }},
	}
}
