package kit

import (
	"image/color"
	"strings"
	"time"

	"descentlab/widgets/gesture"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	bubblePadX = 8
	bubblePadY = 4
)

const (
	HintDelay = 500 * time.Millisecond // how long the pointer rests on a control before its hint shows
	hintLook  = 250 * time.Millisecond // how often a hint looks whether its owner is still there
)

var _ fyne.Widget = (*Hints)(nil)

// Hints is the root of a window whose controls show hints and error lines: its content, and above it two bubbles that
// take no part in the mouse's business. (An overlay of Fyne's would take all events away from what lies below.)
type Hints struct {
	widget.BaseWidget

	Content     fyne.CanvasObject
	Hint, Fault *bubble
	bell        *canvas.Rectangle // invisible, and always on the canvas
	watching    bool              // whether somebody will look after the hint's owner
}

// WithHints returns the content with a layer for hints above it. It must be the very content of the window:
//
//	window.SetContent(kit.WithHints(content))
func WithHints(content fyne.CanvasObject) *Hints {
	h := &Hints{Content: content, Hint: newBubble(), Fault: newBubble(), bell: canvas.NewRectangle(color.Transparent)}
	h.Fault.wrong = true
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer is called by Fyne.
func (h *Hints) CreateRenderer() fyne.WidgetRenderer {
	return &Parts{
		Drawn:   []fyne.CanvasObject{h.Content, h.Fault, h.Hint, h.bell},
		Least:   h.Content.MinSize,
		Arrange: func(size fyne.Size) { Place(h.Content, 0, 0, size.Width, size.Height) },
		Paint:   func() {},
	}
}

// ShowHint shows a hint below its owner; an empty text takes away the owner's hint.
func ShowHint(owner fyne.CanvasObject, text string) {
	ShowHintAt(owner, fyne.Position{}, owner.Size(), text)
}

// ShowHintAt is ShowHint for a part of the owner.
func ShowHintAt(owner fyne.CanvasObject, at fyne.Position, size fyne.Size, text string) {
	if h := hintsAbove(owner); h != nil {
		h.put(h.Hint, owner, at, size, text)
	}
}

// ShowFault is ShowHint for what is wrong with the owner's contents.
func ShowFault(owner fyne.CanvasObject, text string) {
	if h := hintsAbove(owner); h != nil {
		h.put(h.Fault, owner, fyne.Position{}, owner.Size(), text)
	}
}

// hintsAbove returns the layer of the window that o is in, or nil.
func hintsAbove(o fyne.CanvasObject) *Hints {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return nil
	}
	h, _ := c.Content().(*Hints)
	return h
}

// put shows a bubble with the text below a part of its owner, or above it if there is room only there. An empty text hides
// the bubble if it is the owner's, and so does an owner that is not to be seen, but for a fault: a field tells of its fault
// as it is laid out.
func (h *Hints) put(b *bubble, owner fyne.CanvasObject, part fyne.Position, size fyne.Size, text string) {
	at, seen := whereabouts(owner)
	if text == "" || !seen && !b.wrong {
		if b.owner == owner {
			b.owner = nil
			b.Hide()
		}
		return
	}
	b.owner, b.beside = owner, at
	h.lay(b, at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(h)).Add(part), size, text)
	if b == h.Hint && !h.watching {
		h.watch()
	}
}

// lay shows a bubble with the text beside a part of the layer.
func (h *Hints) lay(b *bubble, at fyne.Position, size fyne.Size, text string) {
	const gap, margin = 6, 4
	b.set(text, h.Size().Width-2*margin)
	room, need := h.Size(), b.MinSize()
	y := at.Y + size.Height + gap
	if above := at.Y - gap - need.Height; y+need.Height > room.Height-margin && above >= margin {
		y = above
	}
	x := at.X
	if !b.wrong {
		x += (size.Width - need.Width) / 2
	}
	Place(b, max(min(x, room.Width-margin-need.Width), margin), y, need.Width, need.Height)
	b.Show()
	// Fyne does not know the canvas of what was not painted lately, so a bubble cannot ask for its own first painting.
	h.bell.Refresh()
}

// watch looks now and then, as long as the hint shows, whether its owner is where it was. Fyne tells no control that it has
// been hidden or moved away from under the pointer: this does, and takes the hint away.
func (h *Hints) watch() {
	h.watching = true
	gesture.After(hintLook, func() {
		h.watching = false
		owner := h.Hint.owner
		if owner == nil {
			return
		}
		if at, seen := whereabouts(owner); seen && at == h.Hint.beside {
			h.watch()
			return
		}
		if o, ok := owner.(desktop.Hoverable); ok {
			o.MouseOut()
		}
		h.put(h.Hint, owner, fyne.Position{}, fyne.Size{}, "")
	})
}

// whereabouts is where an object is in its window, and whether it is to be seen there. What Fyne does not find among the
// visible objects it places at the very corner, where no control of a window with margins is.
func whereabouts(o fyne.CanvasObject) (at fyne.Position, seen bool) {
	at = fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at, o.Visible() && !at.IsZero()
}

// bubble is a small framed text. Its first line is wrapped to the width that there is; further lines are set in the
// monospace font, so that a caret stands where it should.
type bubble struct {
	widget.BaseWidget

	owner  fyne.CanvasObject // nil: it is hidden
	beside fyne.Position     // where the owner was in the window
	wrong  bool              // it tells of a fault
	Lines  []bubbleLine
	frame  *canvas.Rectangle
	texts  []*canvas.Text
}

type bubbleLine struct {
	Text  string
	Style fyne.TextStyle
}

func newBubble() *bubble {
	b := &bubble{frame: canvas.NewRectangle(color.Transparent)}
	b.frame.CornerRadius = 5
	b.ExtendBaseWidget(b)
	b.Hide()
	return b
}

// set gives the bubble a text, to be shown in at most the given width.
func (b *bubble) set(text string, width float32) {
	width -= 2 * bubblePadX
	size, mono := b.Theme().Size(theme.SizeNameCaptionText), fyne.TextStyle{Monospace: true}
	b.Lines = nil
	first, rest, more := strings.Cut(strings.TrimRight(text, "\n"), "\n")
	for _, line := range wrap(first, width, size) {
		b.Lines = append(b.Lines, bubbleLine{Text: line})
	}
	if more {
		for _, line := range strings.Split(rest, "\n") {
			b.Lines = append(b.Lines, bubbleLine{Shorten(line, width, size, mono), mono})
		}
	}
	for len(b.texts) < len(b.Lines) {
		b.texts = append(b.texts, canvas.NewText("", color.Transparent))
	}
	b.Refresh()
}

// wrap breaks a text at blanks into lines that are at most so wide, where words allow.
func wrap(text string, width, size float32) (lines []string) {
	line := ""
	for _, word := range strings.Fields(text) {
		longer := strings.TrimLeft(line+" "+word, " ")
		if line != "" && fyne.MeasureText(longer, size, fyne.TextStyle{}).Width > width {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	return append(lines, line)
}

// CreateRenderer is called by Fyne.
func (b *bubble) CreateRenderer() fyne.WidgetRenderer { b.refresh(); return &bubbleRenderer{b} }

func (b *bubble) refresh() {
	ground, edge, text := skin.Ink(b, theme.ColorNameMenuBackground), skin.Ink(b, theme.ColorNameSeparator), skin.Ink(b, theme.ColorNameForeground)
	if b.wrong {
		edge, text = skin.Ink(b, theme.ColorNameError), skin.Ink(b, theme.ColorNameError)
	}
	PaintRect(b.frame, ground, edge, 1)
	for i, t := range b.texts {
		Show(t, i < len(b.Lines))
		if i < len(b.Lines) {
			if t.TextStyle != b.Lines[i].Style {
				t.TextStyle, t.Text = b.Lines[i].Style, ""
			}
			PaintText(t, b.Lines[i].Text, b.Theme().Size(theme.SizeNameCaptionText), text)
		}
	}
}

// bubbleRenderer lists the lines anew each time, for their number changes.
type bubbleRenderer struct{ b *bubble }

func (r *bubbleRenderer) Destroy() {}
func (r *bubbleRenderer) Refresh() { r.b.refresh() }

func (r *bubbleRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.b.frame}
	for _, t := range r.b.texts {
		objects = append(objects, t)
	}
	return objects
}

func (r *bubbleRenderer) MinSize() fyne.Size {
	var size fyne.Size
	for i := range r.b.Lines {
		line := r.b.texts[i].MinSize()
		size.Width = max(size.Width, line.Width)
		size.Height += line.Height
	}
	return size.AddWidthHeight(2*bubblePadX, 2*bubblePadY)
}

func (r *bubbleRenderer) Layout(size fyne.Size) {
	Place(r.b.frame, 0, 0, size.Width, size.Height)
	y := float32(bubblePadY)
	for i := range r.b.Lines {
		line := r.b.texts[i].MinSize()
		Place(r.b.texts[i], bubblePadX, y, size.Width-2*bubblePadX, line.Height)
		y += line.Height
	}
}

var _ desktop.Hoverable = (*Hinted)(nil)

// Hinted gives a control a hint that shows when the pointer rests on it.
type Hinted struct {
	Hint    string
	Over    fyne.CanvasObject // the control
	Hovered bool
	cancel  func()
}

// MouseIn begins the wait for the hint.
func (h *Hinted) MouseIn(*desktop.MouseEvent) {
	h.Hovered = true
	if h.Hint == "" {
		return
	}
	h.cancel = gesture.After(HintDelay, func() {
		if h.Hovered {
			ShowHint(h.Over, h.Hint)
		}
	})
}

// MouseMoved is part of desktop.Hoverable.
func (h *Hinted) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the hint away.
func (h *Hinted) MouseOut() {
	h.Hovered = false
	h.Dismiss()
}

// Dismiss ends the wait or takes the hint away: at a press it has been read or is in the way.
func (h *Hinted) Dismiss() {
	if h.cancel != nil {
		h.cancel()
		h.cancel = nil
		ShowHint(h.Over, "")
	}
}
