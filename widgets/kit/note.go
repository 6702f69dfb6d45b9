package kit

import (
	"descentlab/widgets/layout"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Note is wrapped text in several styles, flush with what stands above and below it.
type Note struct {
	Text *widget.RichText
	Box  *fyne.Container // the text, to be laid out
	last string
}

// NewNote is an empty note.
func NewNote() *Note {
	n := &Note{Text: widget.NewRichText()}
	n.Text.Wrapping = fyne.TextWrapWord
	n.Box = container.New(layout.Flush{}, n.Text)
	return n
}

// Set shows segments, if they are others than before.
func (n *Note) Set(segments ...widget.RichTextSegment) {
	key := ""
	for _, s := range segments {
		key += s.Textual() + "\x00"
	}
	if key == n.last {
		return
	}
	n.last = key
	n.Text.Segments = segments
	n.Text.Refresh()
}

// PlainText is a part of a note in the colour and the size of texts.
func PlainText(text string) widget.RichTextSegment {
	return &widget.TextSegment{Text: text, Style: widget.RichTextStyle{}}
}

// MutedText is a part of a note that is less important than others.
func MutedText(text string) widget.RichTextSegment {
	return &widget.TextSegment{Text: text, Style: widget.RichTextStyle{ColorName: theme.ColorNamePlaceHolder, SizeName: SizeNote}}
}

// A Caption is a note that is muted and of the size of captions; without text it takes no room.
type Caption struct {
	Note *Note
	Text string // that is shown
}

// NewCaption is a caption of a text.
func NewCaption(text string) *Caption {
	c := &Caption{Note: NewNote()}
	c.Set(text)
	return c
}

// Set shows a text; "" hides the caption.
func (c *Caption) Set(text string) {
	c.Text = text
	c.Note.Set(MutedText(text))
	layout.SetShown(c.Note.Box, text != "")
}
