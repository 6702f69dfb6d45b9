package kit

import (
	"image/color"

	"descentlab/widgets/layout"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

var _ fyne.Widget = (*Paragraph)(nil)

// A Paragraph is quiet text in up to so many lines. It takes the room of all of them, whatever it says, so that nothing beside it
// moves; what has no room is in its hint.
type Paragraph struct {
	Widget
	Hinted

	// Fits takes the room of as many lines as its text needs in its width, instead of all: for what never changes.
	Fits bool

	text  string
	lines []*canvas.Text
	need  int // lines, in its width
}

// NewIdea is a sentence or two that never change, at the head of a pane.
func NewIdea(text string) *Paragraph {
	p := NewParagraph(3, text)
	p.Fits = true
	return p
}

// NewParagraph is a text in up to so many lines.
func NewParagraph(lines int, text string) *Paragraph {
	p := &Paragraph{text: text}
	for range lines {
		p.lines = append(p.lines, canvas.NewText("", color.Transparent))
	}
	p.ExtendHinted(p)
	p.ExtendBaseWidget(p)
	return p
}

// Text is what it says.
func (p *Paragraph) Text() string { return p.text }

// Set says something else.
func (p *Paragraph) Set(text string) {
	if p.text != text {
		p.text = text
		p.refresh()
	}
}

// CreateRenderer is called by Fyne.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	p.refresh()
	drawn := make([]fyne.CanvasObject, len(p.lines))
	for i, line := range p.lines {
		drawn[i] = line
	}
	return p.Consists(&Parts{
		Drawn: drawn,
		Least: func() fyne.Size {
			n := len(p.lines)
			if p.Fits && p.need > 0 {
				n = min(p.need, n)
			}
			return fyne.NewSize(80, p.pitch()*float32(n))
		},
		Arrange: func(size fyne.Size) {
			before := p.need
			p.refresh()
			if p.Fits && p.need != before {
				p.Refresh() // its least size is another
			}
			for i, line := range p.lines {
				Place(line, 0, p.pitch()*float32(i), size.Width, p.pitch())
			}
		},
		Paint: p.refresh,
	})
}

func (p *Paragraph) size() float32 { return p.Theme().Size(theme.SizeNameCaptionText) }

// pitch is from one line to the next.
func (p *Paragraph) pitch() float32 { return p.size() * 1.36 }

func (p *Paragraph) refresh() {
	ink := skin.Ink(p, theme.ColorNamePlaceHolder)
	room := p.Size().Width
	if room <= 0 {
		return
	}
	texts, whole := Lines(p.text, len(p.lines), room, p.size())
	p.need = len(texts)
	p.SetHint("")
	if !whole {
		p.SetHint(p.text)
	}
	for i, line := range p.lines {
		text := ""
		if i < len(texts) {
			text = texts[i]
		}
		layout.SetShown(line, text != "")
		PaintText(line, text, p.size(), ink)
	}
}
