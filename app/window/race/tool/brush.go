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
	clear, done *kit.Button
	bar         *fyne.Container
}

func newBrush(d desk.Desk) *brush {
	b := &brush{desk: d, help: canvas.NewText("", color.Transparent)}
	b.help.TextSize = figure.SmallText
	b.tool = widgets.NewSegmented(words.T("Paint"), words.T("Erase"))
	b.tool.OnChanged = func(i int) { b.look(func(v *lab.View) { v.Erase = i == toolErase }) }
	b.clear = kit.NewButton(words.T("Clear"), "", words.T("Rub everything out (Delete)"), b.wipe)
	b.done = kit.NewButton(words.T("Done"), "", words.T("End painting (Esc)"), b.end)
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
	texts := []string{
		words.T("drag: paint · right button or Ctrl: erase · wheel, [ ]: size"),
		words.T("right button: erase · [ ]: size"), words.T("[ ]: size"),
	}
	if b.state().View.Erase {
		texts = []string{
			words.T("drag: erase · wheel, [ ]: size · E: paint again"),
			words.T("E: paint again · [ ]: size"), words.T("[ ]: size"),
		}
	}
	for _, text := range texts {
		if kit.SetText(b.help, text, b.desk.Palette().Muted); b.help.MinSize().Width <= room {
			return
		}
	}
}

// Bar chooses between painting and rubbing out, and says what can be done.
func (b *brush) Bar() fyne.CanvasObject { return b.bar }

// Update shows the bar while the brush is in hand.
func (b *brush) Update(s lab.State, c lab.Change) {
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

// A brushDrag is a stroke of the brush.
type brushDrag struct {
	b     *brush
	erase bool
}

// Press begins a stroke, wherever it is. With Ctrl, Cmd or Alt held, or with the right button, it rubs out.
func (b *brush) Press(p graphic.Press) graphic.Drag {
	d := brushDrag{b, !p.Primary() || p.Snaps()}
	b.paint(p.At, d.erase, false)
	return d
}

// Move paints: the hand need not be steady for that.
func (d brushDrag) Move(m graphic.Motion) { d.b.paint(m.At, d.erase, false) }

// End ends the stroke.
func (d brushDrag) End(m graphic.Motion) (restore bool) {
	d.b.paint(m.At, d.erase, true)
	return false
}

// Turn makes the brush larger or smaller. With Ctrl or Cmd held the wheel zooms all the same.
func (b *brush) Turn(p graphic.Press, notches float64) bool {
	if p.Keys&fyne.KeyModifierShortcutDefault != 0 {
		return false
	}
	b.resize(notches)
	return true
}

// Hand is nowhere: the brush itself is seen at the pointer.
func (b *brush) Hand(graphic.Press, bool) bool { return false }

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
	b.desk.Edit(paintEdit, func(e *setup.Experiment) { e.PaintStroke(stroke, tip, at) })
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
	b.desk.Edit("", func(e *setup.Experiment) { e.Painted = nil })
}

// Key rubs everything out, and ends painting.
func (b *brush) Key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyEscape:
		b.end()
	case fyne.KeyDelete, fyne.KeyBackspace:
		b.wipe()
	default:
		return false
	}
	return true
}

// Rune changes the size of the brush, and whether it paints or rubs out.
func (b *brush) Rune(r rune) bool {
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
