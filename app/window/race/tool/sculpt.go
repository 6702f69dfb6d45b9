package tool

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

const (
	bumpWidth  = 0.07 // of a new bump, as a part of what the map shows
	ridgeRatio = 4    // of a new ridge
)

// A sculpt lets wells, hills and ridges be placed on the maps and worked on by handles. That it is at work is no part of the
// document; what it makes is.
type sculpt struct {
	desk  desk.Desk
	start graphic.StartTool // the handle of the start stays one

	kinds        *widgets.Segmented
	help         *canvas.Text
	remove, done *kit.Button
	bar          *fyne.Container

	relief figure.Relief
}

func newSculpt(d desk.Desk) *sculpt {
	s := &sculpt{desk: d, start: moves(d), help: canvas.NewText("", color.Transparent)}
	s.help.TextSize = figure.SmallText
	s.kinds = widgets.NewSegmented(words.T("Well"), words.T("Hill"), words.T("Ridge"))
	s.kinds.OnChanged = func(i int) { s.look(func(v *lab.View) { v.Adds = lab.BumpKind(i) }) }
	s.remove = kit.NewButton(words.T("Remove"), "", words.T("Take the chosen one away (Delete)"), s.removeChosen)
	s.done = kit.NewButton(words.T("Done"), "", words.T("End sculpting (Esc)"), s.end)
	s.bar = container.New(layout.Bar{}, s.kinds, s.help, s.remove, s.done)
	s.bar.Hide()
	return s
}

func (s *sculpt) look(f func(*lab.View)) { s.desk.Lab().Look(f) }
func (s *sculpt) state() lab.State       { return s.desk.Lab().State() }
func (s *sculpt) choose(i int)           { s.look(func(v *lab.View) { v.Bump = i }) }

// end ends sculpting. A drag that was under way ends with it: what is sculpted later is an undo of its own.
func (s *sculpt) end() {
	s.desk.Lab().Seal()
	s.look(func(v *lab.View) { v.Take(lab.ToolStart) })
}

// Bar chooses what is placed, and says what can be done.
func (s *sculpt) Bar() fyne.CanvasObject { return s.bar }

// Update shows the bar while sculpting is in hand.
func (s *sculpt) Update(state lab.State, c lab.Change) {
	v := state.View
	layout.SetShown(s.bar, v.Tool == lab.ToolSculpt)
	if v.Tool != lab.ToolSculpt || c&(lab.DocChanged|lab.ViewChanged) == 0 {
		return
	}
	text := words.T("click: place · drag: move · wheel: width")
	if v.Bump >= 0 {
		text = words.T("■ width · ▲ height, through 0 from hill to well · + − [ ] · Delete")
		s.remove.Enable()
	} else {
		s.remove.Disable()
	}
	s.kinds.SetSelected(int(v.Adds))
	kit.SetText(s.help, text, s.desk.Palette().Muted)
}

// A bumpDrag drags a handle of the sculpture.
type bumpDrag struct {
	s      *sculpt
	handle int
}

// Press takes hold of a handle, or of the start's, or places a bump, which the drag from there moves.
func (s *sculpt) Press(p graphic.Press) graphic.Drag {
	switch {
	case !p.Primary():
		return nil
	case p.Handle >= 0:
		s.drag(p.Handle, p.Held, false)
		return bumpDrag{s, p.Handle}
	case p.Start:
		return s.start.Press(p)
	}
	if placed := s.place(p.At); placed >= 0 {
		return bumpDrag{s, placed}
	}
	return graphic.Spent{}
}

// Move drags the handle.
func (d bumpDrag) Move(m graphic.Motion) { d.s.drag(d.handle, m.Held, false) }

// End leaves the handle where it is.
func (d bumpDrag) End(m graphic.Motion) (restore bool) {
	d.s.drag(d.handle, m.Held, true)
	return false
}

// Hand is over every handle.
func (s *sculpt) Hand(p graphic.Press, dragging bool) bool {
	return dragging || p.Handle >= 0 || p.Start
}

// place adds a bump where the map was pressed, and returns its handle; -1 if it could not.
func (s *sculpt) place(at plot.Point) int {
	state := s.state()
	doc, view := &state.Doc, state.Shown.Window
	own := doc.Transform().Formula(at)
	width := bumpWidth * min(view.X1-view.X0, view.Y1-view.Y0)
	b := setup.Bump{X: own.X, Y: own.Y, Width: width, Height: s.relief.Full(doc) * figure.ReliefPart}
	switch state.View.Adds {
	case lab.Well:
		b.Height = -b.Height
	case lab.Ridge:
		b.Ratio, b.Width = ridgeRatio, b.Width/2
	}
	n := len(doc.Sculpture)
	err := s.desk.Edit(sculptEdit, func(e *setup.Experiment) {
		e.Sculpture = append(e.Sculpture, b.Rounded(view.X1-view.X0))
	})
	if err != nil {
		s.choose(-1)
		return -1
	}
	s.choose(n)
	return n
}

// sculptEdit is the key of the edits of one gesture.
const sculptEdit = "sculpt"

// drag follows a handle: those of the middles first, in the order of the bumps, and then those of the chosen one.
func (s *sculpt) drag(handle int, at plot.Point, done bool) {
	state := s.state()
	n, chosen := len(state.Doc.Sculpture), state.View.Bump
	if handle < n && chosen != handle {
		chosen = handle
		s.choose(handle)
	}
	if chosen >= 0 && chosen < n {
		b := s.dragged(state, state.Doc.Sculpture[chosen], handle-n, at)
		s.change(func(setup.Bump) setup.Bump { return b })
	}
	if done {
		s.desk.Lab().Seal()
	}
}

// dragged is the bump after a drag of one of its handles: its middle (below 0), width, height, length.
func (s *sculpt) dragged(state lab.State, b setup.Bump, handle int, at plot.Point) setup.Bump {
	transform := state.Doc.Transform()
	own := transform.Formula(at)
	dx, dy := own.X-b.X, own.Y-b.Y
	along := b.Along()
	switch handle {
	case figure.HandleWidth:
		r, length := math.Abs(dy*along.X-dx*along.Y), b.Length()
		if b.Ratio == 0 {
			r = math.Hypot(dx, dy)
		}
		if r > 0 {
			b.Width = r
		}
		if r > 0 && b.Ratio != 0 {
			b.Ratio = length / r
		}
	case figure.HandleHeight:
		view := state.Shown.Window
		middle := transform.Seen(plot.Point{X: b.X, Y: b.Y})
		b.Height = (at.Y - middle.Y) / (view.Y1 - view.Y0) * s.relief.Full(&state.Doc)
	case figure.HandleLength:
		if r := math.Hypot(dx, dy); r > 0 {
			b.Ratio, b.Angle = r/b.Width, math.Atan2(dy, dx)*180/math.Pi
		}
	default:
		b.X, b.Y = own.X, own.Y
	}
	return b
}

// change edits the chosen bump.
func (s *sculpt) change(f func(setup.Bump) setup.Bump) {
	state := s.state()
	chosen, view := state.View.Bump, state.Shown.Window
	s.desk.Edit(sculptEdit, func(e *setup.Experiment) {
		if chosen >= 0 && chosen < len(e.Sculpture) {
			e.Sculpture[chosen] = f(e.Sculpture[chosen]).Rounded(view.X1 - view.X0)
		}
	})
}

// Turn makes the bump of a handle wider, or narrower, by the wheel.
func (s *sculpt) Turn(p graphic.Press, notches float64) bool {
	if p.Handle < 0 {
		return false
	}
	if p.Handle < len(s.state().Doc.Sculpture) {
		s.choose(p.Handle)
	}
	s.change(func(b setup.Bump) setup.Bump {
		b.Width *= math.Pow(1.1, notches)
		return b
	})
	s.desk.SealLater(sculptEdit)
	return true
}

// removeChosen takes the chosen bump away.
func (s *sculpt) removeChosen() {
	i := s.state().View.Bump
	if i < 0 {
		return
	}
	s.choose(-1)
	s.desk.Edit("", func(e *setup.Experiment) {
		e.Sculpture = append(e.Sculpture[:i], e.Sculpture[i+1:]...)
		if len(e.Sculpture) == 0 {
			e.Sculpture = nil
		}
	})
}

// Key takes the chosen bump away, lets it go, and ends sculpting.
func (s *sculpt) Key(name fyne.KeyName) bool {
	switch {
	case name == fyne.KeyDelete || name == fyne.KeyBackspace:
		s.removeChosen()
	case name == fyne.KeyEscape && s.state().View.Bump >= 0:
		s.choose(-1)
	case name == fyne.KeyEscape:
		s.end()
	default:
		return false
	}
	return true
}

// Rune makes the chosen bump higher, lower, narrower, wider.
func (s *sculpt) Rune(r rune) bool {
	if s.state().View.Bump < 0 {
		return false
	}
	height, width := 1.0, 1.0
	switch r {
	case '+':
		height = 1.1
	case '-':
		height = 1 / 1.1
	case '[':
		width = 1 / 1.1
	case ']':
		width = 1.1
	default:
		return false
	}
	s.change(func(b setup.Bump) setup.Bump {
		b.Height, b.Width = b.Height*height, b.Width*width
		return b
	})
	s.desk.SealLater(sculptEdit)
	return true
}
