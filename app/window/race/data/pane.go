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
	"descentlab/app/words"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// Pane shows the examples of a learning problem and what every racer's model makes of them at the playhead.
type Pane struct {
	desk   desk.Desk
	m      *graphic.Map
	legend *canvas.Text
	box    *fyne.Container

	state   lab.State
	view    plot.Rect // shown; the zero one: all
	picture examples.Picture
}

var _ desk.Pane = (*Pane)(nil)

// New is a pane without examples.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, legend: canvas.NewText("", color.Transparent)}
	p.legend.TextSize = figure.SmallText
	p.m = graphic.NewMap(d.Style)
	p.m.OnView = func(v plot.Rect, _ bool) { p.look(v) }
	p.m.OnRestore = func() { p.look(plot.Rect{}) }
	p.m.OnKey, p.m.OnRune = d.Key, d.Rune
	idea := kit.NewIdea(words.T("What do the racers make of the examples? Dots are the data, lines and shades each racer's" +
		" model at this step."))
	p.box = container.NewBorder(idea, p.legend, nil, nil, p.m)
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

// draw shows the picture and, if there is anything to say of it, what is seen.
func (p *Pane) draw() {
	palette := p.desk.Palette()
	p.m.SetScene(p.picture.Scene(p.state, p.view, palette))
	legend := p.picture.Legend(p.state)
	kit.SetText(p.legend, legend, palette.Muted)
	layout.SetShown(p.legend, legend != "")
}
