package tool

import (
	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// A start moves the start of the race, and selects critical points. It is in hand when no other tool is.
type start struct {
	graphic.StartTool
	desk desk.Desk
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
