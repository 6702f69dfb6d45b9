// Package plane is the pane that maps how one racer ends for all settings of two of its knobs. A ring is the present setting:
// it can be dragged.
package plane

import (
	"cmp"
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/lab"
	"descentlab/app/lab/setup"
	"descentlab/app/window/desk"
	"descentlab/optim"
	"descentlab/optim/sweep"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
	"descentlab/widgets/legend"
	"descentlab/widgets/picker"
	"descentlab/widgets/plot"
)

// A Pane shows the plane of the racer that is looked at, while the state says that it is shown.
type Pane struct {
	desk       desk.Desk
	job        *job.Job[*figure.Plane]
	whose      *picker.Picker
	across, up *picker.Picker
	shows      *picker.Picker
	m          *graphic.Map
	hint       *canvas.Text
	spare      *fyne.Container // hint
	foot       *legend.Note
	box        *fyne.Container

	state   lab.State
	field   *lab.Field // of the last state
	w, h    int        // device pixels of the map
	knobs   knobs
	axes    [2]sweep.Axis // of knobs, as far as they are zoomed
	why     string        // there is nothing to map; "" if there is
	colours figure.PlaneColours
	drawn   *figure.Plane
	cross   *plot.Point // where the pointer is; nil if it is elsewhere
}

// knobs are what a plane is of, whatever is zoomed: with others, it begins anew.
type knobs struct {
	method   string
	examples int
	home     [2]sweep.Axis // the sliders' own ranges
}

// New is the pane.
func New(d desk.Desk) *Pane {
	p := &Pane{desk: d, foot: legend.NewNote(2)}
	p.job = job.New[*figure.Plane](d.Post, p.heard)
	d.Keep(p.job)
	p.build()
	d.Mark("plane", p.shown)
	return p
}

// shown is the map while it is seen, and else nil.
func (p *Pane) shown() fyne.CanvasObject {
	if p.state.Panel() != setup.PanelPlane {
		return nil
	}
	return p.m
}

// Object is what is seen of it.
func (p *Pane) Object() fyne.CanvasObject { return p.box }

// Update follows the document. What was mapped on a surface of another kind does not lie over this one for a moment.
func (p *Pane) Update(s lab.State, c lab.Change) {
	if p.field != nil && s.Field != nil && !s.Field.Alike(p.field) {
		p.job.Forget()
	}
	p.state, p.field = s, s.Field
	if c&(lab.DocChanged|lab.TapeChanged|lab.FieldChanged) != 0 {
		p.refresh()
	}
}

// refresh shows the racer's plane, and asks for it if it is another one than before.
func (p *Pane) refresh() {
	if p.state.Panel() != setup.PanelPlane {
		p.job.Stop()
		return
	}
	list, why := figure.PlaneKnobs(p.state)
	p.why = why
	layout.SetShown(p.whose, p.state.Doc.Subject() >= 0)
	for _, o := range []fyne.CanvasObject{p.across, p.up, p.shows, p.spare} {
		layout.SetShown(o, why == "")
	}
	p.label(list)
	if why != "" {
		p.job.Forget()
	} else {
		p.choose(list)
		p.ask()
	}
	p.draw()
	p.explain()
}

// label shows what can be chosen, and the racer that is.
func (p *Pane) label(list []optim.Knob) {
	doc := &p.state.Doc
	racer := doc.Subject()
	if racer < 0 {
		return
	}
	p.whose.SetItems(desk.RacerItems(doc))
	p.whose.SetSelected(desk.RacerKey(doc, racer))
	p.across.SetItems(knobItems(list))
	p.up.SetItems(knobItems(list))
}

// choose takes the two knobs that the document names. One plane never lies over the axes of another.
func (p *Pane) choose(list []optim.Knob) {
	doc := &p.state.Doc
	of := knobs{
		method: doc.Racers[doc.Subject()].Spec.Method, examples: p.state.Examples(), home: figure.PlaneAxes(doc.Look, list),
	}
	if of != p.knobs {
		p.knobs, p.axes = of, of.home
		p.job.Forget()
	}
	p.across.SetSelected(p.axes[0].Knob)
	p.up.SetSelected(p.axes[1].Knob)
}

// ask maps the plane in the background.
func (p *Pane) ask() {
	s := p.state
	if !s.Surveyable() || p.w == 0 {
		return
	}
	survey, racer, axes := s.Survey(), s.Doc.Subject(), p.axes
	w, h := figure.Fineness(p.w, p.h, p.desk.Style().Scale, s.Doc.Steps, s.Examples())
	key := survey.PlaneKey(racer, axes[0], axes[1], w, h)
	p.job.Ask(key, func(ctx context.Context, r *job.Report[*figure.Plane]) error {
		o := sweep.Options{Progress: r.Counter(0, 1)}
		_, err := survey.Plane(ctx, racer, axes[0], axes[1], w, h, o, func(sheet *sweep.Sheet) {
			r.Publish(&figure.Plane{Sheet: sheet, Axes: axes, Places: survey.Places})
		})
		return err
	})
}

// plane is what has been mapped; nil if nothing is.
func (p *Pane) plane() *figure.Plane {
	plane, _ := p.job.Result()
	return plane
}

// heard shows what the work has to say.
func (p *Pane) heard() {
	if p.plane() != p.drawn {
		p.draw()
	}
	p.explain()
}

// draw shows the plane, if there is one, with the ring.
func (p *Pane) draw() {
	p.drawn = p.plane()
	if p.why != "" {
		p.m.SetScene(plot.Scene{})
		return
	}
	palette := p.desk.Palette()
	cells, _ := p.colours.Of(p.drawn, p.state, palette)
	scene := figure.PlaneScene(p.state, p.axes, cells, palette)
	scene.View = p.outer(scene.View)
	p.m.SetScene(scene)
	kit.SetText(p.hint, p.hint.Text, palette.Muted)
	p.shows.SetSelected(cmp.Or(p.state.Doc.Look.PlaneShows, ends))
}
