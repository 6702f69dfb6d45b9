// Package present shows a race to an audience: large, over a whole screen, and driven by keys. It shows the same state as the
// window beside it, so that the playing head moves in both.
package present

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/app/lab"
	"descentlab/app/lab/headline"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/widgets/plot"
)

// A part is a panel of the presentation.
type part interface {
	object() fyne.CanvasObject
	update(c lab.Change) // the show's state, of which c is new
}

// A Show is a presentation in a window of its own, from Open to Close.
type Show struct {
	frame  desk.Frame
	of     desk.Presented
	win    fyne.Window
	closed func()

	state lab.State
	head  headline.Headline
	k     float64 // units of the window for one of the picture, which is at least 1920 by 1080
	stage *stage
	parts []part
	map1  *picture
	knob  *knob
	hints *hints
	cover *cover
	open  bool
}

// Open fills a window. Whoever opens it hands on what changes in the lab. Closed is called when it has gone.
func Open(f desk.Frame, of desk.Presented, win fyne.Window, closed func()) *Show {
	s := &Show{frame: f, of: of, win: win, closed: closed, k: 1, open: true}
	s.map1, s.knob, s.hints = newPicture(s), newKnob(s), newHints(s)
	s.parts = []part{newTitle(s), s.map1, newStep(s), newCurves(s), newChips(s), s.knob, s.hints}
	s.cover = newCover(s)
	s.stage = newStage(s)
	of.Lab.Look(func(v *lab.View) { v.Racer = -1 }) // a window that is covered does not hear that the pointer has left it
	s.Update(of.Lab.State(), lab.Everything)
	win.SetPadded(false)
	win.SetContent(s.stage)
	s.bindKeys()
	win.SetOnClosed(s.end)
	s.hints.wake()
	return s
}

// bindKeys gives the window its keyboard.
func (s *Show) bindKeys() {
	c := s.win.Canvas()
	c.SetOnTypedKey(s.key)
	c.SetOnTypedRune(s.rune)
	c.AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { s.of.Lab.Undo() })
	c.AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { s.of.Lab.Redo() })
	c.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyQ, Modifier: fyne.KeyModifierShortcutDefault},
		func(fyne.Shortcut) { s.Close() })
}

// Of tells whether the show is of a lab.
func (s *Show) Of(l *lab.Lab) bool { return s.of.Lab == l }

// Step is the step that is shown.
func (s *Show) Step() int { return s.state.Step() }

// Close ends the show.
func (s *Show) Close() {
	if s.open {
		s.win.Close()
	}
}

// end gives up what is under way.
func (s *Show) end() {
	if !s.open {
		return
	}
	s.open = false
	s.map1.end()
	s.knob.ribbon.work.End()
	s.hints.rest()
	if s.closed != nil {
		s.closed()
	}
}

// Update shows a state, of which c is new.
func (s *Show) Update(state lab.State, c lab.Change) {
	if !s.open {
		return
	}
	s.state = state
	s.cover.update()
	if c&(lab.DocChanged|lab.TapeChanged|lab.FieldChanged) != 0 {
		s.head = s.headline()
	}
	for _, p := range s.parts {
		p.update(c)
	}
}

// Restyle draws everything anew in the colours of the theme.
func (s *Show) Restyle() {
	s.stage.repaint()
	s.Update(s.state, lab.Everything)
}

// headline is the title of the experiment, if it has one, or else a sentence about its race.
func (s *Show) headline() headline.Headline {
	h := headline.Of(s.state)
	title := ""
	if s.of.Title != nil {
		title = s.of.Title(&s.state.Doc)
	}
	if title == "" {
		return h
	}
	return headline.Headline{Text: title, Slot: h.Slot, Name: h.Name}
}

// style is how pictures are drawn: so much larger than in the window that they are read from afar.
func (s *Show) style() plot.Style {
	st := s.frame.Style()
	st.TextSize, st.Line = textUnits, lineShare
	return st
}

// zoom is how many times as large as in the window the pictures' signs, lines and texts are.
func (s *Show) zoom() float64 { return enlarged * s.k }

// How pictures are enlarged: twice, but for lines, which are wide enough at 5/3; texts of 12 units have 24 then.
const (
	enlarged  = 2
	textUnits = 12
	lineShare = 5.0 / 6
)

// edit changes the document; what is wrong with the change is said in the window beside.
func (s *Show) edit(key string, f func(*setup.Experiment)) {
	if err := s.of.Lab.Edit(key, f); err != nil {
		s.frame.Say(err)
	}
}
