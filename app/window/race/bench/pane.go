// Package bench is the pane of benchmarks: the racers on a suite of problems, their runtimes and performance profiles, and the
// run behind every step of a curve.
package bench

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/contest"
	"descentlab/app/figure/runtimes"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/fold"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// Pane lets the racers try a suite of problems and shows how many of them they solve with how many evaluations.
type Pane struct {
	desk              desk.Desk
	suite             *widgets.Segmented
	budget, instances *widgets.Knob
	tuning            *widgets.Segmented
	rules             *fold.Fold
	choices           *fyne.Container // below the rules, while they are unfolded
	run, export       *kit.Button
	view              *widgets.Segmented
	drawing           *graphic.Drawing
	told              *kit.Paragraph
	box               *fyne.Container

	state   lab.State
	job     *job.Job[made]
	example *job.Job[made] // before the first benchmark
	racer   int            // whose curve is pointed at, -1: nobody's
	at      float64        // where
}

var _ desk.Pane = (*Pane)(nil)

// pictureLeast is the height that the picture keeps, in units.
const pictureLeast = 150

// New is a pane before any benchmark.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, racer: -1, told: kit.NewParagraph(3, "")}
	p.job = job.New[made](d.Post, p.changed)
	p.example = job.New[made](d.Post, p.show)
	d.Keep(p.job)
	d.Keep(desk.Quiet(p.example))
	p.makeChoices()
	p.makeNumbers()
	p.makePicture()
	p.box = p.compose()
	d.Mark("benchmark", func() fyne.CanvasObject { return p.drawing })
	return p
}

// Within hands the wheel over the chart on to what scrolls the pane.
func (p *Pane) Within(around fyne.Scrollable) { p.drawing.Within(around) }

// makePicture makes the chart, which tells what is pointed at.
func (p *Pane) makePicture() {
	p.drawing = graphic.NewPlainDrawing(fyne.NewSize(200, pictureLeast), p.draw)
	p.drawing.OnHover = p.hover
	p.drawing.OnPress = func(at fyne.Position) {
		p.hover(at, true)
		p.play()
	}
}

// compose puts the controls above the picture.
func (p *Pane) compose() *fyne.Container {
	idea := kit.NewIdea(words.T("Who solves most with equally many gradients? Runtimes as COCO counts them; a click on a curve " +
		"plays the run behind it."))
	p.rules = fold.NewMore(words.T("Rules:"))
	p.rules.SetHint(words.T("Which problems, how much a run may spend, and how settings are chosen"))
	p.rules.OnTapped = func() {
		layout.SetShown(p.choices, !p.choices.Visible())
		p.showRules()
		p.box.Refresh()
	}
	tune := widgets.NewRow(words.T("tuning"), words.T("Trials within which each racer's main settings are tuned, on instances that "+
		"do not count; 1: the settings are as they are"), container.NewHBox(p.tuning))
	p.choices = container.New(fynelayout.NewCustomPaddedVBoxLayout(layout.PanelGap/2), widgets.NewLine(nil, p.suite), p.budget,
		p.instances, tune)
	p.choices.Hide()
	top := container.New(fynelayout.NewCustomPaddedVBoxLayout(layout.PanelGap/2), idea, p.rules, p.choices,
		widgets.NewLine(nil, p.run, p.view, p.export))
	least := canvas.NewRectangle(color.Transparent)
	least.SetMinSize(fyne.NewSize(0, pictureLeast))
	return container.NewBorder(top, p.told, nil, nil, container.NewStack(least, p.drawing))
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// Update follows the racers, as long as the pane is seen.
func (p *Pane) Update(s lab.State, c lab.Change) {
	seen := p.state.View.Bench
	p.state = s
	if s.Panel() != setup.PanelBench {
		p.example.Stop()
		return
	}
	p.askExample()
	if c&lab.DocChanged != 0 || s.View.Bench != seen {
		p.showChoices()
		p.show()
	}
}

// draw draws the picture that is chosen.
func (p *Pane) draw(on plot.Canvas, scale float64) {
	st := p.style(scale)
	w, h := on.Size()
	picture := p.picture()
	if picture == nil {
		on.Box(plot.Vec{}, w, h, 0, st.Palette.Panel)
		return
	}
	picture.Draw(on, runtimes.Look{Style: st, Racer: p.racer, At: p.at, Rules: p.ruled(scale, w, h)})
}

// ruled tells whether there is room for the rules of the contest below the curves; else they are told below the picture.
func (p *Pane) ruled(scale, w, h float64) bool { return w >= 560*scale && h >= 360*scale }

func (p *Pane) style(scale float64) plot.Style {
	st := p.desk.Style()
	st.Scale = scale
	return st
}

// picture is the one that is seen; nil before there is any.
func (p *Pane) picture() *runtimes.Picture {
	m, _ := p.shown()
	if m.result == nil {
		return nil
	}
	return m.pictures[p.state.View.Bench][p.stage(m)]
}

// stage is the number of trials that is chosen, or the last one that was made.
func (p *Pane) stage(m made) int {
	trials := p.state.Doc.Bench.Filled().Tuning
	if i := slices.IndexFunc(m.result.Stages, func(s contest.Stage) bool { return s.Trials == trials }); i >= 0 {
		return i
	}
	return len(m.result.Stages) - 1
}

// hover tells of the curve below the pointer.
func (p *Pane) hover(at fyne.Position, inside bool) {
	p.racer = -1
	if picture := p.picture(); picture != nil && inside {
		size := p.drawing.Size()
		w, h := float64(size.Width), float64(size.Height)
		racer, x, ok := picture.Near(plot.Vec{X: float64(at.X), Y: float64(at.Y)}, w, h, p.style(1), p.ruled(1, w, h))
		if ok {
			p.racer, p.at = racer, x
		}
	}
	p.drawing.Redraw()
	p.say()
}
