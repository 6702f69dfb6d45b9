package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A note is wrapped text in several styles, flush with what stands above and below it.
type note struct {
	text *widget.RichText
	box  *fyne.Container
	last string
}

func newNote() *note {
	n := &note{text: widget.NewRichText()}
	n.text.Wrapping = fyne.TextWrapWord
	n.box = container.New(flushLayout{}, n.text)
	return n
}

// set shows segments, if they are others than before.
func (n *note) set(segments ...widget.RichTextSegment) {
	key := ""
	for _, s := range segments {
		key += s.Textual() + "\x00"
	}
	if key == n.last {
		return
	}
	n.last = key
	n.text.Segments = segments
	n.text.Refresh()
}

// flushLayout takes back the inset that texts have by themselves.
type flushLayout struct{}

// Layout places the text.
func (flushLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	inset := theme.InnerPadding()
	objects[0].Move(fyne.NewPos(-inset, -inset))
	objects[0].Resize(size.AddWidthHeight(2*inset, 2*inset))
}

// MinSize is what the text needs at its present width.
func (flushLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	inset := theme.InnerPadding()
	return fyne.NewSize(80, max(objects[0].MinSize().Height-2*inset, 1))
}

func plainText(text string) widget.RichTextSegment {
	return &widget.TextSegment{Text: text, Style: widget.RichTextStyle{}}
}

func mutedText(text string) widget.RichTextSegment {
	return &widget.TextSegment{Text: text, Style: widget.RichTextStyle{ColorName: theme.ColorNamePlaceHolder, SizeName: sizeNote}}
}

// A caption is a note that is muted and of the size of captions; without text it takes no room.
type caption struct {
	note *note
	text string
}

func newCaption(text string) *caption {
	c := &caption{note: newNote()}
	c.set(text)
	return c
}

func (c *caption) set(text string) {
	c.text = text
	c.note.set(mutedText(text))
	setShown(c.note.box, text != "")
}
