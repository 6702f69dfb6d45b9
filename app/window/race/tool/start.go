package tool

import (
	"fyne.io/fyne/v2"

	"descentlab/app/figure/ghost"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/optim/race"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// A start moves the start of the race, and selects critical points. It is in hand when no other tool is.
type start struct {
	graphic.StartTool
	desk    desk.Desk
	ghosts  []ghost.Ghost
	haunted *race.Tape // whose they are
}

func newStart(d desk.Desk) *start {
	t := &start{StartTool: moves(d), desk: d}
	t.OnPick = t.pick
	return t
}

// moves is what drags the start, without an eye for critical points. One gesture is one undo, and a double click none.
func moves(d desk.Desk) graphic.StartTool {
	var pressed lab.Moment
	return graphic.StartTool{
		OnStart: func(at plot.Point, done bool) {
			d.Edit("start", func(e *setup.Experiment) { e.Start = at })
			if done {
				d.Lab().Seal()
			}
		},
		OnPress:   func() { pressed = d.Lab().Moment() },
		OnRetract: func() { d.Lab().Return(pressed) },
	}
}

// pick selects the place of a mark; nil: none.
func (t *start) pick(mark *plot.Mark) {
	name := ""
	if mark != nil {
		name = mark.Label
	}
	place := t.desk.Lab().State().Field.Named(name)
	t.desk.Lab().Look(func(v *lab.View) { v.Select(place) })
}

// Press lets a racer go the way of the old future that is clicked; else it moves the start, or picks a place.
func (t *start) Press(p graphic.Press) graphic.Drag {
	if g := t.ghost(p); g != nil && p.Primary() {
		return &swap{desk: t.desk, of: g.Branch}
	}
	return t.StartTool.Press(p)
}

// Hand is over old futures, too.
func (t *start) Hand(p graphic.Press, dragging bool) bool {
	return t.StartTool.Hand(p, dragging) || t.ghost(p) != nil
}

// ghostReach is how far from an old future a click is still one on it, in units.
const ghostReach = 6

// ghost is the old future under the pointer, if nothing else is; nil: none.
func (t *start) ghost(p graphic.Press) *ghost.Ghost {
	s := t.desk.Lab().State()
	if p.Start || p.Mark != nil || p.Double || p.Keys != 0 || len(s.Futures.Of) == 0 || !(s.Shown.UnitX > 0) ||
		!setup.Same(setup.OfRace, &s.Doc, &s.TapeDoc) {
		return nil
	}
	if t.haunted != s.Futures.Tape {
		t.haunted, t.ghosts = s.Futures.Tape, ghost.Ghosts(s, t.desk.Palette())
	}
	return ghost.Under(t.ghosts, p.At, s.Shown.UnitX, s.Shown.UnitY, ghostReach)
}

// A swap is a press on an old future.
type swap struct {
	desk desk.Desk
	of   lab.Branch
}

// Move does nothing.
func (*swap) Move(graphic.Motion) {}

// End swaps the futures, if it was a click.
func (s *swap) End(m graphic.Motion) bool {
	if m.Click {
		_ = s.desk.Edit("", func(e *setup.Experiment) { e.Racers[s.of.Racer].Swap(s.of.Future) })
	}
	return false
}

// Bar is nil: the caption of the maps says what a click does.
func (t *start) Bar() fyne.CanvasObject { return nil }

// Update has nothing to show.
func (t *start) Update(lab.State, lab.Change) {}

// Key ends the selection with Escape.
func (t *start) Key(name fyne.KeyName) bool {
	if name != fyne.KeyEscape || t.desk.Lab().State().View.Selected == nil {
		return false
	}
	t.desk.Lab().Look(func(v *lab.View) { v.Select(nil) })
	return true
}

// Rune has no use for characters.
func (t *start) Rune(rune) bool { return false }
