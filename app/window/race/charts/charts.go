// Package charts is the pane of what happens over the steps of the race: up to three charts above one another with one time
// cursor, each of what is chosen for it.
package charts

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure/progress"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/chronicle"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/plot"
)

var _ desk.Pane = (*Pane)(nil)

// A Pane has the charts that the document wants, or the first ones of them where there is little room.
type Pane struct {
	desk  desk.Desk
	scale *widgets.Segmented
	slots [setup.MaxCharts]*slot
	box   *fyne.Container

	state lab.State
	drawn drawn
	turn  int // counts races and surfaces, for the keys of jobs
	job   *job.Job[progress.Curves]
}

// drawn is of what the charts are drawn, beside the race.
type drawn struct {
	racer  int    // that is looked at
	hidden string // curves
	told   *chronicle.Chronicle
}

// New is the pane on a desk.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, drawn: drawn{racer: -2}}
	p.job = job.New[progress.Curves](d.Post, p.draw)
	d.Keep(p.job)
	p.scale = widgets.NewSegmented(words.T("log"), words.T("linear"))
	p.scale.SetHints(words.T("Losses: each tenfold has the same height"), words.T("Losses: equal differences have the same height"))
	p.scale.OnChanged = func(i int) { d.Edit("", func(e *setup.Experiment) { e.Look.LinearLoss = i == 1 }) }
	p.box = container.New(&stack{})
	for i := range p.slots {
		p.slots[i] = newSlot(p, i)
		for _, o := range p.slots[i].parts() {
			p.box.Add(o)
		}
	}
	p.box.Layout = &stack{pane: p}
	return p
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// Switch chooses the axis of the losses, beside the tab.
func (p *Pane) Switch() fyne.CanvasObject { return p.scale }

// Update draws the curves anew if there may be others, and moves the cursor.
func (p *Pane) Update(s lab.State, c lab.Change) {
	p.state = s
	if c&(lab.TapeChanged|lab.FieldChanged|lab.DocChanged) != 0 {
		p.turn++
	}
	if s.Panel() != setup.PanelCharts {
		p.job.Forget()
		p.drawn.racer = -2 // what is not seen is not kept up
		return
	}
	now := drawn{s.View.Alone(), fmt.Sprint(s.View.Muted), s.Chronicle()}
	if c&(lab.DocChanged|lab.TapeChanged|lab.FieldChanged) != 0 || now != p.drawn {
		p.drawn = now
		p.compute(c)
		p.draw()
		linear := 0
		if s.Doc.Look.LinearLoss {
			linear = 1
		}
		p.scale.SetSelected(linear)
	}
	for _, slot := range p.slots {
		slot.chart.SetCursor(s.Head)
	}
}

// compute asks for the numbers of the charts that are shown: at once, or in the background if they take their time.
func (p *Pane) compute(c lab.Change) {
	slow := false
	for i, kind := range p.shown() {
		slot := p.slots[i]
		if !progress.Slow(p.state, kind) {
			slot.curves, _ = progress.Of(context.Background(), p.state, kind)
			continue
		}
		slow = true
		s := p.state
		p.job.Queue(fmt.Sprint(p.turn), func(ctx context.Context, r *job.Report[progress.Curves]) error {
			curves, err := progress.Of(ctx, s, kind)
			if err == nil {
				r.Publish(curves)
			}
			return err
		})
	}
	if !slow {
		p.job.Forget()
	}
}

// shown are the kinds of charts for which there is room.
func (p *Pane) shown() []string {
	list := p.state.Doc.Look.Charts.Shown()
	return list[:min(len(list), p.room(list))]
}

// draw shows the numbers that there are.
func (p *Pane) draw() {
	kinds := p.shown()
	all := p.state.Doc.Look.Charts.Shown()
	for i, slot := range p.slots {
		if i >= len(kinds) {
			slot.hide()
			continue
		}
		slot.choose(kinds[i], all)
		slot.draw(kinds[i])
	}
	progress.Align(p.desk.Style().Font, p.charts(len(kinds))...)
	for _, slot := range p.slots[:len(kinds)] {
		slot.chart.SetChart(slot.shown)
	}
}

// charts are those of the first slots.
func (p *Pane) charts(n int) (list []*plot.Chart) {
	for _, slot := range p.slots[:n] {
		list = append(list, &slot.shown)
	}
	return list
}

// lookAt lets the racer of a curve stand out everywhere.
func (p *Pane) lookAt(slot int) { p.desk.Lab().Look(func(v *lab.View) { v.Racer = slot }) }
