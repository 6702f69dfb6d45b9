package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A note is a muted, wrapped text of the size of captions, flush with what stands above and below it.
type note struct {
	segment *widget.TextSegment
	text    *widget.RichText
	box     *fyne.Container
}

func newNote(text string) *note {
	n := &note{segment: &widget.TextSegment{Style: widget.RichTextStyle{ColorName: theme.ColorNamePlaceHolder, SizeName: sizeNote}, Text: text}}
	n.text = widget.NewRichText(n.segment)
	n.text.Wrapping = fyne.TextWrapWord
	n.box = container.New(flushLayout{}, n.text)
	return n
}

// set shows another text; an empty one takes no room.
func (n *note) set(text string) {
	if n.segment.Text != text {
		n.segment.Text = text
		n.text.Refresh()
		n.box.Refresh()
	}
	setShown(n.box, text != "")
}

// flushLayout takes back the inset that texts have by themselves.
type flushLayout struct{}

// Layout places the text.
func (flushLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	inset := theme.InnerPadding()
	objects[0].Move(fyne.NewPos(-inset, -inset))
	objects[0].Resize(fyne.NewSize(size.Width+2*inset, size.Height+2*inset))
}

// MinSize is the text's without its inset.
func (flushLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	inset := 2 * theme.InnerPadding()
	return objects[0].MinSize().SubtractWidthHeight(inset, inset)
}
