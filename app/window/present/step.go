package present

import (
	"fmt"

	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/widgets/graphic"
)

// A step is the number of the step, and how far the race is.
type step struct {
	show  *Show
	shown [2]int // the step that is shown, of how many
	done  float64
	panel *graphic.Drawing
}

func newStep(s *Show) *step {
	t := &step{show: s}
	t.panel = s.draw(t.draw)
	t.panel.OnPress = t.seek
	t.panel.OnDrag = t.seek
	return t
}

func (t *step) object() fyne.CanvasObject { return t.panel }

func (t *step) update(c lab.Change) {
	s := &t.show.state
	shown := [2]int{s.Step(), s.Doc.Steps}
	done := s.Head / max(float64(s.Doc.Steps), 1)
	if shown != t.shown || c == lab.Everything {
		t.shown, t.done = shown, done
		t.panel.Redraw()
	}
}

// The number and the line below it.
const (
	stepSize  = 132
	stepBase  = 112 // of the number
	lineTop   = 145
	lineThick = 7
)

func (t *step) draw(b *brush) {
	p := b.palette
	name := face{size: 30, ink: p.Muted}
	number := face{size: stepSize, bold: true, ink: p.Text}
	text, of := fmt.Sprint(t.shown[0]), words.T("/ %d", t.shown[1])
	word := words.T("step")
	size := func() float64 {
		return b.width(word, name) + 24 + b.width(text, number) + 20 + b.width(of, face{size: 40})
	}
	for number.size > 60 && size() > b.w {
		number.size -= 4
	}
	b.text(word, 0, stepBase, name)
	x := b.width(word, name) + 24
	b.text(text, x, stepBase, number)
	b.text(of, x+b.width(text, number)+20, stepBase, face{size: 40, ink: p.Muted})
	b.box(0, lineTop, b.w, lineThick, lineThick/2.0, p.Border)
	if t.done > 0 {
		b.box(0, lineTop, max(b.w*min(t.done, 1), lineThick), lineThick, lineThick/2.0, p.Accent)
	}
}

// seek goes where the line is pressed.
func (t *step) seek(at fyne.Position) {
	if size := t.panel.Size(); size.Width > 0 && float64(at.Y) > (lineTop-30)*t.show.k {
		share := max(0, min(float64(at.X/size.Width), 1))
		t.show.of.Lab.Seek(float64(int(share*float64(t.show.state.Doc.Steps) + 0.5)))
	}
}
