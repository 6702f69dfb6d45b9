package window

import (
	"cmp"
	"context"
	"fmt"
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/widgets"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// planePane maps how one racer ends for all settings of two of its knobs. The ring is the present setting.
type planePane struct {
	ui         *ui
	whose      *widgets.Picker
	across, up *widgets.Picker
	shows      *widgets.Picker
	m          *widgets.Map
	hint       *canvas.Text
	spare      *fyne.Container // hint
	legend     *widgets.Legend // of the colours, while there is nothing else to say
	note       *widgets.Note
	noted      fyne.CanvasObject // note
	box        *fyne.Container

	work   background
	state  lab.State
	w, h   int // device pixels of the map
	axes   [2]sweep.Axis
	home   [2]sweep.Axis // the sliders' own ranges
	of     string        // what axes and home are of
	empty  string        // why there is nothing to map; "" if there is
	sheet  *sweep.Sheet
	key    string        // of sheet
	shown  [2]sweep.Axis // of sheet
	places []lab.Place   // that its targets are
	paint  planePaint
	cross  *plot.Point // where the pointer is; nil if it is elsewhere
	told   string      // by the note
}

// planePaint is a sheet in colours, and what they were made from.
type planePaint struct {
	sheet  *sweep.Sheet
	shows  string
	dark   bool
	cells  *plot.Cells
	legend []plot.LegendEntry
}

func newPlanePane(u *ui) *planePane {
	p := &planePane{ui: u, note: widgets.NewNote()}
	p.work = background{post: u.post, telling: p.explain}
	p.whose, p.across, p.up = widgets.NewPicker(nil), widgets.NewPicker(nil), widgets.NewPicker(nil)
	p.whose.Plain = true
	p.across.Prefix, p.up.Prefix = "x: ", "y: "
	p.shows = widgets.NewPicker(planeColours)
	p.shows.Prefix = "colour: "
	p.shows.OnPicked = func(key string) {
		u.Edit("", func(e *lab.Experiment) { e.Look.PlaneShows = map[bool]string{false: key}[key == "end"] })
	}
	p.whose.OnPicked = desk.PickRacer(u)
	p.across.OnPicked = func(knob string) { u.Edit("", func(e *lab.Experiment) { e.Look.PlaneX = knob }) }
	p.up.OnPicked = func(knob string) { u.Edit("", func(e *lab.Experiment) { e.Look.PlaneY = knob }) }
	p.m = widgets.NewMap(u.style)
	p.m.OnStart = p.set
	p.m.OnView = func(v plot.Rect, _ bool) { p.zoom(v) }
	var pressed lab.Moment
	p.m.OnPress = func() { pressed = u.lab.Moment() }
	p.m.OnRetract = func() { u.lab.Return(pressed) }
	p.m.OnRestore = func() { p.axes = p.home; p.refresh() }
	p.m.OnHover = p.hovered
	p.m.OnResize = func(w, h int, _ float64) { p.w, p.h = w, h; p.refresh() }
	p.m.OnKey, p.m.OnRune = u.key, u.rune
	space := fynelayout.NewSpacer()
	head := widgets.NewLine(space, p.whose, space, p.across, p.up)
	p.hint = canvas.NewText("drag the ring · wheel: zoom · double click: back", color.Transparent)
	p.hint.TextSize, p.hint.Alignment = figure.SmallText, fyne.TextAlignTrailing
	p.legend = widgets.NewLegend(2)
	p.noted = container.New(layout.Lines{Height: planeNote}, p.note.Text)
	p.noted.Hide()
	p.spare = container.New(layout.Spare{}, p.hint)
	foot := container.NewVBox(widgets.NewLine(p.spare, p.shows, p.spare), container.NewStack(p.legend, p.noted))
	p.box = container.NewBorder(head, foot, nil, nil, p.m)
	return p
}

// update follows the document while the pane is shown.
func (p *planePane) update(s lab.State, c lab.Change) {
	p.state = s
	if c&(lab.DocChanged|lab.TapeChanged|lab.FieldChanged) != 0 {
		p.refresh()
	}
}

// examples is how many the loss is a mean over, as far as is known.
func (p *planePane) examples() int {
	if p.state.Field == nil {
		return 0
	}
	return p.state.Field.Probe.Examples()
}

// subject is the racer that is looked at, or -1 if there is none.
func (p *planePane) subject() int { return p.state.Doc.Subject() }

// refresh shows the racer's plane, and asks for it if it is another one than before.
func (p *planePane) refresh() {
	if !p.box.Visible() {
		p.work.stop()
		return
	}
	i := p.subject()
	knobs := p.knobs(i)
	layout.SetShown(p.whose, i >= 0)
	for _, o := range []fyne.CanvasObject{p.across, p.up, p.shows, p.spare} {
		layout.SetShown(o, p.empty == "")
	}
	if p.label(i, knobs); p.empty != "" {
		p.m.SetScene(plot.Scene{})
		p.forget()
		return
	}
	p.choose(p.state.Doc.Racers[i].Spec, knobs)
	p.across.SetSelected(p.axes[0].Knob)
	p.up.SetSelected(p.axes[1].Knob)
	p.ask(i)
	p.draw()
	p.explain()
}

// knobs are those that can be an axis, and it notes if they are too few.
func (p *planePane) knobs(racer int) []optim.Knob {
	if racer < 0 {
		p.empty = "No racers. Add one to map its settings."
		return nil
	}
	knobs := p.state.Doc.AxisKnobs(racer, p.examples())
	p.empty = ""
	if len(knobs) < 2 {
		p.empty = p.state.Doc.Names()[racer] + " has fewer than two knobs with a range."
	}
	return knobs
}

// forget ends the job at hand and takes the plane away.
func (p *planePane) forget() {
	p.work.stop()
	p.sheet = nil
	p.colours()
	p.explain()
}

// interrupt stops the mapping, on the user's wish. A plane of another experiment, which the new one was to take the place
// of, goes.
func (p *planePane) interrupt() {
	if !p.work.interrupt() {
		return
	}
	if p.key != p.work.key {
		p.sheet = nil
	}
	p.draw()
	p.explain()
}

// choose takes the two knobs that the document names, or the racer's first ones.
func (p *planePane) choose(spec optim.Spec, knobs []optim.Knob) {
	pick := func(name string, not string, otherwise int) optim.Knob {
		at := slices.IndexFunc(knobs, func(k optim.Knob) bool { return k.Name == name && name != not })
		if at < 0 {
			at = otherwise
			if knobs[at].Name == not {
				at = 1 - min(at, 1)
			}
		}
		return knobs[at]
	}
	x := pick(p.state.Doc.Look.PlaneX, "", 0)
	y := pick(p.state.Doc.Look.PlaneY, x.Name, 1)
	if of := fmt.Sprint(spec.Method, " ", x.Name, " ", y.Name, " ", p.examples()); of != p.of {
		p.of = of
		p.home = [2]sweep.Axis{sliderAxis(x), sliderAxis(y)}
		p.axes, p.sheet = p.home, nil // never one plane over the axes of another
		p.work.stop()
	}
}

// sliderAxis is the range of a knob's slider.
func sliderAxis(k optim.Knob) sweep.Axis {
	return sweep.Axis{Knob: k.Name, From: k.Min, To: k.Max, Log: k.Scale == optim.Log && k.Min > 0}
}

// label shows what can be chosen, and the racer that is.
func (p *planePane) label(i int, knobs []optim.Knob) {
	if i < 0 {
		return
	}
	var names []widgets.PickerItem
	for _, k := range knobs {
		names = append(names, widgets.PickerItem{Key: k.Name, Title: k.Name, Note: k.Help})
	}
	p.whose.SetItems(racerItems(p.state.Doc))
	p.across.SetItems(names)
	p.up.SetItems(names)
	p.whose.SetSelected(fmt.Sprint(p.state.Doc.Racers[i].Slot))
}

// ask maps the plane in the background.
func (p *planePane) ask(i int) {
	f := p.state.Field
	if !p.state.Surveyable() || p.w == 0 {
		return
	}
	survey := p.state.Survey()
	w, h := figure.Fineness(p.w, p.h, p.ui.style().Scale, p.state.Doc.Steps, f.Probe.Examples())
	axes, palette := p.axes, p.ui.palette()
	key := survey.PlaneKey(i, axes[0], axes[1], w, h) + fmt.Sprint(palette.Dark)
	p.work.ask(key, func(ctx context.Context, say func(func())) {
		_, err := survey.Plane(ctx, i, axes[0], axes[1], w, h, p.work.metered(say)(0, 1), func(s *sweep.Sheet) {
			say(func() {
				p.sheet, p.key, p.shown, p.places = s, key, axes, f.Places
				p.draw()
			})
		})
		if err != nil && ctx.Err() == nil {
			say(func() { p.say(words.Sentence(err)) })
		}
	})
}

// draw shows the cells with the ring and, on a quadratic surface, the line of stability.
func (p *planePane) draw() {
	if p.empty != "" {
		return
	}
	i, doc := p.subject(), p.state.Doc
	spec := doc.Racers[i].Spec
	scene := plot.Scene{Ticks: true, Cells: p.colours()}
	scene.View, scene.LogX, scene.LogY = figure.PlaneView(p.axes[0], p.axes[1])
	scene.View = p.outer(scene.View)
	at := plot.Point{X: figure.OnAxis(p.axes[0], doc.AxisValue(i, p.axes[0].Knob, p.examples())), Y: figure.OnAxis(p.axes[1], doc.AxisValue(i, p.axes[1].Knob, p.examples()))}
	scene.Start, scene.StartAs = &at, "setting"
	if p.state.Field != nil {
		scene.Curves, scene.Traces = figure.Stability(p.state, spec, p.axes, p.ui.palette())
	}
	p.m.SetScene(scene)
	widgets.SetText(p.hint, p.hint.Text, p.ui.palette().Muted)
	p.shows.SetSelected(cmp.Or(p.state.Doc.Look.PlaneShows, "end"))
}

// colours are the sheet's, made once for each pass, choice and theme.
func (p *planePane) colours() *plot.Cells {
	if p.sheet == nil {
		p.paint = planePaint{}
		return nil
	}
	shows, palette := p.state.Doc.Look.PlaneShows, p.ui.palette()
	if q := &p.paint; q.sheet != p.sheet || q.shows != shows || q.dark != palette.Dark {
		*q = planePaint{sheet: p.sheet, shows: shows, dark: palette.Dark}
		paint := figure.NewPainter(palette, p.places, p.state.Doc.Steps)
		view, _, _ := figure.PlaneView(p.shown[0], p.shown[1])
		if shows == "" {
			q.cells = paint.Cells(p.sheet, view)
			q.legend = paint.Legend(lab.Shares(p.sheet, p.places))
		} else {
			least, _ := lab.Best(p.state.Tape, p.places)
			q.cells, q.legend = paint.Quantities(p.sheet, view, shows, least)
		}
		p.explain()
	}
	return p.paint.cells
}

// set takes the settings at a place over.
func (p *planePane) set(at plot.Point, done bool) {
	i := p.subject()
	if i < 0 {
		return
	}
	p.ui.Edit("plane", func(e *lab.Experiment) {
		for k, v := range []float64{at.X, at.Y} {
			a := p.axes[k]
			if a.Log {
				v = math.Pow(10, v)
			}
			if v = min(max(v, a.From), a.To); a.Knob != lab.BatchAxis {
				v = figure.Digits(v, 4)
			}
			e.SetAxis(i, a.Knob, p.examples(), v)
		}
	})
	if done {
		p.ui.lab.Seal()
	}
}

// zoom shows another range of both knobs, as far as their domains go.
func (p *planePane) zoom(v plot.Rect) {
	i := p.subject()
	if i < 0 {
		return
	}
	axes := p.axes
	v = p.inner(v)
	for k, ends := range [2][2]float64{{v.X0, v.X1}, {v.Y0, v.Y1}} {
		if axes[k].Log {
			ends[0], ends[1] = math.Pow(10, ends[0]), math.Pow(10, ends[1])
		}
		axes[k].From, axes[k].To = ends[0], ends[1]
		if knob, err := p.state.Doc.AxisKnob(i, axes[k].Knob, p.examples()); err == nil {
			axes[k] = within(axes[k], knob)
		}
	}
	if p.state.Doc.CheckAxes(i, p.examples(), axes[0], axes[1]) != nil {
		return // beyond what the knobs allow, or too narrow
	}
	p.axes = axes
	p.refresh()
}

// within cuts an axis to a knob's domain.
func within(a sweep.Axis, k optim.Knob) sweep.Axis {
	tiny := 1e-9 * (k.Max - k.Min)
	low, high := k.Low, k.High
	if k.OpenLow {
		low += tiny
	}
	if k.OpenHigh {
		high -= tiny
	}
	a.From, a.To = max(a.From, low), min(a.To, high)
	return a
}
