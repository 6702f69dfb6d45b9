package window

import (
	"context"
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/widgets"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// rateRuns is how many learning rates a racer is run with.
const rateRuns = 129

// ratesPane shows, for every racer and a range of learning rates, how far down it comes, or how fast. Glyphs stand at the
// present rates, stars at the best ones.
type ratesPane struct {
	ui     *ui
	what   *widgets.Segmented
	m      *widgets.Map
	legend *widgets.Legend // of the racers' best rates
	note   *widgets.Note   // or why there is none
	noted  fyne.CanvasObject
	told   string // by the note
	box    *fyne.Container

	work  background
	state lab.State
	runs  map[int][]lab.RateRun // by slot; of all racers, or none yet
	view  plot.Rect             // shown; the zero one: all
}

func newRatesPane(u *ui) *ratesPane {
	p := &ratesPane{ui: u, runs: map[int][]lab.RateRun{}, note: widgets.NewNote()}
	p.work = background{post: u.post, telling: p.explain}
	p.what = widgets.NewSegmented("final loss", "steps to arrive")
	p.what.OnChanged = func(int) { p.view = plot.Rect{}; p.draw() }
	p.m = widgets.NewMap(u.style)
	p.m.OnView = func(v plot.Rect, _ bool) { p.view = v; p.draw() }
	p.m.OnRestore = func() { p.view = plot.Rect{}; p.draw() }
	p.m.OnKey, p.m.OnRune = u.key, u.rune
	p.legend = widgets.NewLegend(2)
	p.noted = container.New(layout.Lines{Height: planeNote}, p.note.Text)
	p.box = container.NewBorder(container.NewHBox(p.what), container.NewStack(p.legend, p.noted), nil, nil, p.m)
	return p
}

func (p *ratesPane) update(s lab.State, c lab.Change) {
	p.state = s
	if c&(lab.DocChanged|lab.TapeChanged|lab.FieldChanged) != 0 {
		p.refresh()
	}
}

// refresh runs the racers in the background, if they are others than before.
func (p *ratesPane) refresh() {
	if !p.box.Visible() {
		p.work.stop()
		return
	}
	if !p.state.Surveyable() {
		return
	}
	survey := p.state.Survey()
	var key strings.Builder
	for i := range p.state.Doc.Racers {
		key.WriteString(survey.RatesKey(i))
	}
	p.work.ask(key.String(), func(ctx context.Context, say func(func())) {
		all, metered := map[int][]lab.RateRun{}, p.work.metered(say)
		for i, r := range survey.Doc.Racers {
			runs, err := survey.Rates(ctx, i, rateRuns, metered(i, len(survey.Doc.Racers)))
			if err != nil {
				return // cancelled: the document's racers have passed their checks
			}
			all[r.Slot] = runs
		}
		say(func() {
			p.runs = all
			p.draw()
		})
	})
	p.draw()
}

// forget ends the runs at hand and takes the lines away.
func (p *ratesPane) forget() {
	p.work.stop()
	p.runs = map[int][]lab.RateRun{}
	p.draw()
}

// interrupt stops the runs, on the user's wish. The lines that they were to take the place of go: they are of another
// experiment.
func (p *ratesPane) interrupt() {
	if p.work.interrupt() {
		p.runs = map[int][]lab.RateRun{}
		p.draw()
	}
}

// draw shows the runs as lines over logarithmic axes.
func (p *ratesPane) draw() {
	least, minimum := p.bottom()
	steps := p.what.Selected() == 1
	scene := plot.Scene{Ticks: true, LogX: true, LogY: true}
	box := figure.Extents{Lo: plot.Point{X: math.Inf(1), Y: math.Inf(1)}, Hi: plot.Point{X: math.Inf(-1), Y: math.Inf(-1)}}
	names := p.state.Doc.Names()
	legend := []plot.LegendEntry{{Text: figure.WhatRatesShow(steps, minimum)}}
	for i, r := range p.state.Doc.Racers {
		runs := p.runs[r.Slot]
		if r.Hidden || len(runs) == 0 {
			continue
		}
		line := make([]plot.Point, len(runs))
		for k, run := range runs {
			line[k] = plot.Point{X: math.Log10(run.LR), Y: figure.RateHeight(run, least, steps)}
			box.Add(line[k])
		}
		c := p.ui.palette().Racer(r.Slot)
		lr := r.Spec.GetFor("lr", p.state.Doc.Steps).Num
		at := plot.Point{X: math.Log10(lr), Y: figure.HeightAt(line, math.Log10(lr))}
		scene.Curves = append(scene.Curves, plot.Curve{Pts: line, Color: c, Width: figure.CurveWidth})
		scene.Traces = append(scene.Traces,
			plot.Trace{Pts: []plot.Point{at}, Color: c, Glyph: plot.RacerGlyph(r.Slot), Name: names[i]})
		if best := lab.BestRate(runs); best >= 0 && !math.IsNaN(line[best].Y) {
			scene.Marks = append(scene.Marks, plot.Mark{Kind: plot.BestMark, At: line[best]})
			legend = append(legend, plot.LegendEntry{Colors: []color.RGBA{c}, Text: names[i] + " " + strconv.FormatFloat(runs[best].LR, 'g', 2, 64)})
		}
	}
	scene.View = box.View()
	if p.view != (plot.Rect{}) {
		scene.View = p.view
	}
	p.m.SetScene(scene)
	p.legend.SetEntries(legend)
	p.explain()
}

// explain says what is shown, or how far the work on it is.
func (p *ratesPane) explain() {
	p.told = ""
	switch {
	case p.work.told != "":
		p.told = fmt.Sprintf("running … %s (Esc stops)", p.work.told)
	case p.work.stopped:
		p.told = "Stopped; any change runs them anew."
	case len(p.legend.Entries()) < 2:
		p.told = p.nothing()
	}
	p.note.Set(widgets.MutedText(p.told))
	layout.SetShown(p.noted, p.told != "")
	layout.SetShown(p.legend, p.told == "")
}

// nothing says why there is no best rate to show.
func (p *ratesPane) nothing() string {
	rated, shown := false, false
	for _, r := range p.state.Doc.Racers {
		shown = shown || !r.Hidden
		rated = rated || len(p.runs[r.Slot]) > 0 && !r.Hidden
	}
	switch {
	case len(p.state.Doc.Racers) == 0:
		return "No racers. Add one to run it over a range of learning rates."
	case !shown:
		return "All racers are hidden."
	case len(p.runs) == 0:
		return "Running …"
	case !rated:
		return "No racer has a learning rate."
	case p.state.StartsNowhere():
		return "The function has no value at the start, so no run can begin."
	case p.what.Selected() == 1:
		return "No run arrives at a minimum."
	}
	return "No run keeps a finite loss, whatever its rate."
}

// bottom is the least loss known: of a minimum, or of the runs. It tells whether it is a minimum's.
func (p *ratesPane) bottom() (least float64, minimum bool) {
	least = math.Inf(1)
	if p.state.Field != nil {
		for _, place := range p.state.Field.Places {
			if place.Global {
				least = min(least, place.Value)
			}
		}
	}
	deepest := least
	for _, runs := range p.runs {
		for _, r := range runs {
			if !r.Failed() {
				least = min(least, r.Best)
			}
		}
	}
	return least, least >= deepest-1e-9*(1+math.Abs(deepest)) && !math.IsInf(deepest, 1)
}
