package kit

import (
	"image/color"

	"descentlab/widgets/layout"
	"descentlab/widgets/skin"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	panelRadius = 8
	panelAccent = 3 // width of the coloured bar
	panelRim    = 1.5
	PanelPad    = 10 // between the edge of a panel and what is in it, at the sides
	panelPadY   = 8
)

var _ fyne.Widget = (*Panel)(nil)

// A Panel is a card: content on a rounded surface with a 1-unit border and, if it has an accent, a coloured bar at its
// left edge.
type Panel struct {
	widget.BaseWidget

	content            fyne.CanvasObject
	accent             color.Color
	rim                color.Color // of the border; nil: the theme's
	pad                padding
	border, body, edge *canvas.Rectangle
	sheet              *sheet // nil: Fyne draws all of it
}

// padding is the room between a panel's edges and its content.
type padding struct{ left, right, y float32 }

// NewPanel returns a panel round content. A nil accent means no bar.
func NewPanel(content fyne.CanvasObject, accent color.Color) *Panel {
	return newPanel(content, accent, padding{PanelPad, PanelPad, panelPadY})
}

// NewFilled is a panel whose content reaches to its edges.
func NewFilled(content fyne.CanvasObject, accent color.Color) *Panel {
	return newPanel(content, accent, padding{})
}

func newPanel(content fyne.CanvasObject, accent color.Color, pad padding) *Panel {
	p := &Panel{
		content: content, accent: accent, pad: pad,
		border: canvas.NewRectangle(color.Transparent),
		body:   canvas.NewRectangle(color.Transparent),
		edge:   canvas.NewRectangle(color.Transparent),
	}
	if sheeted {
		p.sheet = newSheet(p, p.frame, content)
	}
	p.ExtendBaseWidget(p)
	return p
}

// Inside is the content.
func (p *Panel) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{p.content} }

// SetAccent changes the colour of the bar; nil takes it away.
func (p *Panel) SetAccent(c color.Color) {
	if p.accent == c {
		return
	}
	p.accent = c
	p.Refresh()
	p.layout(p.Size())
}

// SetRim gives the border another colour than the theme's, and makes it thicker; nil takes that back.
func (p *Panel) SetRim(c color.Color) {
	if p.rim == c {
		return
	}
	p.rim = c
	p.refresh()
	p.layout(p.Size())
}

// CreateRenderer is called by Fyne.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	p.refresh()
	return newSheetRenderer(p.sheet, Parts{
		Drawn: []fyne.CanvasObject{p.edge, p.border, p.body, p.content},
		Least: func() fyne.Size {
			return p.content.MinSize().AddWidthHeight(p.pad.left+p.pad.right+p.bar(), 2*p.pad.y)
		},
		Arrange: p.layout,
		Paint:   p.refresh,
	})
}

// frame appends what the panel itself looks like.
func (p *Panel) frame(marks []mark) []mark {
	for _, r := range []*canvas.Rectangle{p.edge, p.border, p.body} {
		if r.Visible() {
			marks = append(marks, markOf(r, r.Position()))
		}
	}
	return marks
}

// bar is the width that the coloured bar takes.
func (p *Panel) bar() float32 {
	if p.accent == nil {
		return 0
	}
	return panelAccent
}

// layout lays the frame, in the border's colour, over the bar and the body over the frame: so the bar has the card's own
// round corners and no line parts it from the body.
func (p *Panel) layout(size fyne.Size) {
	bar, line := p.bar(), float32(1)
	if p.rim != nil {
		line = panelRim
	}
	edge := line
	if p.accent != nil {
		edge = 0
	}
	Place(p.edge, 0, 0, panelRadius, size.Height)
	Place(p.border, bar, 0, size.Width-bar, size.Height)
	Place(p.body, bar+edge, line, size.Width-bar-edge-line, size.Height-2*line)
	if p.sheet != nil {
		p.sheet.resize(size)
	}
	Place(p.content, bar+p.pad.left, p.pad.y, size.Width-bar-p.pad.left-p.pad.right, size.Height-2*p.pad.y)
}

func (p *Panel) refresh() {
	layout.SetShown(p.edge, p.accent != nil)
	p.edge.TopLeftCornerRadius, p.edge.BottomLeftCornerRadius = panelRadius, panelRadius
	left := float32(0) // the corner's own radius is that of the others
	if p.accent != nil {
		left = panelRadius - panelAccent
		PaintRect(p.edge, p.accent, color.Transparent, 0)
	}
	for i, r := range []*canvas.Rectangle{p.border, p.body} {
		r.CornerRadius = panelRadius - float32(i)
		r.TopLeftCornerRadius, r.BottomLeftCornerRadius = left, left
	}
	rim := p.rim
	if rim == nil {
		rim = skin.Ink(p, theme.ColorNameSeparator)
	}
	PaintRect(p.border, rim, color.Transparent, 0)
	PaintRect(p.body, skin.Ink(p, theme.ColorNameOverlayBackground), color.Transparent, 0)
}
