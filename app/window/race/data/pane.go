// Package data is the pane of a learning problem: its examples, and what the racers make of them.
package data

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/figure/examples"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// Pane shows the examples of a learning problem and what every racer's model makes of them at the playhead.
type Pane struct {
	desk   desk.Desk
	m      *graphic.Map
	across *canvas.Text // names the axes
	up     *canvas.Text
	legend *canvas.Text
	box    *fyne.Container

	state   lab.State
	view    plot.Rect // shown; the zero one: all
	picture examples.Picture
}

var _ desk.Pane = (*Pane)(nil)

// New is a pane without examples.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d}
	for _, t := range []**canvas.Text{&p.across, &p.up, &p.legend} {
		*t = canvas.NewText("", color.Transparent)
		(*t).TextSize = figure.SmallText
	}
	p.across.Alignment = fyne.TextAlignTrailing
	p.m = graphic.NewMap(d.Style)
	p.m.OnView = func(v plot.Rect, _ bool) { p.look(v) }
	p.m.OnRestore = func() { p.look(plot.Rect{}) }
	p.m.OnKey, p.m.OnRune = d.Key, d.Rune
	p.box = container.NewBorder(p.up, container.NewVBox(p.across, p.legend), nil, nil, p.m)
	return p
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// Update shows the moment under the playhead. Other examples are seen whole at first.
func (p *Pane) Update(s lab.State, _ lab.Change) {
	p.state = s
	if s.Panel() != setup.PanelData || s.Field == nil {
		return
	}
	if p.picture.Follow(s) {
		p.view = plot.Rect{}
	}
	p.draw()
}

// look shows another window of the picture; the zero one shows all.
func (p *Pane) look(view plot.Rect) {
	p.view = view
	p.draw()
}

// draw shows the picture and, if there is one, the texts around it.
func (p *Pane) draw() {
	palette := p.desk.Palette()
	p.m.SetScene(p.picture.Scene(p.state, p.view, palette))
	caption := p.picture.Caption(p.state)
	if caption == (examples.Caption{}) {
		return
	}
	kit.SetText(p.across, caption.Across, palette.Muted)
	kit.SetText(p.up, caption.Up, palette.Muted)
	kit.SetText(p.legend, caption.Legend, palette.Muted)
	layout.SetShown(p.legend, caption.Legend != "")
}
