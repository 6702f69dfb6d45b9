// Package tutor says a few things to a newcomer, one after the other.
package tutor

import (
	"fmt"
	"image/color"

	"descentlab/internal/say"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A Beat is what a Coach says at a time.
type Beat struct {
	Title string
	Texts []string // each shorter than the one before: the first that fits is shown
	Last  bool     // nothing comes after it
}

const (
	coachHeight = 40
	coachGap    = 16
	coachSlim   = 10 // the gap where there is little room
	coachDot    = 6
	coachPitch  = 12 // from one dot to the next
	coachCloser = 2  // than two lines stand by themselves
)

var _ fyne.Widget = (*Coach)(nil)

// A Coach says a few things one after the other, each in two lines, and how many there are.
type Coach struct {
	kit.Widget

	OnNext, OnClose func() // must be set before it is shown

	beat        Beat
	at          int
	count       *canvas.Text
	title, text *canvas.Text
	dots        []*canvas.Rectangle
	next        *kit.Button
	closer      *kit.IconButton
}

// New is a coach of so many beats.
func New(beats int) *Coach {
	c := &Coach{
		count: canvas.NewText("", color.Transparent), title: canvas.NewText("", color.Transparent),
		text: canvas.NewText("", color.Transparent),
	}
	c.count.TextStyle.Bold, c.title.TextStyle.Bold = true, true
	for range beats {
		dot := canvas.NewRectangle(color.Transparent)
		dot.CornerRadius = coachDot / 2
		c.dots = append(c.dots, dot)
	}
	c.next = kit.NewButton(say.T("Next"), "", say.T("Go on (Enter)"), func() { c.OnNext() })
	c.next.SetPrimary(true)
	c.closer = kit.NewIconButton(kit.IconRemove, say.T("Close for good (Esc)"), func() { c.OnClose() })
	c.ExtendBaseWidget(c)
	return c
}

// Set shows a beat, the first of which is 1.
func (c *Coach) Set(at int, beat Beat) {
	if c.at == at && c.beat.Title == beat.Title {
		return
	}
	c.at, c.beat = at, beat
	c.next.SetText(say.T("Next"))
	if beat.Last {
		c.next.SetText(say.T("Done"))
	}
	c.Refresh()
}

// CreateRenderer is called by Fyne.
func (c *Coach) CreateRenderer() fyne.WidgetRenderer {
	c.refresh()
	drawn := []fyne.CanvasObject{c.count, c.title, c.text}
	for _, dot := range c.dots {
		drawn = append(drawn, dot)
	}
	return c.Consists(&kit.Parts{
		Drawn:   append(drawn, c.next, c.closer),
		Least:   c.least,
		Arrange: c.arrange,
		Paint:   func() { c.refresh(); c.arrange(c.Size()) },
	})
}

// least has room for both lines, also where texts are large.
func (c *Coach) least() fyne.Size {
	lines := c.title.MinSize().Height + c.text.MinSize().Height - coachCloser
	return fyne.NewSize(c.next.MinSize().Width+kit.ControlHeight+coachGap, max(coachHeight, lines))
}

// arrange puts the texts at the left and the rest at the right. Where there is little room the dots give way, for the count
// says as much.
func (c *Coach) arrange(size fyne.Size) {
	middle := func(o fyne.CanvasObject, x, width, height float32) {
		kit.Place(o, x, (size.Height-height)/2, width, height)
	}
	right := size.Width + 6 // the cross stands in the middle of a button
	right -= kit.ControlHeight
	middle(c.closer, right, kit.ControlHeight, kit.ControlHeight)
	button := c.next.MinSize()
	right -= button.Width + 4
	middle(c.next, right, button.Width, button.Height)

	count := c.count.MinSize()
	middle(c.count, 0, count.Width, count.Height)
	left, gap := count.Width+coachGap, float32(coachGap)
	dots := coachPitch*float32(len(c.dots)-1) + coachDot
	fits := left+c.textWidth()+gap+dots+gap <= right
	if fits {
		right -= gap + dots
	} else {
		left, gap = count.Width+coachSlim, coachSlim
	}
	for i, dot := range c.dots {
		layout.SetShown(dot, fits)
		middle(dot, right+float32(i)*coachPitch, coachDot, coachDot)
	}
	c.write(left, right-gap-left, size.Height)
}

// textWidth is what the longest text wants.
func (c *Coach) textWidth() (width float32) {
	if len(c.beat.Texts) > 0 {
		width = fyne.MeasureText(c.beat.Texts[0], c.text.TextSize, c.text.TextStyle).Width
	}
	return max(width, fyne.MeasureText(c.beat.Title, c.title.TextSize, c.title.TextStyle).Width)
}

// write writes the two lines into so much room: the longest text that fits, or the shortest, cut.
func (c *Coach) write(x, room, height float32) {
	text := ""
	for _, text = range c.beat.Texts {
		if fyne.MeasureText(text, c.text.TextSize, c.text.TextStyle).Width <= room {
			break
		}
	}
	cut := func(t *canvas.Text, text string) {
		kit.PaintText(t, kit.Shorten(text, max(room, 1), t.TextSize, t.TextStyle), t.TextSize, t.Color)
	}
	cut(c.title, c.beat.Title)
	cut(c.text, text)
	upper, lower := c.title.MinSize(), c.text.MinSize()
	top := (height - upper.Height - lower.Height + coachCloser) / 2
	kit.Place(c.title, x, top, upper.Width, upper.Height)
	kit.Place(c.text, x, top+upper.Height-coachCloser, lower.Width, lower.Height)
}

func (c *Coach) refresh() {
	size := c.Theme().Size(theme.SizeNameText)
	accent, ink := skin.Ink(c, theme.ColorNamePrimary), skin.Ink(c, theme.ColorNameForeground)
	kit.PaintText(c.count, say.T("%d of %d", c.at, len(c.dots)), size, accent)
	kit.PaintText(c.title, c.title.Text, size, ink)
	kit.PaintText(c.text, c.text.Text, size-0.5, ink)
	for i, dot := range c.dots {
		var fill color.Color = skin.Faded(skin.Ink(c, theme.ColorNamePlaceHolder), 0.4)
		if i+1 == c.at {
			fill = accent
		}
		kit.PaintRect(dot, fill, color.Transparent, 0)
	}
}

// String is what it says.
func (c *Coach) String() string {
	return fmt.Sprintf("%s: %s / %s", c.count.Text, c.title.Text, c.text.Text)
}
