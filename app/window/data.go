package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/surfaces"
	"descentlab/widgets"
	"descentlab/widgets/layout"
	"descentlab/widgets/plot"
)

// dataPane shows the examples of a learning problem and what every racer's model makes of them at the playhead: a line
// through them, or the boundary between two classes. The examples of the present mini-batch stand out.
type dataPane struct {
	ui     *ui
	m      *widgets.Map
	across *canvas.Text // names the axes
	up     *canvas.Text
	legend *canvas.Text
	box    *fyne.Container

	state  lab.State
	view   plot.Rect // shown; the zero one: all
	model  *figure.DataModel
	clouds []*plot.Cloud // of all examples
	batch  []*plot.Cloud
	step   int // that batch is of
	drawn  cloudKey
}

// A cloudKey tells apart what the clouds were made for.
type cloudKey struct {
	model   *figure.DataModel
	palette *plot.Palette
	batched *surfaces.Probe
}

func newDataPane(u *ui) *dataPane {
	p := &dataPane{ui: u, across: canvas.NewText("", color.Transparent), up: canvas.NewText("", color.Transparent), legend: canvas.NewText("", color.Transparent)}
	for _, t := range []*canvas.Text{p.across, p.up, p.legend} {
		t.TextSize = figure.SmallText
	}
	p.across.Alignment = fyne.TextAlignTrailing
	p.m = widgets.NewMap(u.style)
	p.m.OnView = func(v plot.Rect, _ bool) { p.view = v; p.draw() }
	p.m.OnRestore = func() { p.view = plot.Rect{}; p.draw() }
	p.m.OnKey, p.m.OnRune = u.key, u.rune
	p.box = container.NewBorder(p.up, container.NewVBox(p.across, p.legend), nil, nil, p.m)
	return p
}

func (p *dataPane) update(s lab.State, c lab.Change) {
	p.state = s
	if !p.box.Visible() || s.Field == nil {
		return
	}
	if c&(lab.DocChanged|lab.TapeChanged|lab.FieldChanged) != 0 && (p.model == nil || p.model.Probe != s.Field.Probe) {
		model := figure.NewDataModel(&s.TapeDoc, s.Field.Probe)
		if p.model == nil || model == nil || p.model.Data != model.Data {
			p.view = plot.Rect{}
		}
		p.model = model
	}
	p.draw()
}

// draw shows the moment under the playhead.
func (p *dataPane) draw() {
	m := p.model
	if m == nil || p.state.Tape == nil {
		p.m.SetScene(plot.Scene{View: plot.Rect{X1: 1, Y1: 1}})
		return
	}
	palette := p.ui.palette()
	scene := plot.Scene{View: p.view, Ticks: true}
	if scene.View == (plot.Rect{}) {
		scene.View = m.View
	}
	p.mark(palette)
	scene.Clouds = append(scene.Clouds, p.clouds...)
	scene.Clouds = append(scene.Clouds, p.batch...)
	p.addModels(&scene, palette)
	p.m.SetScene(scene)
	inputs := m.Data.Columns[:len(m.Data.Columns)-1]
	up := m.Data.Columns[len(m.Data.Columns)-1].Label
	if m.Kind() == surfaces.Classification {
		up = inputs[1].Label
	}
	widgets.SetText(p.across, inputs[0].Label, palette.Muted)
	widgets.SetText(p.up, up, palette.Muted)
	legend := m.Legend(&p.state.TapeDoc)
	widgets.SetText(p.legend, legend, palette.Muted)
	layout.SetShown(p.legend, legend != "")
}

// mark makes the clouds: all examples once, those of the batch anew for every step.
func (p *dataPane) mark(palette *plot.Palette) {
	m, doc := p.model, &p.state.TapeDoc
	batched := m.Batched(doc)
	if key := (cloudKey{m, palette, batched}); key != p.drawn {
		p.drawn, p.step = key, -1
		ink := palette.Text
		if batched != nil {
			ink = plot.Mix(palette.Muted, palette.Ground, 0.25)
		}
		p.clouds, p.batch = m.Examples(nil, ink, figure.ExampleDot), nil
	}
	if step := p.state.Step(); batched != nil && step != p.step {
		p.step = step
		p.batch = m.Examples(batched.Picked(step), palette.Text, figure.BatchDot)
	}
}

// addModels draws what the racers' models make of the inputs, each with its glyph somewhere on the line.
func (p *dataPane) addModels(scene *plot.Scene, palette *plot.Palette) {
	if p.model.Predict == nil {
		return
	}
	names := p.state.TapeDoc.Names()
	runs := p.state.Tape.Runs
	for i, r := range p.state.TapeDoc.Racers {
		if r.Hidden {
			continue
		}
		w := figure.Weights(runs[i], p.state.Head)
		ink := palette.Racer(r.Slot)
		lines := p.model.Lines(w, scene.View)
		for _, line := range lines {
			scene.Curves = append(scene.Curves, plot.Curve{Pts: line, Color: ink, Width: figure.CurveWidth})
		}
		if at, ok := figure.OnLines(lines, (float64(i)+0.5)/float64(len(runs)), scene.View); ok {
			scene.Traces = append(scene.Traces, plot.Trace{Pts: []plot.Point{at}, Color: ink, Glyph: plot.RacerGlyph(r.Slot), Name: names[i]})
		}
	}
}
