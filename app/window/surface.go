package window

import (
	"cmp"
	"fmt"
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/layout"
)

// surfacePane is the panel of the surface that is raced on: its parameters, its examples, and how it lies in the plane. It
// shows what can be set, and how it lies only if that is not as the formula says, or on demand.
type surfacePane struct {
	ui    *ui
	title *canvas.Text
	more  *widgets.Button
	list  *fyne.Container
	rows  []surfaceRow
	fault *widget.Label
	told  *widgets.Caption
	box   fyne.CanvasObject

	state   lab.State
	shape   string // tells lists of rows apart
	remarks remarks
}

// A surfaceRow is the control of one setting of the surface.
type surfaceRow struct {
	name   string
	object fyne.CanvasObject
	set    func(doc *lab.Experiment) // shows the document's value, silently
}

func newSurfacePane(u *ui) *surfacePane {
	p := &surfacePane{ui: u, title: canvas.NewText("", color.Transparent), fault: widgets.NewFault(), told: widgets.NewCaption("")}
	p.title.TextStyle.Bold = true
	p.more = widgets.NewIconButton(widgets.IconDown, "Turn and stretch the surface", p.toggle)
	p.list = container.New(fynelayout.NewCustomPaddedVBoxLayout(4))
	space := fynelayout.NewSpacer()
	head := widgets.NewLine(space, p.title, space, p.more)
	p.box = widgets.NewPanel(container.NewVBox(head, p.list, p.fault, p.told.Note.Box), nil)
	return p
}

func (p *surfacePane) toggle() {
	p.ui.lab.Look(func(v *lab.View) { v.Turned = !v.Turned })
}

func (p *surfacePane) update(s lab.State, c lab.Change) {
	p.state = s
	if c&(lab.DocChanged|lab.FieldChanged|lab.TapeChanged|lab.ViewChanged) == 0 {
		return
	}
	surface, err := s.Doc.Landscape()
	if err != nil {
		return // no document with such a surface passes its check
	}
	widgets.SetText(p.title, surfaceTitle(&s.Doc, surface), p.ui.palette().Text)
	p.arrange(&s.Doc, surface)
	for _, row := range p.rows {
		row.set(&s.Doc)
	}
	p.tell(surface)
}

// surfaceTitle is what the surface is called.
func surfaceTitle(doc *lab.Experiment, s surfaces.Surface) string {
	title := s.Title
	if doc.Surface == "" {
		title = "Your formula"
	}
	if len(doc.Sculpture) > 0 {
		title += ", sculpted"
	}
	return title
}

// arrange makes the rows anew where others are to be shown than before: a slider that is being dragged stays.
func (p *surfacePane) arrange(doc *lab.Experiment, s surfaces.Surface) {
	turned := p.state.View.Turned || doc.Turn != 0 || doc.Stretch != 0
	batched := s.Data != nil && doc.Batch > 0 && doc.Batch < s.Data.Len()
	shape := fmt.Sprint(doc.Surface, s.Params, turned, batched, doc.Data != nil && doc.Surface != "", p.ui.themeName())
	if s.Data != nil {
		shape += fmt.Sprint(s.Data.Len())
	}
	if shape == p.shape {
		return
	}
	p.shape = shape
	p.rows = nil
	for _, param := range s.Params {
		p.addParam(param)
	}
	if doc.Surface == lab.RandomLandscape {
		p.addWaves()
	}
	if s.Data != nil {
		p.addExamples(s.Data, batched, doc.Data != nil && doc.Surface != "")
	}
	if turned {
		p.addTransform()
	}
	icon, hint := widgets.IconDown, "Turn and stretch the surface"
	if turned {
		icon, hint = widgets.IconUp, "Turn and stretch are shown while they are not 0"
	}
	p.more.SetIcon(icon, hint)
	objects := make([]fyne.CanvasObject, len(p.rows))
	for i, row := range p.rows {
		objects[i] = row.object
	}
	p.list.Objects = objects
	layout.SetShown(p.list, len(objects) > 0)
	p.list.Refresh()
	widgets.SetFault(p.fault, "")
	p.ui.relayout()
}

// knob adds a slider.
func (p *surfacePane) knob(spec widgets.KnobSpec, get func(*lab.Experiment) float64, set func(*lab.Experiment, float64)) *widgets.Knob {
	k := widgets.NewKnob(spec)
	key := "surface " + spec.Label
	k.OnChanged = func(v float64, done bool) {
		p.ui.Edit(key, func(e *lab.Experiment) { set(e, v) })
		if done {
			p.ui.lab.Seal()
		}
	}
	k.Scroller = p.ui.scroll
	k.OnError = func(msg string) {
		widgets.SetFault(p.fault, msg)
		p.ui.relayout()
	}
	p.rows = append(p.rows, surfaceRow{spec.Label, k, func(e *lab.Experiment) { k.SetValue(get(e)) }})
	return k
}

// manyfold is the ratio of a parameter's ends from which on its slider is logarithmic.
const manyfold = 50

// addParam adds the slider of a parameter, with a switch at its left if people choose one end or the other.
func (p *surfacePane) addParam(param surfaces.Param) {
	spec := widgets.KnobSpec{
		Label: param.Name, Help: fmt.Sprintf("Parameter of the formula; a double click returns to %g", param.Default),
		Min: param.Min, Max: param.Max, Default: param.Default,
	}
	if param.Min > 0 && param.Max >= manyfold*param.Min {
		spec.Scale = widgets.Log
	}
	get := func(e *lab.Experiment) float64 { return e.Param(param) }
	set := func(e *lab.Experiment, v float64) { e.SetParam(param, v) }
	knob := p.knob(spec, get, set)
	if !param.Switch() {
		return
	}
	toggle := widgets.NewSwitch(param.Name, "On or off; the slider beside it shows the way from one to the other")
	toggle.OnChanged = func(on bool) {
		p.ui.Edit("", func(e *lab.Experiment) { e.SetParam(param, map[bool]float64{false: param.Min, true: param.Max}[on]) })
	}
	knob.SetLabelWidth(0)
	row := &p.rows[len(p.rows)-1]
	row.object = container.NewBorder(nil, nil, toggle, nil, knob)
	row.set = func(e *lab.Experiment) {
		v := e.Param(param)
		knob.SetValue(v)
		toggle.SetOn(v > (param.Min+param.Max)/2)
	}
}

// addWaves adds what makes another random landscape.
func (p *surfacePane) addWaves() {
	change := func(f func(w *lab.Waves, v float64)) func(*lab.Experiment, float64) {
		return func(e *lab.Experiment, v float64) {
			w := e.Waves.Filled()
			if f(&w, v); w == (lab.Waves{}).Filled() {
				w = lab.Waves{}
			}
			e.Waves = w
		}
	}
	own := lab.Waves{}.Filled()
	p.knob(widgets.KnobSpec{Label: "seed", Help: "Each seed is another landscape", Min: 0, Max: 100, Low: 0, High: maxSeed, Integer: true, Default: float64(own.Seed)},
		func(e *lab.Experiment) float64 { return float64(e.Waves.Filled().Seed) },
		change(func(w *lab.Waves, v float64) { w.Seed = uint64(v) }))
	p.knob(widgets.KnobSpec{Label: "waves", Help: "How many waves are added up", Min: 1, Max: surfaces.MaxWaves, Low: 1, High: surfaces.MaxWaves, Integer: true, Default: float64(own.Count)},
		func(e *lab.Experiment) float64 { return float64(e.Waves.Filled().Count) },
		change(func(w *lab.Waves, v float64) { w.Count = int(v) }))
}

// addExamples adds the size of mini-batches and, if there are any, whether the maps show them; and the way back from the
// user's examples.
func (p *surfacePane) addExamples(d *surfaces.Dataset, batched, foreign bool) {
	n := float64(d.Len())
	p.knob(widgets.KnobSpec{Label: "batch", Help: "Examples that each step sees, drawn anew for every step; the charts tell of the loss over all",
		Min: 1, Max: n, Low: 1, High: n, Scale: widgets.Log, Integer: true, Default: n, FullText: "all"},
		func(e *lab.Experiment) float64 { return float64(cmp.Or(e.Batch, d.Len())) },
		func(e *lab.Experiment, v float64) {
			if e.Batch = int(v); e.Batch == d.Len() {
				e.Batch = 0
			}
		})
	if batched {
		show := widgets.NewSwitch("show batch", "On the maps: the isolines of the present batch's own loss, and at every racer how its gradient scatters from batch to batch")
		show.OnChanged = func(on bool) { p.ui.Edit("", func(e *lab.Experiment) { e.Look.Batches = on }) }
		p.rows = append(p.rows, surfaceRow{"show batch", show, func(e *lab.Experiment) { show.SetOn(e.Look.Batches) }})
	}
	if foreign {
		back := widgets.NewButton("Its own again", widgets.IconUndo, "Put the surface back on the examples that come with it", func() {
			p.ui.Edit("", func(e *lab.Experiment) { e.OwnData() })
		})
		p.rows = append(p.rows, surfaceRow{"data", widgets.NewRow("data", "The examples are yours", container.NewHBox(back)), func(*lab.Experiment) {}})
	}
}

// addTransform adds how the surface lies in the plane.
func (p *surfacePane) addTransform() {
	p.knob(widgets.KnobSpec{Label: "turn", Help: "Degrees by which the surface is turned, counterclockwise; the start goes along",
		Min: -180, Max: 180, Default: 0},
		func(e *lab.Experiment) float64 { return e.Turn },
		func(e *lab.Experiment, v float64) { e.SetTransform(v, e.Stretch) })
	p.knob(widgets.KnobSpec{Label: "stretch", Help: "Doublings of curvature: the surface is stretched along its x axis and squeezed along y; the start goes along",
		Min: -8, Max: 8, Low: -40, High: 40, Default: 0},
		func(e *lab.Experiment) float64 { return e.Stretch },
		func(e *lab.Experiment, v float64) { e.SetTransform(e.Turn, v) })
}

// tell says quietly what the surface is made of, and what else there is to know.
func (p *surfacePane) tell(s surfaces.Surface) {
	var lines []string
	if d := s.Data; d != nil {
		lines = append(lines, d.Title+": "+d.Size()+".")
	}
	if f := p.state.Field; f != nil && !p.state.Stale() {
		if note := figure.GroundNote(f.Probe); note != "" {
			lines = append(lines, strings.ToUpper(note[:1])+note[1:]+".")
		}
		lines = append(lines, p.remarks.of(f.Probe, p.state.Doc.View)...)
		if legend := figure.BatchLegend(p.state); legend != "" {
			lines = append(lines, legend)
		}
	}
	before := p.told.Text
	if p.told.Set(strings.Join(lines, " ")); p.told.Text != before {
		p.ui.relayout()
	}
}

// remarks keeps what there is to know of a surface in a window.
type remarks struct {
	probe *surfaces.Probe
	view  surfaces.Rect
	text  []string
}

func (r *remarks) of(probe *surfaces.Probe, view surfaces.Rect) []string {
	if r.probe != probe || r.view != view {
		*r = remarks{probe, view, probe.Fork().Remarks(view)}
	}
	return slices.Clone(r.text)
}
