package timeline

import (
	"image/color"
	"strings"

	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

var _ fyne.Widget = (*Commentary)(nil)

// A Commentary is a sentence with a lead in its own colour, in one line or two, and below it a quiet line. Its room is the same
// whatever it says; what is cut is in its hint.
type Commentary struct {
	kit.Widget
	kit.Hinted

	said  Said
	slim  bool
	lead  *canvas.Text
	lines [2]*canvas.Text
	quiet *canvas.Text
}

// Said is what a Commentary says. Brief and Quieter say less, in place of a text or a quiet line that has no room; "" if there
// is no such thing.
type Said struct {
	Lead    string
	Ink     color.RGBA // of the lead
	Text    string
	Brief   string
	Quiet   string
	Quieter string
}

// NewCommentary says nothing yet.
func NewCommentary() *Commentary {
	c := &Commentary{lead: canvas.NewText("", color.Transparent), quiet: canvas.NewText("", color.Transparent)}
	c.lead.TextStyle.Bold = true
	for i := range c.lines {
		c.lines[i] = canvas.NewText("", color.Transparent)
	}
	c.HintAbove = true
	c.ExtendHinted(c)
	c.ExtendBaseWidget(c)
	return c
}

// Set says something else.
func (c *Commentary) Set(s Said) {
	if s != c.said {
		c.said = s
		c.refresh()
	}
}

// Said is what it says.
func (c *Commentary) Said() Said { return c.said }

// SetSlim leaves it one line, where there is little room.
func (c *Commentary) SetSlim(slim bool) {
	if slim != c.slim {
		c.slim = slim
		c.refresh()
	}
}

// linePitch and quietPitch are from one line to the next, in sizes of the text.
const (
	linePitch  = 1.45
	quietPitch = 1.5
)

func (c *Commentary) size() float32 { return c.Theme().Size(theme.SizeNameText) - 1 }

func (c *Commentary) quietSize() float32 { return c.Theme().Size(theme.SizeNameCaptionText) }

// Height is the room that it takes.
func (c *Commentary) Height() float32 {
	if c.slim {
		return c.size() * linePitch
	}
	return 2*c.size()*linePitch + c.quietSize()*quietPitch
}

// CreateRenderer is called by Fyne.
func (c *Commentary) CreateRenderer() fyne.WidgetRenderer {
	c.refresh()
	return c.Consists(&kit.Parts{
		Drawn:   []fyne.CanvasObject{c.lead, c.lines[0], c.lines[1], c.quiet},
		Least:   func() fyne.Size { return fyne.NewSize(80, c.Height()) },
		Arrange: func(fyne.Size) { c.refresh() },
		Paint:   c.refresh,
	})
}

// refresh breaks the sentence into lines and places them.
func (c *Commentary) refresh() {
	width := c.Size().Width
	if width <= 0 {
		return
	}
	size, pitch := c.size(), c.size()*linePitch
	lead := float32(0)
	if c.said.Lead != "" {
		lead = fyne.MeasureText(c.said.Lead, size, c.lead.TextStyle).Width + size*0.4
	}
	one, two, whole := c.fitted(c.said.Text, width, lead)
	oneSize := size
	if !whole && c.said.Brief != "" {
		one, two, _ = c.fitted(c.said.Brief, width, lead)
		if c.slim {
			one, oneSize = kit.Fit(width-lead, size, fyne.TextStyle{}, c.said.Brief)
		}
	}
	quiet := c.said.Quiet
	if c.said.Quieter != "" && !fits(quiet, width, c.quietSize()) {
		quiet = c.said.Quieter
	}
	quiet = kit.Shorten(quiet, width, c.quietSize(), fyne.TextStyle{})
	c.SetHint("")
	if !whole || !c.slim && quiet != c.said.Quiet {
		c.SetHint(strings.TrimSpace(c.said.Lead + " " + c.said.Text + "\n" + c.said.Quiet))
	}
	ink, muted := skin.Ink(c, theme.ColorNameForeground), skin.Ink(c, theme.ColorNamePlaceHolder)
	kit.PaintText(c.lead, c.said.Lead, size, c.said.Ink)
	kit.PaintText(c.lines[0], one, oneSize, ink)
	kit.PaintText(c.lines[1], two, size, ink)
	kit.PaintText(c.quiet, quiet, c.quietSize(), muted)
	layout.SetShown(c.lines[1], !c.slim)
	layout.SetShown(c.quiet, !c.slim)
	kit.Place(c.lead, 0, 0, lead, pitch)
	kit.Place(c.lines[0], lead, 0, max(width-lead, 0), pitch)
	kit.Place(c.lines[1], 0, pitch, width, pitch)
	kit.Place(c.quiet, 0, 2*pitch, width, c.quietSize()*quietPitch)
}

// fitted gives the lines of a text, of which the first stands beside the lead, and tells whether that is all of it.
func (c *Commentary) fitted(text string, width, lead float32) (one, two string, whole bool) {
	first, rest, size := text, "", c.size()
	if !c.slim {
		first, rest = broken(text, width-lead, size)
	}
	one = kit.Shorten(first, width-lead, size, fyne.TextStyle{})
	two = kit.Shorten(rest, width, size, fyne.TextStyle{})
	return one, two, one == first && two == rest
}

func fits(text string, width, size float32) bool {
	return fyne.MeasureText(text, size, fyne.TextStyle{}).Width <= width
}

// broken parts a text at a space so that the first part fits a width; all of the rest is the second.
func broken(text string, width, size float32) (first, rest string) {
	if fits(text, width, size) {
		return text, ""
	}
	words := strings.Fields(text)
	at, space := float32(0), fyne.MeasureText(" ", size, fyne.TextStyle{}).Width
	for i, word := range words {
		at += fyne.MeasureText(word, size, fyne.TextStyle{}).Width
		if at > width {
			return strings.Join(words[:i], " "), strings.Join(words[i:], " ")
		}
		at += space
	}
	return text, ""
}
