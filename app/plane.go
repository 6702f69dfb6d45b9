package main

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
	"fyne.io/fyne/v2/layout"

	"descentlab/app/lab"
	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/widgets"
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
	legend     *widgets.Legend // of the colours, while there is nothing else to say
	note       *note
	noted      fyne.CanvasObject // note
	box        *fyne.Container

	work   background
	state  lab.State
	w, h   int // device pixels of the map
	axes   [2]sweep.Axis
	home   [2]sweep.Axis // the sliders' own ranges
	of     string        // what axes and home are of
	sheet  *sweep.Sheet
	shown  [2]sweep.Axis // of sheet
	places []lab.Place   // that its targets are
	paint  planePaint
	told   string // by the note
}

// planePaint is a sheet in colours, and what they were made from.
type planePaint struct {
	sheet  *sweep.Sheet
	shows  string
	dark   bool
	cells  *plot.Cells
	legend []widgets.LegendEntry
}

func newPlanePane(u *ui) *planePane {
	p := &planePane{ui: u, note: newNote()}
	p.work = background{post: u.post, telling: p.explain}
	p.whose, p.across, p.up = widgets.NewPicker(nil), widgets.NewPicker(nil), widgets.NewPicker(nil)
	p.whose.Plain = true
	p.across.Prefix, p.up.Prefix = "x: ", "y: "
	p.shows = widgets.NewPicker(planeColours)
	p.shows.Prefix = "colour: "
	p.shows.OnPicked = func(key string) {
		u.edit("", func(e *lab.Experiment) { e.Look.PlaneShows = map[bool]string{false: key}[key == "end"] })
	}
	p.whose.OnPicked = u.maps.pickSubject
	p.across.OnPicked = func(knob string) { u.edit("", func(e *lab.Experiment) { e.Look.PlaneX = knob }) }
	p.up.OnPicked = func(knob string) { u.edit("", func(e *lab.Experiment) { e.Look.PlaneY = knob }) }
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
	space := layout.NewSpacer()
	head := widgets.NewLine(space, p.whose, space, p.across, p.up)
	p.hint = canvas.NewText("drag the ring · wheel: zoom · double click: back", color.Transparent)
	p.hint.TextSize, p.hint.Alignment = smallText, fyne.TextAlignTrailing
	p.legend = widgets.NewLegend(2)
	p.noted = container.New(noteLayout{planeNote}, p.note.text)
	p.noted.Hide()
	spare := container.New(spareLayout{}, p.hint)
	foot := container.NewVBox(widgets.NewLine(spare, p.shows, spare), container.NewStack(p.legend, p.noted))
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
	if i < 0 {
		p.say("No racers. Add one to map its settings.")
		p.m.SetScene(plot.Scene{})
		return
	}
	spec := p.state.Doc.Racers[i].Spec
	knobs := p.state.Doc.AxisKnobs(i, p.examples())
	if len(knobs) < 2 {
		p.say(p.state.Doc.Names()[i] + " has fewer than two knobs with a range.")
		p.m.SetScene(plot.Scene{})
		return
	}
	p.choose(spec, knobs)
	p.label(i, knobs)
	p.ask(i)
	p.draw()
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
		p.axes = p.home
	}
}

// sliderAxis is the range of a knob's slider.
func sliderAxis(k optim.Knob) sweep.Axis {
	return sweep.Axis{Knob: k.Name, From: k.Min, To: k.Max, Log: k.Scale == optim.Log && k.Min > 0}
}

// label shows what is chosen and can be.
func (p *planePane) label(i int, knobs []optim.Knob) {
	var names []widgets.PickerItem
	for _, k := range knobs {
		names = append(names, widgets.PickerItem{Key: k.Name, Title: k.Name, Note: k.Help})
	}
	p.whose.SetItems(racerItems(p.state.Doc))
	p.across.SetItems(names)
	p.up.SetItems(names)
	p.whose.SetSelected(fmt.Sprint(p.state.Doc.Racers[i].Slot))
	p.across.SetSelected(p.axes[0].Knob)
	p.up.SetSelected(p.axes[1].Knob)
}

// ask maps the plane in the background.
func (p *planePane) ask(i int) {
	f := p.state.Field
	if f == nil || !f.Known || p.state.Stale() || p.w == 0 {
		return
	}
	survey := lab.Survey{Probe: f.Probe, Least: f.Least, Doc: p.state.Doc, View: p.state.Doc.Home, Places: f.Places}
	w, h := fineness(p.w, p.h, p.ui.style().Scale, p.state.Doc.Steps, f.Probe.Examples())
	axes, palette := p.axes, p.ui.palette()
	key := survey.PlaneKey(i, axes[0], axes[1], w, h) + fmt.Sprint(palette.Dark)
	p.work.ask(key, func(ctx context.Context, say func(func())) {
		_, err := survey.Plane(ctx, i, axes[0], axes[1], w, h, p.work.metered(say)(0, 1), func(s *sweep.Sheet) {
			say(func() {
				p.sheet, p.shown, p.places = s, axes, f.Places
				p.draw()
			})
		})
		if err != nil && ctx.Err() == nil {
			say(func() { p.say(sentence(err)) })
		}
	})
}

// draw shows the cells with the ring and, on a quadratic surface, the line of stability.
func (p *planePane) draw() {
	i := p.subject()
	if i < 0 {
		return
	}
	doc := p.state.Doc
	spec := doc.Racers[i].Spec
	scene := plot.Scene{Ticks: true, Cells: p.colours()}
	scene.View, scene.LogX, scene.LogY = planeView(p.axes[0], p.axes[1])
	scene.View = p.outer(scene.View)
	at := plot.Point{X: onAxis(p.axes[0], doc.AxisValue(i, p.axes[0].Knob, p.examples())), Y: onAxis(p.axes[1], doc.AxisValue(i, p.axes[1].Knob, p.examples()))}
	scene.Start, scene.StartAs = &at, "setting"
	if p.state.Field != nil {
		scene.Curves, scene.Traces = stability(p.state, spec, p.axes, p.ui.palette())
	}
	p.m.SetScene(scene)
	setText(p.hint, p.hint.Text, p.ui.palette().Muted)
	p.shows.SetSelected(cmp.Or(p.state.Doc.Look.PlaneShows, "end"))
}

// colours are the sheet's, made once for each pass, choice and theme.
func (p *planePane) colours() *plot.Cells {
	if p.sheet == nil {
		return nil
	}
	shows, palette := p.state.Doc.Look.PlaneShows, p.ui.palette()
	if q := &p.paint; q.sheet != p.sheet || q.shows != shows || q.dark != palette.Dark {
		*q = planePaint{sheet: p.sheet, shows: shows, dark: palette.Dark}
		paint := newOutcomePainter(palette, p.places, p.state.Doc.Steps)
		view, _, _ := planeView(p.shown[0], p.shown[1])
		if shows == "" {
			q.cells = paint.cells(p.sheet, view)
			q.legend = paint.legend(lab.Shares(p.sheet, p.places))
		} else {
			least, _ := lab.Best(p.state.Tape, p.places)
			q.cells, q.legend = paint.quantities(p.sheet, view, shows, least)
		}
		p.explain()
	}
	return p.paint.cells
}

// explain says what the colours stand for, while the pointer is elsewhere.
func (p *planePane) explain() {
	if p.work.told != "" {
		p.say(fmt.Sprintf("mapping … %s (Esc stops)", p.work.told))
		return
	}
	if look := p.state.Doc.Look; p.examples() == 0 && (look.PlaneX == lab.BatchAxis || look.PlaneY == lab.BatchAxis) {
		p.say("No axis for the batch: this surface has no examples")
		return
	}
	p.legend.SetEntries(p.paint.legend)
	p.say("")
}

// planeNote is the height of the note under a plane: two lines.
const planeNote = 36

// set takes the settings at a place over.
func (p *planePane) set(at plot.Point, done bool) {
	i := p.subject()
	if i < 0 {
		return
	}
	p.ui.edit("plane", func(e *lab.Experiment) {
		for k, v := range []float64{at.X, at.Y} {
			a := p.axes[k]
			if a.Log {
				v = math.Pow(10, v)
			}
			if v = min(max(v, a.From), a.To); a.Knob != lab.BatchAxis {
				v = digits(v, 4)
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

// hovered says what is under the pointer.
func (p *planePane) hovered(at plot.Point, inside bool) {
	view, _, _ := planeView(p.shown[0], p.shown[1])
	s := p.sheet
	if !inside || s == nil || p.shown != p.axes {
		p.explain()
		return
	}
	u, v := (at.X-view.X0)/(view.X1-view.X0), (view.Y1-at.Y)/(view.Y1-view.Y0)
	i, j := min(max(int(u*float64(s.W)), 0), s.W-1), min(max(int(v*float64(s.H)), 0), s.H-1)
	o := s.At(i, j)
	text := fmt.Sprintf("%s, %s: %v", p.setting(0, u), p.setting(1, 1-v), o.Kind)
	if o.Kind == sweep.Arrived {
		text += fmt.Sprintf(" at %s after %d steps", p.places[o.Target].Label(), o.Steps)
	} else if o.Kind != sweep.Pending {
		text += fmt.Sprintf(", loss %s after %d steps", short(o.Loss), o.Steps)
	}
	p.say(text)
}

// setting is what stands at a share of an axis: "lr 0.01", "batch 8".
func (p *planePane) setting(axis int, share float64) string {
	a := p.axes[axis]
	v := a.At(share)
	if k, err := p.state.Doc.AxisKnob(p.subject(), a.Knob, p.examples()); err == nil && k.Kind == optim.Integer {
		return fmt.Sprintf("%s %.0f", a.Knob, v)
	}
	return a.Knob + " " + short(v)
}

func (p *planePane) say(text string) {
	p.told = text
	p.note.set(mutedText(text))
	setShown(p.noted, text != "")
	setShown(p.legend, text == "")
}

// ringRoom is the room around a plane, for the ring at its edge, in units.
const ringRoom = 12

// outer is a window with the room around it, inner without it.
func (p *planePane) outer(v plot.Rect) plot.Rect {
	across, up := p.ringParts()
	return grow(v, across/(1-2*across), up/(1-2*up))
}

func (p *planePane) inner(v plot.Rect) plot.Rect {
	across, up := p.ringParts()
	return grow(v, -across, -up)
}

// ringParts are the room as parts of the map's width and height.
func (p *planePane) ringParts() (across, up float64) {
	room := ringRoom * p.ui.style().Scale
	return min(room/float64(max(p.w, 1)), 0.2), min(room/float64(max(p.h, 1)), 0.2)
}

func grow(v plot.Rect, across, up float64) plot.Rect {
	dx, dy := across*(v.X1-v.X0), up*(v.Y1-v.Y0)
	return plot.Rect{X0: v.X0 - dx, X1: v.X1 + dx, Y0: v.Y0 - dy, Y1: v.Y1 + dy}
}

// planeView is the window of a plane of two knobs: logarithmic axes are measured by their logarithms to base 10.
func planeView(x, y sweep.Axis) (view plot.Rect, logX, logY bool) {
	return plot.Rect{X0: onAxis(x, x.From), X1: onAxis(x, x.To), Y0: onAxis(y, y.From), Y1: onAxis(y, y.To)}, x.Log, y.Log
}

// onAxis is where a value lies on an axis of a picture.
func onAxis(a sweep.Axis, v float64) float64 {
	if a.Log {
		return math.Log10(v)
	}
	return v
}

// digits is v with so many significant digits.
func digits(v float64, n int) float64 {
	if v == 0 || math.IsInf(v, 0) || math.IsNaN(v) {
		return v
	}
	unit := math.Pow(10, float64(n-1)-math.Floor(math.Log10(math.Abs(v))))
	return math.Round(v*unit) / unit
}
