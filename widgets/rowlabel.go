package widgets

import (
	"image/color"

	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// smallestLabel is the size of text down to which a long label shrinks before it is cut.
const smallestLabel = 10

// LabelWidth is the width of the labels of knobs, switches, choices and lists unless SetLabelWidth changes it: with equal
// widths their controls stand below one another.
const LabelWidth = 84

// rowLabel is the muted label at the left of a row, of fixed width, with a hint.
type rowLabel struct {
	widget.BaseWidget
	kit.Hinted

	name, help string
	width      float32
	text       *canvas.Text
}

func newRowLabel(name, help string) *rowLabel {
	l := &rowLabel{name: name, help: help, width: LabelWidth, text: canvas.NewText(name, color.Transparent)}
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
	return &kit.Parts{
		Drawn:   []fyne.CanvasObject{l.text},
		Least:   func() fyne.Size { return fyne.NewSize(l.width, kit.RowHeight) },
		Arrange: func(size fyne.Size) { kit.Place(l.text, 0, 0, size.Width, size.Height) },
		Paint:   l.refresh,
	}
}

// refresh shows the name, set smaller if it is long, for names like step_size_up and step_size_down differ at their ends
// only. What there is no room for is in the hint.
func (l *rowLabel) refresh() {
	layout.SetShown(l.text, l.width > 0)
	room, size := l.width-rowGap/2, skin.RowTextSize(l.Theme())
	for size > smallestLabel && fyne.MeasureText(l.name, size, fyne.TextStyle{}).Width > room {
		size = max(size-0.5, smallestLabel)
	}
	text := kit.Shorten(l.name, room, size, fyne.TextStyle{})
	kit.PaintText(l.text, text, size, skin.Ink(l, theme.ColorNamePlaceHolder))
	switch {
	case text == l.name:
		l.SetHint(l.help)
	case l.help == "":
		l.SetHint(l.name)
	default:
		l.SetHint(l.name + ": " + l.help)
	}
}

// labelled is the renderer of a row of a label and one control: of the given width, or of what is left if it is 0.
func labelled(label *rowLabel, control fyne.CanvasObject, width float32) fyne.WidgetRenderer {
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
