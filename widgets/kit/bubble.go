package kit

import (
	"image/color"
	"strings"
	"unicode/utf8"

	"descentlab/widgets/layout"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	bubblePadX = 8
	bubblePadY = 4
)

// bubble is a small framed text, whose lines are wrapped to the width that there is. Where the last one is a caret, it and the
// line that it points into are set in the monospace font, so that it stands where it should.
type bubble struct {
	widget.BaseWidget

	owner  fyne.CanvasObject // nil: it is hidden
	beside fyne.Position     // where the owner was in the window
	wrong  bool              // it tells of a fault
	fixed  bool              // it belongs to what stands in its owner, not to the pointer
	above  bool              // it lies above its owner, if there is room
	right  bool              // it lies at the right of it
	titled bool              // the first of several lines is set off
	lines  []bubbleLine
	frame  *canvas.Rectangle
	texts  []*canvas.Text

	watched bool // somebody will look after its owner
}

type bubbleLine struct {
	text  string
	style fyne.TextStyle
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
	b.lines = nil
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	pointed := len(lines) // the first of the two lines of which the second points at a place in the other
	if last := len(lines) - 1; last > 0 && strings.TrimLeft(lines[last], " ") == "^" {
		pointed = last - 1
	}
	for i, line := range lines {
		if i >= pointed {
			b.lines = append(b.lines, bubbleLine{Shorten(line, width, size, mono), mono})
			continue
		}
		for _, part := range wrap(line, width, size) {
			b.lines = append(b.lines, bubbleLine{part, fyne.TextStyle{Bold: b.titled && i == 0 && len(lines) > 1}})
		}
	}
	for len(b.texts) < len(b.lines) {
		b.texts = append(b.texts, canvas.NewText("", color.Transparent))
	}
	b.Refresh()
}

// wrap breaks a text at blanks into lines that are at most so wide, where words allow.
func wrap(text string, width, size float32) (lines []string) {
	words := strings.Fields(text)
	for len(words) > 0 {
		n := wordsFor(words, width, size)
		lines = append(lines, strings.Join(words[:n], " "))
		words = words[n:]
	}
	if lines == nil {
		return []string{""}
	}
	return lines
}

// wordsFor is how many of the words fit a line, at least one. Whole lines take long to measure: it begins with about as many as
// there is room for their letters.
func wordsFor(words []string, width, size float32) int {
	fits := func(n int) bool {
		return fyne.MeasureText(strings.Join(words[:n], " "), size, fyne.TextStyle{}).Width <= width
	}
	n, length, letters := 0, -1, fitting([]rune(strings.Join(words, " ")), width, size, fyne.TextStyle{})
	for n < len(words) {
		if length += 1 + utf8.RuneCountInString(words[n]); length > letters {
			break
		}
		n++
	}
	n = max(n, 1)
	for n > 1 && !fits(n) {
		n--
	}
	for n < len(words) && fits(n+1) {
		n++
	}
	return n
}

// Lines are a text in at most n lines that are so wide, and whether that is all of it: what has no room is cut.
func Lines(text string, n int, width, size float32) (lines []string, whole bool) {
	lines, whole = wrap(text, width, size), true
	if len(lines) > n {
		lines[n-1] += " " + strings.Join(lines[n:], " ")
		lines = lines[:n]
	}
	for i, line := range lines {
		lines[i] = Shorten(line, width, size, fyne.TextStyle{})
		whole = whole && lines[i] == line
	}
	return lines, whole
}

// CreateRenderer is called by Fyne.
func (b *bubble) CreateRenderer() fyne.WidgetRenderer { b.refresh(); return &bubbleRenderer{b} }

func (b *bubble) refresh() {
	ground, edge := skin.Ink(b, theme.ColorNameMenuBackground), skin.Ink(b, theme.ColorNameSeparator)
	text := skin.Ink(b, theme.ColorNameForeground)
	if b.wrong {
		edge, text = skin.Ink(b, theme.ColorNameError), skin.Ink(b, theme.ColorNameError)
	}
	PaintRect(b.frame, ground, edge, 1)
	for i, t := range b.texts {
		layout.SetShown(t, i < len(b.lines))
		if i < len(b.lines) {
			if t.TextStyle != b.lines[i].style {
				t.TextStyle, t.Text = b.lines[i].style, ""
			}
			PaintText(t, b.lines[i].text, b.Theme().Size(theme.SizeNameCaptionText), text)
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
	for i := range r.b.lines {
		line := r.b.texts[i].MinSize()
		size.Width = max(size.Width, line.Width)
		size.Height += line.Height
	}
	return size.AddWidthHeight(2*bubblePadX, 2*bubblePadY)
}

func (r *bubbleRenderer) Layout(size fyne.Size) {
	Place(r.b.frame, 0, 0, size.Width, size.Height)
	y := float32(bubblePadY)
	for i := range r.b.lines {
		line := r.b.texts[i].MinSize()
		Place(r.b.texts[i], bubblePadX, y, size.Width-2*bubblePadX, line.Height)
		y += line.Height
	}
}
