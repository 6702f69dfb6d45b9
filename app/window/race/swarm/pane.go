// Package swarm is the pane of a swarm: many runs of one racer, each with other random numbers.
package swarm

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/picker"
	"descentlab/widgets/plot"
)

// Pane lets one racer run hundreds of times from around the start, or wherever the user wants. The cloud moves over the maps
// with the playhead: they find it in View.Swarm.
type Pane struct {
	desk         desk.Desk
	whose        *picker.Picker
	from         *widgets.Segmented // where the runs begin, in the order of lab.Froms
	runs, radius *widgets.Knob
	paint        *kit.Button
	picture      *widgets.Segmented // what the chart shows, in the order of lab.SwarmPictures
	chart        *graphic.Chart
	ends         *kit.Paragraph
	box          *fyne.Container

	state lab.State
	job   *job.Job[result]
	told  *lab.Swarmed // that the view was last told of
}

var _ desk.Pane = (*Pane)(nil)

// chartLeast is the height that the chart keeps, however much is told below it, in units.
const chartLeast = 120

// New is a pane without a swarm.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, ends: kit.NewParagraph(2, ""), chart: graphic.NewChart()}
	p.job = job.New[result](d.Post, p.changed)
	d.Keep(p.job)
	p.makeChoices()
	p.makeNumbers()
	p.chart.OnSeek = d.Lab().Seek
	p.box = p.compose()
	return p
}

// compose puts the controls above the chart.
func (p *Pane) compose() *fyne.Container {
	idea := kit.NewIdea(words.T("How much does it depend on chance? Many runs of one racer, each with its own start and" +
		" random numbers: a cloud on the map that moves along."))
	space, room := fynelayout.NewSpacer(), fynelayout.NewSpacer()
	top := container.New(fynelayout.NewCustomPaddedVBoxLayout(layout.PanelGap/2), idea,
		widgets.NewLine(space, p.whose, space, p.from), p.runs, p.radius, widgets.NewLine(room, p.paint, room, p.picture))
	least := canvas.NewRectangle(color.Transparent)
	least.SetMinSize(fyne.NewSize(0, chartLeast))
	return container.NewBorder(top, p.ends, nil, nil, container.NewStack(least, p.chart))
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// Update asks for the swarm of the racer that is looked at, as long as the pane is shown.
func (p *Pane) Update(s lab.State, c lab.Change) {
	before := p.state
	p.state = s
	if before.Field != nil && s.Field != nil && !s.Field.Alike(before.Field) {
		p.forget()
	}
	p.paint.SetOn(s.View.Tool == lab.ToolPaint)
	if !p.shown() {
		p.forget()
		return
	}
	if c&(lab.DocChanged|lab.TapeChanged|lab.FieldChanged) != 0 || s.View.Stroke != before.View.Stroke {
		p.refresh()
	}
	p.chart.SetCursor(s.Head)
}

// shown tells whether the pane is seen.
func (p *Pane) shown() bool { return p.state.Panel() == setup.PanelSwarm }

// show draws the picture that is chosen, and tells in words how the runs end.
func (p *Pane) show() {
	now, _ := p.job.Result()
	escapes := now.swarm != nil && now.swarm.Escape != nil || p.state.Doc.Look.SwarmShows == setup.SwarmShowsEscapes
	p.picture.SetShown(slices.Index(setup.SwarmPictures, setup.SwarmShowsEscapes), escapes)
	chart, text := plot.Chart{Style: p.desk.Style(), Steps: p.state.Doc.Steps, Empty: p.waiting()}, ""
	if chart.Empty == "" {
		chart, text = figure.SwarmChart(p.state, now.swarm, now.bands, chart.Style)
	}
	if progress := p.progress(); progress != "" && now.swarm != nil {
		text = words.T("running … %s (Esc stops)", progress)
	}
	p.chart.SetChart(chart)
	p.ends.Set(text)
}
