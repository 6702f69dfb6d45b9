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

// brushStep is the ratio of the brush's radius from one size to the next.
const brushStep = 1.15

// The tools of a brush.
const (
	toolPaint = iota
	toolErase
)

// A brush paints, on the maps, the region in which the runs of a swarm begin. That it is at work is no part of the document;
// what it paints is.
type brush struct {
	desk desk.Desk

	tool        *widgets.Segmented
	help        *canvas.Text
	clear, done *widgets.Button
	bar         *fyne.Container
}

func newBrush(d desk.Desk) *brush {
	b := &brush{desk: d, help: canvas.NewText("", color.Transparent)}
	b.help.TextSize = figure.SmallText
	b.tool = widgets.NewSegmented("Paint", "Erase")
	b.tool.OnChanged = func(i int) { b.look(func(v *lab.View) { v.Erase = i == toolErase }) }
	b.clear = widgets.NewButton("Clear", "", "Rub everything out (Delete)", b.wipe)
	b.done = widgets.NewButton("Done", "", "End painting (Esc)", b.end)
	b.bar = container.New(layout.Bar{Fit: b.word}, b.tool, b.help, b.clear, b.done)
	b.bar.Hide()
	return b
}

func (b *brush) look(f func(*lab.View)) { b.desk.Lab().Look(f) }
func (b *brush) state() lab.State       { return b.desk.Lab().State() }

// end ends painting.
func (b *brush) end() {
	b.desk.Lab().Seal()
	b.look(func(v *lab.View) { v.Take(lab.ToolStart) })
}

// word says in as many words as there is room for what a drag and the wheel do.
func (b *brush) word(room float32) {
	texts := []string{"drag: paint · right button or Ctrl: erase · wheel, [ ]: size", "right button: erase · [ ]: size", "[ ]: size"}
	if b.state().View.Erase {
		texts = []string{"drag: erase · wheel, [ ]: size · E: paint again", "E: paint again · [ ]: size", "[ ]: size"}
	}
	for _, text := range texts {
		if widgets.SetText(b.help, text, b.desk.Palette().Muted); b.help.MinSize().Width <= room {
			return
		}
	}
}

// update says what can be done.
func (b *brush) update(s lab.State, c lab.Change) {
	layout.SetShown(b.bar, s.View.Tool == lab.ToolPaint)
	if s.View.Tool != lab.ToolPaint || c&(lab.DocChanged|lab.ViewChanged) == 0 {
		return
	}
	b.tool.SetSelected(toolPaint)
	if s.View.Erase {
		b.tool.SetSelected(toolErase)
	}
	b.bar.Layout.Layout(b.bar.Objects, b.bar.Size())
	if len(s.Doc.Painted) > 0 {
		b.clear.Enable()
	} else {
		b.clear.Disable()
	}
}

// paintEdit is the key of the edits of one stroke.
const paintEdit = "paint"

// paint goes on with a stroke, or begins it. Rubbing out where nothing is painted is no stroke.
func (b *brush) paint(at plot.Point, erase, done bool) {
	s, l := b.state(), b.desk.Lab()
	erase = erase || s.View.Erase
	stroke := s.View.Stroke
	if stroke < 0 {
		if done || erase && len(s.Doc.Painted) == 0 {
			return
		}
		l.Seal()
		stroke = len(s.Doc.Painted)
	}
	tip := figure.BrushTip(s)
	tip.Erase = erase
	next := stroke
	if done {
		next = -1 // before the edit: what waits for the end of the stroke goes on with it
	}
	if next != s.View.Stroke {
		b.look(func(v *lab.View) { v.Stroke = next })
	}
	b.desk.Edit(paintEdit, func(e *lab.Experiment) { e.PaintStroke(stroke, tip, at) })
	if done {
		l.Seal()
	}
}

// resize makes the brush larger by so many steps, or smaller.
func (b *brush) resize(steps float64) {
	b.look(func(v *lab.View) {
		v.Brush = min(max(v.Brush*math.Pow(brushStep, steps), lab.BrushLeast), lab.BrushMost)
	})
}

// wipe rubs everything out.
func (b *brush) wipe() {
	b.look(func(v *lab.View) { v.Stroke = -1 })
	b.desk.Edit("", func(e *lab.Experiment) { e.Painted = nil })
}

// key handles the keys of painting, and tells whether it was one.
func (b *brush) key(name fyne.KeyName) bool {
	switch {
	case b.state().View.Tool != lab.ToolPaint:
		return false
	case name == fyne.KeyEscape:
		b.end()
		return true
	case name == fyne.KeyDelete || name == fyne.KeyBackspace:
		b.wipe()
		return true
	}
	return false
}

// rune handles the characters of painting: the size of the brush, and its tools.
func (b *brush) rune(r rune) bool {
	if b.state().View.Tool != lab.ToolPaint {
		return false
	}
	switch r {
	case '[':
		b.resize(-1)
	case ']':
		b.resize(1)
	case 'e':
		b.look(func(v *lab.View) { v.Erase = !v.Erase })
	default:
		return false
	}
	return true
}
