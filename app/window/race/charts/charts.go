// Package charts is the pane of the loss and of the gradient norm over the steps of the race.
package charts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
)

var _ desk.Pane = (*Pane)(nil)

// A Pane has two charts with one time cursor.
type Pane struct {
	desk       desk.Desk
	loss, norm *graphic.Chart
	scale      *widgets.Segmented
	box        fyne.CanvasObject
}

// New is the pane on a desk.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, loss: graphic.NewChart(), norm: graphic.NewChart()}
	p.scale = widgets.NewSegmented(words.T("log"), words.T("linear"))
	p.scale.OnChanged = func(i int) { d.Edit("", func(e *setup.Experiment) { e.Look.LinearLoss = i == 1 }) }
	p.loss.OnSeek, p.norm.OnSeek = d.Lab().Seek, d.Lab().Seek
	p.box = container.NewGridWithRows(2, p.loss, p.norm)
	return p
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// Switch chooses the axis of the losses, beside the tab.
func (p *Pane) Switch() fyne.CanvasObject { return p.scale }

// Update draws the curves anew if there may be others, and moves the cursor.
func (p *Pane) Update(s lab.State, c lab.Change) {
	if s.Panel() != setup.PanelCharts {
		return
	}
	if c&(lab.DocChanged|lab.TapeChanged|lab.FieldChanged) != 0 {
		loss, norm := figure.Charts(s, p.desk.Style())
		p.loss.SetChart(loss)
		p.norm.SetChart(norm)
		linear := 0
		if s.Doc.Look.LinearLoss {
			linear = 1
		}
		p.scale.SetSelected(linear)
	}
	p.loss.SetCursor(s.Head)
	p.norm.SetCursor(s.Head)
}
