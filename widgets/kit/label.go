package kit

import (
	"image/color"

	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

var _ fyne.Widget = (*Label)(nil)

// A Label is a line of text, smaller and at last cut where it gets less room than it needs; a number loses digits instead. All of
// it is in its hint then. The fields are to be set before it is shown.
type Label struct {
	Widget
	Hinted

	Bold, Muted, Small, Large bool
	Align                     fyne.TextAlign
	Least                     float32 // width that it asks for, whatever it says; 0: that of its text
	Yields                    bool    // in a line it has the width of its text where there is room, else Least
	Brief                     string  // what it says instead where there is not, before it is cut; "": nothing

	text string
	tint color.Color // nil: as the fields say
	line *canvas.Text
}

// NewLabel is a line of text.
func NewLabel(text string) *Label {
	l := &Label{text: text, line: canvas.NewText("", color.Transparent)}
	l.ExtendHinted(l)
	l.ExtendBaseWidget(l)
	return l
}

// Text is what it says.
func (l *Label) Text() string { return l.text }

// Set says something else, in a colour; nil is the theme's.
func (l *Label) Set(text string, tint color.Color) {
	if l.text == text && l.tint == tint {
		return
	}
	resized := l.Least == 0 && text != l.text
	l.text, l.tint = text, tint
	l.refresh()
	if resized {
		l.Refresh() // its least size is another
	}
}

// Width is that of its text.
func (l *Label) Width() float32 { return fyne.MeasureText(l.text, l.size(), l.style()).Width }

// PreferredWidth is what it would like to have of a line.
func (l *Label) PreferredWidth() float32 {
	if l.Yields {
		return l.Width()
	}
	return l.MinSize().Width
}

// CreateRenderer is called by Fyne.
func (l *Label) CreateRenderer() fyne.WidgetRenderer {
	l.refresh()
	return l.Consists(&Parts{
		Drawn: []fyne.CanvasObject{l.line},
		Least: func() fyne.Size {
			need := fyne.MeasureText(l.text, l.size(), l.style())
			if l.Least > 0 {
				need.Width = l.Least
			}
			return need
		},
		Arrange: func(size fyne.Size) {
			l.refresh()
			height := fyne.MeasureText("0", l.size(), l.style()).Height
			Place(l.line, 0, (size.Height-height)/2, size.Width, height)
		},
		Paint: l.refresh,
	})
}

func (l *Label) style() fyne.TextStyle { return fyne.TextStyle{Bold: l.Bold} }

func (l *Label) size() float32 {
	switch {
	case l.Small:
		return skin.RowTextSize(l.Theme())
	case l.Large:
		return l.Theme().Size(theme.SizeNameHeadingText)
	}
	return l.Theme().Size(theme.SizeNameText)
}

func (l *Label) refresh() {
	ink := l.tint
	switch {
	case ink != nil:
	case l.Muted:
		ink = skin.Ink(l, theme.ColorNamePlaceHolder)
	default:
		ink = skin.Ink(l, theme.ColorNameForeground)
	}
	l.line.TextStyle, l.line.Alignment = l.style(), l.Align
	text, size := l.text, l.size()
	if room := l.Size().Width + 0.5; room > 0.5 {
		fits := func(s string) bool { return fyne.MeasureText(s, l.size(), l.style()).Width <= room }
		texts := []string{text}
		if l.Brief != "" {
			texts = append(texts, l.Brief)
		}
		if short, ok := ShortNumber(text, fits); ok {
			text = short
		} else {
			text, size = Fit(room, size, l.style(), texts...)
		}
	}
	l.SetHint("")
	if text != l.text {
		l.SetHint(l.text)
	}
	PaintText(l.line, text, size, ink)
}
