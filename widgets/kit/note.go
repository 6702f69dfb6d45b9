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
	Box  *fyne.Container
	last string
}

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

func PlainText(text string) widget.RichTextSegment {
	return &widget.TextSegment{Text: text, Style: widget.RichTextStyle{}}
}

func MutedText(text string) widget.RichTextSegment {
	return &widget.TextSegment{Text: text, Style: widget.RichTextStyle{ColorName: theme.ColorNamePlaceHolder, SizeName: SizeNote}}
}

// A Caption is a note that is muted and of the size of captions; without text it takes no room.
type Caption struct {
	Note *Note
	Text string
}

func NewCaption(text string) *Caption {
	c := &Caption{Note: NewNote()}
	c.Set(text)
	return c
}

func (c *Caption) Set(text string) {
	c.Text = text
	c.Note.Set(MutedText(text))
	layout.SetShown(c.Note.Box, text != "")
}
