package present

import (
	"fyne.io/fyne/v2"

	"descentlab/app/lab"
	"descentlab/app/lab/headline"
	"descentlab/widgets/graphic"
)

// A title is the sentence at the top.
type title struct {
	show  *Show
	shown headline.Headline
	panel *graphic.Drawing
}

func newTitle(s *Show) *title {
	t := &title{show: s}
	t.panel = s.draw(t.draw)
	return t
}

func (t *title) object() fyne.CanvasObject { return t.panel }

func (t *title) update(c lab.Change) {
	if t.show.head != t.shown || c == lab.Everything {
		t.shown = t.show.head
		t.panel.Redraw()
	}
}

// Sizes of the title: it is as large as it has room for.
const (
	titleSize  = 39
	titleLeast = 26
)

// draw writes it, the racer's name in its colour.
func (t *title) draw(b *brush) {
	f := face{size: titleSize, bold: true, ink: b.palette.Text}
	room := b.w - 2*margin - 4
	for f.size > titleLeast && b.width(t.shown.Text, f) > room {
		f.size--
	}
	x, y := margin+4.0, 64.0
	if b.width(t.shown.Text, f) > room {
		b.text(b.fit(room, f, t.shown.Text), x, y, f)
		return
	}
	before, name, after := t.shown.Parts()
	b.text(before, x, y, f)
	x += b.width(before, f)
	named := f
	if i := t.show.state.TapeDoc.RacerAt(t.shown.Slot); i >= 0 {
		named.ink = b.palette.Racer(t.shown.Slot)
	}
	b.text(name, x, y, named)
	b.text(after, x+b.width(name, f), y, f)
}
