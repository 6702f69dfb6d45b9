// Package rates is the pane that shows, for every racer and a range of learning rates, how far down it comes, or how fast.
package rates

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/optim/sweep"
	"descentlab/widgets"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/legend"
	"descentlab/widgets/plot"
)

// rateRuns is how many learning rates a racer is run with.
const rateRuns = 129

// rateLines is how many lines the legend has: in the slimmest panel one for what is shown, and two for four racers.
const rateLines = 3

// runsOf are the runs of all racers, by slot. They are not changed once made.
type runsOf = map[int][]lab.RateRun

// A Pane shows the racers' runs as lines, while the state says that it is shown.
type Pane struct {
	desk desk.Desk
	job  *job.Job[runsOf]
	what *widgets.Segmented
	m    *graphic.Map
	head *legend.Note // of the racers' best rates, or why there is none
	box  *fyne.Container

	state lab.State
	field *lab.Field // of the last state
	view  plot.Rect  // shown; the zero one: all
	drawn string     // key of the runs that are
}

// New is the pane.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, head: legend.NewNote(rateLines)}
	p.job = job.New[runsOf](d.Post, p.heard)
	d.Keep(p.job)
	p.what = widgets.NewSegmented(words.T("loss"), words.T("steps"))
	p.what.SetHints(words.T("The loss at the end of each run"), words.T("The steps to arrive at a minimum"))
	p.what.OnChanged = func(int) { p.zoom(plot.Rect{}, true) }
	p.m = graphic.NewMap(d.Style)
	p.m.OnView = p.zoom
	p.m.OnRestore = func() { p.zoom(plot.Rect{}, true) }
	p.m.OnKey, p.m.OnRune = d.Key, d.Rune
	idea := kit.NewIdea(words.T("Where does each racer end for every learning rate? Its shape stands at the present rate," +
		" a star at the best one."))
	p.box = container.NewBorder(idea, p.head.Box, nil, nil, p.m)
	return p
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// Switch chooses what is shown, beside the tab.
func (p *Pane) Switch() fyne.CanvasObject { return p.what }

// Update follows the document. Runs on a surface of another kind do not lie over this one for a moment.
func (p *Pane) Update(s lab.State, c lab.Change) {
	if p.field != nil && s.Field != nil && !s.Field.Alike(p.field) {
		p.job.Forget()
	}
	p.state, p.field = s, s.Field
	if c&(lab.DocChanged|lab.TapeChanged|lab.FieldChanged) != 0 {
		p.refresh()
	}
}

// refresh runs the racers in the background, if they are others than before.
func (p *Pane) refresh() {
	if p.state.Panel() != setup.PanelRates {
		p.job.Stop()
		return
	}
	switch {
	case len(p.state.Doc.Racers) == 0:
		p.job.Forget()
	case p.state.Surveyable():
		p.ask()
	}
	p.draw()
}

func (p *Pane) ask() {
	survey := p.state.Survey()
	racers := survey.Doc.Racers
	var key strings.Builder
	for i := range racers {
		key.WriteString(survey.RatesKey(i))
	}
	p.job.Ask(key.String(), func(ctx context.Context, r *job.Report[runsOf]) error {
		all := runsOf{}
		for i, racer := range racers {
			runs, err := survey.Rates(ctx, i, rateRuns, sweep.Options{Progress: r.Counter(i, len(racers))})
			if err != nil {
				return err
			}
			all[racer.Slot] = runs
		}
		r.Publish(all)
		return nil
	})
}

// rates are the runs as they are to be shown.
func (p *Pane) rates() figure.Rates {
	runs, _ := p.job.Result()
	return figure.Rates{State: p.state, Runs: runs, Steps: p.what.Selected() == 1}
}

// heard shows what the work has to say.
func (p *Pane) heard() {
	if p.job.Of() != p.drawn {
		p.draw()
		return
	}
	p.explain(p.head.Entries())
}

// zoom shows a part of the lines; the zero window is all of them.
func (p *Pane) zoom(v plot.Rect, _ bool) {
	p.view = v
	p.draw()
}

// draw shows the lines.
func (p *Pane) draw() {
	p.drawn = p.job.Of()
	scene, legend := p.rates().Scene(p.desk.Palette())
	if p.view != (plot.Rect{}) {
		scene.View = p.view
	}
	p.m.SetScene(scene)
	p.explain(legend)
}

// explain says what is shown, or how far the work on it is, or why there is no best rate in the legend.
func (p *Pane) explain(legend []plot.LegendEntry) {
	note, rates := "", p.rates()
	switch done, telling := p.job.Progress(); {
	case telling:
		note = words.T("running … %s (Esc stops)", words.Progress(done.Part, done.Left, done.Sure))
	case p.job.Stopped() && len(rates.Runs) == 0:
		note = words.T("Stopped; any change runs them anew.")
	case p.job.Err() != nil:
		note = words.Sentence(p.job.Err())
	case len(legend) < 2:
		note = rates.Nothing()
	}
	p.head.Set(note, legend)
}
