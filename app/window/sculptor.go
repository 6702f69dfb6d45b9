package window

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/widgets"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

const (
	bumpWidth  = 0.07 // of a new bump, as a part of what the map shows
	ridgeRatio = 4    // of a new ridge
)

// A sculptor lets wells, hills and ridges be placed on the maps and worked on by handles. That it is at work is no part of
// the document; what it makes is.
type sculptor struct {
	desk desk.Desk

	kinds        *widgets.Segmented
	help         *canvas.Text
	remove, done *widgets.Button
	bar          *fyne.Container

	relief figure.Relief
}

func newSculptor(d desk.Desk) *sculptor {
	s := &sculptor{desk: d, help: canvas.NewText("", color.Transparent)}
	s.help.TextSize = figure.SmallText
	s.kinds = widgets.NewSegmented("Well", "Hill", "Ridge")
	s.kinds.OnChanged = func(i int) { s.look(func(v *lab.View) { v.Adds = lab.BumpKind(i) }) }
	s.remove = widgets.NewButton("Remove", "", "Take the chosen one away (Delete)", s.removeChosen)
	s.done = widgets.NewButton("Done", "", "End sculpting (Esc)", s.end)
	s.bar = container.New(layout.Bar{}, s.kinds, s.help, s.remove, s.done)
	s.bar.Hide()
	return s
}

func (s *sculptor) look(f func(*lab.View)) { s.desk.Lab().Look(f) }
func (s *sculptor) state() lab.State       { return s.desk.Lab().State() }
func (s *sculptor) choose(i int)           { s.look(func(v *lab.View) { v.Bump = i }) }
func (s *sculptor) end()                   { s.look(func(v *lab.View) { v.Take(lab.ToolStart) }) }

// update says what can be done.
func (s *sculptor) update(state lab.State, c lab.Change) {
	v := state.View
	layout.SetShown(s.bar, v.Tool == lab.ToolSculpt)
	if v.Tool != lab.ToolSculpt || c&(lab.DocChanged|lab.ViewChanged) == 0 {
		return
	}
	text := "click: place · drag: move · wheel: width"
	if v.Bump >= 0 {
		text = "■ width · ▲ height, through 0 from hill to well · + − [ ] · Delete"
		s.remove.Enable()
	} else {
		s.remove.Disable()
	}
	s.kinds.SetSelected(int(v.Adds))
	widgets.SetText(s.help, text, s.desk.Palette().Muted)
}

// place adds a bump where the map was pressed, and returns its handle; -1 if it could not.
func (s *sculptor) place(at plot.Point) int {
	state := s.state()
	doc, view := &state.Doc, state.Shown.Window
	own := doc.Transform().Formula(at)
	width := bumpWidth * min(view.X1-view.X0, view.Y1-view.Y0)
	b := lab.Bump{X: own.X, Y: own.Y, Width: width, Height: s.relief.Full(doc) * figure.ReliefPart}
	switch state.View.Adds {
	case lab.Well:
		b.Height = -b.Height
	case lab.Ridge:
		b.Ratio, b.Width = ridgeRatio, b.Width/2
	}
	n := len(doc.Sculpture)
	err := s.desk.Edit(sculptEdit, func(e *lab.Experiment) {
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
func (s *sculptor) drag(handle int, at plot.Point, done bool) {
	state := s.state()
	n, chosen := len(state.Doc.Sculpture), state.View.Bump
	if handle < n && chosen != handle {
		chosen = handle
		s.choose(handle)
	}
	if chosen >= 0 && chosen < n {
		b := s.dragged(state, state.Doc.Sculpture[chosen], handle-n, at)
		s.change(func(lab.Bump) lab.Bump { return b })
	}
	if done {
		s.desk.Lab().Seal()
	}
}

// dragged is the bump after a drag of one of its handles: its middle (below 0), width, height, length.
func (s *sculptor) dragged(state lab.State, b lab.Bump, handle int, at plot.Point) lab.Bump {
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
func (s *sculptor) change(f func(lab.Bump) lab.Bump) {
	state := s.state()
	chosen, view := state.View.Bump, state.Shown.Window
	s.desk.Edit(sculptEdit, func(e *lab.Experiment) {
		if chosen >= 0 && chosen < len(e.Sculpture) {
			e.Sculpture[chosen] = f(e.Sculpture[chosen]).Rounded(view.X1 - view.X0)
		}
	})
}

// turn makes the bump of a handle wider, or narrower, by the wheel.
func (s *sculptor) turn(handle int, notches float64) {
	if handle < len(s.state().Doc.Sculpture) {
		s.choose(handle)
	}
	s.change(func(b lab.Bump) lab.Bump {
		b.Width *= math.Pow(1.1, notches)
		return b
	})
	s.desk.SealLater(sculptEdit)
}

// removeChosen takes the chosen bump away.
func (s *sculptor) removeChosen() {
	i := s.state().View.Bump
	if i < 0 {
		return
	}
	s.choose(-1)
	s.desk.Edit("", func(e *lab.Experiment) {
		e.Sculpture = append(e.Sculpture[:i], e.Sculpture[i+1:]...)
		if len(e.Sculpture) == 0 {
			e.Sculpture = nil
		}
	})
}

// key handles the keys of sculpting, and tells whether it was one.
func (s *sculptor) key(name fyne.KeyName) bool {
	v := s.state().View
	switch {
	case v.Tool != lab.ToolSculpt:
		return false
	case name == fyne.KeyDelete || name == fyne.KeyBackspace:
		s.removeChosen()
		return true
	case name == fyne.KeyEscape && v.Bump >= 0:
		s.choose(-1)
		return true
	case name == fyne.KeyEscape:
		s.end()
		return true
	}
	return false
}

// rune handles the characters of sculpting: higher, lower, narrower, wider.
func (s *sculptor) rune(r rune) bool {
	if v := s.state().View; v.Tool != lab.ToolSculpt || v.Bump < 0 {
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
	s.change(func(b lab.Bump) lab.Bump {
		b.Height, b.Width = b.Height*height, b.Width*width
		return b
	})
	s.desk.SealLater(sculptEdit)
	return true
}
