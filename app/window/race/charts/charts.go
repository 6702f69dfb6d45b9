// Package charts is the pane of the loss and of the slope over the steps of the race.
package charts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/figure/story"
	"descentlab/app/lab"
	"descentlab/app/lab/chronicle"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

var _ desk.Pane = (*Pane)(nil)

// A Pane has two charts with one time cursor, or only the first one where there is little room. Below that stands why curves go
// level.
type Pane struct {
	desk        desk.Desk
	loss, slope *graphic.Chart
	flat        *kit.Paragraph
	scale       *widgets.Segmented
	box         fyne.CanvasObject
	racer       int // that was looked at last
	told        *chronicle.Chronicle
}

// New is the pane on a desk.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, loss: graphic.NewChart(), slope: graphic.NewChart(), flat: kit.NewParagraph(2, ""), racer: -1}
	p.scale = widgets.NewSegmented(words.T("log"), words.T("linear"))
	p.scale.SetHints(words.T("Each tenfold has the same height"), words.T("Equal differences have the same height"))
	p.scale.OnChanged = func(i int) { d.Edit("", func(e *setup.Experiment) { e.Look.LinearLoss = i == 1 }) }
	p.loss.OnSeek, p.slope.OnSeek = d.Lab().Seek, d.Lab().Seek
	p.loss.OnCurve, p.slope.OnCurve = desk.LookAt(d), desk.LookAt(d)
	p.box = container.New(stack{}, p.loss, p.flat, p.slope)
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
	if c&(lab.DocChanged|lab.TapeChanged|lab.FieldChanged) != 0 || s.View.Alone() != p.racer || s.Chronicle() != p.told {
		p.racer, p.told = s.View.Alone(), s.Chronicle()
		loss, slope := figure.Charts(s, p.desk.Style())
		story.OnChart(s, &loss)
		story.OnChart(s, &slope)
		p.loss.SetChart(loss)
		p.slope.SetChart(slope)
		p.flat.Set(figure.Flat(s))
		linear := 0
		if s.Doc.Look.LinearLoss {
			linear = 1
		}
		p.scale.SetSelected(linear)
	}
	p.loss.SetCursor(s.Head)
	p.slope.SetCursor(s.Head)
}

// A stack is the layout of the charts, with the line between them.
type stack struct{}

// bothFrom is the height from which on there is room for both charts, in units.
const bothFrom = 250

// lineInset is where the line begins: about below the titles, in units.
const lineInset = 24

// Layout shares the height out.
func (stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	loss, line, slope := objects[0], objects[1], objects[2]
	both := size.Height >= bothFrom
	layout.SetShown(slope, both)
	const gap = 4
	text := line.MinSize().Height + gap
	height := size.Height - text
	if both {
		height = (size.Height - text) * 0.52
	}
	kit.Place(loss, 0, 0, size.Width, height)
	kit.Place(line, lineInset, height, size.Width-lineInset, text-gap)
	if both {
		kit.Place(slope, 0, height+text, size.Width, size.Height-height-text)
	}
}

// MinSize is that of one chart and the line.
func (stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	chart, line := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(chart.Width, line.Width), chart.Height+line.Height)
}
