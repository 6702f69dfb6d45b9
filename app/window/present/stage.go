package present

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/lab"
	"descentlab/widgets/kit"
)

var _ desktop.Hoverable = (*stage)(nil)

// black is the colour of a screen that shows nothing.
var black = color.RGBA{A: 255}

// A stage is all of the window: it lays the parts out, and hears where the pointer goes between them.
type stage struct {
	widget.BaseWidget
	show   *Show
	ground *canvas.Rectangle
	panel  *canvas.Rectangle // behind the chart
}

func newStage(s *Show) *stage {
	g := &stage{show: s, ground: canvas.NewRectangle(black), panel: canvas.NewRectangle(black)}
	g.repaint()
	g.ExtendBaseWidget(g)
	return g
}

// repaint takes the colours of the theme.
func (g *stage) repaint() {
	p := g.show.frame.Palette()
	g.ground.FillColor, g.panel.FillColor, g.panel.StrokeColor = p.Ground, p.Panel, p.Border
	g.panel.StrokeWidth = 1
	g.ground.Refresh()
	g.panel.Refresh()
}

// CreateRenderer is called by Fyne.
func (g *stage) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{g.ground, g.panel}
	for _, p := range g.show.parts {
		objects = append(objects, p.object())
	}
	return &kit.Parts{
		Drawn:   append(objects, g.show.cover.panel),
		Least:   func() fyne.Size { return fyne.NewSize(320, 180) },
		Arrange: g.arrange,
		Paint:   g.repaint,
	}
}

// arrange lays the parts out in a window of that size.
func (g *stage) arrange(size fyne.Size) {
	s := g.show
	a := arrange(float64(size.Width), float64(size.Height))
	rescaled := s.k != a.k
	s.k = a.k
	kit.Place(g.ground, 0, 0, size.Width, size.Height)
	kit.Place(s.cover.panel, 0, 0, size.Width, size.Height)
	at := func(o fyne.CanvasObject, b box) {
		kit.Place(o, float32(b.x*a.k), float32(b.y*a.k), float32(b.w*a.k), float32(b.h*a.k))
	}
	for i, b := range []box{a.title, a.scene, a.step, a.curves, a.chips, a.knob, a.foot} {
		at(s.parts[i].object(), b)
	}
	g.panel.CornerRadius = float32(panelRound * a.k)
	around := a.curves
	at(g.panel, around)
	at(s.parts[3].object(), box{around.x + inset, around.y + inset, around.w - 2*inset, around.h - 2*inset})
	for _, p := range s.parts {
		if rescaled {
			p.update(lab.Everything)
		}
		p.object().Refresh()
	}
}

// The chart's panel.
const (
	panelRound = 10
	inset      = 10
)

// MouseIn shows the keys.
func (g *stage) MouseIn(*desktop.MouseEvent) { g.show.hints.wake() }

// MouseMoved does too.
func (g *stage) MouseMoved(*desktop.MouseEvent) { g.show.hints.wake() }

// MouseOut does nothing.
func (g *stage) MouseOut() {}
