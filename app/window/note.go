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
