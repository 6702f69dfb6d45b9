package widgets

import (
	"image/color"
	"strconv"
	"strings"

	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A stepText is the step of a transport: the number stands out from the words around it.
type stepText struct {
	before, number, after *canvas.Text
	right                 float32 // where it ends
}

func newStepText() *stepText {
	s := &stepText{
		before: canvas.NewText("", color.Transparent), number: canvas.NewText("", color.Transparent),
		after: canvas.NewText("", color.Transparent),
	}
	s.number.TextStyle.Bold = true
	return s
}

func (s *stepText) parts() []*canvas.Text { return []*canvas.Text{s.before, s.number, s.after} }

// numberSize is the size of the number among texts of the theme's.
func numberSize(th fyne.Theme) float32 { return th.Size(theme.SizeNameText) + 2 }

// widthOf is how wide the text of a step is.
func (s *stepText) widthOf(text string, step int, th fyne.Theme) float32 {
	number := strconv.Itoa(step)
	before, after, _ := strings.Cut(text, number)
	return fyne.MeasureText(before, th.Size(theme.SizeNameText), fyne.TextStyle{}).Width +
		fyne.MeasureText(number, numberSize(th), s.number.TextStyle).Width +
		fyne.MeasureText(after, th.Size(theme.SizeNameText), fyne.TextStyle{}).Width
}

// show shows or hides it.
func (s *stepText) show(shown bool) {
	for _, part := range s.parts() {
		layout.SetShown(part, shown)
	}
}

// set shows the text of a step.
func (s *stepText) set(text string, step int, t *Transport) {
	number, size := strconv.Itoa(step), t.Theme().Size(theme.SizeNameText)
	before, after, _ := strings.Cut(text, number)
	muted := skin.Ink(t, theme.ColorNamePlaceHolder)
	kit.PaintText(s.before, before, size, muted)
	kit.PaintText(s.number, number, numberSize(t.Theme()), skin.Ink(t, theme.ColorNameForeground))
	kit.PaintText(s.after, after, size, muted)
	s.place(s.right, t.Size().Height)
}

// place ends the text at x, in the middle of a height: its parts stand on one line.
func (s *stepText) place(x, height float32) {
	s.right = x
	_, line := fyne.CurrentApp().Driver().RenderedTextSize(s.number.Text, s.number.TextSize, s.number.TextStyle, nil)
	top := (height - s.number.MinSize().Height) / 2
	for _, part := range []*canvas.Text{s.after, s.number, s.before} {
		least, baseline := fyne.CurrentApp().Driver().RenderedTextSize(part.Text, part.TextSize, part.TextStyle, nil)
		x -= least.Width
		kit.Place(part, x, top+line-baseline, least.Width, least.Height)
	}
}
