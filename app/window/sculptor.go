package window

import (
	"fmt"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/plot"
)

// What a press on the ground places.
const (
	placeWell = iota
	placeHill
	placeRidge
)

const (
	bumpWidth  = 0.07 // of a new bump, as a part of what the map shows
	ridgeRatio = 4    // of a new ridge
	reliefPart = 0.12 // of the map's height that a bump as high as the relief has its handle above its middle
	handleMost = 0.45 // of the map's height, at most
)

// A sculptor lets wells, hills and ridges be placed on the maps and worked on by handles. That it is at work is no part of
// the document; what it makes is.
type sculptor struct {
	ui     *ui
	on     bool
	chosen int // the bump whose handles are shown; -1: none

	kinds        *widgets.Segmented
	help         *canvas.Text
	remove, done *widgets.Button
	bar          *fyne.Container

	relief   float64 // of the surface below
	reliefOf string
}

func newSculptor(u *ui) *sculptor {
	s := &sculptor{ui: u, chosen: -1, help: canvas.NewText("", color.Transparent)}
	s.help.TextSize = figure.SmallText
	s.kinds = widgets.NewSegmented("Well", "Hill", "Ridge")
	s.remove = widgets.NewButton("Remove", "", "Take the chosen one away (Delete)", s.removeChosen)
	s.done = widgets.NewButton("Done", "", "End sculpting (Esc)", func() { s.set(false) })
	s.bar = container.New(sculptBar{}, s.kinds, s.help, s.remove, s.done)
	s.bar.Hide()
	return s
}

// set begins or ends sculpting.
func (s *sculptor) set(on bool) {
	s.on, s.chosen = on, -1
	if on {
		s.ui.brush.set(false)
		s.ui.selection.pick("")
	}
	s.ui.maps.takeGestures()
	s.ui.charts.points.sculpt.SetOn(on)
	s.show()
}

// show draws the handles anew, and says what can be done.
func (s *sculptor) show() {
	text := "click: place · drag: move · wheel: width"
	if s.chosen >= 0 {
		text = "■ width · ▲ height, through 0 from hill to well · + − [ ] · Delete"
	}
	setText(s.help, text, s.ui.palette().Muted)
	if s.chosen >= 0 {
		s.remove.Enable()
	} else {
		s.remove.Disable()
	}
	s.ui.maps.draw()
}

func (s *sculptor) update(state lab.State, c lab.Change) {
	if !s.on || c&lab.DocChanged == 0 {
		return
	}
	if s.chosen >= len(state.Doc.Sculpture) {
		s.chosen = -1
	}
	s.show()
}

func (s *sculptor) doc() *lab.Experiment {
	doc := s.ui.lab.State().Doc
	return &doc
}

// height is that of a bump whose handle is the map's height above its middle.
func (s *sculptor) height() float64 {
	doc := s.doc()
	if key := fmt.Sprint(doc.Surface, doc.Formula, doc.Own, doc.Params, doc.Waves, doc.Home); key != s.reliefOf {
		s.relief, s.reliefOf = doc.Relief(), key
	}
	return s.relief / reliefPart
}

// place adds a bump where the map was pressed, and returns its handle.
func (s *sculptor) place(at plot.Point) int {
	doc, view := s.doc(), s.ui.maps.view()
	own := doc.Transform().Formula(at)
	width := bumpWidth * min(view.X1-view.X0, view.Y1-view.Y0)
	b := lab.Bump{X: own.X, Y: own.Y, Width: width, Height: s.height() * reliefPart}
	switch s.kinds.Selected() {
	case placeWell:
		b.Height = -b.Height
	case placeRidge:
		b.Ratio, b.Width = ridgeRatio, b.Width/2
	}
	n := len(doc.Sculpture)
	s.chosen = n // before the edit, so that its handles are there at once
	err := s.ui.edit(sculptEdit, func(e *lab.Experiment) {
		e.Sculpture = append(e.Sculpture, b.Rounded(view.X1-view.X0))
	})
	if err != nil {
		s.chosen = -1
		s.show()
		return -1
	}
	return n
}

// sculptEdit is the key of the edits of one gesture.
const sculptEdit = "sculpt"

// drag follows a handle: those of the middles first, in the order of the bumps, and then those of the chosen one.
func (s *sculptor) drag(handle int, at plot.Point, done bool) {
	doc := s.doc()
	n := len(doc.Sculpture)
	if handle < n && s.chosen != handle {
		s.chosen = handle
		s.show()
	}
	if s.chosen >= 0 && s.chosen < n {
		b := s.dragged(doc.Sculpture[s.chosen], handle-n, at)
		s.change(func(old lab.Bump) lab.Bump { return b })
	}
	if done {
		s.ui.lab.Seal()
	}
}

// dragged is the bump after a drag of one of its handles: its middle (below 0), width, height, length.
func (s *sculptor) dragged(b lab.Bump, handle int, at plot.Point) lab.Bump {
	transform := s.doc().Transform()
	own := transform.Formula(at)
	dx, dy := own.X-b.X, own.Y-b.Y
	along := b.Along()
	switch handle {
	case handleWidth:
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
	case handleHeight:
		view := s.ui.maps.view()
		middle := transform.Seen(surfaces.Point{X: b.X, Y: b.Y})
		b.Height = (at.Y - middle.Y) / (view.Y1 - view.Y0) * s.height()
	case handleLength:
		if r := math.Hypot(dx, dy); r > 0 {
			b.Ratio, b.Angle = r/b.Width, math.Atan2(dy, dx)*180/math.Pi
		}
	default:
		b.X, b.Y = own.X, own.Y
	}
	return b
}

// The handles of the chosen bump, after those of all middles.
const (
	handleWidth = iota
	handleHeight
	handleLength // of ridges
)

// change edits the chosen bump.
func (s *sculptor) change(f func(lab.Bump) lab.Bump) {
	view := s.ui.maps.view()
	s.ui.edit(sculptEdit, func(e *lab.Experiment) {
		if s.chosen >= 0 && s.chosen < len(e.Sculpture) {
			e.Sculpture[s.chosen] = f(e.Sculpture[s.chosen]).Rounded(view.X1 - view.X0)
		}
	})
}

// turn makes the bump of a handle wider, or narrower, by the wheel.
func (s *sculptor) turn(handle int, notches float64) {
	if handle < len(s.doc().Sculpture) {
		s.chosen = handle
	}
	s.change(func(b lab.Bump) lab.Bump {
		b.Width *= math.Pow(1.1, notches)
		return b
	})
	s.ui.maps.sealLater(sculptEdit)
}

// removeChosen takes the chosen bump away.
func (s *sculptor) removeChosen() {
	i := s.chosen
	if i < 0 {
		return
	}
	s.chosen = -1
	s.ui.edit("", func(e *lab.Experiment) {
		e.Sculpture = append(e.Sculpture[:i], e.Sculpture[i+1:]...)
		if len(e.Sculpture) == 0 {
			e.Sculpture = nil
		}
	})
}

// key handles the keys of sculpting, and tells whether it was one.
func (s *sculptor) key(name fyne.KeyName) bool {
	switch {
	case !s.on:
		return false
	case name == fyne.KeyDelete || name == fyne.KeyBackspace:
		s.removeChosen()
		return true
	case name == fyne.KeyEscape && s.chosen >= 0:
		s.chosen = -1
		s.show()
		return true
	case name == fyne.KeyEscape:
		s.set(false)
		return true
	}
	return false
}

// rune handles the characters of sculpting: higher, lower, narrower, wider.
func (s *sculptor) rune(r rune) bool {
	if !s.on || s.chosen < 0 {
		return false
	}
	grow := map[rune][2]float64{'+': {1.1, 1}, '-': {1 / 1.1, 1}, '[': {1, 1 / 1.1}, ']': {1, 1.1}}
	by, ok := grow[r]
	if !ok {
		return false
	}
	s.change(func(b lab.Bump) lab.Bump {
		b.Height, b.Width = b.Height*by[0], b.Width*by[1]
		return b
	})
	s.ui.maps.sealLater(sculptEdit)
	return true
}
