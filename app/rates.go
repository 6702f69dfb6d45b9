package main

import (
	"context"
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/lab"
	"descentlab/optim/sweep"
	"descentlab/widgets"
	"descentlab/widgets/plot"
)

// curveWidth is that of lines that are no racer's way, in units.
const curveWidth = 1.6

// rateRuns is how many learning rates a racer is run with.
const rateRuns = 129

// ratesPane shows, for every racer and a range of learning rates, how far down it comes, or how fast. Glyphs stand at the
// present rates, stars at the best ones.
type ratesPane struct {
	ui     *ui
	what   *widgets.Segmented
	m      *widgets.Map
	legend *widgets.Legend // of the racers' best rates
	note   *note           // or why there is none
	noted  fyne.CanvasObject
	told   string // by the note
	box    *fyne.Container

	work  background
	state lab.State
	runs  map[int][]lab.RateRun // by slot; of all racers, or none yet
	view  plot.Rect             // shown; the zero one: all
}

func newRatesPane(u *ui) *ratesPane {
	p := &ratesPane{ui: u, runs: map[int][]lab.RateRun{}, note: newNote()}
	p.work = background{post: u.post, telling: p.explain}
	p.what = widgets.NewSegmented("final loss", "steps to arrive")
	p.what.OnChanged = func(int) { p.view = plot.Rect{}; p.draw() }
	p.m = widgets.NewMap(u.style)
	p.m.OnView = func(v plot.Rect, _ bool) { p.view = v; p.draw() }
	p.m.OnRestore = func() { p.view = plot.Rect{}; p.draw() }
	p.m.OnKey, p.m.OnRune = u.key, u.rune
	p.legend = widgets.NewLegend(2)
	p.noted = container.New(noteLayout{planeNote}, p.note.text)
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
	f := p.state.Field
	if !p.box.Visible() {
		p.work.stop()
		return
	}
	if f == nil || !f.Known || p.state.Stale() {
		return
	}
	survey := lab.Survey{Probe: f.Probe, Least: f.Least, Doc: p.state.Doc, View: p.state.Doc.Home, Places: f.Places}
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
	box := extents{lo: plot.Point{X: math.Inf(1), Y: math.Inf(1)}, hi: plot.Point{X: math.Inf(-1), Y: math.Inf(-1)}}
	names := p.state.Doc.Names()
	legend := []widgets.LegendEntry{{Text: whatRatesShow(steps, minimum)}}
	for i, r := range p.state.Doc.Racers {
		runs := p.runs[r.Slot]
		if r.Hidden || len(runs) == 0 {
			continue
		}
		line := make([]plot.Point, len(runs))
		for k, run := range runs {
			line[k] = plot.Point{X: math.Log10(run.LR), Y: rateHeight(run, least, steps)}
			box.add(line[k])
		}
		c := p.ui.palette().Racer(r.Slot)
		lr := r.Spec.GetFor("lr", p.state.Doc.Steps).Num
		at := plot.Point{X: math.Log10(lr), Y: heightAt(line, math.Log10(lr))}
		scene.Curves = append(scene.Curves, plot.Curve{Pts: line, Color: c, Width: curveWidth})
		scene.Traces = append(scene.Traces,
			plot.Trace{Pts: []plot.Point{at}, Color: c, Glyph: plot.RacerGlyph(r.Slot), Name: names[i]})
		if best := lab.BestRate(runs); best >= 0 && !math.IsNaN(line[best].Y) {
			scene.Marks = append(scene.Marks, plot.Mark{Kind: plot.BestMark, At: line[best]})
			legend = append(legend, widgets.LegendEntry{Colors: []color.RGBA{c}, Text: names[i] + " " + strconv.FormatFloat(runs[best].LR, 'g', 2, 64)})
		}
	}
	scene.View = box.view()
	if p.view != (plot.Rect{}) {
		scene.View = p.view
	}
	p.m.SetScene(scene)
	p.legend.SetEntries(legend)
	p.explain()
}

// whatRatesShow says what the lines and the stars are, in the fewest words.
func whatRatesShow(steps, minimum bool) string {
	switch {
	case steps:
		return "steps to arrive, over lr; ★ lowest loss"
	case minimum:
		return "loss − best minimum, over lr; ★ best"
	}
	return "loss − least loss seen, over lr; ★ least"
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
	p.note.set(mutedText(p.told))
	setShown(p.noted, p.told != "")
	setShown(p.legend, p.told == "")
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
	case startsNowhere(p.state):
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

// rateHeight is where a run stands: the logarithm of the gap that is left, or of the steps it took; NaN if there are none.
func rateHeight(r lab.RateRun, least float64, steps bool) float64 {
	switch {
	case r.Failed(), steps && r.Kind != sweep.Arrived:
		return math.NaN()
	case steps:
		return math.Log10(max(float64(r.Steps), 1))
	}
	return math.Log10(max(r.Loss-least, 1e-16))
}

// heightAt is the line's height at x, between its points.
func heightAt(line []plot.Point, x float64) float64 {
	for k := 1; k < len(line); k++ {
		if a, b := line[k-1], line[k]; x >= a.X && x <= b.X {
			return a.Y + (x-a.X)/(b.X-a.X)*(b.Y-a.Y)
		}
	}
	return math.NaN()
}

// extents are the ends of what is shown.
type extents struct{ lo, hi plot.Point }

func (e *extents) add(p plot.Point) {
	e.lo.X, e.hi.X = min(e.lo.X, p.X), max(e.hi.X, p.X)
	if !math.IsNaN(p.Y) {
		e.lo.Y, e.hi.Y = min(e.lo.Y, p.Y), max(e.hi.Y, p.Y)
	}
}

// view is a window with a little room around, where glyphs and stars at its ends are seen whole.
func (e *extents) view() plot.Rect {
	if !(e.lo.X < e.hi.X) {
		return plot.Rect{X0: -4, X1: 0, Y0: -4, Y1: 0}
	}
	if !(e.lo.Y <= e.hi.Y) {
		e.lo.Y, e.hi.Y = -1, 1
	}
	room, side := 0.06*(e.hi.Y-e.lo.Y)+0.1, 0.04*(e.hi.X-e.lo.X)
	return plot.Rect{X0: e.lo.X - side, X1: e.hi.X + side, Y0: e.lo.Y - 1.8*room, Y1: e.hi.Y + room}
}
