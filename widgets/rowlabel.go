package widgets

import (
	"image/color"

	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// smallestLabel is the size of text down to which a long label shrinks before it is set in two lines, or cut.
const smallestLabel = 10

// smallestOfTwo is that of one in two lines.
const smallestOfTwo = 9

// LabelWidth is the width of the labels of knobs, switches, choices and lists unless SetLabelWidth changes it: with equal
// widths their controls stand below one another.
const LabelWidth = 84

// rowLabel is the muted label at the left of a row, of fixed width, with a hint.
type rowLabel struct {
	kit.Widget
	kit.Hinted

	name, help string
	width      float32
	text       *canvas.Text
	second     *canvas.Text // of two lines; hidden if there is one
	dots       *kit.Dots    // under a name of one line that explains itself
}

func newRowLabel(name, help string) *rowLabel {
	l := &rowLabel{name: name, help: help, width: LabelWidth, text: canvas.NewText(name, color.Transparent),
		second: canvas.NewText("", color.Transparent), dots: kit.NewDots()}
	l.ExtendHinted(l)
	l.SetHint(help)
	l.ExtendBaseWidget(l)
	return l
}

// setWidth gives the label another width and lays the row out anew.
func (l *rowLabel) setWidth(width float32, row fyne.Widget) {
	if l.width == width {
		return
	}
	l.width = width
	l.refresh()
	size := row.Size()
	row.Resize(fyne.Size{})
	row.Resize(size)
}

// CreateRenderer is called by Fyne.
func (l *rowLabel) CreateRenderer() fyne.WidgetRenderer {
	l.refresh()
	return l.Consists(&kit.Parts{
		Drawn:   []fyne.CanvasObject{l.text, l.second, l.dots.Raster},
		Least:   func() fyne.Size { return fyne.NewSize(l.width, kit.RowHeight) },
		Arrange: l.arrange,
		Paint:   l.refresh,
	})
}

// arrange places the line, or the two closely below one another.
func (l *rowLabel) arrange(size fyne.Size) {
	if !l.second.Visible() {
		kit.Place(l.text, 0, 0, size.Width, size.Height)
		need, baseline := fyne.CurrentApp().Driver().RenderedTextSize(l.text.Text, l.text.TextSize, fyne.TextStyle{}, nil)
		l.dots.Lay(0, (size.Height-need.Height)/2+baseline, need.Width)
		return
	}
	const pitch = 11
	height := l.text.MinSize().Height
	top := (size.Height - height - pitch) / 2
	kit.Place(l.text, 0, top, size.Width, height)
	kit.Place(l.second, 0, top+pitch, size.Width, height)
}

// refresh shows the name, set smaller if it is long, then in two lines, for names like step_size_up and step_size_down differ at
// their ends only. What there is no room for even so is in the hint.
func (l *rowLabel) refresh() {
	layout.SetShown(l.text, l.width > 0)
	room, size := l.width-rowGap/2, skin.RowTextSize(l.Theme())
	for size > smallestLabel && fyne.MeasureText(l.name, size, fyne.TextStyle{}).Width > room {
		size = max(size-0.5, smallestLabel)
	}
	text, second := kit.Shorten(l.name, room, size, fyne.TextStyle{}), ""
	for small := size; text+second != l.name && small >= smallestOfTwo; small -= 0.5 {
		if first, rest, ok := inTwo(l.name, room, small); ok {
			text, second, size = first, rest, small
		}
	}
	kit.PaintText(l.text, text, size, skin.Ink(l, theme.ColorNamePlaceHolder))
	kit.PaintText(l.second, second, size, skin.Ink(l, theme.ColorNamePlaceHolder))
	l.dots.Paint(skin.Ink(l, theme.ColorNamePlaceHolder))
	layout.SetShown(l.dots.Raster, l.help != "" && second == "" && l.width > 0)
	if shown := second != "" && l.width > 0; shown != l.second.Visible() {
		layout.SetShown(l.second, shown)
		l.arrange(l.Size())
	}
	switch {
	case text+second == l.name:
		l.SetHint(l.help)
	case l.help == "":
		l.SetHint(l.name)
	default:
		l.SetHint(l.name + ": " + l.help)
	}
}

// inTwo breaks a name behind an underscore or a space, so that both parts fit a width; the later the better.
func inTwo(name string, room, size float32) (first, rest string, ok bool) {
	fits := func(text string) bool { return fyne.MeasureText(text, size, fyne.TextStyle{}).Width <= room }
	for i := len(name) - 1; i > 0; i-- {
		if name[i-1] != '_' && name[i-1] != ' ' {
			continue
		}
		if first, rest = name[:i], name[i:]; fits(first) && fits(rest) {
			return first, rest, true
		}
	}
	return "", "", false
}

// labelled is the renderer of a row of a label and one control: of the given width, or of what is left if it is 0.
func labelled(label *rowLabel, control fyne.CanvasObject, width float32) *kit.Parts {
	return &kit.Parts{
		Drawn: []fyne.CanvasObject{label, control},
		Least: func() fyne.Size {
			need := control.MinSize()
			return fyne.NewSize(label.width+need.Width, max(need.Height, kit.RowHeight))
		},
		Arrange: func(size fyne.Size) {
			room := size.Width - label.width
			if width > 0 {
				room = width
			}
			height := max(control.MinSize().Height, kit.RowHeight)
			kit.Place(label, 0, 0, label.width, size.Height)
			kit.Place(control, label.width, (size.Height-height)/2, room, height)
		},
		Paint: func() {},
	}
}
